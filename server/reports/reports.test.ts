import { setTimeout as rest } from 'node:timers/promises'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import excel from 'exceljs'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ReportDocument, ReportSection } from '@pult/contract/report-words'
import type { ReportRun, Reports } from '@pult/contract/reports'
import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import { createRandom } from '@pult/engine/numeric'
import { addDays, addMonths, datesBetween, isoWeekday, monthOf } from '@pult/engine/time'

import { ownConditions } from '../alerts/own-conditions.ts'
import { openSmtpStandIn, type SmtpStandIn } from '../messages/testing/smtp-stand-in.ts'
import { API, done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { periodOver } from './report-times.ts'
import { queryOfView } from './view-document.ts'

const HOUR = 3_600_000
let smtp: SmtpStandIn
let pult: TestApp
let centerId: number
/** The Monday of the week that is over last, in Moscow: the schedule counts from today. */
let monday: string

const at = (path = ''): string => `/centers/${centerId}/reports${path}`
const runAt = (path: string): string => `/centers/${centerId}/report-runs${path}`

interface Week {
  readonly monday: string
  readonly callsAnHour: number
  readonly handlingMs: number
  /** Who serves one of them waits at most so long. */
  readonly waitMs: (chance: number) => number
}

/** Two queues, two hours a day. Weeks of the same kind are alike to the call, whenever the test runs. */
function contactsOf({ monday: first, callsAnHour, handlingMs, waitMs }: Week): ContactRecord[] {
  const random = createRandom(`${callsAnHour} calls an hour`)
  return Array.from({ length: 7 * 2 * callsAnHour }, (_, index): ContactRecord => {
    const [day, place] = [Math.floor(index / (2 * callsAnHour)), index % (2 * callsAnHour)]
    const start = Date.parse(`${addDays(first, day)}T07:00:00Z`)
    const leg = {
      sourceKey: `${first}-${index}`,
      contactRef: `${first}-${index}`,
      leg: 1,
      channel: 'voice',
      direction: 'inbound',
      queue: place % 3 === 0 ? 'Заказы' : 'Справка',
      offeredAt: start + Math.floor((place * 2 * HOUR) / (2 * callsAnHour)),
    } as const
    const wait = waitMs(random.uniform())
    if (wait > 90_000) return { ...leg, outcome: 'abandoned', waitMs: 90_000 }
    return { ...leg, outcome: 'answered', agent: `Агент ${index % 4}`, waitMs: wait, talkMs: handlingMs, acwMs: 10_000 }
  })
}

const statesOf = (first: string, agents: number): AgentStateRecord[] =>
  Array.from({ length: 7 * agents }, (_, index): AgentStateRecord => {
    const startedAt = Date.parse(`${addDays(first, Math.floor(index / agents))}T07:00:00Z`)
    return {
      sourceKey: `s-${first}-${index}`,
      agent: `Агент ${index % agents}`,
      state: 'session',
      startedAt,
      endedAt: startedAt + 2 * HOUR,
    }
  })

async function bring(contacts: readonly ContactRecord[], states: readonly AgentStateRecord[]): Promise<void> {
  const target = await pult.app.database.inCenter({ centerId }, async (tx) => {
    const source = await sql<{ id: number }>`
      insert into source (center_id, name, kind) values (${centerId}, 'АТС', 'api') on conflict (center_id, name) do update set kind = excluded.kind returning source_id as id`.execute(
      tx,
    )
    const sourceId = source.rows[0]?.id ?? 0
    const made = await sql<{ id: number }>`
      insert into import (center_id, source_id, kind, file_name, created_by) values (${centerId}, ${sourceId}, 'api', 'тест', 'test') returning import_id as id
    `.execute(tx)
    return { importId: made.rows[0]?.id ?? 0, sourceId, onConflict: 'reject' as const }
  })
  await pult.app.contacts.intake.add({ centerId }, target, { contacts: [...contacts], states: [...states] })
  await pult.app.measures.settle(centerId)
}

beforeAll(async () => {
  smtp = await openSmtpStandIn()
  pult = await openTestApp({
    started: true,
    more: { messageRest: 0.01, publicUrl: 'https://pult.example.com' },
  })
  centerId = await pult.createCenter('Наш')
  const today = new Date(Date.now() + 3 * HOUR).toISOString().slice(0, 10)
  monday = addDays(today, -6 - isoWeekday(today))
  const before = addDays(monday, -7)
  const calm = { callsAnHour: 30, handlingMs: 180_000, waitMs: (chance: number) => (chance < 0.85 ? 5000 : 40_000) }
  const hard = {
    callsAnHour: 45,
    handlingMs: 230_000,
    waitMs: (chance: number) => (chance < 0.55 ? 5000 : chance < 0.85 ? 60_000 : 120_000),
  }
  await bring(
    [
      // Two hard weeks long ago, one like the other.
      ...contactsOf({ monday: addDays(monday, -63), ...hard }),
      ...contactsOf({ monday: addDays(monday, -56), ...hard }),
      ...contactsOf({ monday: addDays(before, -7), ...calm }),
      ...contactsOf({ monday: before, ...calm }),
      ...contactsOf({ monday, ...hard }),
    ],
    [
      ...[-63, -56].flatMap((days) => statesOf(addDays(monday, days), 4)),
      ...statesOf(addDays(before, -7), 4),
      ...statesOf(before, 4),
      ...statesOf(monday, 4),
    ],
  )
  done(
    await pult.system.send('POST', `/centers/${centerId}/targets`, {
      queueId: null,
      measureId: 'serviceLevelNeutral',
      value: 0.8,
      withinSeconds: 20,
      validFrom: '2020-01-01',
    }),
  )
})
afterAll(async () => {
  await pult.close()
  await smtp.close()
})

const preview = async (more: object = {}): Promise<ReportDocument> =>
  done(await pult.system.send('POST', at('/preview'), { rhythm: 'weekly', on: monday, language: 'en', ...more }))

const rowOf = (document: ReportDocument, name: string): (number | null)[] => {
  const rows = document.sections.flatMap(({ tables }) => tables.flatMap((table) => table.rows))
  const found = rows.find(([first]) => first?.text.startsWith(name) === true)
  if (found === undefined) throw new Error(`there is no row ${name}`)
  return found.map(({ value }) => value)
}

const sayings = ({ sections }: ReportDocument): string =>
  sections.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')

describe('the report to management', () => {
  it('says what happened, and its shares of the change add up with what is not explained', async () => {
    const document = await preview()
    expect(document.sections.map(({ title }) => title)).toEqual(['What happened', 'Why', 'What to do'])
    const [, offered, offeredBefore] = rowOf(document, 'Offered')
    expect([offered, offeredBefore]).toEqual([630, 420])
    const drivers = document.sections[1]?.tables[0]?.rows.find(([first]) => first?.text === 'Service level') ?? []
    const [, before, now, change, volume, handling, staff, mix, left] = drivers.map(({ value }) => value)
    // In points, as they are read; the rates themselves are fractions.
    expect(((now ?? 0) - (before ?? 0)) * 100).toBeCloseTo(change ?? 0, 6)
    expect((volume ?? 0) + (handling ?? 0) + (staff ?? 0) + (mix ?? 0) + (left ?? 0)).toBeCloseTo(change ?? 0, 6)
    // Every step of the picture has its name.
    for (const name of ['Before', 'Volume', 'Handling time', 'Staff present', 'Mix', 'Not explained', 'Period'])
      expect(document.sections[1]?.charts[0]?.svg).toContain(`>${name}<`)
    expect(volume).toBeLessThan(0)
    expect(handling).toBeLessThan(0)
    const [, workBefore, workNow, more, byVolume, byHandling, , byMix] = rowOf(document, 'Work, hours a day')
    expect(workBefore).toBeCloseTo((60 * 190) / 3600, 6)
    expect(workNow).toBeCloseTo((90 * 240) / 3600, 6)
    expect((byVolume ?? 0) + (byHandling ?? 0) + (byMix ?? 0)).toBeCloseTo(more ?? 0, 6)
    expect(document.definitions.map(({ reference }) => reference)).toContain('serviceLevelNeutral@1')
  })

  it('says what to do by figures: hours under the target, days, alerts', async () => {
    const document = await preview()
    expect(sayings(document)).toMatch(/service level under its target 80\/20 on \d of 7 days/)
    expect(sayings(document)).toContain('No open alerts')
    const shortfalls = document.sections[2]?.tables[0]
    expect(shortfalls?.rows.length).toBeGreaterThan(0)
    for (const row of shortfalls?.rows ?? []) expect(row[2]?.value).toBeLessThan(row[3]?.value ?? 0)
  })

  it('explains no noise: a week like the one before', async () => {
    const document = await preview({ on: addDays(monday, -7) })
    expect(document.sections[1]).toEqual({
      title: 'Why',
      lines: [{ text: expect.stringMatching(/^Nothing out of the ordinary happened/), path: null }],
      charts: [],
      tables: [],
    })
    // The same words are not said of a week that is out of it.
    expect(sayings(await preview())).not.toContain('Nothing out of the ordinary')
  })

  it('explains a week that is as usual, and usually under its target', async () => {
    const document = await preview({ on: addDays(monday, -56) })
    expect(sayings(document)).not.toContain('Noise is not explained')
    expect(sayings(document)).toContain('yet the target is missed, and so explained: Service level, Abandon rate.')
    expect(document.sections[1]?.tables[0]?.rows.map(([first]) => first?.text)).toEqual([
      'Service level',
      'Abandon rate',
    ])
  })

  it('draws the target that calls are held against, whatever another channel’s is', async () => {
    const { queueId } = done<{ queueId: number }>(
      await pult.system.send('POST', `/centers/${centerId}/queues`, { name: 'Почта', channel: 'email' }),
    )
    done(
      await pult.system.send('POST', `/centers/${centerId}/targets`, {
        queueId,
        measureId: 'serviceLevelNeutral',
        value: 0.9,
        withinSeconds: 14_400,
        validFrom: '2020-01-01',
      }),
    )
    const document = await preview()
    expect(document.sections[0]?.charts[1]?.svg).toContain('stroke-dasharray="4 2"')
    // What is called met or missed tells by what.
    const all = document.sections[0]?.tables[1]?.rows.at(-1)?.map(({ text }) => text) ?? []
    expect(all.slice(4, 6)).toEqual(['80/20', 'missed'])
  })

  it('explains nothing where there is nothing to compare with', async () => {
    for (const rhythm of ['daily', 'weekly'])
      expect(sayings(await preview({ rhythm, on: addDays(monday, -14) }))).toContain('There is nothing to compare with')
  })

  it('draws a day without data as not known, and not as a day without calls', async () => {
    const barsOf = async (): Promise<number> => {
      const document = await preview({ rhythm: 'monthly' })
      return document.sections[0]?.charts[0]?.svg.match(/<rect /g)?.length ?? 0
    }
    const days = datesBetween(monthOf(monday), addMonths(monday, 1))
    expect(await barsOf()).toBe(days.length)
    const empty = days.find((day) => day < addDays(monday, -14) || day > addDays(monday, 6)) ?? ''
    // A whole day of Moscow.
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`insert into data_gap (center_id, source_id, started_at, ended_at) select center_id, source_id, ${new Date(`${addDays(empty, -1)}T21:00:00Z`)},
        ${new Date(`${empty}T21:00:00Z`)} from source where center_id = ${centerId}`.execute(tx),
    )
    expect(await barsOf()).toBe(days.length - 1)
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`delete from data_gap where center_id = ${centerId}`.execute(tx),
    )
  })

  it('ends in words where there is no data', async () => {
    const document = await preview({ rhythm: 'monthly', on: '2020-02-10', language: 'ru' })
    expect(sayings(document)).toContain('ни одного обращения. Отчитываться не о чем')
    expect(document.definitions).toEqual([])
  })

  it('is two pages of A4 in Russian, with its definitions, and a workbook of numbers', async () => {
    const pdf = await pult.system.send('POST', at(`/draw?rhythm=weekly&on=${monday}&language=ru&format=pdf`))
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf.rawPayload)), {
      mergePages: true,
    })
    expect(totalPages).toBe(2)
    for (const words of ['Отчёт руководству за неделю: Наш', 'Почему', 'Не объяснено', 'serviceLevelNeutral@1'])
      expect(text).toContain(words)
    const folder = process.env['PULT_PICTURES']
    if (folder !== undefined) await writeFile(join(folder, 'report.pdf'), pdf.rawPayload)
    const file = await pult.system.send('POST', at(`/draw?rhythm=weekly&on=${monday}&language=en&format=xlsx`))
    const book = new excel.Workbook()
    // exceljs was typed for an older Buffer.
    await book.xlsx.load(file.rawPayload as unknown as Parameters<typeof book.xlsx.load>[0])
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Report', 'Definitions'])
    const cells: { value: unknown; format: string }[] = []
    book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => cells.push({ value: cell.value, format: cell.numFmt })))
    expect(cells).toContainEqual({ value: 630, format: '#,##0' })
    expect(cells.some(({ value, format }) => typeof value === 'number' && value < 1 && format === '0.0%')).toBe(true)
  })
})

const draft = (more: object = {}): object => ({
  name: 'Неделя',
  rhythm: 'weekly',
  day: 1,
  minute: 540,
  language: 'ru',
  mails: ['boss@example.com'],
  ...more,
})

const create = async (more: object = {}): Promise<number> =>
  done<{ reportId: number }>(await pult.system.send('POST', at(), draft(more))).reportId

async function settledRun(reportId: number, count = 1): Promise<ReportRun> {
  for (;;) {
    const { runs } = done<{ runs: ReportRun[] }>(await pult.system.get(at(`/${reportId}/runs`)))
    const [run] = runs
    if (run !== undefined && runs.length >= count && run.status !== 'waiting' && run.underway === 0) return run
    await rest(50)
  }
}

describe('a report on a schedule', () => {
  it('is about what is over', () => {
    expect(periodOver('daily', '2026-03-01')).toEqual({ firstDay: '2026-02-28', lastDay: '2026-02-28' })
    expect(periodOver('weekly', '2026-11-29')).toEqual({ firstDay: '2026-11-16', lastDay: '2026-11-22' })
    expect(periodOver('monthly', '2026-01-31')).toEqual({ firstDay: '2025-12-01', lastDay: '2025-12-31' })
  })

  it('missed for weeks is made once, sent with both files, and is kept byte for byte', async () => {
    const server = { host: '127.0.0.1', port: smtp.port, security: 'open', user: null, fromAddress: 'pult@example.com' }
    done(await pult.system.send('PUT', `/centers/${centerId}/messages/mail-server`, server))
    const head = await pult.comeIn(centerId, 'head')
    const reportId = await create({ members: [head.userId] })
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update report set next_at = now() - interval '30 days' where center_id = ${centerId}`.execute(tx),
    )
    await pult.app.reports.due()
    expect(await pult.app.reports.due()).toBe(0)
    const run = await settledRun(reportId)
    expect(run).toMatchObject({ status: 'made', firstDay: monday, madeByName: '', sent: 2, notSent: 0 })
    expect(run.files.map(({ format }) => format)).toEqual(['pdf', 'xlsx'])
    expect(smtp.letters.map(({ to }) => to[0]).toSorted()).toEqual(['boss@example.com', head.email].toSorted())
    const raw = smtp.letters[0]?.raw ?? ''
    expect(raw.match(/Content-Disposition: attachment/g)).toHaveLength(2)
    const take = async (): Promise<Buffer> =>
      (await head.send('POST', runAt(`/${run.runId}/file?format=pdf`))).rawPayload
    const first = await take()
    expect(first.subarray(0, 5).toString()).toBe('%PDF-')
    // Facts that come later do not change what was reported.
    await bring(
      [...contactsOf({ monday: addDays(monday, -21), callsAnHour: 5, handlingMs: 60_000, waitMs: () => 1000 })],
      [],
    )
    expect((await take()).equals(first)).toBe(true)
    const document = done<ReportDocument>(await head.get(runAt(`/${run.runId}`)))
    expect(document.title).toBe('Отчёт руководству за неделю: Наш')
    const { reports } = done<Reports>(await head.get(at()))
    expect(Date.parse(reports[0]?.nextAt ?? '')).toBeGreaterThan(Date.now())
  })

  it('tells that letters did not go, keeps no more than asked, and says that a view is gone', async () => {
    const view = done<{ viewId: number }>(
      await pult.system.send('POST', `/centers/${centerId}/measures/views`, {
        name: 'По очередям',
        state: { search: '?by=queue&measures=offered,serviceLevelNeutral&period=this-week' },
      }),
    )
    const mails = ['nobody@example.com']
    const reportId = await create({
      content: 'view',
      viewId: view.viewId,
      keep: 2,
      mails,
      formats: ['xlsx'],
      language: 'en',
    })
    for (const count of [1, 2, 2]) {
      done(await pult.system.send('POST', at(`/${reportId}/runs`), { isSent: false }))
      await settledRun(reportId, count)
    }
    let kept = done<{ runs: ReportRun[] }>(await pult.system.get(at(`/${reportId}/runs`))).runs
    while (kept.some(({ status }) => status === 'waiting') || kept.length > 2) {
      await rest(50)
      kept = done<{ runs: ReportRun[] }>(await pult.system.get(at(`/${reportId}/runs`))).runs
    }
    expect(kept).toHaveLength(2)
    const document = done<ReportDocument>(await pult.system.get(runAt(`/${kept[0]?.runId}`)))
    expect(document.sections[0]?.tables[0]?.rows.at(-1)?.map(({ value }) => value)[1]).toBe(630)
    done(await pult.system.send('DELETE', `/centers/${centerId}/messages/mail-server`))
    expect(done(await pult.system.send('POST', runAt(`/${kept[0]?.runId}/send`)))).toEqual({ messages: 1 })
    for (;;) {
      const [newest] = done<{ runs: ReportRun[] }>(await pult.system.get(at(`/${reportId}/runs`))).runs
      if (newest?.notSent === 1) break
      await rest(50)
    }
    done(await pult.system.send('DELETE', `/centers/${centerId}/measures/views/${view.viewId}`))
    done(await pult.system.send('POST', at(`/${reportId}/runs`), { isSent: true }))
    for (;;) {
      const [newest] = done<{ runs: ReportRun[] }>(await pult.system.get(at(`/${reportId}/runs`))).runs
      if (newest?.status === 'failed') {
        expect(newest.problem).toBe('viewGone')
        break
      }
      await rest(50)
    }
    // Nobody sits by when its time comes: whoever is told of failed work is told.
    const conditions = await pult.app.database.inCenter({ centerId }, (tx) =>
      ownConditions(tx, centerId, new Set(['job'])),
    )
    expect(conditions).toMatchObject([
      { kind: 'job', subject: `report ${reportId}`, state: 'bad', words: { ru: 'Отчёт не сделан: Неделя' } },
    ])
  })

  it('tells a saved view as its page does: the centre’s own measures, what they were before, their course, all on paper', async () => {
    const keep = async (search: string): Promise<number> => {
      const body = { name: `Вид ${search}`, state: { search } }
      return done<{ viewId: number }>(await pult.system.send('POST', `/centers/${centerId}/measures/views`, body))
        .viewId
    }
    const told = async (search: string, more: object = {}): Promise<ReportSection> => {
      const document = await preview({ content: 'view', viewId: await keep(search), ...more })
      return document.sections[0] ?? { title: '', lines: [], charts: [], tables: [] }
    }
    const usual = await told('?by=day')
    expect(usual.charts.map(({ label }) => label)).toEqual(['Offered', 'Answered'])
    expect(usual.tables.map(({ head }) => head.length)).toEqual([1 + 2 * 4, 1 + 2 * 2])
    expect(usual.tables[0]?.head.some((head) => head.startsWith('Service level'))).toBe(true)
    const [, offered, before] = usual.tables[0]?.rows.at(-1) ?? []
    expect([offered?.value, before?.value]).toEqual([630, 420])
    // As people read it: no signs of definitions, no days of machines, no seconds without a unit.
    expect(usual.tables[0]?.head.slice(0, 3)).toEqual([
      'Day',
      'Offered',
      expect.stringMatching(/^before: \d.* 20\d\d$/),
    ])
    expect(usual.tables[0]?.rows[0]?.[0]?.text).toMatch(/^\d{2}\/\d{2}\/20\d\d$/)
    expect(usual.tables[1]?.rows.at(-1)?.[1]?.text).toMatch(/^\d+:\d{2}$/)
    // What the page shows where the view opens is what is printed.
    const map = await told('?by=day&tab=heatmap&map=serviceLevel')
    expect(map.charts.map(({ label }) => label)).toEqual(['Service level'])
    expect(map.tables[0]?.head.slice(0, 3)).toEqual(['Half-hour', 'Mon', 'Tue'])
    const [halfHour] = map.tables[0]?.rows ?? []
    expect(halfHour?.[0]?.text).toMatch(/^\d\d:[03]0$/)
    expect(halfHour?.some(({ format, value }) => format === '0.0%' && value !== null)).toBe(true)
    expect(map.charts[0]?.svg.match(/<rect/g)?.length).toBe(
      24 + (map.tables[0]?.rows ?? []).flat().filter(({ value }) => value !== null).length,
    )
    const curve = await told('?by=day&tab=curve')
    expect(curve.charts.map(({ label }) => label)).toEqual(['Service level over the threshold, contacts: 630'])
    expect(curve.charts[0]?.svg.match(/<path/g)?.length).toBe(curve.tables[0]?.rows.length)
    const [rule] = curve.tables[0]?.rows ?? []
    const shares = rule?.slice(1).map(({ value }) => value ?? 0) ?? []
    expect(shares).toHaveLength(11)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    const alone = await told('?by=day&compare=none&measures=serviceLevel,offered')
    expect(alone.tables[0]?.head).toHaveLength(3)
    expect(alone.charts[0]?.svg).toContain('stroke-dasharray')
    // Half-hours by the centre's clock.
    const halves = await told('?by=interval', { rhythm: 'daily' })
    expect(halves.charts[0]?.svg).toContain('>10:00<')
    expect(halves.charts[0]?.svg).not.toContain('T07')
    const many = await told(`?by=queue&compare=both&measures=offered,answered,abandonRate,asaSeconds,ahtSeconds`)
    expect(many.charts).toEqual([])
    const state = { search: '?definitions=2026-03-02T09:00:00Z' }
    const days = { firstDay: '2026-03-02', lastDay: '2026-03-08' }
    expect(queryOfView({ name: 'Как тогда', state }, days).definitionsAsOf).toBe('2026-03-02T09:00:00.000Z')
    expect(many.tables.map(({ head }) => head.length)).toEqual([7, 7, 4])
  })

  it('is read by those who see the whole centre, and changed by fewer', async () => {
    const reportId = await create()
    const analyst = await pult.comeIn(centerId, 'analyst')
    const supervisor = await pult.comeIn(centerId, 'supervisor')
    expect((await analyst.get(at())).statusCode).toBe(200)
    expect(done<Reports>(await analyst.get(at())).people).toEqual([])
    expect((await analyst.send('PUT', at(`/${reportId}`), draft())).statusCode).toBe(403)
    expect((await supervisor.get(at())).statusCode).toBe(403)
    const other = await pult.createCenter('Чужой')
    expect((await pult.system.get(`/centers/${other}/reports/${reportId}/runs`)).statusCode).toBe(404)
    const bad = await pult.system.send('POST', at(), draft({ content: 'view' }))
    expect(bad.statusCode).toBe(400)
    expect(bad.body).toContain('name the view')
    const outside = await pult.app.http.app.inject({ method: 'GET', url: `${API}${at()}` })
    expect(outside.statusCode).toBe(401)
  })
})
