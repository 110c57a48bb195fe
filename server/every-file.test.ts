import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { BROKEN_IMPORT, type ImportKind, type Preview } from '@pult/contract/imports'
import { createSkillFinder } from '@pult/engine/market'

import { ResumeRefusal } from './career/documents/read/refusal.ts'
import { readResumeFile } from './career/documents/read/read-resume-file.ts'
import { resumeToDocx, resumeToMarkdown, resumeToPdf } from './career/documents/index.ts'
import { fullResume } from './career/documents/testing/resumes.ts'
import { createAmiLines } from './connectors/ami-lines.ts'
import { createSwitchLines } from './connectors/freeswitch-lines.ts'
import { guessMapping } from './contacts/importers/guess-mapping.ts'
import { createQueueLogAssembler } from './contacts/importers/queue-log/queue-log.ts'
import { UnreadableFile } from './contacts/importers/reading.ts'
import { createCollector } from './contacts/imports/collector.ts'
import { preview } from './contacts/imports/preview.ts'
import { readFile } from './contacts/imports/read-file.ts'
import { readVacancyFile } from './market/vacancy-file.ts'
import { withoutContacts } from './market/without-contacts.ts'
import { RequestProblem } from './platform/index.ts'
import { broken } from './testing/attack/broken-files.ts'
import * as good from './testing/attack/good-files.ts'
import { bringInto, factsStored, finishedImport } from './testing/bring-in.ts'
import { API, openTestApp, type TestApp } from './testing/test-app.ts'
import { zipOf } from './testing/zip.ts'

// Every importer on files that are broken: it ends, with a report or a clear problem, and nothing stays half stored. Longer by hand:
// PULT_ATTACK_SECONDS=300 PULT_ATTACK_SEED=7 npx vitest run --project server server/every-file

const seed = Number(process.env['PULT_ATTACK_SEED'] ?? 20_261_129)
/** For each importer; beside it a number of files, so that a slow machine tries as many as a fast one. */
const LONG_MS =
  process.env['PULT_ATTACK_SECONDS'] === undefined ? null : Number(process.env['PULT_ATTACK_SECONDS']) * 1000
const effort = (files: number) =>
  LONG_MS === null ? { seed, numRuns: files } : { seed, numRuns: 1e7, interruptAfterTimeLimit: LONG_MS }
// A test breaks a file in two walks of that length at most.
if (LONG_MS !== null) vi.setConfig({ testTimeout: 2 * LONG_MS + 180_000 })

const NOW = Date.UTC(2026, 10, 23)
/** What a page would still wait for. */
const TOO_LONG_MS = 10_000

let folder: string
let pult: TestApp
let centerId: number
let tried = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pult-broken-'))
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Центр')
})
afterAll(async () => {
  console.log(`broken files tried: ${tried}, from seed ${seed}`)
  await pult.close()
  await rm(folder, { recursive: true, force: true })
})

/** Runs a reader on broken files; what it throws must be a refusal that says what is wrong. */
async function breaks(
  bytes: Buffer,
  files: number,
  read: (bytes: Buffer) => Promise<void>,
  isRefusal: (error: unknown) => boolean,
): Promise<void> {
  // The whole one is taken, else the broken ones would prove nothing.
  await read(bytes)
  await fc.assert(
    fc.asyncProperty(broken(bytes), async (damaged) => {
      tried += 1
      const began = performance.now()
      try {
        await read(damaged)
      } catch (error) {
        if (!isRefusal(error)) throw error
      }
      expect(performance.now() - began).toBeLessThan(TOO_LONG_MS)
    }),
    effort(files),
  )
}

const isProblem = (error: unknown): boolean => error instanceof RequestProblem && error.status < 500

const files: Record<
  string,
  { readonly kind: ImportKind; readonly bytes: () => Buffer | Promise<Buffer>; readonly many: number }
> = {
  'a queue_log': { kind: 'queueLog', bytes: () => Buffer.from(good.queueLog().join('\n')), many: 50 },
  'a table': { kind: 'csv', bytes: () => Buffer.from(good.table()), many: 50 },
  'call records of Asterisk': { kind: 'csv', bytes: () => Buffer.from(good.asteriskCdr()), many: 50 },
  'call records of FreeSWITCH': { kind: 'csv', bytes: () => Buffer.from(good.freeSwitchCdr()), many: 50 },
  'a workbook': { kind: 'xlsx', bytes: () => good.workbook(), many: 20 },
}

describe.each(Object.entries(files))('%s, broken', (_name, { kind, bytes, many }) => {
  it('is looked at and read to its end, or refused with a sentence', async () => {
    const whole = await bytes()
    const path = join(folder, `file.${kind}`)
    await writeFile(path, whole)
    const { mapping } = await preview({ path, kind, timeZone: 'Europe/Moscow', templates: [], now: NOW })
    const look = async (damaged: Buffer): Promise<void> => {
      await writeFile(path, damaged)
      await preview({ path, timeZone: 'Europe/Moscow', templates: [], now: NOW })
    }
    await breaks(whole, Math.ceil(many / 2), look, isProblem)
    const readAll = async (damaged: Buffer): Promise<void> => {
      await writeFile(path, damaged)
      const collector = createCollector()
      const options = { kind, mapping, timeZone: 'Europe/Moscow', now: NOW, unfinished: { legs: [], states: [] } }
      await readFile(path, options, collector, () => Promise.resolve())
      for (const parts of collector.takeParts()) collector.join(parts)
      const { contacts } = collector.take()
      expect(contacts.filter(({ offeredAt, waitMs }) => !Number.isSafeInteger(offeredAt) || !(waitMs >= 0))).toEqual([])
    }
    await breaks(whole, many, readAll, (error) => error instanceof UnreadableFile)
  })

  it('is imported or refused, and undone leaves nothing', async () => {
    const whole = await bytes()
    const path = join(folder, `file.${kind}`)
    await writeFile(path, whole)
    const mapping: Preview['mapping'] = (
      await preview({ path, kind, timeZone: 'Europe/Moscow', templates: [], now: NOW })
    ).mapping
    const [damaged = whole] = fc.sample(broken(whole), { seed, numRuns: 1 })
    const found = await bringInto(pult, centerId, damaged, {
      kind,
      fileName: 'broken',
      ...(mapping === null ? {} : { mapping }),
    })
    tried += 1
    expect(['done', 'failed']).toContain(found.status)
    expect(found.problem).not.toBe(BROKEN_IMPORT)
    if (found.status === 'done') {
      const path = `/centers/${centerId}/imports/${found.importId}`
      expect((await pult.system.send('POST', `${path}/undo`)).statusCode).toBe(200)
      expect((await finishedImport(pult, centerId, found.importId)).status).toBe('undone')
    }
    expect(await factsStored(pult, centerId)).toEqual({ legs: [], states: [] })
  })
})

describe('what broke a reader once', () => {
  it('a word of a million letters that is no address, among saved vacancies', () => {
    const long = 'x'.repeat(1_000_000)
    expect(withoutContacts({ text: `${long} head@example.com ${long}` })).toEqual({ text: `${long} … ${long}` })
  })

  it('text in the place of a column’s name', () => {
    const { mapping } = guessMapping(['Очередь'.repeat(50), 'Дата'], [['Заказы', '2026-11-05 10:00:00']], true)
    expect(mapping?.queue).toBeUndefined()
  })

  it('a workbook whose zip is whole and whose parts are not', async () => {
    const path = join(folder, 'parts.xlsx')
    await writeFile(
      path,
      zipOf([
        { name: 'xl/workbook.xml', content: '<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>' },
        { name: 'xl/worksheets/sheet1.xml', content: '<worksheet></sheetData></styleSheet>' },
      ]),
    )
    const looked = preview({ path, timeZone: 'Europe/Moscow', templates: [], now: NOW })
    await expect(looked).rejects.toMatchObject({ code: 'notWorkbook', status: 422 })
  })
})

const event = (names: readonly string[], values: readonly string[]): fc.Arbitrary<Record<string, string>> =>
  fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary', maxLength: 30 })),
    { noNullPrototype: true },
  )

describe('events of a phone system, whatever stands in them', () => {
  const linesTo = (lines: readonly string[]): void => {
    const assembler = createQueueLogAssembler(createCollector(), () => NOW, { legs: [], states: [] })
    for (const [index, line] of lines.entries()) {
      expect(line.split('|').length).toBeGreaterThanOrEqual(5)
      assembler.line(line, index + 1)
    }
    assembler.end()
  }
  const odd = ['1', 'q', 'SIP/1', '-5', '1e400', 'a|b', 'a\r\nb', '1762330000', '9e15', '<unknown>', '', 'constructor']

  it('become lines of a log, from Asterisk', () => {
    const events = [
      'QueueCallerJoin',
      'QueueCallerAbandon',
      'QueueCallerLeave',
      'AgentRingNoAnswer',
      'AgentConnect',
      'AgentComplete',
      'QueueMemberAdded',
      'QueueMemberPause',
      'QueueMemberRemoved',
      'AgentLogin',
      'AgentLogoff',
    ]
    const names = [
      'Event',
      'Queue',
      'Uniqueid',
      'MemberName',
      'Interface',
      'Timestamp',
      'HoldTime',
      'TalkTime',
      'Reason',
      'Paused',
      'CallerIDNum',
      'Position',
    ]
    const message = fc
      .tuple(fc.constantFrom(...events), event(names, odd))
      .map(([name, rest]) => ({ ...rest, Event: name }))
    fc.assert(
      fc.property(fc.array(message, { maxLength: 30 }), (messages) => {
        const ami = createAmiLines()
        linesTo([...messages.flatMap((one, index) => ami.event(one, NOW + index)), ...ami.late(NOW + 60_000)])
      }),
      effort(300),
    )
  })

  it('become lines of a log, from FreeSWITCH', () => {
    const actions = [
      'member-queue-start',
      'bridge-agent-start',
      'bridge-agent-fail',
      'bridge-agent-end',
      'member-queue-end',
      'agent-status-change',
    ]
    const names = [
      'CC-Queue',
      'CC-Member-UUID',
      'CC-Agent',
      'CC-Cause',
      'CC-Cancel-Reason',
      'CC-Member-Joined-Time',
      'CC-Agent-Called-Time',
      'CC-Agent-Status',
      'Event-Date-Timestamp',
      'CC-Agent-Aborted-Time',
    ]
    const message = fc
      .tuple(fc.constantFrom(...actions), event(names, [...odd, 'Cancel', 'TIMEOUT', 'On Break', '1762330000000000']))
      .map(([action, rest]) => ({ ...rest, 'CC-Action': action }))
    fc.assert(
      fc.property(fc.array(message, { maxLength: 30 }), (messages) => {
        const lines = createSwitchLines()
        linesTo(messages.flatMap((one, index) => [...lines.event(one, NOW + index)]))
      }),
      effort(300),
    )
  })
})

it('a stream of JSON, broken, is answered line by line and stores whole records only', async () => {
  const bytes = Buffer.from(good.jsonStream())
  await breaks(
    bytes,
    20,
    async (damaged) => {
      const reply = await pult.app.http.app.inject({
        method: 'POST',
        url: `${API}/centers/${centerId}/stream?source=json`,
        headers: { ...pult.system.headers, 'content-type': 'application/octet-stream' },
        payload: damaged,
      })
      expect(reply.statusCode).toBe(200)
      const answers = reply.body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { storedTo: number })
      expect(answers.length).toBeGreaterThan(0)
    },
    () => false,
  )
  const stored = await pult.app.database.inCenter({ centerId }, (tx) =>
    sql<{
      wrong: number
    }>`select count(*)::integer as wrong from contact_leg where center_id = ${centerId} and (outcome is null or wait_ms is null)`.execute(
      tx,
    ),
  )
  expect(stored.rows[0]?.wrong).toBe(0)
})

describe('saved vacancies, broken', () => {
  const findSkills = createSkillFinder(['WFM', 'Обучение персонала'])
  it.each([
    ['as JSON', () => good.vacanciesJson()],
    ['as a table', () => good.vacanciesTable()],
  ])('are read or refused with a sentence, %s', async (_form, text) => {
    await breaks(
      Buffer.from(text()),
      200,
      (bytes) => Promise.resolve().then(() => void readVacancyFile(bytes, findSkills)),
      isProblem,
    )
  })
})

describe('a résumé, broken', () => {
  it.each([
    ['DOCX', 60, () => resumeToDocx(fullResume)],
    ['PDF', 25, async () => (await resumeToPdf(fullResume)).bytes],
    ['Markdown', 150, () => Promise.resolve(Buffer.from(resumeToMarkdown(fullResume)))],
  ] as const)('is read or refused with a sentence: %s', async (form, many, print) => {
    const name = form === 'Markdown' ? 'a.md' : 'a'
    await breaks(
      await print(),
      many,
      async (bytes) => void (await readResumeFile(bytes, name)),
      (error) => error instanceof ResumeRefusal,
    )
  })
})
