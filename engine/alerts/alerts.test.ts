import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { HOUR_MS, MINUTE_MS } from '../time/index.ts'
import { stepAlert, type AlertEvent, type AlertPace, type AlertState } from './alert-state.ts'
import { isQuiet } from './quiet-hours.ts'
import { readingOf, type AlertReading } from './reading.ts'
import { planTelling, type WaitingNotice } from './telling.ts'

const LOOK_MS = 30_000
const START = Date.UTC(2026, 10, 2, 9)

const pace = (more: Partial<AlertPace> = {}): AlertPace =>
  Object.freeze({ holdMs: 0, clearMs: 0, remindMs: null, longestGapMs: 3 * MINUTE_MS, ...more })

interface Look {
  readonly now: number
  readonly reading: AlertReading
  readonly isAnswered?: boolean
}
interface Happened {
  readonly now: number
  readonly event: AlertEvent
}

/** Lives through looks one after another; resolves to what was told. */
function live(looks: readonly Look[], given: AlertPace): Happened[] {
  let state: AlertState | undefined
  const happened: Happened[] = []
  for (const { now, reading, isAnswered = false } of looks) {
    const step = stepAlert(state, reading, { now, isAnswered }, given)
    state = Object.freeze(step.state)
    if (step.event !== null) happened.push({ now, event: step.event })
  }
  return happened
}

const everyLook = (readings: readonly AlertReading[], from = START): Look[] =>
  readings.map((reading, place) => ({ now: from + place * LOOK_MS, reading }))
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

const anyReading = fc.constantFrom<AlertReading>('bad', 'between', 'good', 'unknown', 'closed')
/** Looks with a clock that mostly goes on, at times stands, jumps or steps back. */
const anyLooks = fc
  .array(
    fc.record({
      step: fc.oneof(
        { weight: 12, arbitrary: fc.constant(LOOK_MS) },
        { weight: 1, arbitrary: fc.integer({ min: -2 * HOUR_MS, max: 6 * HOUR_MS }) },
      ),
      reading: anyReading,
      isAnswered: fc.boolean(),
    }),
    { maxLength: 300 },
  )
  .map((list) => {
    let now = START
    return list.map(({ step, ...look }) => ({ ...look, now: (now += step) }))
  })
const anyPace = fc.record({
  holdMs: fc.constantFrom(0, MINUTE_MS, 15 * MINUTE_MS),
  clearMs: fc.constantFrom(0, MINUTE_MS, 10 * MINUTE_MS),
  remindMs: fc.constantFrom(null, 5 * MINUTE_MS, HOUR_MS),
  longestGapMs: fc.constant(3 * MINUTE_MS),
})

describe('a figure against its threshold', () => {
  const below = { side: 'below', raiseAt: 0.8, slack: 0.05, fewest: 20, onlySure: false } as const
  const figure = (value: number | null, contacts = 100) => ({ value, contacts, interval: null })

  it('is bad beyond it, good when it has come back by the slack, and neither between', () => {
    expect([0.79, 0.8, 0.84, 0.85].map((value) => readingOf(figure(value), below))).toEqual([
      'bad',
      'between',
      'between',
      'good',
    ])
    const above = { ...below, side: 'above', raiseAt: 300, slack: 60 } as const
    expect([301, 300, 241, 240].map((value) => readingOf(figure(value), above))).toEqual([
      'bad',
      'between',
      'between',
      'good',
    ])
  })

  it('says nothing of too few contacts or of none', () => {
    expect(readingOf(figure(0, 19), below)).toBe('unknown')
    expect(readingOf(figure(null), below)).toBe('unknown')
  })

  it('waits for the whole interval where only what is sure counts', () => {
    const sure = { ...below, onlySure: true }
    expect(readingOf({ value: 0.7, contacts: 30, interval: { low: 0.52, high: 0.83 } }, sure)).toBe('between')
    expect(readingOf({ value: 0.7, contacts: 300, interval: { low: 0.65, high: 0.75 } }, sure)).toBe('bad')
  })
})

describe('an alert', () => {
  it('is raised once the figure has been bad for as long as asked, and cleared once it has been good', () => {
    const looks = everyLook([
      ...times(11, 'bad' as const),
      ...times(10, 'between' as const),
      ...times(6, 'good' as const),
    ])
    expect(live(looks, pace({ holdMs: 5 * MINUTE_MS, clearMs: 2 * MINUTE_MS }))).toEqual([
      { now: START + 10 * LOOK_MS, event: 'raised' },
      { now: START + 25 * LOOK_MS, event: 'cleared' },
    ])
  })

  it('forgets a hold that was broken', () => {
    const broken = [...times(10, 'bad' as const), 'between' as const, ...times(10, 'bad' as const)]
    expect(live(everyLook(broken), pace({ holdMs: 5 * MINUTE_MS }))).toEqual([])
  })

  it('proves no hold over hours that nobody saw, nor over a step of the clock', () => {
    const held = pace({ holdMs: 15 * MINUTE_MS })
    for (const gap of [6 * HOUR_MS, -HOUR_MS])
      expect(
        live(
          [
            { now: START, reading: 'bad' },
            { now: START + gap, reading: 'bad' },
          ],
          held,
        ),
      ).toEqual([])
  })

  it('ends with the opening hours', () => {
    expect(
      live(everyLook(['bad', 'closed', 'closed', 'bad']), pace({ clearMs: HOUR_MS })).map(({ event }) => event),
    ).toEqual(['raised', 'cleared', 'raised'])
  })

  it('reminds until somebody answers', () => {
    const looks = everyLook(times(41, 'bad' as const))
    const reminding = pace({ remindMs: 5 * MINUTE_MS })
    expect(live(looks, reminding).map(({ event }) => event)).toEqual(['raised', ...times(4, 'reminded')])
    const answered = looks.map((look) => ({ ...look, isAnswered: look.now > START + 6 * MINUTE_MS }))
    expect(live(answered, reminding).map(({ event }) => event)).toEqual(['raised', 'reminded'])
  })

  it('is never raised twice without a clear between, whatever comes and whatever the clock does', () => {
    fc.assert(
      fc.property(anyLooks, anyPace, (looks, given) => {
        let isOpen = false
        for (const { event } of live(looks, given)) {
          expect(event === 'raised').toBe(!isOpen)
          isOpen = event !== 'cleared'
        }
      }),
    )
  })

  it('is raised only after looks that were bad all through the hold', () => {
    fc.assert(
      fc.property(anyLooks, anyPace, (looks, given) => {
        for (const { now } of live(looks, given).filter(({ event }) => event === 'raised')) {
          // Back from the raise, look by look, as long as nothing but bad was seen without a gap.
          const last = looks.findLastIndex((look) => look.now === now && look.reading === 'bad')
          expect(last).toBeGreaterThanOrEqual(0)
          let proven = 0
          for (let place = last; place > 0; place--) {
            const gap = (looks[place]?.now ?? 0) - (looks[place - 1]?.now ?? 0)
            if (looks[place - 1]?.reading !== 'bad' || gap < 0 || gap > given.longestGapMs) break
            proven += gap
          }
          expect(proven).toBeGreaterThanOrEqual(given.holdMs)
        }
      }),
    )
  })

  it('is neither raised nor cleared by what lies between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<AlertReading>('bad', 'between'), { maxLength: 200 }),
        anyPace,
        (readings, given) => {
          expect(live(everyLook(readings), given).filter(({ event }) => event === 'cleared')).toEqual([])
          expect(live(everyLook(readings.map(() => 'between')), given)).toEqual([])
        },
      ),
    )
  })

  it('reminds no more often than asked', () => {
    fc.assert(
      fc.property(fc.array(anyReading, { maxLength: 300 }), anyPace, (readings, given) => {
        let toldAt = Number.NEGATIVE_INFINITY
        for (const { now, event } of live(everyLook(readings), given)) {
          if (event === 'reminded')
            expect(now - toldAt).toBeGreaterThanOrEqual(given.remindMs ?? Number.POSITIVE_INFINITY)
          toldAt = now
        }
      }),
    )
  })

  it('flaps at most eight times in two hours, however the figure dances', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<AlertReading>('bad', 'good'), { minLength: 240, maxLength: 480 }),
        anyPace,
        (readings, given) => {
          const raises = live(everyLook(readings), given).filter(({ event }) => event === 'raised')
          for (const { now } of raises)
            expect(raises.filter((one) => one.now >= now && one.now < now + 2 * HOUR_MS).length).toBeLessThanOrEqual(8)
        },
      ),
    )
    // The worst dance there is.
    const dance = everyLook(Array.from({ length: 960 }, (_, place) => (place % 2 === 0 ? 'bad' : 'good')))
    expect(live(dance, pace()).filter(({ event }) => event === 'raised').length).toBeLessThan(20)
  })
})

describe('quiet hours', () => {
  it('pass midnight, hold their first minute and not their last', () => {
    const night = { from: 22 * 60, to: 7 * 60 }
    expect([21 * 60 + 59, 22 * 60, 0, 6 * 60 + 59, 7 * 60].map((minute) => isQuiet(night, minute))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
    expect(isQuiet({ from: 60, to: 60 }, 60)).toBe(false)
    expect(isQuiet(null, 0)).toBe(false)
  })
})

describe('what a recipient is told', () => {
  const limits = { now: START, sentAt: [], mostAnHour: 4, mostLines: 3 }
  let noticeId = 0
  const notice = (alertId: number, event: AlertEvent, more: Partial<WaitingNotice> = {}): WaitingNotice =>
    Object.freeze({ noticeId: ++noticeId, alertId, event, at: START + noticeId, isHeld: false, ...more })

  it('is one message about everything, which names so many and counts the others', () => {
    const plan = planTelling(
      [1, 2, 3, 4, 5].map((alertId) => notice(alertId, 'raised')),
      limits,
    )
    expect(plan?.lines.map(({ alertId }) => alertId)).toEqual([1, 2, 3])
    expect(plan?.more).toBe(2)
    expect(plan?.noticeIds).toHaveLength(5)
  })

  it('holds what quiet hours hold, and sums up afterwards', () => {
    const night = [notice(1, 'raised'), notice(1, 'reminded'), notice(1, 'cleared'), notice(2, 'raised')]
    const held = night.map((one) => ({ ...one, isHeld: true }))
    expect(planTelling(held, limits)).toBeNull()
    expect(planTelling([...held, notice(3, 'raised')], limits)?.lines).toEqual([{ alertId: 3, event: 'raised' }])
    expect(planTelling(night, limits)?.lines).toEqual([
      { alertId: 1, event: 'passed' },
      { alertId: 2, event: 'raised' },
    ])
  })

  it('never goes out more often than the cap in any hour, and loses nothing', () => {
    const everyMinute = fc.array(fc.record({ notices: fc.nat(3), isHeld: fc.boolean() }), { maxLength: 400 })
    fc.assert(
      fc.property(everyMinute, fc.integer({ min: 1, max: 6 }), (minutes, mostAnHour) => {
        const sentAt: number[] = []
        let waiting: WaitingNotice[] = []
        let [made, told] = [0, 0]
        for (const [minute, { notices, isHeld }] of minutes.entries()) {
          const now = START + minute * MINUTE_MS
          for (let each = 0; each < notices; each++) waiting.push(notice(++made, 'raised', { at: now }))
          const seen = waiting.map((one) => ({ ...one, isHeld }))
          const plan = planTelling(seen, { now, sentAt, mostAnHour, mostLines: 5 })
          if (plan === null) continue
          expect(isHeld).toBe(false)
          sentAt.push(now)
          told += plan.noticeIds.length
          expect(plan.lines.length + plan.more).toBe(plan.noticeIds.length)
          waiting = waiting.filter((one) => !plan.noticeIds.includes(one.noticeId))
        }
        expect(told + waiting.length).toBe(made)
        for (const at of sentAt)
          expect(sentAt.filter((one) => one >= at && one < at + HOUR_MS).length).toBeLessThanOrEqual(mostAnHour)
      }),
    )
  })
})
