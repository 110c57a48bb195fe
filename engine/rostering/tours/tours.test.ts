import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { openHighs } from '../../../cli/highs-solver.ts'
import { createRandom } from '../../numeric/index.ts'
import { checkTours } from '../checking/check-tours.ts'
import { buildBoundaryProgram } from './boundary-program.ts'
import { moveBoundaries } from './move-boundaries.ts'
import { pooledBound } from './pooled-bound.ts'
import { readTourProblem } from './read-tour-problem.ts'
import { plainlyImpossible, simpleBound } from './simple-bound.ts'
import { solveTours } from './solve-tours.ts'
import { startTours } from './start-tours.ts'
import { smallInstance } from './testing/small-instance.ts'
import type { TourProblem, TourRoster } from './tour-problem.ts'
import { createTourSearch } from './tour-search.ts'
import { createTourState } from './tour-state.ts'
import { writeTours } from './write-tours.ts'

const solver = await openHighs()
const facts = { problemFile: 'small', penalty: 0, timeStamp: '2026-11-28T19:30:00', solveSeconds: 1 }

/** So many calls of the clock, instead of seconds. */
async function solveFor(problem: TourProblem, calls: number, seed = 1) {
  let left = calls
  let found: { objective: number; roster: TourRoster } | undefined
  let bound = simpleBound(problem)
  await solveTours(problem, {
    random: createRandom(seed),
    openSolver: async () => solver,
    provesBound: true,
    secondsLeft: () => --left,
    onBound: (lowerBound) => (bound = lowerBound),
    onBetter: (objective, roster) => (found = { objective, roster }),
    takeBetter: () => undefined,
  })
  return found === undefined ? undefined : { ...found, bound }
}

describe('tours', () => {
  it('cost what the checker says, whatever was moved', () => {
    const week = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      days: fc.integer({ min: 1, max: 9 }),
      tasks: fc.integer({ min: 1, max: 3 }),
      staff: fc.array(fc.constantFrom('0,600', '360,900', '720,1200', '0,1200'), { minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(week, ({ seed, days, tasks, staff }) => {
        const random = createRandom(seed)
        const people = staff.map((minutes, at) => `${at + 1},${days === 1 ? '360,600' : minutes}`)
        const cover = Array.from({ length: days * 24 * tasks }, (_, at) => {
          const hour = 6 + Math.floor(at / tasks)
          const min = random.integer(0, 2)
          const clock = (value: number): string => String(value % 24).padStart(2, '0')
          return `${1 + Math.floor(hour / 24)},${clock(hour)}:00-${clock(hour + 1)}:00,${1 + (at % tasks)},${min},${min + random.integer(0, 2)}`
        })
        const text = smallInstance({ days, tasks, staff: people, cover })
        const problem = readTourProblem(text)
        const { state, settleIn, step } = createTourSearch(problem, random)
        startTours(problem, state, random)
        settleIn()
        for (let at = 0; at < 15; at++) step(2)
        const checked = checkTours(text, writeTours(problem, state.toRoster(), facts))
        expect(checked.objective).toBe(state.over())
        expect(checked.violations.filter((words) => words.startsWith('Employee'))).toEqual([])
        const missing = checked.violations.length > 0
        expect(missing).toBe(state.missing() > 0)
        const again = createTourState(problem, 6)
        again.load(state.toRoster())
        expect([again.over(), again.missing(), again.toRoster()]).toEqual([
          state.over(),
          state.missing(),
          state.toRoster(),
        ])
      }),
      { numRuns: 20 },
    )
  }, 60_000)

  it('are the best there are, as trying everything tells', async () => {
    const cover = ['1,06:00-09:00,1,1,1', '1,09:00-14:00,2,1,1', '1,11:00-15:00,1,1,1', '1,15:00-17:00,2,0,1']
    for (const staff of [
      ['1,360,600', '2,360,420'],
      ['1,480,600', '2,0,600'],
      ['1,600,600', '2,480,480'],
    ]) {
      const problem = readTourProblem(smallInstance({ staff, cover }))
      const found = await solveFor(problem, 60)
      expect(found?.objective).toBe(cheapestOfTwo(problem))
      expect(found?.bound).toBeLessThanOrEqual(found?.objective ?? 0)
      expect(found?.bound).toBeGreaterThanOrEqual(simpleBound(problem))
    }
  }, 60_000)

  it('have a bound that sees what hours alone do not', async () => {
    // Two bursts of an hour, twelve hours apart: shifts of six hours cannot be shorter, and nobody can work both.
    const cover = ['1,08:00-09:00,1,1,1', '1,20:00-21:00,1,1,1']
    const problem = readTourProblem(smallInstance({ tasks: 1, staff: ['1,0,600', '2,0,600'], cover }))
    expect(simpleBound(problem)).toBe(0)
    expect(pooledBound(problem, solver)).toBe(40)
    expect((await solveFor(problem, 40))?.objective).toBe(40)
  })

  it('are no worse and keep every rule when all boundaries move', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 3 }), (seed, reach) => {
        const cover = ['1,06:00-18:00,1,0,1', '1,08:00-16:00,2,0,1', '2,07:00-15:00,1,0,1', '2,06:00-23:00,2,0,1']
        const text = smallInstance({ days: 2, staff: ['1,780,900', '2,360,900', '3,720,1200', '4,0,600'], cover })
        const problem = readTourProblem(text)
        const { state, step } = createTourSearch(problem, createRandom(seed))
        startTours(problem, state, createRandom(seed))
        for (let at = 0; at < 3; at++) step(1)
        const roster = state.toRoster()
        const { program, toRoster } = buildBoundaryProgram(problem, roster, { slots: reach, from: 0, to: 193 })
        const found = solver.solveWhole({ ...program, seconds: 20 })
        const after = checkTours(text, writeTours(problem, toRoster(found?.columnValues ?? program.start), facts))
        expect(after.violations).toEqual([])
        expect(after.objective - state.over()).toBeCloseTo(
          found === null ? 0 : found.objective - (program.below + 0.5),
          6,
        )
      }),
      { numRuns: 10 },
    )
  }, 60_000)

  it('hand time on through a chain of people when boundaries move', () => {
    // The first works an hour more than she has to where two are too many; the time goes from one to the next and to nobody.
    const cover = ['1,06:00-12:15,1,1,1', '1,12:15-18:15,2,1,1']
    const problem = readTourProblem(smallInstance({ staff: ['1,360,600', '2,360,600'], cover }))
    const roster: TourRoster = [
      [{ start: 0, tasks: [{ task: 0, slots: 27 }] }],
      [
        {
          start: 23,
          tasks: [
            { task: 0, slots: 4 },
            { task: 1, slots: 23 },
          ],
        },
      ],
    ]
    const moved = moveBoundaries(problem, roster, solver, () => 10)
    const state = createTourState(problem, 6)
    state.load(roster)
    const before = state.over()
    state.load(moved)
    expect(state.missing()).toBe(0)
    expect(state.over()).toBeLessThan(before)
    expect(moved.map(([shift]) => shift?.tasks.map(({ task }) => task))).toEqual([[0], [0, 1]])
  })

  it('keep a lower bound below what was found', async () => {
    const problem = readTourProblem(smallInstance({ staff: ['1,600,600', '2,600,600'] }))
    expect(simpleBound(problem)).toBe(80 - 25)
    expect((await solveFor(problem, 30))?.objective).toBeGreaterThanOrEqual(80 - 25)
  })

  it('are the same for the same seed', async () => {
    const problem = readTourProblem(smallInstance({ days: 3, staff: ['1,720,1200', '2,360,600', '3,0,600'] }))
    expect(await solveFor(problem, 60, 7)).toEqual(await solveFor(problem, 60, 7))
  })

  it('are said to be impossible where they plainly are', () => {
    const reasonOf = (part: Parameters<typeof smallInstance>[0]) =>
      plainlyImpossible(readTourProblem(smallInstance(part)))
    expect(reasonOf({})).toBeNull()
    expect(reasonOf({ staff: ['7,660,690'] })).toContain('the 660 to 690 minutes of person 7')
    expect(reasonOf({ staff: ['7,0,0'] })).toContain('the minimum cover takes 360 minutes')
    expect(reasonOf({ cover: ['1,06:00-06:15,1,3,3'] })).toContain('3 people are needed at once')
  })
})

/** By trying every pair of shifts on whole hours, where all the demand begins and ends, with up to three tasks in each. */
function cheapestOfTwo(problem: TourProblem): number {
  const state = createTourState(problem, 1000)
  const options = problem.staff.map(({ minSlots, maxSlots }) => [
    ...(minSlots === 0 ? [[]] : []),
    ...allShifts(problem, Math.max(24, minSlots), Math.min(40, maxSlots)),
  ])
  let cheapest = Infinity
  for (const first of options[0] ?? []) {
    state.load([first, []])
    // What the second adds is counted from the cover that the first leaves.
    for (const second of options[1] ?? []) {
      const cost = state.over() + addedCost(problem, state.cover, state.missing(), second)
      if (cost < cheapest) cheapest = cost
    }
  }
  return cheapest
}

function addedCost(
  { least, most }: TourProblem,
  cover: Int32Array,
  missing: number,
  shifts: TourRoster[number],
): number {
  let cost = 0
  let short = missing
  for (const { start, tasks } of shifts) {
    let slot = start
    for (const { task, slots } of tasks)
      for (let end = slot + slots; slot < end; slot++) {
        const place = slot * 2 + task
        const over = (cover[place] ?? 0) - (most[place] ?? 0)
        if ((cover[place] ?? 0) < (least[place] ?? 0)) short--
        if (over >= 0) cost += 2 * over + 1
      }
  }
  return short > 0 ? Infinity : cost
}

function allShifts(problem: TourProblem, shortest: number, longest: number): TourRoster[number][] {
  const shifts: TourRoster[number][] = []
  for (let start = 0; start <= 40; start += 4)
    for (let length = shortest; length <= Math.min(longest, problem.slots - start); length += 4)
      for (const tasks of splits(length)) shifts.push([{ start, tasks }])
  return shifts
}

function splits(length: number) {
  const found: { task: number; slots: number }[][] = []
  for (const first of [0, 1]) {
    found.push([{ task: first, slots: length }])
    for (let one = 4; one <= length - 4; one += 4) {
      found.push([
        { task: first, slots: one },
        { task: 1 - first, slots: length - one },
      ])
      for (let two = 4; two <= length - one - 4; two += 4)
        found.push([
          { task: first, slots: one },
          { task: 1 - first, slots: two },
          { task: first, slots: length - one - two },
        ])
    }
  }
  return found
}

const shared = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../../shared'), 'data/rosters/matsp')

describe.skipIf(!existsSync(shared))('published instances (../shared is absent)', () => {
  const read = (name: string): string => readFileSync(join(shared, name), 'utf8')

  it('read as they are written', () => {
    expect(readTourProblem(read('0.txt'))).toMatchObject({ days: 2, taskIds: ['1', '2', '3'] })
    const problem = readTourProblem(read('10_7_20_3.txt'))
    expect([problem.staff.length, problem.slots]).toEqual([20, 672])
    expect(simpleBound(problem)).toBe(59)
    expect(pooledBound(problem, solver)).toBe(59)
    expect(pooledBound(readTourProblem(read('1_7_10_1.txt')), solver)).toBe(383)
  }, 60_000)

  it('have published rosters that keep every rule, at their published penalties', () => {
    expect(checkTours(read('1_7_10_1.txt'), read('test_solution_1a.solution'))).toEqual({
      feasible: true,
      objective: 383,
      violations: [],
    })
    expect(checkTours(read('10_7_20_3.txt'), read('test_solution_10a.solution'))).toEqual({
      feasible: true,
      objective: 193,
      violations: [],
    })
  })

  it('are solved within a fifth of the published penalties in a few hundred steps', async () => {
    expect((await solveFor(readTourProblem(read('1_7_10_1.txt')), 60))?.objective).toBeLessThan(383 * 1.2)
  }, 60_000)
})
