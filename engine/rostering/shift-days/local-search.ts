import type { Random } from '../../numeric/index.ts'
import type { BestDaysEffort } from './best-days.ts'
import type { CompiledDays } from './compiled.ts'
import { createRosterState, type RosterState } from './cover.ts'
import { daysInBlocks } from './first-days.ts'
import { createPersonDays, type PersonDays } from './person-days.ts'

// Large neighbourhoods: a few people lose their days of some weeks, and get them back one after another, each the best days that
// are left, found exactly.

export interface LocalSearch {
  readonly state: RosterState
  /** One try at this temperature: a worse roster is kept with the probability of annealing. Returns whether it was kept. */
  step(temperature: number): boolean
}

const EFFORT: BestDaysEffort = { cellBudget: 1_500_000, rounds: 6, mostLabels: 300, limit: Number.POSITIVE_INFINITY }
const FIRST_EFFORT: BestDaysEffort = {
  cellBudget: 4_000_000,
  rounds: 60,
  mostLabels: 2000,
  limit: Number.POSITIVE_INFINITY,
}

/** Everybody’s best days in turn. @returns the people for whom no days were found that keep their rules */
export function placeEveryone(problem: CompiledDays, state: RosterState, random: Random): FirstRoster {
  const people = createPersonDays(problem)
  const cost = new Float64Array(problem.days * problem.shiftCount)
  const missing: number[] = []
  const impossible: number[] = []
  for (const person of random.shuffle(problem.staff.map((_, index) => index))) {
    state.clear(person, 0, problem.days)
    state.priceDays(person, 0, problem.days, cost)
    const inBlocks = (): Int16Array | null => daysInBlocks(problem, people, person, { cost, random })
    const isExact = people.isExact(person, FIRST_EFFORT.cellBudget)
    const path = isExact ? (wholeHorizon(person) ?? inBlocks()) : (inBlocks() ?? wholeHorizon(person))
    if (path === null && !impossible.includes(person)) missing.push(person)
    if (path !== null) state.place(person, 0, path)
  }
  return { missing, impossible }

  function wholeHorizon(person: number): Int16Array | null {
    const { path, bound } = people.wholeHorizon(person, cost, FIRST_EFFORT)
    if (bound === Number.POSITIVE_INFINITY) impossible.push(person)
    return path
  }
}

export interface FirstRoster {
  /** People without a row so far. */
  readonly missing: readonly number[]
  /** People for whom there is no row that keeps their rules. */
  readonly impossible: readonly number[]
}

export function createLocalSearch(problem: CompiledDays, random: Random): LocalSearch {
  const { days, shiftCount, staff } = problem
  const state = createRosterState(problem)
  const people = createPersonDays(problem)
  const cost = new Float64Array(days * shiftCount)
  const weeks = Math.ceil(days / 7)

  function step(temperature: number): boolean {
    const before = state.cost
    const [from, to] = drawStretch()
    const chosen = drawPeople()
    const kept = chosen.map((person) => (state.rows[person] as Int16Array).slice(from, to))
    for (const person of chosen) state.clear(person, from, to)
    const noise = random.chance(0.5) ? 0.01 : random.uniform() * 20
    for (const [place, person] of chosen.entries()) {
      const path = bestDays(people, person, from, to, noise)
      state.place(person, from, path ?? (kept[place] as Int16Array))
    }
    if (state.cost - before <= -temperature * Math.log(1 - random.uniform())) return true
    for (const [place, person] of chosen.entries()) {
      state.clear(person, from, to)
      state.place(person, from, kept[place] as Int16Array)
    }
    return false
  }

  function drawStretch(): readonly [number, number] {
    const most = weeks <= 4 ? weeks : 4
    const length = weeks <= 4 && random.chance(0.6) ? weeks : random.integer(1, most + 1)
    const first = random.integer(0, weeks - length + 1)
    return [first * 7, Math.min(days, (first + length) * 7)]
  }

  function drawPeople(): readonly number[] {
    const count = Math.min(staff.length, random.integer(1, 5))
    const chosen = new Set<number>()
    while (chosen.size < count) chosen.add(random.integer(0, staff.length))
    return [...chosen]
  }

  function bestDays(people: PersonDays, person: number, from: number, to: number, noise: number): Int16Array | null {
    state.priceDays(person, from, to, cost)
    const part = cost.subarray(0, (to - from) * shiftCount)
    for (let cell = 0; cell < part.length; cell++) part[cell] = (part[cell] as number) + random.uniform() * noise
    if (from === 0 && to === days) return people.wholeHorizon(person, part, EFFORT).path
    return people.window(person, state.rows[person] as Int16Array, { from, to, cost: part }, EFFORT).path
  }

  return { state, step }
}
