import { Readable } from 'node:stream'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ResumeReply, SkillsOfMarket } from '@pult/contract/career'
import type { ReadResumeReply } from '@pult/contract/career-documents'
import type { CandidatesReply, CheckReply, VerifiedResult } from '@pult/contract/career-results'
import type { Letter, ResumeDraft, ResumeSummary } from '@pult/contract/career-words'
import type { MeasureReply } from '@pult/contract/measures'
import { beginResume, emptyJob, exampleResume, isExample, type Resume } from '@pult/engine/career'
import type { ContactRecord } from '@pult/engine/contacts'
import { createZone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { API, done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'
import { keepMadeUpResume } from './keep-made-up.ts'

let pult: TestApp
let centerId: number
let head: Visitor
let other: Visitor
let agent: Visitor
let path: string

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Наш')
  head = await pult.comeIn(centerId, 'head')
  other = await pult.comeIn(centerId, 'head')
  agent = await pult.comeIn(centerId, 'agent')
  path = `/centers/${centerId}/career`
  // From July waiting got shorter, then stayed as it was; handling got a fifth shorter in September; in October people wait longer.
  await bringIn('2025-07-07', 200, 30)
  await bringIn('2025-08-04', 200)
  await bringIn('2025-09-08', 160)
  await bringIn('2025-10-06', 160, 30)
  await pult.app.measures.settle(centerId)
})
afterAll(() => pult.close())

/** A day of two hundred contacts whose talk lasts `talkSeconds` on average. */
async function bringIn(day: string, talkSeconds: number, moreWaitSeconds = 0): Promise<void> {
  const target = await pult.app.database.inCenter({ centerId }, async (tx) => {
    const source = await sql<{ id: number }>`
      insert into source (center_id, name, kind) values (${centerId}, ${day}, 'api') returning source_id as id`.execute(
      tx,
    )
    const sourceId = source.rows[0]?.id ?? 0
    const made = await sql<{ id: number }>`
      insert into import (center_id, source_id, kind, file_name, created_by) values (${centerId}, ${sourceId}, 'api', 'тест', 'test')
      returning import_id as id`.execute(tx)
    return { importId: made.rows[0]?.id ?? 0, sourceId, onConflict: 'reject' as const }
  })
  const start = Date.parse(`${day}T06:00:00Z`)
  const contacts = Array.from({ length: 200 }, (_, place): ContactRecord => ({
    sourceKey: `c${place}`,
    contactRef: `${day}-c${place}`,
    leg: 1,
    channel: 'voice',
    direction: 'inbound',
    queue: 'Заказы',
    customer: `+7900000${String(place).padStart(4, '0')}`,
    offeredAt: start + place * 60_000,
    outcome: 'answered',
    agent: `Агент ${place % 3}`,
    waitMs: (4 + (place % 10) + moreWaitSeconds) * 1000,
    talkMs: (talkSeconds - 20 + (place % 5) * 10) * 1000,
    acwMs: 10_000,
  }))
  await pult.app.contacts.intake.add({ centerId }, target, { contacts, states: [] })
}

const draftOf = (resume: Resume): ResumeDraft => ({
  resume,
  industries: ['ecommerce'],
  vacancy: { title: '', employer: '', text: '' },
  leftOver: [],
})
const example = draftOf(exampleResume('ru', 'head-of-contact-center'))
const september = { period: { from: '2025-09-01', to: '2025-10-01' }, before: { from: '2025-08-01', to: '2025-09-01' } }

async function begin(person: Visitor, draft = example): Promise<number> {
  return done<{ resumeId: number }>(await person.send('POST', `${path}/resumes`, draft)).resumeId
}

const read = async (person: Visitor, resumeId: number): Promise<ResumeReply> =>
  done<ResumeReply>(await person.get(`${path}/resumes/${resumeId}`))

describe('a résumé', () => {
  it('is kept as it is typed, blanks and all, and saved over the version that was read', async () => {
    const resumeId = await begin(head)
    const first = await read(head, resumeId)
    expect(first.draft).toEqual(example)
    const draft = { ...example, resume: { ...example.resume, desiredPosition: 'Директор по сервису' } }
    const saved = await head.send('PUT', `${path}/resumes/${resumeId}`, { draft, version: first.version })
    expect(done(saved)).toEqual({ version: first.version + 1 })
    // The second window has read the former version.
    const late = await head.send('PUT', `${path}/resumes/${resumeId}`, { draft: example, version: first.version })
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'stale'])
    expect((await read(head, resumeId)).draft).toEqual(draft)
    const { resumes } = done<{ resumes: ResumeSummary[] }>(await head.get(`${path}/resumes`))
    expect(resumes[0]).toMatchObject({ resumeId, desiredPosition: 'Директор по сервису', language: 'ru' })
    expect(resumes[0]?.done).toBeGreaterThan(0.8)
  })

  it('belongs to one person: not to another head, and to no token', async () => {
    const resumeId = await begin(head)
    const letter = { vacancy: example.vacancy, addressee: '', paragraphs: ['Здравствуйте!'], date: '2026-11-01' }
    const { letterId } = done<{ letterId: number }>(
      await head.send('POST', `${path}/resumes/${resumeId}/letters`, letter),
    )
    const tries = [
      other.get(`${path}/resumes/${resumeId}`),
      other.send('PUT', `${path}/resumes/${resumeId}`, { draft: example, version: 1 }),
      other.send('DELETE', `${path}/resumes/${resumeId}`),
      other.send('POST', `${path}/resumes/${resumeId}/letters`, letter),
      other.send('PUT', `${path}/letters/${letterId}`, { ...letter, version: 1 }),
      other.send('DELETE', `${path}/letters/${letterId}`),
    ]
    for (const reply of await Promise.all(tries)) expect(reply.statusCode).toBe(404)
    expect(done<{ resumes: unknown[] }>(await other.get(`${path}/resumes`)).resumes).toEqual([])
    expect((await pult.system.get(`${path}/resumes/${resumeId}`)).statusCode).toBe(403)
    // Whoever works in the centre may have one.
    await begin(agent)
  })

  it('is begun with made-up facts in the demonstration, once', async () => {
    const person = await pult.comeIn(centerId, 'administrator')
    const { user } = done<{ user: { id: string } }>(await person.get('/session'))
    const give = () =>
      pult.app.database.inCenter({ centerId }, (tx) =>
        keepMadeUpResume(tx, { centerId, userId: user.id }, '2026-11-29'),
      )
    await give()
    await give()
    const { resumes } = done<{ resumes: ResumeSummary[] }>(await person.get(`${path}/resumes`))
    expect(resumes).toHaveLength(1)
    expect(resumes[0]?.done).toBeGreaterThan(0.8)
    const { draft, letters } = await read(person, resumes[0]?.resumeId ?? 0)
    expect(isExample(draft.resume)).toBe(true)
    expect(draft.resume.profile).toEqual(['Опыт руководства — 8 лет, общий стаж — 14 лет.'])
    // What it says is what the door lets in from anybody.
    await begin(person, draft)
    expect(letters.map(({ addressee }) => addressee)).toEqual(['Полянка'])
  })

  it('leaves nothing of what it says in the audit log', async () => {
    await begin(head, draftOf({ ...beginResume('ru', 'head-of-call-center'), desiredPosition: 'Тайное желание' }))
    const { rows } = await pult.app.database.inCenter({ centerId }, (tx) =>
      sql<{ line: string }>`select a::text as line from audit a where center_id = ${centerId}`.execute(tx),
    )
    const lines = rows.map(({ line }) => line)
    expect(lines.some((line) => line.includes('career.resume.create'))).toBe(true)
    expect(lines.filter((line) => /Тайное|Орлова|elena@example|Северный/.test(line))).toEqual([])
  })

  it('keeps letters of its own, and takes them along when it is deleted', async () => {
    const resumeId = await begin(head)
    const letter = { vacancy: example.vacancy, addressee: 'Отдел кадров', paragraphs: ['А'], date: '2026-11-01' }
    const { letterId } = done<{ letterId: number }>(
      await head.send('POST', `${path}/resumes/${resumeId}/letters`, letter),
    )
    const change = { ...letter, paragraphs: ['Б'], version: 1 }
    expect(done(await head.send('PUT', `${path}/letters/${letterId}`, change))).toEqual({ version: 2 })
    expect((await head.send('PUT', `${path}/letters/${letterId}`, change)).statusCode).toBe(409)
    const letters: readonly Letter[] = (await read(head, resumeId)).letters
    expect(letters.map(({ paragraphs }) => paragraphs)).toEqual([['Б']])
    done(await head.send('DELETE', `${path}/resumes/${resumeId}`))
    expect((await head.send('PUT', `${path}/letters/${letterId}`, { ...change, version: 2 })).statusCode).toBe(404)
  })

  it('takes what people paste: control characters go, nonsense is refused with its place', async () => {
    const odd = { ...example.resume, keySkills: ['CRM\u0000\u0007', 'я'.repeat(300), '‮RTL 🙂'] }
    const resumeId = await begin(head, draftOf(odd))
    expect((await read(head, resumeId)).draft.resume.keySkills).toEqual(['CRM', 'я'.repeat(300), '‮RTL 🙂'])
    const wrong: readonly (readonly [Partial<Resume>, string])[] = [
      [{ experience: [{ ...emptyJob, from: '2026-13' }] }, 'body.resume.experience.0.from'],
      [{ desiredPosition: 'я'.repeat(201) }, 'body.resume.desiredPosition'],
      [{ position: 'shift-lead' as Resume['position'] }, 'body.resume.position'],
      [{ keySkills: Array.from({ length: 101 }, () => 'x') }, 'body.resume.keySkills'],
      [{ education: [{ institution: '', faculty: '', speciality: '', year: 99_999 }] }, 'body.resume.education.0.year'],
    ]
    for (const [part, at] of wrong) {
      const reply = await head.send('POST', `${path}/resumes`, draftOf({ ...example.resume, ...part }))
      expect([reply.statusCode, reply.json<{ at?: string }>().at]).toEqual([400, at])
    }
  })
})

describe('results of the centre’s own data', () => {
  const find = async (question: object, person = head) => person.send('POST', `${path}/results/find`, question)
  const sign = (measure: string, more: object = {}) =>
    head.send('POST', `${path}/results`, { ...september, measure, showValues: false, showQueues: false, ...more })

  it('are what changed for the better beyond chance; noise and worse are not offered', async () => {
    const verdictsOf = async (period: object, before: object) => {
      const { candidates, hoursDue } = done<CandidatesReply>(await find({ period, before }))
      expect(hoursDue).toBe(0)
      return (id: string) => candidates.find(({ measure }) => measure === id)?.verdict
    }
    const july = { from: '2025-07-01', to: '2025-08-01' }
    const october = { from: '2025-10-01', to: '2025-11-01' }
    const november = { from: '2025-11-01', to: '2025-12-01' }
    const { period, before } = september
    expect((await verdictsOf(before, july))('asaSeconds@1')).toBe('better')
    expect((await verdictsOf(period, before))('asaSeconds@1')).toBe('noise')
    // Shorter handling is not better by itself: the registry says so, and whoever signs it decides.
    expect((await verdictsOf(period, before))('ahtSeconds@1')).toBe('neutral')
    expect((await verdictsOf(october, period))('asaSeconds@1')).toBe('worse')
    expect((await verdictsOf(november, october))('asaSeconds@1')).toBe('missing')
    const worse = await sign('asaSeconds@1', { period: october, before: period })
    expect([worse.statusCode, worse.json<{ code: string }>().code]).toEqual([422, 'resultIsWorse'])
    // Measures that share a short name are told by their own.
    const { candidates } = done<CandidatesReply>(await find(september))
    const names = candidates.map(({ name }) => name.ru)
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
    expect(names).toContain('AHT')
    const noise = await sign('asaSeconds@1')
    expect([noise.statusCode, noise.json<{ code: string }>().code]).toEqual([422, 'resultIsNoise'])
    const volume = await sign('offered@1')
    expect([volume.statusCode, volume.json<{ code: string }>().code]).toEqual([422, 'resultUnjudged'])
    expect((await sign('nothing@1')).statusCode).toBe(404)
  })

  it('say of every measure what the measures room says of it', async () => {
    const { candidates } = done<CandidatesReply>(await find(september))
    const judged = candidates.filter(({ verdict }) => verdict !== 'unjudged')
    expect(judged.length).toBeGreaterThan(25)
    for (const side of ['period', 'before'] as const) {
      const sides = judged.map((one) => (side === 'period' ? one.now : one.before))
      const measures = judged.map(({ measure }) => measure)
      for (const from of [0, 20]) {
        const asked = { ...september[side], measures: measures.slice(from, from + 20) }
        const { total } = done<MeasureReply>(await head.send('POST', `/centers/${centerId}/measures/query`, asked))
        expect(sides.slice(from, from + 20)).toEqual(
          total.figures.map(({ value, low, high, denominator }) => ({ value, low, high, counted: denominator })),
        )
      }
    }
  })

  it('are judged by one target on both sides: a promise made easier is no result', async () => {
    const july = { from: '2025-07-01', to: '2025-08-01' }
    const level = async () => {
      const { candidates } = done<CandidatesReply>(await find({ period: september.before, before: july }))
      return candidates.find(({ measure }) => measure === 'serviceLevelNeutral@1')?.verdict
    }
    const inCenter = (work: (tx: Tx) => Promise<void>) => pult.app.database.inCenter({ centerId }, work)
    // In July they waited 34 to 43 seconds, in August 4 to 13.
    expect(await level()).toBe('better')
    await inCenter(async (tx) => {
      await sql`update target set valid_to = '2025-07-31' where center_id = ${centerId}`.execute(tx)
      await sql`
        insert into target (center_id, queue_id, measure_id, value, within_seconds, valid_from, created_by)
        values (${centerId}, 0, 'serviceLevelNeutral', 0.8, 60, '2025-08-01', 'test')`.execute(tx)
    })
    expect(await level()).toBe('noise')
    await inCenter(async (tx) => {
      await sql`delete from target where center_id = ${centerId} and created_by = 'test'`.execute(tx)
      await sql`update target set valid_to = null where center_id = ${centerId}`.execute(tx)
    })
  })

  it('are signed with no more than is disclosed, and checked later', async () => {
    const bare = done<VerifiedResult>(await sign('ahtSeconds@1'))
    expect(bare.text.ru).toMatch(/: −19 %, 09\.2025 к 08\.2025$/)
    expect(bare.statement).toMatchObject({ values: null, queues: null, measure: 'ahtSeconds@1' })
    const check = async (body: object, person = head) =>
      done<CheckReply>(await person.send('POST', `${path}/results/check`, body)).state
    const { statement, signature } = bare
    expect(await check({ statement, signature })).toBe('holds')
    // Anybody of the centre who may take figures out may check what is shown to her.
    expect(await check({ statement, signature }, other)).toBe('holds')
    expect(await check({ statement: { ...statement, change: -0.5 }, signature })).toBe('forged')
    expect(
      await check({ statement, signature: `A${signature.slice(1)}` === signature ? 'B' : `A${signature.slice(1)}` }),
    ).toBe('forged')
    const told = done<VerifiedResult>(await sign('ahtSeconds@1', { showValues: true }))
    expect(told.text.en).toMatch(/3:30 → 2:50 \(−19%\), 09\.2025 against 08\.2025$/)
    // New facts of the former month come in: the numbers do not hold any more.
    await bringIn('2025-08-05', 40)
    await bringIn('2025-09-09', 160)
    await pult.app.measures.settle(centerId)
    expect(await check({ statement, signature })).toBe('changed')
    done(await head.send('DELETE', `${path}/results/${statement.resultId}`))
    expect(await check({ statement, signature })).toBe('withdrawn')
  })

  it('mark a line only where it says the signed words', async () => {
    const { resultId, text } = done<VerifiedResult>(await sign('ahtSeconds@1'))
    const lines = [
      { text: text.ru, verifiedResultId: resultId },
      { text: `${text.ru}!`, verifiedResultId: resultId },
      { text: text.ru, verifiedResultId: 'somebody-elses' },
    ]
    const resume = { ...example.resume, experience: [{ ...emptyJob, company: 'А', results: lines }] }
    const resumeId = await begin(head, draftOf(resume))
    const marks = async () =>
      (await read(head, resumeId)).draft.resume.experience[0]?.results.map((line) => line.verifiedResultId)
    expect(await marks()).toEqual([resultId, null, null])
    expect((await other.send('DELETE', `${path}/results/${resultId}`)).statusCode).toBe(404)
    done(await head.send('DELETE', `${path}/results/${resultId}`))
    expect(await marks()).toEqual([null, null, null])
  })

  it('need two periods that are over and follow each other, and somebody who sees the whole centre', async () => {
    const code = async (question: object, person = head) => {
      const reply = await find(question, person)
      return [reply.statusCode, reply.json<{ code: string }>().code]
    }
    expect(await code({ ...september, before: september.period })).toEqual([422, 'periodsOverlap'])
    expect(await code({ ...september, period: { from: '2025-10-01', to: '2099-01-01' } })).toEqual([
      422,
      'periodNotOver',
    ])
    expect(await code({ ...september, period: { from: '2025-10-01', to: '2025-10-01' } })).toEqual([
      400,
      'periodBackwards',
    ])
    // A period without a fact is no period to be compared with.
    const empty = await head.send('POST', `${path}/results`, {
      period: september.period,
      before: { from: '2025-01-01', to: '2025-02-01' },
      measure: 'ahtSeconds@1',
      showValues: false,
      showQueues: false,
    })
    expect([empty.statusCode, empty.json<{ code: string }>().code]).toEqual([422, 'coverUnlike'])
    expect(await code({ period: september.period })).toEqual([400, 'invalid'])
    expect(await code(september, await pult.comeIn(centerId, 'supervisor'))).toEqual([403, 'forbidden'])
    expect(await code(september, agent)).toEqual([403, 'forbidden'])
  })
})

describe('the market beside a résumé', () => {
  it('tells skills with their names, and an empty market as one', async () => {
    const before = done<SkillsOfMarket>(await head.get(`${path}/market-skills`))
    expect(before).toEqual({ specialisations: [], specialisationId: null, skills: [], isMadeUp: false })
    await pult.app.market.keepMadeUp(centerId, createZone('Europe/Moscow').localDate(Date.now()))
    const { skills, specialisations, isMadeUp } = done<SkillsOfMarket>(await head.get(`${path}/market-skills`))
    expect(isMadeUp).toBe(true)
    expect(specialisations.length).toBeGreaterThan(1)
    expect(skills.length).toBeGreaterThan(20)
    expect(skills.every(({ naming, named }) => naming > 0 && naming <= named)).toBe(true)
    expect((await head.get(`${path}/market-skills?specialisationId=987654`)).statusCode).toBe(404)
    expect((await agent.get(`${path}/market-skills`)).statusCode).toBe(403)
  })
})

describe('its files', () => {
  it('are made of what can be printed, with a note under verified results', async () => {
    const signed = done<VerifiedResult>(
      await head.send('POST', `${path}/results`, {
        ...september,
        measure: 'ahtSeconds@1',
        showValues: false,
        showQueues: false,
      }),
    )
    const [job] = example.resume.experience
    if (job === undefined) throw new Error('the example has a job')
    const results = [...job.results, { text: signed.text.ru, verifiedResultId: signed.resultId }]
    const resumeId = await begin(head, draftOf({ ...example.resume, experience: [{ ...job, results }] }))
    const file = (format: string, person = head) => person.get(`${path}/resumes/${resumeId}/file?format=${format}`)
    const markdown = (await file('md')).body
    expect(markdown).toContain(signed.text.ru)
    expect(markdown).toContain('ahtSeconds@1')
    expect(markdown).not.toContain('‹')
    const pdf = await file('pdf')
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(decodeURIComponent(String(pdf.headers['content-disposition']))).toContain('Елена Орлова - Руководитель')
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await file('docx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
    const { pages, missingLetters } = done<{ pages: number; missingLetters: string[] }>(
      await head.get(`${path}/resumes/${resumeId}/pages`),
    )
    expect([1, 2]).toContain(pages)
    expect(missingLetters).toEqual([])
    expect((await file('pdf', other)).statusCode).toBe(404)
    expect((await file('exe')).statusCode).toBe(400)
    const letter = { vacancy: example.vacancy, addressee: 'Кадры', paragraphs: ['Здравствуйте!'], date: '2026-11-01' }
    const { letterId } = done<{ letterId: number }>(
      await head.send('POST', `${path}/resumes/${resumeId}/letters`, letter),
    )
    expect((await head.get(`${path}/letters/${letterId}/file?format=md`)).body).toContain('Здравствуйте!')
    expect((await other.get(`${path}/letters/${letterId}/file?format=md`)).statusCode).toBe(404)
    // A script may have data rendered: nothing of anybody is read for it.
    const rendered = await pult.system.send('POST', `${path}/render?format=md`, example.resume)
    expect(rendered.body).toContain('Елена Орлова')
  })
})

describe('a résumé from a file', () => {
  const bring = (name: string, bytes: Buffer) =>
    pult.app.http.app.inject({
      method: 'POST',
      url: `${API}${path}/files?name=${encodeURIComponent(name)}`,
      headers: { host: 'pult.test', ...head.headers, 'content-type': 'application/octet-stream' },
      payload: Readable.from([bytes]),
    })

  it('is read and given back, and kept by nobody', async () => {
    const before = done<{ resumes: unknown[] }>(await head.get(`${path}/resumes`)).resumes.length
    const text = (await head.send('POST', `${path}/render?format=md`, example.resume)).body
    const read = done<ReadResumeReply>(await bring('резюме.md', Buffer.from(`${text}\n\nЧто-то ещё про рыбалку\n`)))
    expect(read.resume.contacts?.name).toBe('Елена Орлова')
    expect(read.resume.experience?.map(({ company }) => company)).toEqual(['Северный берег', 'Линия связи'])
    expect(JSON.stringify(read)).toContain('рыбалку')
    expect(done<{ resumes: unknown[] }>(await head.get(`${path}/resumes`)).resumes).toHaveLength(before)
    // What was read can be begun with.
    await begin(head, draftOf({ ...beginResume('ru', 'head-of-contact-center'), ...read.resume }))
  })

  it('is refused with what to do', async () => {
    const code = async (name: string, bytes: Buffer) => (await bring(name, bytes)).json<{ code: string }>().code
    expect(await code('cv.docm', Buffer.from('PK'))).toBe('resumeWithMacros')
    expect(await code('cv.pdf', Buffer.from('%PDF-1.7 nothing more'))).toBe('resumeDamaged')
    expect(await code('cv.docx', Buffer.alloc(0))).toBe('resumeEmpty')
    expect((await bring('cv.txt', Buffer.alloc(11 * 1024 * 1024, 'a'))).statusCode).toBe(413)
  })
})

describe('everything of one person', () => {
  it('can be taken along and deleted, and only hers', async () => {
    const kept = await begin(other)
    const all = done<{ resumes: ResumeReply[] }>(await head.get(`${path}/all`))
    expect(all.resumes.length).toBeGreaterThan(2)
    expect(all.resumes.some(({ resumeId }) => resumeId === kept)).toBe(false)
    done(await head.send('DELETE', `${path}/all`))
    expect(done<{ resumes: unknown[]; results: unknown[] }>(await head.get(`${path}/all`))).toEqual({
      resumes: [],
      results: [],
    })
    await read(other, kept)
  })
})
