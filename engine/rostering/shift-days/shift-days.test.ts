import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'

import { createRandom, type Random } from '../../numeric/index.ts'
import { checkShiftDaysRoster } from '../checking/check-shift-days.ts'
import { compileDays, nameRoster } from './compiled.ts'
import { createLocalSearch, placeEveryone } from './local-search.ts'
import { createPersonDays } from './person-days.ts'
import { readShiftDays } from './read-instance.ts'
import { writeShiftDaysRoster } from './roster-text.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A small instance in the benchmark’s format, everything of it by chance. */
function smallInstance(random: Random, { days, staff }: { readonly days: number; readonly staff: number }): string {
  const ids = Array.from({ length: staff }, (_, index) => `P${index}`)
  const day = () => random.integer(0, days)
  const wish = () => `${random.pick(ids)},${day()},${random.pick(['E', 'L', 'N'])},${random.integer(1, 5)}`
  const least = 480 * Math.floor(days / 4)
  return [
    'SECTION_HORIZON',
    String(days),
    'SECTION_SHIFTS',
    'E,480,',
    'L,480,E',
    'N,720,E|L',
    'SECTION_STAFF',
    ...ids.map((id) => {
      const most = `E=${days}|L=${random.integer(1, 4)}|N=${random.integer(0, 3)}`
      const runs = `${random.integer(2, 5)},${random.integer(1, 3)},${random.integer(1, 4)}`
      return `${id},${most},${least + 240 * random.integer(4, 8)},${least},${runs},${random.integer(1, 3)}`
    }),
    'SECTION_DAYS_OFF',
    ...ids.map((id) => `${id},${day()}`),
    'SECTION_SHIFT_ON_REQUESTS',
    ...Array.from({ length: staff * 2 }, wish),
    'SECTION_SHIFT_OFF_REQUESTS',
    ...Array.from({ length: staff * 2 }, wish),
    'SECTION_COVER',
    ...Array.from({ length: days }, (_, at) =>
      ['E', 'L', 'N'].map((shift) => `${at},${shift},${random.integer(0, staff)},${random.integer(5, 30)},1`),
    ).flat(),
  ].join('\n')
}

/** Every row of so many days over E, L, N and off. */
function* everyRow(days: number): Generator<readonly string[]> {
  const kinds = ['-', 'E', 'L', 'N']
  for (let number = 0; number < kinds.length ** days; number++)
    yield Array.from(
      { length: days },
      (_, day) => kinds[Math.floor(number / kinds.length ** day) % kinds.length] ?? '-',
    )
}

describe('the best days of one person', () => {
  it('are those of trying every row', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const text = smallInstance(createRandom(seed), { days: 5, staff: 1 })
      const problem = readShiftDays(text)
      const compiled = compileDays(problem)
      const local = createLocalSearch(compiled, createRandom(1))
      const empty = local.state.cost
      const cost = new Float64Array(5 * 3)
      local.state.priceDays(0, 0, 5, cost)
      // Costs of one person alone add up only as long as no place is filled twice; one row never does.
      const found = createPersonDays(compiled).wholeHorizon(0, cost, {
        cellBudget: 1e6,
        rounds: 20,
        mostLabels: 10_000,
        limit: Number.POSITIVE_INFINITY,
      })
      let best = Number.POSITIVE_INFINITY
      for (const row of everyRow(5)) {
        const { feasible, objective } = checkShiftDaysRoster(text, `P0,${row.join(',')}`)
        if (feasible) best = Math.min(best, objective)
      }
      expect(found.cost + empty, `seed ${seed}`).toBe(best)
      expect(found.bound + empty).toBeLessThanOrEqual(best + 1e-6)
    }
  })

  it('are the same when rules do not fit into the tables and are priced', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const compiled = compileDays(readShiftDays(smallInstance(createRandom(seed), { days: 14, staff: 1 })))
      const random = createRandom(seed)
      const cost = Float64Array.from({ length: 14 * 3 }, () => random.integer(-9, 4))
      const effort = { rounds: 10, mostLabels: 100_000, limit: Number.POSITIVE_INFINITY }
      const exact = createPersonDays(compiled).wholeHorizon(0, cost, { ...effort, cellBudget: 10_000_000 })
      const priced = createPersonDays(compiled).wholeHorizon(0, cost, { ...effort, cellBudget: 1 })
      expect(priced.cost, `seed ${seed}`).toBe(exact.cost)
      expect(priced.bound).toBeLessThanOrEqual(exact.cost + 1e-6)
    }
  })
})

describe('the local search', () => {
  it('keeps every rule and an exact cost on any instance that has a roster', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const random = createRandom(seed)
        const text = smallInstance(random, { days: 7 * random.integer(1, 10), staff: random.integer(1, 7) })
        const problem = readShiftDays(text)
        const compiled = compileDays(problem)
        const local = createLocalSearch(compiled, random)
        const { missing, impossible } = placeEveryone(compiled, local.state, random)
        if (missing.length + impossible.length > 0) return
        for (let step = 0; step < 30; step++) {
          local.step(5)
          const roster = writeShiftDaysRoster(problem, nameRoster(problem, local.state.rows))
          const checked = checkShiftDaysRoster(text, roster)
          expect(checked.violations).toEqual([])
          expect(checked.objective).toBe(local.state.cost)
        }
      }),
      { numRuns: 30, seed: 20 },
    )
  })

  it('says who has no days that keep her rules', () => {
    const text = smallInstance(createRandom(1), { days: 14, staff: 2 }).replace(/^(P1,[^,]*),\d+,\d+/m, '$1,9600,9600')
    const compiled = compileDays(readShiftDays(text))
    const random = createRandom(1)
    expect(placeEveryone(compiled, createLocalSearch(compiled, random).state, random).impossible).toEqual([1])
  })
})
