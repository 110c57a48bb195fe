import type { Random } from '../../numeric/index.ts'
import { tourRules, type TourProblem } from './tour-problem.ts'
import { createTourState, type TourState } from './tour-state.ts'
import { createWindowOptimiser, type PriceNoise } from './tour-window.ts'

const { slotsPerDay, longestShiftSlots } = tourRules

/** What a person missing costs at first; one too many costs 1. */
const MISSING_COST = 6
const NOISE_SCALE = 0.2
const NOISE_VALUES = 1 << 14
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

  function keep(people: readonly number[], firstDay: number, count: number): KeptShift[] {
    const kept: KeptShift[] = []
    for (const person of people)
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
    const before = state.cost()
    const kept = keep(people, firstDay, count)
    for (const person of people) clear(person, firstDay, count)
    for (const person of people) renew(person, firstDay, count)
    const worse = state.cost() - before
    if (worse <= 0 || random.uniform() < Math.exp(-worse / temperature)) return
    for (const person of people) clear(person, firstDay, count)
    for (const { person, start, tasks } of kept) state.place(person, start, tasks.length, tasks, 0)
  }

  return { state, settleIn, step }
}
