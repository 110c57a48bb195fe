import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { sql } from 'kysely'
import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Finding, Import, Preview } from '@pult/contract/imports'
import type { MeasureReply } from '@pult/contract/measures'

import { bringInto, factsStored, finishedImport, uploadTo, type GivenImport } from '../../testing/bring-in.ts'
import { done, openTestApp, type TestApp } from '../../testing/test-app.ts'

let pult: TestApp

beforeAll(async () => {
  pult = await openTestApp({ started: true })
})
afterAll(() => pult.close())

const upload = (centerId: number, bytes: Buffer | string): Promise<string> => uploadTo(pult, centerId, bytes)
const bringIn = (centerId: number, bytes: Buffer | string, given?: GivenImport): Promise<Import> =>
  bringInto(pult, centerId, bytes, given)
const finished = (centerId: number, importId: number): Promise<Import> => finishedImport(pult, centerId, importId)
const storedFacts = (centerId: number): Promise<unknown> => factsStored(pult, centerId)

async function totals(centerId: number): Promise<(number | null | undefined)[]> {
  const reply = done<MeasureReply>(
    await pult.system.send('POST', `/centers/${centerId}/measures/query`, {
      from: '2024-06-01',
      to: '2026-11-01',
      measures: ['offered', 'answered', 'abandoned'],
    }),
  )
  return reply.total.figures.map((figure) => figure.value)
}

const START = 1_760_000_000

/** Calls one after another, every third lost. */
function queueLog(calls: number, from = 0): string {
  const lines: string[] = []
  for (let index = from; index < from + calls; index++) {
    const at = START + index * 60
    const id = `${at}.${index}`
    lines.push(`${at}|${id}|support|NONE|ENTERQUEUE||+7900${String(index).padStart(7, '0')}|1`)
    if (index % 3 === 2) lines.push(`${at + 30}|${id}|support|NONE|ABANDON|1|1|30`)
    else {
      lines.push(`${at + 10}|${id}|support|SIP/10${index % 2}|CONNECT|10|${at + 5}.1|4`)
      lines.push(`${at + 50}|${id}|support|SIP/10${index % 2}|COMPLETECALLER|10|40|1`)
    }
  }
  return `${lines.join('\n')}\n`
}

describe('an Asterisk queue_log', () => {
  it('comes in whole, with a report, and again without changing anything', async () => {
    const centerId = await pult.createCenter('Лог')
    const first = await bringIn(centerId, queueLog(300))
    expect(first).toMatchObject({ status: 'done', progress: 1 })
    expect(first.report).toMatchObject({
      accepted: 300,
      duplicates: 0,
      contacts: 300,
      byEvent: { ENTERQUEUE: 300, ABANDON: 100 },
    })
    expect(first.report?.created.queues).toEqual(['support'])
    expect(await totals(centerId)).toEqual([300, 200, 100])
    const again = await bringIn(centerId, gzipSync(queueLog(300)))
    expect(again.report).toMatchObject({ accepted: 0, duplicates: 300 })
    expect(await totals(centerId)).toEqual([300, 200, 100])
  })

  it('cut in the middle of a call gives the same as whole', async () => {
    const [whole, halves] = [await pult.createCenter('Целиком'), await pult.createCenter('Пополам')]
    const lines = queueLog(100).split('\n')
    await bringIn(whole, lines.join('\n'))
    // Line 141 stands between a call's beginning and its end.
    await bringIn(halves, `${lines.slice(0, 141).join('\n')}\n`)
    await bringIn(halves, lines.slice(141).join('\n'))
    expect(await totals(halves)).toEqual(await totals(whole))
    // And once more with an overlap.
    await bringIn(halves, lines.slice(100, 200).join('\n'))
    expect(await totals(halves)).toEqual(await totals(whole))
  })

  it('read again, or cut anywhere and read again whole, changes nothing: neither callers nor who is signed in', async () => {
    const [whole, halves] = [await pult.createCenter('Смена'), await pult.createCenter('Смена пополам')]
    const shift = (from: number, to: number): string[] => [
      `${START + from}|NONE|support|SIP/100|ADDMEMBER|`,
      `${START + to}|NONE|support|SIP/100|REMOVEMEMBER|`,
    ]
    const [came = '', left = ''] = shift(-600, 1000)
    const [cameAgain = ''] = shift(1100, 0)
    const lines = [came, ...queueLog(16).trim().split('\n'), left, cameAgain, ...queueLog(4, 20).trim().split('\n')]
    const file = `${lines.join('\n')}\n`
    await bringIn(whole, file)
    const before = await storedFacts(whole)
    expect((await bringIn(whole, file)).report).toMatchObject({ accepted: 0, completed: 0, conflicts: 0 })
    expect(await storedFacts(whole)).toEqual(before)
    await bringIn(halves, `${lines.slice(0, 2).join('\n')}\n`)
    await bringIn(halves, `${lines.slice(2).join('\n')}\n`)
    expect(await storedFacts(halves)).toEqual(before)
    expect((await bringIn(halves, file)).report).toMatchObject({ accepted: 0, conflicts: 0 })
    expect(await storedFacts(halves)).toEqual(before)
  })

  it('overlapping an earlier one in the middle of calls counts none of them twice', async () => {
    const centerId = await pult.createCenter('Внахлёст')
    // Seconds are cut, each by itself: the durations of a call add up to a second less than its rows lie apart.
    const call = (id: string, at: number): string[] => [
      `${START + at}|${id}|support|NONE|ENTERQUEUE||+79000000001|1`,
      `${START + at + 11}|${id}|support|SIP/100|CONNECT|10|${id}1|4`,
      `${START + at + 52}|${id}|support|SIP/100|COMPLETECALLER|10|40|1`,
    ]
    const lost = [
      `${START + 60}|b1|support|NONE|ENTERQUEUE||+79000000002|1`,
      `${START + 75}|b1|support|NONE|EXITWITHKEY|2|1`,
    ]
    const [entered = '', connected = '', ended = ''] = call('a1', 0)
    const [waits = '', leaves = ''] = lost
    const lines = [entered, connected, ended, waits, leaves, ...call('c1', 100)]
    await bringIn(centerId, `${lines.join('\n')}\n`)
    const before = await storedFacts(centerId)
    for (const from of [1, 2, 4, 6, 7]) {
      const again = await bringIn(centerId, `${lines.slice(from).join('\n')}\n`)
      expect([from, again.report?.accepted, again.report?.conflicts]).toEqual([from, 0, 0])
    }
    expect(await storedFacts(centerId)).toEqual(before)
  })

  it('says of a dry run what would happen and keeps nothing', async () => {
    const centerId = await pult.createCenter('Проба')
    const trial = await bringIn(centerId, queueLog(30), { dryRun: true })
    expect(trial.report).toMatchObject({ accepted: 30 })
    expect((await totals(centerId))[0] ?? 0).toBe(0)
  })

  it('is taken back whole by undo', async () => {
    const centerId = await pult.createCenter('Назад')
    await bringIn(centerId, queueLog(30))
    const second = await bringIn(centerId, queueLog(30, 20))
    expect(second.report).toMatchObject({ accepted: 20, duplicates: 10 })
    done(await pult.system.send('POST', `/centers/${centerId}/imports/${second.importId}/undo`))
    expect((await finished(centerId, second.importId)).status).toBe('undone')
    expect(await totals(centerId)).toEqual([30, 20, 10])
  })

  it('that was cancelled while it was read is never done after all', async () => {
    const centerId = await pult.createCenter('Отмена')
    const uploadId = await upload(centerId, queueLog(3000))
    const given = { uploadId, fileName: 'queue_log', kind: 'queueLog' }
    const { importId } = done<{ importId: number }>(
      await pult.system.send('POST', `/centers/${centerId}/imports`, given),
    )
    const path = `/centers/${centerId}/imports/${importId}`
    while (done<Import>(await pult.system.get(path)).status === 'waiting')
      await new Promise((rest) => setTimeout(rest, 5))
    const { statusCode } = await pult.system.send('POST', `${path}/cancel`)
    expect(statusCode).toBe(200)
    expect((await finished(centerId, importId)).status).toBe('cancelled')
    expect((await totals(centerId))[0] ?? 0).toBe(0)
  })

  it('notes wrong lines with their numbers and reads on', async () => {
    const centerId = await pult.createCenter('Сор')
    const text = `${queueLog(3)}not a line\n0|x|support|NONE|ENTERQUEUE||1|1\n4102444800|y|support|NONE|ENTERQUEUE||1|1\n${'x'.repeat(3_000_000)}\n${queueLog(3, 3)}`
    const report = await bringIn(centerId, text)
    expect(report.report?.accepted).toBe(6)
    const { findings } = done<{ findings: Finding[] }>(
      await pult.system.get(`/centers/${centerId}/imports/${report.importId}/findings`),
    )
    expect(findings.filter(({ kind }) => kind === 'rejected').map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [9, 'notAnEvent'],
      [10, 'impossibleTime'],
      [11, 'impossibleTime'],
      [12, 'lineTooLong'],
    ])
  })
})

describe('what is no log', () => {
  it('ends with a sentence and keeps nothing', async () => {
    const centerId = await pult.createCenter('Мусор')
    for (const bytes of [
      Buffer.from('hello\nworld\n'),
      Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
      Buffer.alloc(100_000, 0),
    ]) {
      const failed = await bringIn(centerId, bytes)
      expect(failed.status).toBe('failed')
      expect(failed.problem).toMatch(/no Asterisk queue_log/)
    }
    // A log to begin with, of which pieces are stored before the rest turns out to be nothing but emptiness.
    const bomb = gzipSync(Buffer.concat([Buffer.from(queueLog(9000)), Buffer.alloc(200_000_000, ' ')]))
    expect(await bringIn(centerId, bomb)).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('unpacks to more than 250 times'),
    })
    expect(await storedFacts(centerId)).toEqual({ legs: [], states: [] })
    const cut = await bringIn(centerId, gzipSync(queueLog(3000)).subarray(0, 20_000))
    expect(cut).toMatchObject({ status: 'failed', problem: expect.stringContaining('cut short or damaged') })
    expect((await totals(centerId))[0] ?? 0).toBe(0)
  })

  it('is refused when it is another centre’s', async () => {
    const [own, other] = [await pult.createCenter('Свой'), await pult.createCenter('Другой')]
    const uploadId = await upload(other, queueLog(1))
    const stolen = await pult.system.send('POST', `/centers/${own}/imports`, {
      uploadId,
      fileName: 'x',
      kind: 'queueLog',
    })
    expect(stolen.statusCode).toBe(404)
  })
})

const table = [
  'Дата;Время;Очередь;Оператор;Номер;Ожидание;Разговор;Исход',
  '01.10.2025;09:00:00;Заказы;Анна;89001112233;0:00:12;0:02:30;отвечен',
  '01.10.2025;09:05:00;Заказы;;89001112244;0:01:00;0:00:00;потерян',
  ...Array.from(
    { length: 12 },
    (_, index) => `01.10.2025;10:${10 + index}:00;Справка;Борис;890011122${55 + index};0:00:05;0:01:00;отвечен`,
  ),
  '99.99.2025;09:15:00;Справка;Борис;89001112266;0:00:05;0:01:00;отвечен',
].join('\r\n')

describe('a table', () => {
  it('is guessed, in Russian and in Windows’ encoding, and comes in as shown', async () => {
    const centerId = await pult.createCenter('Таблица')
    const { encode } = (await import('iconv-lite')).default
    const bytes = encode(table, 'win1251')
    const uploadId = await upload(centerId, bytes)
    const shown = done<Preview>(await pult.system.send('POST', `/centers/${centerId}/imports/preview`, { uploadId }))
    expect(shown).toMatchObject({ kind: 'csv', encoding: 'win1251' })
    expect(
      shown.contacts.slice(0, 3).map(({ queue, agent, outcome, waitSeconds }) => [queue, agent, outcome, waitSeconds]),
    ).toEqual([
      ['Заказы', 'Анна', 'answered', 12],
      ['Заказы', null, 'abandoned', 60],
      ['Справка', 'Борис', 'answered', 5],
    ])
    const stored = await bringIn(centerId, bytes, {
      kind: 'csv',
      fileName: 'звонки.csv',
      ...(shown.mapping === null ? {} : { mapping: shown.mapping }),
    })
    expect(stored.report).toMatchObject({ accepted: 14, rejected: { noTime: 1 } })
    expect(await totals(centerId)).toEqual([14, 13, 1])
  })

  it('may be a workbook', async () => {
    const centerId = await pult.createCenter('Книга')
    const book = new excel.Workbook()
    const sheet = book.addWorksheet('Звонки')
    sheet.addRow(['Начало', 'Очередь', 'Ожидание', 'Разговор'])
    sheet.addRow([new Date(Date.UTC(2025, 9, 1, 9)), 'Заказы', 12, 100])
    sheet.addRow([new Date(Date.UTC(2025, 9, 1, 10)), 'Заказы', 40, 0])
    const uploadId = await upload(centerId, Buffer.from(await book.xlsx.writeBuffer()))
    const shown = done<Preview>(await pult.system.send('POST', `/centers/${centerId}/imports/preview`, { uploadId }))
    expect(shown.kind).toBe('xlsx')
    expect(shown.contacts.map(({ outcome, waitSeconds }) => [outcome, waitSeconds])).toEqual([
      ['answered', 12],
      ['abandoned', 40],
    ])
  })

  it('whose mapping names a column that is not there says so', async () => {
    const centerId = await pult.createCenter('Ошибка')
    const uploadId = await upload(centerId, table)
    const reply = await pult.system.send('POST', `/centers/${centerId}/imports/preview`, {
      uploadId,
      mapping: { key: ['Код'], offeredAt: { anyOf: [['Дата', 'Время']] } },
    })
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ detail: expect.stringContaining('"Код"') as string })
  })

  it('from which nobody can tell answered from abandoned is refused, before and at the start', async () => {
    const centerId = await pult.createCenter('Без исхода')
    const uploadId = await upload(centerId, 'Начало,Очередь\n2025-10-01 09:00:00,Заказы\n2025-10-01 09:05:00,Заказы\n')
    const mapping = { key: [], offeredAt: { anyOf: [['Начало']] }, queue: { column: 'Очередь' } }
    const shown = done<Preview>(
      await pult.system.send('POST', `/centers/${centerId}/imports/preview`, { uploadId, mapping }),
    )
    expect([shown.contacts, shown.findings]).toMatchObject([[], [{ code: 'noOutcome' }]])
    const reply = await pult.system.send('POST', `/centers/${centerId}/imports`, {
      uploadId,
      fileName: 'звонки.csv',
      kind: 'csv',
      mapping,
    })
    expect(reply.statusCode).toBe(422)
    expect(reply.json()).toMatchObject({ code: 'noOutcome', detail: expect.stringContaining('agent') as string })
    const byAgent = { ...mapping, agent: { column: 'Очередь' } }
    const told = done<Preview>(
      await pult.system.send('POST', `/centers/${centerId}/imports/preview`, { uploadId, mapping: byAgent }),
    )
    expect(told.contacts.map(({ outcome }) => outcome)).toEqual(['answered', 'answered'])
  })

  it('keeps its mapping as a template', async () => {
    const centerId = await pult.createCenter('Шаблон')
    const mapping = { key: [], offeredAt: { anyOf: [['Дата', 'Время']] } }
    done(await pult.system.send('POST', `/centers/${centerId}/mapping-templates`, { name: 'АТС', mapping }))
    const { templates } = done<{ templates: { templateId: number; name: string }[] }>(
      await pult.system.get(`/centers/${centerId}/mapping-templates`),
    )
    expect(templates.map(({ name }) => name)).toEqual(['АТС'])
    // It tells no outcome yet: such a file is guessed as ever, and so is one whose columns it does not name.
    const look = async (text: string): Promise<Preview> =>
      done(
        await pult.system.send('POST', `/centers/${centerId}/imports/preview`, {
          uploadId: await upload(centerId, Buffer.from(text)),
        }),
      )
    const file = 'Дата;Время;Очередь;Разговор\n01.10.2025;09:00:00;Заказы;60\n'
    const templateOf = ({ reasons }: Preview): string[] =>
      reasons.flatMap(({ column, reason }) => (reason === 'template' ? [column] : []))
    expect(templateOf(await look(file))).toEqual([])
    const keep = async (name: string, more: object): Promise<unknown> =>
      done(
        await pult.system.send('POST', `/centers/${centerId}/mapping-templates`, {
          name,
          mapping: { ...mapping, talk: { column: 'Разговор' }, ...more },
        }),
      )
    await keep('АТС полная', { queue: { column: 'Очередь' } })
    await keep('АТС краткая', {})
    await keep('Другая АТС', { queue: { column: 'Линия' }, agent: { column: 'Оператор' } })
    expect(templateOf(await look('Began,Wait,Talk\n2025-10-01 09:00:00,5,60\n'))).toEqual([])
    // Of those that fit, the one that names most of the file's columns.
    const told = await look(file)
    expect(templateOf(told)).toEqual(['АТС полная'])
    expect(told.contacts[0]).toMatchObject({ queue: 'Заказы', talkSeconds: 60, outcome: 'answered' })
    done(await pult.system.send('DELETE', `/centers/${centerId}/mapping-templates/${templates[0]?.templateId}`))
  })
})

describe('gaps', () => {
  const HOUR = 3_600_000
  const FIRST = Date.UTC(2025, 8, 1)
  /** Four weeks of a call every three minutes around the clock, silent for six hours of the 17th. */
  const silentHours = new Set([0, 1, 2, 3, 4, 5].map((hour) => FIRST + (16 * 24 + 8 + hour) * HOUR))
  const weeks = [
    'Начало,Агент',
    ...Array.from({ length: 28 * 24 * 20 }, (_, index) => FIRST + index * 180_000)
      .filter((at) => !silentHours.has(Math.floor(at / HOUR) * HOUR))
      .map((at) => `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')},Анна`),
  ].join('\n')
  const mapping = { key: [], timeZone: 'UTC', offeredAt: { anyOf: [['Начало']] }, agent: { column: 'Агент' } }

  const gapsOf = (centerId: number): Promise<string[][]> =>
    pult.app.database.inCenter({ centerId }, async (tx) => {
      const { rows } = await sql<{ from: Date; to: Date }>`
        select started_at as from, ended_at as to from data_gap where center_id = ${centerId} order by started_at`.execute(
        tx,
      )
      return rows.map(({ from, to }) => [from.toISOString().slice(5, 16), to.toISOString().slice(5, 16)])
    })

  it('are cut by what comes in afterwards, and go with the import that showed them', async () => {
    const centerId = await pult.createCenter('Пробелы')
    const made = await bringIn(centerId, weeks, { kind: 'csv', fileName: 'звонки.csv', mapping })
    expect(await gapsOf(centerId)).toEqual([['09-17T08:00', '09-17T14:00']])
    expect(made.report?.gaps).toHaveLength(1)
    // Another system that went on meanwhile hides nothing, whether it sends or is brought in; nor is its report about others' names.
    const chat = {
      channel: 'chat',
      queue: 'Чат',
      offeredAt: '2025-09-17T10:20:00Z',
      outcome: 'abandoned',
      waitMs: 5000,
    }
    const sent = { source: 'Чаты', contacts: [{ sourceKey: 'c1', ...chat }] }
    done(await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, sent))
    const other = await bringIn(centerId, queueLog(3))
    expect(other.report?.created.queues).toEqual(['support'])
    expect(await gapsOf(centerId)).toEqual([['09-17T08:00', '09-17T14:00']])
    done(
      await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, {
        source: made.sourceName,
        contacts: [
          { sourceKey: 'z1', channel: 'voice', offeredAt: '2025-09-17T10:20:00Z', outcome: 'abandoned', waitMs: 5000 },
        ],
      }),
    )
    expect(await gapsOf(centerId)).toEqual([
      ['09-17T08:00', '09-17T10:00'],
      ['09-17T11:00', '09-17T14:00'],
    ])
    done(await pult.system.send('POST', `/centers/${centerId}/imports/${made.importId}/undo`, {}))
    expect((await finished(centerId, made.importId)).status).toBe('undone')
    expect(await gapsOf(centerId)).toEqual([])
  })
})

describe('a log pieced together of several years', () => {
  it('tells what it leaves out: the years between are no zeros', async () => {
    const centerId = await pult.createCenter('Обрывки')
    const call = (at: string, id: number): string[] => {
      const second = Date.parse(at) / 1000
      return [
        `${second}|${second}.${id}|9000|NONE|ENTERQUEUE||0177`,
        `${second + 9}|${second}.${id}|9000|NONE|ABANDON|1|1|9`,
      ]
    }
    const days = [
      '2010-02-22T10:18Z',
      '2010-02-22T10:25Z',
      '2010-02-22T11:40Z',
      '2020-08-04T03:49Z',
      '2020-08-04T03:50Z',
    ]
    const { report } = await bringIn(centerId, `${days.flatMap(call).join('\n')}\n`)
    expect(report?.contacts).toBe(5)
    expect(report?.gaps).toEqual([{ from: '2010-02-22T12:00:00.000Z', to: '2020-08-04T03:00:00.000Z' }])
  })
})

describe('a log of another time', () => {
  it('continues nothing that was open: neither who was signed in nor who was calling', async () => {
    const centerId = await pult.createCenter('Другое время')
    const start = Date.UTC(2025, 9, 1, 6) / 1000
    const line = (at: number, ...rest: string[]): string => [start + at, ...rest].join('|')
    await bringIn(
      centerId,
      [
        line(0, 'NONE', '600', 'Агент 1', 'ADDMEMBER', ''),
        line(60, 'call1', '600', 'NONE', 'ENTERQUEUE', '', '79000000001', '1'),
        line(90, 'call1', '600', 'Агент 1', 'CONNECT', '30', 'x', '3'),
        '',
      ].join('\n'),
    )
    const month = 40 * 86_400
    const later = await bringIn(
      centerId,
      [
        line(month, 'call1', '600', 'Агент 1', 'COMPLETECALLER', '30', '600', '1'),
        line(month + 5, 'NONE', '600', 'Агент 1', 'REMOVEMEMBER', ''),
        '',
      ].join('\n'),
    )
    expect(later.report?.flagged).toMatchObject({ sessionStartMissing: 1 })
    const open = await pult.app.database.inCenter({ centerId }, async (tx) => {
      const legs = await sql`select 1 from contact_leg where center_id = ${centerId} and outcome = 'open'`.execute(tx)
      const states =
        await sql`select 1 from agent_state where center_id = ${centerId} and state = 'session' and ended_at is null`.execute(
          tx,
        )
      return [legs.rows.length, states.rows.length]
    })
    expect(open).toEqual([1, 1])
  })
})

describe('an import that was undone', () => {
  it('no longer says how far its source was heard: who is still signed in stays so no longer', async () => {
    const centerId = await pult.createCenter('Открытые')
    const line = (at: number, event: string): string =>
      `${Date.UTC(2025, 9, 1, 6) / 1000 + at}|NONE|600|Агент 1|${event}|`
    await bringIn(centerId, [line(0, 'ADDMEMBER'), line(600, 'PAUSE'), ''].join('\n'))
    const minutes = async (): Promise<number> => {
      const reply = done<MeasureReply>(
        await pult.system.send('POST', `/centers/${centerId}/measures/query`, {
          from: '2025-10-01',
          to: '2025-10-02',
          measures: ['signedInSeconds'],
        }),
      )
      return (reply.total.figures[0]?.value ?? 0) / 60
    }
    expect(await minutes()).toBe(10)
    const later = await bringIn(centerId, [line(3600, 'UNPAUSE'), ''].join('\n'))
    expect(await minutes()).toBe(60)
    done(await pult.system.send('POST', `/centers/${centerId}/imports/${later.importId}/undo`, {}))
    expect((await finished(centerId, later.importId)).status).toBe('undone')
    expect(await minutes()).toBe(10)
  })
})

const samples = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../../shared'), 'data/pbx_samples')

describe.skipIf(!existsSync(samples))('real samples of telephone systems', () => {
  const logs = existsSync(samples) ? readdirSync(samples).filter((name) => /queue_?log/i.test(name)) : []

  it.each(logs)('%s comes in', async (name) => {
    const centerId = await pult.createCenter(name)
    const bytes = readFileSync(join(samples, name))
    const result = await bringIn(centerId, bytes, { fileName: name })
    expect([result.status, result.problem]).toEqual(['done', null])
    const again = await bringIn(centerId, bytes, { fileName: name })
    expect(again.report).toMatchObject({ accepted: 0, conflicts: 0 })
  })
})
