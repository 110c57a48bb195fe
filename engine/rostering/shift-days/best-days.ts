import { followPath, usePath, type PathUse } from './follow-path.ts'
import { searchLabels } from './label-search.ts'
import { listPaths } from './list-paths.ts'
import { layOutResources, type PathQuestion, type ResourceLayout } from './path-question.ts'
import { createPathTables, placeOf, type LoosePrices } from './path-values.ts'

export interface BestDays {
  /** The best days found that keep every rule; null where none were found. */
  readonly path: Int16Array | null
  readonly cost: number
  /** No days that keep every rule cost less. */
  readonly bound: number
  /** The days that the last prices led to, whether they keep every rule or not. */
  readonly loosePath?: Int16Array
}

/** Multipliers of rules that do not fit into the tables; kept by the caller from question to question. */
export interface Multipliers {
  readonly shift: Float64Array
  tooManyUnits: number
  tooFewUnits: number
  weekend: number
}

export interface BestDaysEffort {
  /** Cells of one table at most. */
  readonly cellBudget: number
  /** How often multipliers are moved. */
  readonly rounds: number
  readonly mostLabels: number
  /** Days that cost this or more are of no use. */
  readonly limit: number
}

export interface BestDaysFinder {
  find(question: PathQuestion, maxConsecutive: number, multipliers: Multipliers, effort: BestDaysEffort): BestDays
  /** All days that keep every rule and cost no more than the limit; null where they are too many. */
  list(
    question: PathQuestion,
    maxConsecutive: number,
    multipliers: Multipliers,
    wish: ListWish,
  ): readonly Int16Array[] | null
}

export interface ListWish {
  readonly cellBudget: number
  readonly limit: number
  readonly mostPaths: number
}

export function createMultipliers(shiftCount: number): Multipliers {
  return { shift: new Float64Array(shiftCount), tooManyUnits: 0, tooFewUnits: 0, weekend: 0 }
}

const TOLERANCE = 1e-7

/**
 * Exact where the tables hold every rule. Else the rules that do not fit are priced, prices are moved along their subgradient, and a
 * label search closes what remains between the best days found and the bound.
 */
export function createBestDaysFinder(): BestDaysFinder {
  const tables = createPathTables()

  return {
    list(question, maxConsecutive, multipliers, { cellBudget, limit, mostPaths }) {
      const layout = layOutResources(question, maxConsecutive, cellBudget)
      const isLoose = layout.looseShifts.length > 0 || layout.areUnitsLoose || layout.areWeekendsLoose
      const filled = tables.fill(
        question,
        layout,
        maxConsecutive,
        isLoose ? pricesOf(multipliers) : freePrices(question),
      )
      const constant = isLoose ? constantOf(multipliers, question, layout) : 0
      const paths = listPaths(filled, { constant, limit, mostPaths })
      if (paths === null || !isLoose) return paths
      return paths.filter((path) => keepsLoose(usePath(filled, path), question, layout))
    },
    find(question, maxConsecutive, multipliers, effort) {
      const layout = layOutResources(question, maxConsecutive, effort.cellBudget)
      const isLoose = layout.looseShifts.length > 0 || layout.areUnitsLoose || layout.areWeekendsLoose
      let best: Int16Array | null = null
      let cost = Number.POSITIVE_INFINITY
      let bound = Number.NEGATIVE_INFINITY
      let scale = 1
      for (let round = 0; ; round++) {
        const prices = isLoose ? pricesOf(multipliers) : freePrices(question)
        const filled = tables.fill(question, layout, maxConsecutive, prices)
        const path = followPath(filled)
        if (path === null) return { path: null, cost: Number.POSITIVE_INFINITY, bound: Number.POSITIVE_INFINITY }
        const constant = isLoose ? constantOf(multipliers, question, layout) : 0
        const value = (filled.values[placeOf(filled, 0, question.startState)] as number) - constant
        const use = usePath(filled, path)
        bound = Math.max(bound, value)
        if (use.cost < cost && (!isLoose || keepsLoose(use, question, layout))) [best, cost] = [path, use.cost]
        const needed = Math.min(cost, effort.limit)
        if (bound >= needed - TOLERANCE || (round >= effort.rounds && effort.mostLabels === 0))
          return { path: best, cost, bound, loosePath: path }
        if (round >= effort.rounds) {
          const limits = { constant, limit: needed, mostLabels: effort.mostLabels }
          const found = searchLabels(filled, limits)
          if (found.path !== null) return { path: found.path, cost: found.bound, bound: found.bound }
          return { path: best, cost, bound: Math.max(bound, found.bound) }
        }
        moveMultipliers(multipliers, use, { question, layout, gap: gapTo(needed, value), scale })
        scale *= 0.8
      }
    },
  }
}

/** Where nothing is known above the value, steps are of the size of a small share of it. */
const gapTo = (needed: number, value: number): number =>
  Number.isFinite(needed) ? Math.max(needed - value, TOLERANCE) : 1 + Math.abs(value) * 0.1

const pricesOf = ({ shift, tooManyUnits, tooFewUnits, weekend }: Multipliers): LoosePrices => ({
  shift,
  unit: tooManyUnits - tooFewUnits,
  weekend,
})

const freePrices = ({ shiftCount }: PathQuestion): LoosePrices => ({
  shift: new Float64Array(shiftCount),
  unit: 0,
  weekend: 0,
})

function constantOf(multipliers: Multipliers, question: PathQuestion, layout: ResourceLayout): number {
  let constant = 0
  for (const shift of layout.looseShifts)
    constant += (multipliers.shift[shift] as number) * (question.most[shift] as number)
  constant += multipliers.weekend * question.maxWeekends
  return constant + multipliers.tooManyUnits * question.maxUnits - multipliers.tooFewUnits * question.minUnits
}

function keepsLoose(use: PathUse, question: PathQuestion, layout: ResourceLayout): boolean {
  return (
    layout.looseShifts.every((shift) => (use.countByShift[shift] as number) <= (question.most[shift] as number)) &&
    (!layout.areWeekendsLoose || use.weekends <= question.maxWeekends) &&
    (!layout.areUnitsLoose || (use.units <= question.maxUnits && use.units >= question.minUnits))
  )
}

interface Move {
  readonly question: PathQuestion
  readonly layout: ResourceLayout
  readonly gap: number
  readonly scale: number
}

/** A step of Polyak’s length along the subgradient: what was used beyond each limit. */
function moveMultipliers(multipliers: Multipliers, use: PathUse, { question, layout, gap, scale }: Move): void {
  const overShift = (shift: number): number => (use.countByShift[shift] as number) - (question.most[shift] as number)
  const overWeekend = layout.areWeekendsLoose ? use.weekends - question.maxWeekends : 0
  const overUnits = layout.areUnitsLoose ? use.units - question.maxUnits : 0
  const underUnits = layout.areUnitsLoose ? question.minUnits - use.units : 0
  // A limit that is kept and has no price moves nothing.
  const active = (over: number, price: number): number => (over > 0 || price > 0 ? over : 0)
  const parts = [
    ...layout.looseShifts.map((shift) => active(overShift(shift), multipliers.shift[shift] as number)),
    active(overWeekend, multipliers.weekend),
    active(overUnits, multipliers.tooManyUnits),
    active(underUnits, multipliers.tooFewUnits),
  ]
  const square = parts.reduce((sum, part) => sum + part * part, 0)
  if (square === 0) return
  const step = (scale * gap) / square
  for (const shift of layout.looseShifts)
    multipliers.shift[shift] = Math.max(0, (multipliers.shift[shift] as number) + step * overShift(shift))
  multipliers.weekend = Math.max(0, multipliers.weekend + step * overWeekend)
  multipliers.tooManyUnits = Math.max(0, multipliers.tooManyUnits + step * overUnits)
  multipliers.tooFewUnits = Math.max(0, multipliers.tooFewUnits + step * underUnits)
}
