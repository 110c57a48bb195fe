import { gzipSync } from 'node:zlib'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Finding, Import } from '@pult/contract/imports'

import { bringInto, factsStored } from '../../testing/bring-in.ts'
import { done, openTestApp, type TestApp } from '../../testing/test-app.ts'

let pult: TestApp

beforeAll(async () => {
  pult = await openTestApp({ started: true })
})
afterAll(() => pult.close())

const START = 1_760_000_000
const bringIn = (centerId: number, lines: readonly string[]): Promise<Import> =>
  bringInto(pult, centerId, `${lines.join('\n')}\n`)
const findingsOf = async (centerId: number, importId: number): Promise<Finding[]> =>
  done<{ findings: Finding[] }>(await pult.system.get(`/centers/${centerId}/imports/${importId}/findings`)).findings

/** Seconds are cut, each by itself: the durations add up to a second less than the rows lie apart. */
const call = (id: string, at: number): string[] => [
  `${START + at}|${id}|support|NONE|ENTERQUEUE||+79000000001|1`,
  `${START + at + 11}|${id}|support|SIP/100|CONNECT|10|${id}1|4`,
  `${START + at + 52}|${id}|support|SIP/100|COMPLETECALLER|10|40|1`,
]

interface Facts {
  readonly legs: readonly Record<string, unknown>[]
}
const withoutKeys = (facts: unknown): unknown[] =>
  (facts as Facts).legs.map((leg) => ({ ...leg, source_key: undefined })).toSorted(byReference)
const byReference = (left: Record<string, unknown>, right: Record<string, unknown>): number =>
  String(left['contact_ref']).localeCompare(String(right['contact_ref']))

describe('a call that two logs share', () => {
  const lines = [...call('a1', 0), ...call('b1', 100), ...call('c1', 200)]

  it('is one though the newer log came in first, and stays one when the whole is read', async () => {
    const whole = await pult.createCenter('По порядку')
    await bringIn(whole, lines)
    const facts = withoutKeys(await factsStored(pult, whole))
    for (const cut of [4, 5]) {
      const centerId = await pult.createCenter(`Наоборот ${cut}`)
      await bringIn(centerId, lines.slice(cut))
      await bringIn(centerId, lines.slice(0, cut))
      expect((await factsStored(pult, centerId)) as Facts).toMatchObject({ legs: { length: 3 } })
      for (let time = 0; time < 2; time++) {
        expect((await bringIn(centerId, lines)).report).toMatchObject({ accepted: 0, conflicts: 0 })
        expect([cut, withoutKeys(await factsStored(pult, centerId))]).toEqual([cut, facts])
      }
    }
  })
})

describe('a call passed on where one log ends and the next begins', () => {
  const passedOn = [
    `${START}|t1|sales|NONE|ENTERQUEUE||+79000000009|1`,
    `${START + 10}|t1|sales|SIP/100|CONNECT|10|t11|4`,
    `${START + 50}|t1|sales|SIP/100|BLINDTRANSFER|care|from-queue|10|40|1`,
    `${START + 51}|t1|care|NONE|ENTERQUEUE||+79000000009|1`,
    `${START + 60}|t1|care|SIP/200|CONNECT|9|t12|4`,
    `${START + 90}|t1|care|SIP/200|COMPLETECALLER|9|30|1`,
  ]

  it('has a first leg and a second, as it has in one log, however often both are read', async () => {
    const [whole, halves] = [await pult.createCenter('Перевод'), await pult.createCenter('Перевод на стыке')]
    await bringIn(whole, passedOn)
    for (let time = 0; time < 2; time++) {
      const reports = [await bringIn(halves, passedOn.slice(0, 3)), await bringIn(halves, passedOn.slice(3))]
      expect(reports.map(({ report }) => [report?.accepted, report?.conflicts])).toEqual(
        reports.map(() => [time === 0 ? 1 : 0, 0]),
      )
      expect(await factsStored(pult, halves)).toEqual(await factsStored(pult, whole))
    }
    expect(((await factsStored(pult, halves)) as Facts).legs.map(({ leg }) => leg).toSorted()).toEqual([1, 2])
  })
})

describe('a log written newest row first', () => {
  it('gives what the same log in order gives, with its own row numbers, packed too', async () => {
    const [inOrder, turned] = [await pult.createCenter('Вперёд'), await pult.createCenter('Назад')]
    const lines = [...call('a1', 0), 'what is this', ...call('b1', 100), ...call('c1', 200)]
    await bringIn(inOrder, lines)
    const first = await bringIn(turned, lines.toReversed())
    expect(await factsStored(pult, turned)).toEqual(await factsStored(pult, inOrder))
    expect(first.report).toMatchObject({ read: 10, contacts: 3, flagged: {} })
    expect((await findingsOf(turned, first.importId)).map(({ rowNumber, code }) => [rowNumber, code])).toEqual([
      [7, 'notAnEvent'],
    ])
    const again = await bringInto(pult, turned, gzipSync(`${lines.toReversed().join('\n')}\n`))
    expect(again.report).toMatchObject({ accepted: 0, duplicates: 3 })
  })

  it('goes on from an earlier one cut in the middle of a call', async () => {
    const [inOrder, turned] = [await pult.createCenter('Целый'), await pult.createCenter('Куски')]
    const lines = [...call('a1', 0), ...call('b1', 100), ...call('c1', 200)]
    await bringIn(inOrder, lines)
    await bringIn(turned, lines.slice(0, 4).toReversed())
    await bringIn(turned, lines.slice(4).toReversed())
    expect(await factsStored(pult, turned)).toEqual(await factsStored(pult, inOrder))
  })
})

describe('a call whose end never comes', () => {
  const DAY = 86_400

  it('is said once, by the log that tells a day more', async () => {
    const centerId = await pult.createCenter('Без конца')
    const [enters = ''] = call('lost1', 0)
    expect((await bringIn(centerId, [...call('a1', -300), enters])).report?.flagged).toEqual({})
    expect((await bringIn(centerId, call('b1', 3600))).report?.flagged).toEqual({})
    const later = await bringIn(centerId, call('c1', 3 * DAY))
    expect(later.report?.flagged).toEqual({ endMissing: 1 })
    expect(await findingsOf(centerId, later.importId)).toMatchObject([
      { kind: 'flagged', code: 'endMissing', details: { call: 'lost1', queue: 'support' } },
    ])
    expect((await bringIn(centerId, call('d1', 4 * DAY))).report?.flagged).toEqual({})
  })

  it('is said by the very log that left it open where a later one came in before', async () => {
    const centerId = await pult.createCenter('Раньше')
    const [enters = ''] = call('lost1', 0)
    await bringIn(centerId, call('c1', 3 * DAY))
    expect((await bringIn(centerId, [...call('a1', -300), enters])).report?.flagged).toEqual({ endMissing: 1 })
  })
})
