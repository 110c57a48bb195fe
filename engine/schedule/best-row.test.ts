import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createBestRow } from './best-row.ts'
import { prepareRoster } from './prepare-roster.ts'
import type { AgentLimits } from './roster-problem.ts'
import { looseLimits, smallAgent, smallProblem } from './testing/small-problem.ts'
import type { DayChoices } from './thin-choices.ts'

// A row is a choice for each day, or none; hours as slots, six days from a Friday, so that a week ends within them.
const DAYS = 6
const starts = [7, 9, 13, 16, 20]
const lengths = [4, 8, 11]

interface Person extends Pick<
  AgentLimits,
  'minRestSlots' | 'weeklyRestSlots' | 'maxConsecutiveDays' | 'minDaysOffPerWeek'
> {
  readonly lastEnd: number
  readonly daysInARow: number
}

function problemFor(person: Person) {
  const { lastEnd, daysInARow, ...limits } = person
  const before = { lastShiftStart: lastEnd - 8, lastShiftEnd: lastEnd, daysInARow }
  const mayWork = Array.from({ length: DAYS }, () => true)
  const plain = smallProblem(DAYS, {
    shapes: [{ shapeId: 'day', name: 'Day', starts, lengths, breaks: [], weekdays: [1, 2, 3, 4, 5, 6, 7] }],
    agents: [smallAgent('ann', DAYS, { before, limits: { ...looseLimits, mayWork, ...limits } })],
  })
  return { ...plain, days: plain.days.map((day, at) => ({ ...day, isoWeekday: ((at + 4) % 7) + 1 })) }
}

/** The least of all rows that keep the rules, tried one by one. */
function leastByHand(person: Person, days: readonly DayChoices[], shortRestCost: number): number {
  let least = Number.POSITIVE_INFINITY
  const row: number[] = []
  const go = (day: number, cost: number): void => {
    if (day === DAYS) {
      const short = keptWith(person, days, row)
      if (short >= 0) least = Math.min(least, cost + short * shortRestCost)
      return
    }
    const { off, count, cost: costs } = days[day] as DayChoices
    for (let choice = -1; choice < count; choice++) {
      row[day] = choice
      go(day + 1, cost + (choice < 0 ? off : (costs[choice] ?? 0)))
    }
  }
  go(0, 0)
  return least
}

/** Short rests of a row; −1 where it breaks a rule. Weeks end after the third day. */
function keptWith(person: Person, days: readonly DayChoices[], row: readonly number[]): number {
  let [short, inARow, lastEnd] = [0, person.daysInARow, person.lastEnd]
  const shifts = row.map((choice, day) =>
    choice < 0 ? null : { from: days[day]?.start[choice] ?? 0, to: days[day]?.end[choice] ?? 0 },
  )
  for (const shift of shifts) {
    inARow = shift === null ? 0 : inARow + 1
    if (shift === null) continue
    if (inARow > person.maxConsecutiveDays || shift.from - lastEnd < person.minRestSlots) return -1
    if (shift.from - lastEnd < 14) short++
    lastEnd = shift.to
  }
  const weeks = [
    {
      from: -96,
      to: 72,
      first: 0,
      last: 3,
      free: 4 - Math.min(4, person.daysInARow),
    },
    { from: 72, to: 240, first: 3, last: 6, free: 4 },
  ]
  for (const { from, to, first, last, free } of weeks) {
    const before = shifts.slice(0, first).findLast((shift) => shift !== null)?.to ?? person.lastEnd
    let [opens, longest, off] = [Math.max(from, before), 0, free]
    for (const shift of shifts.slice(first, last)) {
      if (shift === null) off++
      else {
        longest = Math.max(longest, shift.from - opens)
        opens = shift.to
      }
    }
    if (Math.max(longest, to - opens) < person.weeklyRestSlots || off < person.minDaysOffPerWeek) return -1
  }
  return short
}

const person = fc.record({
  minRestSlots: fc.constantFrom(0, 11, 12),
  weeklyRestSlots: fc.constantFrom(0, 30, 42),
  maxConsecutiveDays: fc.constantFrom(2, 3, 5, 100),
  minDaysOffPerWeek: fc.constantFrom(0, 1, 2),
  lastEnd: fc.constantFrom(-7, -2),
  daysInARow: fc.constantFrom(1, 2),
})
const cost = fc.integer({ min: -60, max: 30 })
const dayChoices = (day: number) =>
  fc
    .record({
      picked: fc.uniqueArray(fc.nat(starts.length * lengths.length - 1), { minLength: 1, maxLength: 3 }),
      costs: fc.array(cost, { minLength: 3, maxLength: 3 }),
      off: cost,
    })
    .map(({ picked, costs, off }): DayChoices => {
      const sorted = picked.toSorted((left, right) => left - right)
      const start = Int32Array.from(sorted, (at) => day * 24 + (starts[Math.floor(at / lengths.length)] ?? 0))
      const end = Int32Array.from(sorted, (at, index) => (start[index] ?? 0) + (lengths[at % lengths.length] ?? 0))
      return { count: sorted.length, option: Int32Array.from(sorted), start, end, cost: Float64Array.from(costs), off }
    })

describe('the best row of a person', { timeout: 60_000 }, () => {
  it('costs the least of all rows that keep her rules', () => {
    const days = fc.tuple(...Array.from({ length: DAYS }, (_, day) => dayChoices(day)))
    fc.assert(
      fc.property(person, days, fc.integer({ min: 0, max: 20 }), (one, choices, shortRestCost) => {
        const row = createBestRow(prepareRoster(problemFor(one)))
        const least = leastByHand(one, choices, shortRestCost)
        expect(row.find(0, choices, shortRestCost)).toBe(least)
        if (least === Number.POSITIVE_INFINITY) return
        const chosen = [...row.chosen]
        const short = keptWith(one, choices, chosen)
        const own = chosen.reduce(
          (sum, choice, day) => sum + (choice < 0 ? (choices[day]?.off ?? 0) : (choices[day]?.cost[choice] ?? 0)),
          0,
        )
        expect(short).toBeGreaterThanOrEqual(0)
        expect(own + short * shortRestCost).toBe(least)
      }),
      { numRuns: 120 },
    )
  })
})
