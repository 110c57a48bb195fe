import type { Random } from '../../numeric/index.ts'
import { tourRules, type TourPerson, type TourProblem } from './tour-problem.ts'
import { createTourState, type TourState } from './tour-state.ts'
import { createWindowOptimiser, type PriceNoise } from './tour-window.ts'

const { slotsPerDay, longestShiftSlots, restSlots, daysInARow } = tourRules

/** What a person missing costs at first; one too many costs 1. */
const MISSING_COST = 6
const NOISE_SCALE = 0.2
const NOISE_VALUES = 1 << 14
/** How often two people exchange shifts first. */
const SWAP_SHARE = 0.2
/** Days of the first look at everybody’s whole tour, a stretch at a time. */
const STRETCH_DAYS = 7
/** How often one, two, three and four days are opened, and one, two, three and four people. */
const dayWeights = [0.4, 0.3, 0.2, 0.1]
const peopleWeights = [0.08, 0.5, 0.37, 0.05]

export interface TourSearch {
  readonly state: TourState
  /** Gives everybody the best answer to everybody else’s tours, one after another. */
  readonly settleIn: () => void
  /** One ruin and repair at a temperature: better is kept, worse is kept with chance exp(−worse ÷ temperature). */
  readonly step: (temperature: number) => void
}

interface KeptShift {
  readonly person: number
  readonly start: number
  readonly tasks: Int8Array
}

/**
 * Annealing over large neighbourhoods: where the cover is wrong, a few people lose their shifts of a few days and get them back one
 * after another, each at her exact best given the others, with a little noise in the prices so that equals take turns.
 */
export function createTourSearch(problem: TourProblem, random: Random): TourSearch {
  const { days, slots, taskIds, staff, least, most } = problem
  const taskCount = taskIds.length
  const state = createTourState(problem, MISSING_COST)
  const optimiser = createWindowOptimiser(problem, state, Math.min(days, STRETCH_DAYS))
  const noiseValues = Float64Array.from({ length: NOISE_VALUES }, () => random.uniform())
  const everybody = staff.map((_, person) => person)

  const noise = (): PriceNoise => ({ values: noiseValues, from: random.integer(0, NOISE_VALUES), scale: NOISE_SCALE })

  function clear(person: number, firstDay: number, count: number): void {
    for (let day = firstDay; day < firstDay + count; day++) state.remove(person, day)
  }

  function renew(person: number, firstDay: number, count: number): void {
    if (!optimiser.optimise({ person, firstDay, days: count }, noise()))
      throw new Error('shifts that kept the rules were taken away and none were found that keep them')
  }

  function settleIn(): void {
    for (const person of random.shuffle(everybody))
      for (let firstDay = 0; firstDay < days; firstDay += STRETCH_DAYS) {
        const count = Math.min(STRETCH_DAYS, days - firstDay)
        clear(person, firstDay, count)
        renew(person, firstDay, count)
      }
  }

  /** A slot with too many or too few somewhere; any slot when there is none. */
  function drawSlot(): number {
    const from = random.integer(0, slots)
    for (let step = 0; step < slots; step++) {
      const slot = (from + step) % slots
      for (let task = 0; task < taskCount; task++) {
        const cell = slot * taskCount + task
        const now = state.cover[cell] as number
        if (now < (least[cell] as number) || now > (most[cell] as number)) return slot
      }
    }
    return from
  }

  /** People at work around the slot, and others. */
  function drawPeople(slot: number, count: number): number[] {
    const around = [Math.max(0, slot - 1), slot, Math.min(slots - 1, slot + 1)]
    const near = everybody.filter((person) => around.some((at) => (state.tasks[person * slots + at] as number) >= 0))
    const chosen = new Set<number>()
    if (near.length > 0 && random.chance(0.8)) chosen.add(random.pick(near))
    while (chosen.size < Math.min(count, staff.length))
      chosen.add(near.length > 0 && random.chance(0.4) ? random.pick(near) : random.integer(0, staff.length))
    return random.shuffle([...chosen])
  }

  function keep(person: number, firstDay: number, count: number): KeptShift[] {
    const kept: KeptShift[] = []
    for (let day = firstDay; day < firstDay + count; day++) {
      const start = state.starts[person * days + day] as number
      if (start < 0) continue
      const from = person * slots + start
      const tasks = state.tasks.slice(from, from + (state.lengths[person * days + day] as number))
      kept.push({ person, start, tasks })
    }
    return kept
  }

  function step(temperature: number): void {
    const slot = drawSlot()
    const count = Math.min(days, 1 + random.weighted(dayWeights))
    // The shift that covers the slot may have begun on the day before.
    const day = Math.floor(Math.max(0, slot - random.integer(0, longestShiftSlots)) / slotsPerDay)
    const firstDay = Math.max(0, Math.min(days - count, day - random.integer(0, count)))
    const people = drawPeople(slot, 1 + random.weighted(peopleWeights))
    const [one, other] = people
    if (one !== undefined && other !== undefined && random.chance(SWAP_SHARE))
      swapAndRenew([one, other], firstDay, count, temperature)
    else ruinAndRenew(people, firstDay, count, temperature)
  }

  function ruinAndRenew(people: readonly number[], firstDay: number, count: number, temperature: number): void {
    const before = state.cost()
    const kept = people.flatMap((person) => keep(person, firstDay, count))
    for (const person of people) clear(person, firstDay, count)
    for (const person of people) renew(person, firstDay, count)
    if (isTaken(state.cost() - before, temperature)) return
    for (const person of people) clear(person, firstDay, count)
    for (const { person, start, tasks } of kept) state.place(person, start, tasks.length, tasks, 0)
  }

  const isTaken = (worse: number, temperature: number): boolean =>
    worse <= 0 || random.uniform() < Math.exp(-worse / temperature)

  /** Two people exchange their shifts of a stretch of days, which changes no cover, and then get new ones of some days. */
  function swapAndRenew(pair: readonly [number, number], firstDay: number, count: number, temperature: number): void {
    const [one, other] = pair
    const before = state.cost()
    const kept = pair.map((person) => keep(person, 0, days))
    const from = random.integer(0, days) * slotsPerDay
    const to = from + (1 + random.integer(0, days)) * slotsPerDay
    const isGiven = ({ start }: KeptShift): boolean => start >= from && start < to
    const swapped = pair.map((person, at) => [
      ...(kept[at] as KeptShift[]).filter((shift) => !isGiven(shift)),
      ...(kept[1 - at] as KeptShift[]).filter(isGiven).map((shift) => ({ ...shift, person })),
    ])
    if (!isLawful(one, swapped[0] as KeptShift[]) || !isLawful(other, swapped[1] as KeptShift[])) return
    putBack(pair, swapped.flat())
    for (const person of pair) clear(person, firstDay, count)
    for (const person of pair) renew(person, firstDay, count)
    if (isTaken(state.cost() - before, temperature)) return
    putBack(pair, kept.flat())
  }

  function putBack(people: readonly number[], shifts: readonly KeptShift[]): void {
    for (const person of people) clear(person, 0, days)
    for (const { person, start, tasks } of shifts) state.place(person, start, tasks.length, tasks, 0)
  }

  function isLawful(person: number, shifts: readonly KeptShift[]): boolean {
    const { minSlots, maxSlots } = staff[person] as TourPerson
    const worked = shifts.reduce((sum, { tasks }) => sum + tasks.length, 0)
    if (worked < minSlots || worked > maxSlots) return false
    let [free, run, dayBefore] = [0, 0, -2]
    for (const { start, tasks } of shifts.toSorted((left, right) => left.start - right.start)) {
      const day = Math.floor(start / slotsPerDay)
      run = day === dayBefore + 1 ? run + 1 : 1
      if (start < free || day === dayBefore || run > daysInARow) return false
      free = start + tasks.length + restSlots
      dayBefore = day
    }
    return true
  }

  return { state, settleIn, step }
}
