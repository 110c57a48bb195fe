import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ContactPage, Story } from '@pult/contract/contacts'
import { findingWords } from '@pult/contract/finding-words'
import type { Finding, Import, MappingInput } from '@pult/contract/imports'

import { bringInto, factsStored } from '../../testing/bring-in.ts'
import { done, openTestApp, type TestApp, type Visitor } from '../../testing/test-app.ts'
import { presentFinding, withoutNumbers } from './present-finding.ts'

// Rows that cannot be true: the import ends, what is right is stored, and a sentence says what was wrong and where.

let pult: TestApp

beforeAll(async () => {
  pult = await openTestApp({ started: true })
})
afterAll(() => pult.close())

const mapping: MappingInput = {
  key: ['id'],
  timeZone: 'Europe/Berlin',
  offeredAt: { anyOf: [['start']], format: 'ymd' },
  wait: { column: 'wait' },
  talk: { column: 'talk' },
  queue: { column: 'queue' },
  agent: { column: 'agent' },
}

async function readRows(rows: readonly string[]): Promise<{ one: Import; said: string[]; centerId: number }> {
  const centerId = await pult.createCenter('Плохие строки', 'Europe/Berlin')
  const text = ['id,start,wait,talk,queue,agent', ...rows].join('\n')
  const one = await bringInto(pult, centerId, text, { kind: 'csv', fileName: 'calls.csv', mapping })
  return { one, said: await sentences(centerId, one), centerId }
}

/** As the page says them: the row, the field, and what is wrong. */
async function sentences(centerId: number, { importId }: Import, visitor: Visitor = pult.system): Promise<string[]> {
  const path = `/centers/${centerId}/imports/${importId}/findings`
  const { findings } = done<{ findings: Finding[] }>(await visitor.get(path))
  const words: Readonly<Record<string, string>> = findingWords.en
  return findings.map(({ rowNumber, field, code, details }) => {
    const sentence = (words[`code_${code}`] ?? '').replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      String(details[name]),
    )
    return `${rowNumber ?? '–'} ${field ?? '–'}: ${sentence}`
  })
}

describe('a table', () => {
  it('with times that cannot be says each and stores the others', async () => {
    const { one, said, centerId } = await readRows([
      'a,2025-10-01 09:00:00,5,60,Sales,Ann',
      'b,1970-01-01 00:00:00,5,60,Sales,Ann',
      'c,2100-01-01 09:00:00,5,60,Sales,Ann',
      'd,-1,5,60,Sales,Ann',
      'e,2025-02-30 09:00:00,5,60,Sales,Ann',
      'f,2025-10-01 10:00:00,5,60,Sales,Ann',
    ])
    expect(one).toMatchObject({ status: 'done', report: { read: 6, accepted: 2 } })
    expect(said).toEqual([
      '3 offeredAt: a time that cannot be: 1970-01-01 00:00:00',
      '4 offeredAt: a time that cannot be: 2100-01-01 09:00:00',
      '5 offeredAt: no time could be read: “-1”',
      '6 offeredAt: no time could be read: “2025-02-30 09:00:00”',
    ])
    expect(await factsStored(pult, centerId)).toMatchObject({ legs: { length: 2 } })
  })

  it('with numbers in the place of something else tells them to those only who may see customers', async () => {
    const { one, said, centerId } = await readRows([
      'a,+7 (999) 444-00-78,5,60,Sales,Ann',
      'b,anna@example.com,5,60,Sales,Ann',
      'c,2025-02-30 09:00:00,5,60,Sales,Ann',
    ])
    expect(said[0]).toBe('2 offeredAt: no time could be read: “+7 (999) 444-00-78”')
    const planner = await pult.comeIn(centerId, 'planner')
    expect(await sentences(centerId, one, planner)).toEqual([
      '2 offeredAt: no time could be read: “+7•••78”',
      '3 offeredAt: no time could be read: “an•••om”',
      '4 offeredAt: no time could be read: “2025-02-30 09:00:00”',
    ])
    const log = '1759302000|1759302000.12|Sales|NONE|ENTERQUEUE||89994440078'
    expect(withoutNumbers(log)).toBe('1759302000|1759302000.12|Sales|NONE|ENTERQUEUE||89•••78')
    // Two columns are one time: the wrong one may be a number.
    expect(withoutNumbers('2025-10-01 79994440078')).toBe('2025-10-01 79•••78')
    expect(withoutNumbers('01.10.2025 8 (999) 444-00-78')).toBe('01.10.2025 8 •••78')
    const field = { kind: 'conflict', rowNumber: null, field: 'customer', code: 'conflict' } as const
    const conflict = { ...field, details: { key: '79994440078/1', stored: 'Anna', given: '4-22' } }
    expect(presentFinding({ may: () => false }, conflict).details).toEqual({
      key: '79•••78/1',
      stored: '••••',
      given: '••••',
    })
    expect(presentFinding({ may: () => true }, conflict)).toBe(conflict)
  })

  it('with names as long as a book tells how they begin, whoever looks', async () => {
    const name = 'a'.repeat(100_000)
    const at = 1_759_302_000
    const log = `${at}|${at}.1|Sales|${name}|CONNECT|5|x|1\n${at + 60}|${at}.2|Sales|${name}|CONNECT|5|x|1\n`
    const centerId = await pult.createCenter('Длинное имя')
    const one = await bringInto(pult, centerId, log)
    const planner = await pult.comeIn(centerId, 'planner')
    const said = await sentences(centerId, one, planner)
    expect(said.some((sentence) => sentence.includes('aaa'))).toBe(true)
    expect(Math.max(...said.map(({ length }) => length))).toBeLessThan(400)
  })

  it('with durations that cannot be says each; a negative one is taken as 0', async () => {
    const { one, said } = await readRows([
      'a,2025-10-01 09:00:00,5,99999999,Sales,Ann',
      'b,2025-10-01 10:00:00,-5,60,Sales,Ann',
      'c,2025-10-01 11:00:00,soon,60,Sales,Ann',
    ])
    expect(one.report).toMatchObject({ accepted: 1, rejected: { impossibleDuration: 1, notDuration: 1 } })
    expect(said).toEqual([
      '2 talk: a duration that cannot be: “99999999”',
      '3 wait: a negative duration, taken as 0',
      '4 wait: is no duration: “soon”',
    ])
  })

  it('that goes through the autumn clock change keeps both hours and says so once', async () => {
    const { one, said, centerId } = await readRows([
      'a,2025-10-26 02:10:00,5,60,Sales,Ann',
      'b,2025-10-26 02:50:00,5,60,Sales,Ann',
      'c,2025-10-26 02:05:00,5,60,Sales,Ann',
      'd,2025-10-26 03:05:00,5,60,Sales,Ann',
    ])
    expect(one.report).toMatchObject({ accepted: 4, flagged: { doubledHour: 1 }, rejected: {} })
    expect(said).toEqual(['2 offeredAt: an hour that comes twice in autumn: taken in the order of the rows'])
    const { legs } = (await factsStored(pult, centerId)) as { legs: { offered_at: Date }[] }
    expect(legs.map((leg) => leg.offered_at.toISOString().slice(11, 16))).toEqual(['00:10', '00:50', '01:05', '02:05'])
  })

  it('with an agent in two calls at once keeps both and says which', async () => {
    const { one, said } = await readRows([
      'a,2025-10-01 09:00:00,0,600,Sales,Ann',
      'b,2025-10-01 09:05:00,0,600,Sales,Ann',
      'c,2025-10-01 09:06:00,0,600,Sales,Ben',
    ])
    expect(one.report).toMatchObject({ accepted: 3, flagged: { agentInTwoPlaces: 1 } })
    expect(said).toEqual(['3 agent: Ann was in two calls at once'])
  })

  it('with one key of two contents keeps the first and says how they differ', async () => {
    const { one, said, centerId } = await readRows([
      'a,2025-10-01 09:00:00,5,60,Sales,Ann',
      'a,2025-10-01 09:00:00,5,61,Sales,Ann',
    ])
    expect(one.report).toMatchObject({ accepted: 1, conflicts: 1 })
    expect(said).toEqual(['– talkMs: key a is stored with another content: “60000”, not “61000”'])
    expect(await factsStored(pult, centerId)).toMatchObject({ legs: [{ talk_ms: 60_000 }] })
  })
})

describe('a table without a key', () => {
  const keyless: MappingInput = {
    key: [],
    offeredAt: { anyOf: [['start']], format: 'ymd' },
    talk: { column: 'talk' },
    queue: { column: 'queue' },
    customer: { column: 'phone' },
  }
  const bring = (centerId: number, rows: readonly string[], given: MappingInput = keyless): Promise<Import> =>
    bringInto(pult, centerId, ['start,talk,queue,phone,number', ...rows].join('\n'), {
      kind: 'csv',
      fileName: 'calls.csv',
      mapping: given,
    })

  it('counts a row that stands there twice twice, and neither of them again', async () => {
    const centerId = await pult.createCenter('Без ключа')
    const rows = Array<string>(2).fill('2025-10-01 09:00:00,60,__proto__,+79001112233,1')
    const { report } = await bring(centerId, rows)
    expect(report).toMatchObject({ accepted: 2, duplicates: 0 })
    expect(await bring(centerId, rows)).toMatchObject({ report: { accepted: 0, duplicates: 2, conflicts: 0 } })
  })

  it('shows customers’ numbers to nobody who may not see them, and opens contacts with long numbers of their own', async () => {
    const centerId = await pult.createCenter('Номера')
    await bring(centerId, ['2025-10-01 09:00:00,60,Sales,+79001112233,1'])
    await bring(centerId, [`2025-10-01 10:00:00,60,Sales,+79001112244,${'n'.repeat(190)},`], {
      ...keyless,
      key: ['number'],
      contactRef: ['number', 'start'],
    })
    const planner = await pult.comeIn(centerId, 'planner')
    const body = { filter: { from: '2025-10-01T00:00:00Z', to: '2025-10-02T00:00:00Z' } }
    const reply = await planner.send('POST', `/centers/${centerId}/contacts/search`, body)
    const { contacts } = done<ContactPage>(reply)
    expect(contacts.length).toBe(2)
    expect(JSON.stringify(contacts)).not.toMatch(/900111/)
    for (const { contactRef } of contacts) {
      const path = `/centers/${centerId}/contacts/story?ref=${encodeURIComponent(contactRef)}`
      const story = done<Story>(await planner.get(path))
      expect(story.legs.map((leg) => leg.contactRef)).toEqual([contactRef])
      expect(JSON.stringify(story)).not.toMatch(/900111/)
    }
    expect(contacts.map(({ contactRef }) => contactRef.length > 200)).toEqual([true, false])
  })
})

describe('a log whose clock goes back an hour', () => {
  it('keeps its calls and says where, and by how much', async () => {
    const centerId = await pult.createCenter('Часы', 'Europe/Berlin')
    const call = (id: string, at: number): string =>
      `${at}|${id}|support|NONE|ENTERQUEUE||1|1\n${at + 20}|${id}|support|NONE|ABANDON|1|1|20`
    // 26 October 2025, 02:50 summer time, then 02:05 by a clock that was put back.
    const log = [call('a', 1_761_440_400), call('b', 1_761_443_400), call('c', 1_761_440_700)].join('\n')
    const one = await bringInto(pult, centerId, `${log}\n`)
    expect(one).toMatchObject({ status: 'done', report: { accepted: 3, flagged: { clockStep: 1 } } })
    expect(await sentences(centerId, one)).toEqual(['5 time: the clock stepped back by 2720 s'])
  })
})
