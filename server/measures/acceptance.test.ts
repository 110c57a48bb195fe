import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

// What every reporting system must get right, from the facts it is told to the numbers it answers with.

let pult: TestApp
beforeAll(async () => {
  pult = await openTestApp()
})
afterAll(() => pult.close())

const DAY = { from: '2026-10-05', to: '2026-10-06' }
const call = { channel: 'voice', direction: 'inbound', queue: 'Заказы', offeredAt: '2026-10-05T09:00:00Z' }
const answered = { ...call, outcome: 'answered', agent: 'Анна', talkMs: 60_000 }
const abandoned = { ...call, outcome: 'abandoned' }

const several = (count: number, contact: object): object[] => Array.from({ length: count }, () => contact)

/** A centre that was told exactly these contacts. */
async function told(name: string, contacts: readonly object[]): Promise<(body: object) => Promise<MeasureReply>> {
  const centerId = await pult.createCenter(name)
  const keyed = contacts.map((contact, index) => ({ sourceKey: `k${index}`, ...contact }))
  for (let from = 0; from < keyed.length; from += 500)
    done(
      await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, {
        source: 'АТС',
        contacts: keyed.slice(from, from + 500),
      }),
    )
  await pult.app.measures.settle(centerId)
  return async (body) =>
    done(await pult.system.send('POST', `/centers/${centerId}/measures/query`, { ...DAY, ...body }))
}

const valuesOf = (reply: MeasureReply): (number | null)[] => reply.total.figures.map(({ value }) => value)

describe('the six service levels', () => {
  it('are those published, when their thousand and sixty contacts are told', async () => {
    // ICMI / Call Centre Helper: A 1000, B 60, A20 860, B20 20, B within 5 s 10. At the threshold is within it.
    const ask = await told('ICMI', [
      ...several(860, { ...answered, waitMs: 20_000 }),
      ...several(140, { ...answered, waitMs: 20_001 }),
      ...several(10, { ...abandoned, waitMs: 5000 }),
      ...several(10, { ...abandoned, waitMs: 5001 }),
      ...several(40, { ...abandoned, waitMs: 40_000 }),
    ])
    const reply = await ask({
      measures: ['Positive', 'Answered', 'Strict', 'Neutral', 'ShortCredit', 'ShortExcluded'].map(
        (rule) => `serviceLevel${rule}@1`,
      ),
      withinSeconds: 20,
      shortAbandonSeconds: 5,
    })
    expect(valuesOf(reply).map((value) => ((value ?? Number.NaN) * 100).toFixed(1))).toEqual([
      '83.0',
      '86.0',
      '81.1',
      '82.7',
      '82.1',
      '81.9',
    ])
    expect(
      reply.total.figures.every(({ approximate, low, high }) => !approximate && low !== null && high !== null),
    ).toBe(true)
  })
})

describe('a call offered at 7:28 and answered at 7:32', () => {
  it('is offered in one half-hour and answered in the next; both days agree', async () => {
    const offeredAt = '2026-10-05T07:28:00+03:00'
    const ask = await told('Половина восьмого', [{ ...answered, offeredAt, waitMs: 240_000, talkMs: 120_000 }])
    const measures = ['offered', 'answered', 'answeredInInterval', 'handledInInterval']
    const byHalfHour = await ask({ measures, splitBy: ['slot'] })
    expect(byHalfHour.rows.map(({ keys, figures }) => [keys[0]?.key, ...figures.map(({ value }) => value)])).toEqual([
      ['07:00', 1, 1, 0, 0],
      ['07:30', 0, 0, 1, 1],
    ])
    expect(valuesOf(byHalfHour)).toEqual([1, 1, 1, 1])
    expect(valuesOf(await ask({ measures }))).toEqual([1, 1, 1, 1])
  })
})

describe('a callback that was asked for in time', () => {
  it('counts in the rule that credits callbacks, and is no abandonment', async () => {
    const ask = await told('Перезвоните', [
      ...several(8, { ...answered, waitMs: 5000 }),
      ...several(2, { ...call, outcome: 'flowedOut', flowReason: 'callbackRequested', waitMs: 15_000 }),
    ])
    const measures = [
      'serviceLevelCallback',
      'abandoned',
      'abandonRate',
      'callbackRequested',
      'serviceLevelStrict',
      'serviceLevelNeutral',
    ]
    expect(valuesOf(await ask({ measures, withinSeconds: 20 }))).toEqual([1, 0, 0, 2, 0.8, 1])
    // Asked for too late it is a miss by every rule.
    expect(valuesOf(await ask({ measures, withinSeconds: 10 }))).toEqual([0.8, 0, 0, 2, 0.8, 0.8])
  })
})

describe('callers who withhold their number', () => {
  it('are no customers who came again, however alike they look', async () => {
    const at = (hour: number): string => `2026-10-05T${String(hour).padStart(2, '0')}:00:00Z`
    const hidden = ['anonymous', 'anonymous', 'Unknown', 'Unknown', '', 'Скрытый номер', 'Скрытый номер']
    const ask = await told('Скрытые', [
      ...hidden.map((customer, index) => ({ ...answered, customer, waitMs: 0, offeredAt: at(6 + index) })),
      ...hidden.map((customer, index) => ({ ...abandoned, customer, waitMs: 9000, offeredAt: at(6 + index) })),
      // Two who are known: one calls twice, written differently, the other once.
      { ...answered, customer: '8 (912) 345-67-89', waitMs: 0, offeredAt: at(6) },
      { ...answered, customer: '+7 912 345 67 89', waitMs: 0, offeredAt: at(9) },
      { ...answered, customer: '+7 912 000 00 00', waitMs: 0, offeredAt: at(9) },
      // The history goes on long enough for every matter's window to close.
      { ...answered, waitMs: 0, offeredAt: '2026-10-20T09:00:00Z' },
    ])
    const reply = await ask({ measures: ['fcrByRecall', 'retryRate'] })
    expect(reply.total.figures.map(({ value, denominator }) => [value, denominator])).toEqual([
      [0.5, 2],
      [null, 0],
    ])
  })
})

describe('a report of an old version', () => {
  it('says which versions it was made with, and prints the same when asked for by them', async () => {
    const ask = await told('Версии', [...several(9, { ...answered, waitMs: 1000 }), { ...abandoned, waitMs: 30_000 }])
    const newest = await ask({ measures: ['abandonRate', 'serviceLevelNeutral'] })
    const byVersion = await ask({ measures: newest.measures.map(({ reference }) => reference) })
    expect(newest.measures.map(({ reference }) => reference)).toEqual(['abandonRate@1', 'serviceLevelNeutral@1'])
    expect(byVersion.total.figures).toEqual(newest.total.figures)
  })
})
