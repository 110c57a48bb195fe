import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  boundIndex,
  carriesInterval,
  counters,
  createRegistry,
  evaluate,
  glossary,
  liveServiceLevel,
  neededCounters,
  normalizeCustomer,
  recallClusters,
  registry,
  stamp,
  waitBin,
  waitBounds,
} from './index.ts'

const parameters = { withinSeconds: 20, shortAbandonSeconds: 5 }
const percent = (id: string, values: Record<string, number>): string =>
  ((evaluate(registry.find(id), values, parameters).value ?? Number.NaN) * 100).toFixed(1)

describe('service levels', () => {
  // ICMI / Call Centre Helper: A 1000, B 60, A20 860, B20 20, B within 5 s 10.
  const published = Object.freeze({
    answered: 1000,
    abandoned: 60,
    'answeredWithin:20': 860,
    'abandonedWithin:20': 20,
    'abandonedWithin:5': 10,
  })

  it.each([
    ['serviceLevelPositive', '83.0'],
    ['serviceLevelAnswered', '86.0'],
    ['serviceLevelStrict', '81.1'],
    ['serviceLevelNeutral', '82.7'],
    ['serviceLevelShortCredit', '82.1'],
    ['serviceLevelShortExcluded', '81.9'],
  ])('%s is %s %% on the published example', (id, expected) => {
    expect(percent(id, published)).toBe(expected)
  })

  it('without flow-outs divides by the answered and abandoned alone', () => {
    const left = { ...published, flowedOut: 40, 'flowedOutWithin:20': 10 }
    expect(percent('serviceLevelWithoutFlowOuts', left)).toBe('81.1')
    expect(percent('serviceLevelStrict', left)).toBe('78.2')
  })

  it('tells who gave up within the threshold', () => {
    expect(evaluate(registry.find('abandonedWithin'), published, parameters).value).toBe(20)
    expect(percent('abandonedWithinRate', published)).toBe('1.9')
    expect(evaluate(registry.find('shortAbandoned'), published, parameters).value).toBe(10)
    expect(percent('netAbandonRate', published)).toBe('4.8')
  })

  it('a callback requested in time counts in the callback rule and is no abandonment', () => {
    const values = {
      answered: 8,
      flowedOut: 2,
      callbackRequested: 2,
      'answeredWithin:20': 8,
      'callbackWithin:20': 2,
      'flowedOutWithin:20': 2,
    }
    expect(percent('serviceLevelCallback', values)).toBe('100.0')
    expect(percent('abandonRate', values)).toBe('0.0')
    expect(percent('serviceLevelStrict', values)).toBe('80.0')
    expect(percent('serviceLevelNeutral', values)).toBe('100.0')
  })

  it('the live rule ignores those who wait less than the threshold and counts the late as missed', () => {
    const counts = { 'answeredWithin:20': 8, answered: 8 }
    const parameters = { withinSeconds: 20, shortAbandonSeconds: 5 }
    const live = (id: string, values: Record<string, number>, late: number) =>
      liveServiceLevel(registry.find(id), values, parameters, late).value
    expect(live('serviceLevelNeutral', counts, 2)).toBe(0.8)
    expect(live('serviceLevelStrict', counts, 2)).toBe(0.8)
    expect(live('serviceLevelAnswered', counts, 2)).toBe(1)
    expect(live('serviceLevelNeutral', {}, 0)).toBeNull()
  })

  it('strict is never above neutral, and positive never below strict', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100), (onTime, late, early, lost) => {
        const values = {
          answered: onTime + late,
          abandoned: early + lost,
          'answeredWithin:20': onTime,
          'abandonedWithin:20': early,
        }
        const of = (id: string): number | null => evaluate(registry.find(id), values, parameters).value
        const strict = of('serviceLevelStrict')
        if (strict === null || of('serviceLevelNeutral') === null) return
        expect(strict).toBeLessThanOrEqual(of('serviceLevelNeutral') ?? 0)
        expect(strict).toBeLessThanOrEqual(of('serviceLevelPositive') ?? 0)
      }),
    )
  })
})

describe('agents’ time', () => {
  // Eight hours signed in: one of paid pause, half an hour of unpaid, half of training, 6 with queues, of which 4 with customers.
  const hour = 3_600_000
  const day = Object.freeze({
    sessionMs: 8 * hour,
    pauseMs: 1.5 * hour,
    unpaidPauseMs: 0.5 * hour,
    trainingMs: 0.5 * hour,
    ringingMs: 0.25 * hour,
    handlingMs: 4 * hour,
    contactMs: 5 * hour,
  })

  it.each([
    ['occupancy', '69.6'],
    ['occupancyOfSession', '61.5'],
    ['utilization', '60.0'],
    ['availability', '80.0'],
    ['shrinkageSignedIn', '20.0'],
    ['pauseShare', '18.8'],
    ['concurrency', '125.0'],
  ])('%s is %s %%', (id, expected) => {
    expect(percent(id, day)).toBe(expected)
  })

  it('adds up: with customers, free, ringing, pauses, training and other work are the signed-in time', () => {
    const seconds = (id: string): number | null => evaluate(registry.find(id), day, parameters).value
    const parts = ['handling', 'idle', 'ringing', 'pause', 'training', 'offQueue'].map((part) =>
      seconds(`${part}Seconds`),
    )
    expect(parts.map((part) => (part ?? 0) / 3600)).toEqual([4, 1.75, 0.25, 1.5, 0.5, 0])
    expect(parts.reduce((sum: number, part) => sum + (part ?? 0), 0)).toBe(seconds('signedInSeconds'))
    expect(seconds('unpaidPauseSeconds')).toBe(1800)
    expect(seconds('paidSignedInSeconds')).toBe(7.5 * 3600)
  })

  it('gives contacts per hour without pauses, with the chance there is in their number', () => {
    const figure = evaluate(registry.find('contactsPerHour'), { ...day, answered: 60, outboundReached: 5 }, parameters)
    expect(figure.value).toBeCloseTo(10, 9)
    // 65 is between 50.2 and 82.9 of a Poisson count (Garwood).
    expect(figure.interval?.low).toBeCloseTo(50.166 / 6.5, 2)
    expect(figure.interval?.high).toBeCloseTo(82.848 / 6.5, 2)
  })

  it('of a contact is told apart into talk and after-work', () => {
    const handled = { handled: 10, talkMs: 600_000, holdMs: 100_000, acwMs: 300_000 }
    expect(percent('activeTalkShare', handled)).toBe('60.0')
    expect(percent('acwShare', handled)).toBe('30.0')
    expect(percent('agentAnswerRate', { answered: 30, agentNoAnswers: 10 })).toBe('75.0')
    expect(percent('agentNoAnswerRate', { answered: 30, agentNoAnswers: 10 })).toBe('25.0')
  })
})

describe('values', () => {
  it('are "–" where there is nothing to divide by, never 0 or 100 %', () => {
    for (const definition of registry.current.filter(({ kind }) => kind === 'share' || kind === 'mean')) {
      expect(evaluate(definition, {}, parameters).value, definition.id).toBeNull()
    }
  })

  it('of the longest wait are "–" where nobody came, and 0 where nobody had to wait', () => {
    const longest = registry.find('longestWaitSeconds')
    expect(neededCounters(longest, parameters).map(({ counter }) => counter)).toContain('offered')
    expect(evaluate(longest, { offered: 0, longestWaitMs: 0 }, parameters).value).toBeNull()
    expect(evaluate(longest, { offered: 3, longestWaitMs: 0 }, parameters).value).toBe(0)
    expect(evaluate(longest, { offered: 3, longestWaitMs: 7000 }, parameters).value).toBe(7)
  })

  it('carry an interval wherever chance can be told: every share of contacts, every mean', () => {
    const without = registry.current.filter((definition) => !carriesInterval(definition) && definition.kind !== 'count')
    // Named one by one, so that a new measure does not lose its interval unnoticed. Shares of time have no trials to count.
    expect(without.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'max longestWaitSeconds',
      'percentile waitP50Seconds',
      'percentile waitP90Seconds',
      'share acwShare',
      'share activeTalkShare',
      'share occupancy',
      'share utilization',
      'share occupancyOfSession',
      'share availability',
      'share shrinkageSignedIn',
      'share pauseShare',
      'ratio concurrency',
    ])
  })

  it('carry an interval that holds them', () => {
    const rate = evaluate(registry.find('abandonRate'), { answered: 9, abandoned: 1 }, parameters)
    expect(rate.interval?.low).toBeLessThan(0.1)
    expect(rate.interval?.high).toBeGreaterThan(0.4) // Wilson for 1 of 10 reaches 40.4 %
    const aht = evaluate(registry.find('ahtSeconds'), { handled: 2, talkMs: 30_000, handleS2: 500 }, parameters)
    expect(aht.value).toBe(15)
    expect(aht.interval?.low).toBeCloseTo(15 - 12.7062 * 5, 2)
  })

  it('add the squares of contacts told apart, and tell no interval where squares are not known yet', () => {
    const waits = { answered: 1, abandoned: 1, waitAnsweredMs: 10_000, waitAbandonedMs: 20_000 }
    const all = registry.find('meanWaitSeconds')
    const told = evaluate(all, { ...waits, waitAnsweredS2: 100, waitAbandonedS2: 400 }, parameters)
    expect(told.interval?.high).toBeCloseTo(15 + 12.7062 * 5, 2)
    const unknown = evaluate(all, { ...waits, waitAnsweredS2: 100, waitAbandonedS2: NaN }, parameters)
    expect(unknown).toMatchObject({ value: 15, interval: null })
  })

  it('of a percentile lie between the bounds around it', () => {
    const values: Record<string, number> = { answered: 10 }
    for (const bound of waitBounds) values[`answeredWithin:${bound}`] = bound < 10 ? 0 : bound < 30 ? 5 : 10
    const { value } = evaluate(registry.find('waitP90Seconds'), values, parameters)
    expect(value).toBeGreaterThan(29)
    expect(value).toBeLessThanOrEqual(30)
  })

  it('are marked when the threshold lies between the bounds', () => {
    expect(
      evaluate(registry.find('serviceLevelStrict'), { answered: 1 }, { ...parameters, withinSeconds: 61 }).approximate,
    ).toBe(true)
    expect(evaluate(registry.find('serviceLevelStrict'), { answered: 1 }, parameters).approximate).toBe(false)
  })
})

describe('bounds of waiting times', () => {
  it('count "within" as ≤, exactly at each bound', () => {
    for (const [index, seconds] of waitBounds.entries()) {
      expect(boundIndex(seconds)).toBe(index)
      expect(waitBin(seconds * 1000)).toBe(index)
      expect(waitBin(seconds * 1000 + 1)).toBe(index + 1)
    }
  })
})

describe('the registry', () => {
  it('keeps old versions: a report of yesterday reprints the same', () => {
    const old = registry.find('abandonRate')
    const next = { ...old, version: 2, denominator: [{ counter: 'offered' as const }] }
    const both = createRegistry([...registry.all, next])
    const values = { offered: 20, answered: 9, abandoned: 1 }
    expect(evaluate(both.find('abandonRate'), values, parameters).value).toBe(0.05)
    expect(evaluate(both.find('abandonRate@1'), values, parameters).value).toBe(0.1)
    expect(() => createRegistry([old, old])).toThrow(/twice/)
    expect(() => both.find('abandonRate@3')).toThrow(/abandonRate@3/)
  })

  it('says everything in both languages and uses only counters that exist', () => {
    for (const definition of registry.all) {
      for (const language of ['ru', 'en'] as const) {
        expect(definition.name[language].length, definition.id).toBeGreaterThan(1)
        expect(definition.formula[language].length, definition.id).toBeGreaterThan(5)
      }
      expect(definition.source, definition.id).not.toBe('')
      for (const { counter, threshold } of neededCounters(definition, parameters)) {
        expect(counters[counter].threshold, definition.id).toBe(threshold !== undefined)
      }
    }
  })

  it('writes the glossary with every measure', () => {
    const text = glossary(registry.current)
    for (const definition of registry.current) expect(text).toContain(stamp(definition))
  })
})

describe('customers', () => {
  it('are compared by digits, and nobody anonymous is compared', () => {
    expect(normalizeCustomer('8 (912) 345-67-89')).toBe('79123456789')
    expect(normalizeCustomer('+7 912 345 67 89')).toBe('79123456789')
    expect(normalizeCustomer('Ivan@Example.ru')).toBe('ivan@example.ru')
    for (const withheld of ['', ' ', 'anonymous', 'Unknown', '0', '101', null, undefined, 'Скрытый номер']) {
      expect(normalizeCustomer(withheld)).toBeNull()
    }
  })

  it('form clusters by the window; the anonymous never do', () => {
    const hour = 3_600_000
    const contacts = [
      { customerKey: 'a', offeredAt: 0 },
      { customerKey: 'a', offeredAt: 10 * hour },
      { customerKey: 'a', offeredAt: 200 * hour },
      { customerKey: 'b', offeredAt: 5 * hour },
      { customerKey: null, offeredAt: 0 },
      { customerKey: null, offeredAt: 1 },
    ]
    expect(recallClusters(contacts, 168)).toEqual({ clusters: 3, single: 2 })
  })
})
