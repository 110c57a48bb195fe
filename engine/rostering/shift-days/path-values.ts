import { OFF } from './compiled.ts'
import { isSaturday, isSunday, mostWorkDays, type PathQuestion, type ResourceLayout } from './path-question.ts'
import { IMPOSSIBLE } from './work-states.ts'

/** What the rules that the layout does not keep cost for now; adding them gives a bound, whatever their values. */
export interface LoosePrices {
  /** By shift. */
  readonly shift: Float64Array
  /** A unit of work, of either sign; a weekend. */
  readonly unit: number
  readonly weekend: number
}

/** Least costs to go, filled from the last day back. */
export interface PathValues {
  readonly question: PathQuestion
  readonly layout: ResourceLayout
  readonly prices: LoosePrices
  /** By shift: 1 for those of the question; classes of shifts know of others too. */
  readonly isOpen: Uint8Array
  /** `(layer × states + state) × size + used`, layer being the number of days gone. */
  readonly values: Float64Array
}

export interface PathTables {
  fill(question: PathQuestion, layout: ResourceLayout, maxConsecutive: number, prices: LoosePrices): PathValues
}

/** Keeps one large array for all its questions: what an earlier call returned is gone with the next. */
export function createPathTables(): PathTables {
  let scratch = new Float64Array(0)
  return {
    fill(question, layout, maxConsecutive, prices) {
      const cells = (question.to - question.from + 1) * question.states.count * layout.size
      if (scratch.length < cells) scratch = new Float64Array(Math.ceil(cells * 1.2))
      const values = scratch.subarray(0, cells).fill(Number.POSITIVE_INFINITY)
      const isOpen = new Uint8Array(question.shiftCount)
      for (const shift of question.shifts) isOpen[shift] = 1
      const filled = { question, layout, prices, isOpen, values }
      fillLast(filled)
      for (let layer = question.to - question.from - 1; layer >= 0; layer--) fillLayer(filled, layer, maxConsecutive)
      return filled
    },
  }
}

export const placeOf = ({ question, layout }: PathValues, layer: number, state: number): number =>
  (layer * question.states.count + state) * layout.size

/** What a day with this shift costs, and how far it moves in the resources, after a day with or without work. */
export function shiftCost(
  { question, prices }: PathValues,
  layer: number,
  shift: number,
  opensWeekend: boolean,
): number {
  return (
    (question.cost[layer * question.shiftCount + shift] as number) +
    (prices.shift[shift] as number) +
    prices.unit * (question.units[shift] as number) +
    (opensWeekend ? prices.weekend : 0)
  )
}

export function shiftMove({ question, layout }: PathValues, shift: number, opensWeekend: boolean): number {
  return (
    (layout.hasUnits ? (question.units[shift] as number) * layout.unitStride : 0) +
    (layout.countStride[shift] as number) +
    (opensWeekend ? layout.weekendStride : 0)
  )
}

/** Whether work on this day counts a weekend that the day before has not counted. */
export const opensWeekend = (day: number, afterWork: boolean): boolean =>
  isSaturday(day) || (isSunday(day) && !afterWork)

function fillLast(filled: PathValues): void {
  const { question, layout, values } = filled
  const least = layout.hasUnits ? Math.max(0, question.minUnits) : 0
  const top = layout.hasUnits ? layout.topUnits : 0
  const layer = question.to - question.from
  for (let state = 0; state < question.states.count; state++) {
    if (question.endsWell !== null && question.endsWell[state] === 0) continue
    const start = placeOf(filled, layer, state)
    for (let level = least; level <= top; level++)
      for (const place of layout.inner) values[start + level * layout.unitStride + place] = 0
  }
}

function fillLayer(filled: PathValues, layer: number, maxConsecutive: number): void {
  const { question } = filled
  const { states } = question
  const day = question.from + layer
  const range = unitRange(filled, layer, maxConsecutive)
  const relax = (state: number, next: number, move: number, cost: number): void =>
    relaxState(
      filled,
      { to: placeOf(filled, layer, state), from: placeOf(filled, layer + 1, next) + move, cost },
      range,
    )
  const relaxShift = (state: number, shift: number, slot: number, afterWork: boolean): void => {
    const opens = opensWeekend(day, afterWork)
    const next = states.firstWork + slot * states.classes.length + (states.classOf[shift] as number)
    relax(state, next, shiftMove(filled, shift, opens), shiftCost(filled, layer, shift, opens))
  }
  const worksToday = question.mayWork[day] === 1

  if (layer === 0) {
    const state = question.startState
    const afterWork = state >= states.firstWork
    for (const shift of [OFF, ...(worksToday ? question.shifts : [])]) {
      const next = states.step(state, shift)
      if (next === IMPOSSIBLE) continue
      const opens = shift !== OFF && opensWeekend(day, afterWork)
      if (shift === OFF) relax(state, next, 0, 0)
      else relax(state, next, shiftMove(filled, shift, opens), shiftCost(filled, layer, shift, opens))
    }
    return
  }

  for (let off = 1; off <= states.offStates; off++) relax(off, Math.min(off + 1, states.offStates), 0, 0)
  if (worksToday && states.openingSlot !== IMPOSSIBLE)
    for (const shift of question.shifts) relaxShift(states.offStates, shift, states.openingSlot, false)

  for (let slot = 0; slot < states.slots; slot++) {
    const nextSlot = states.nextSlot[slot] as number
    for (const [place, { base, more }] of states.classes.entries()) {
      const state = states.firstWork + slot * states.classes.length + place
      if (base !== IMPOSSIBLE)
        copyState(filled, placeOf(filled, layer, state - place + base), placeOf(filled, layer, state))
      else if (states.mayStop[slot] === 1) relax(state, 1, 0, 0)
      if (worksToday && nextSlot !== IMPOSSIBLE)
        for (const shift of more) if (filled.isOpen[shift] === 1) relaxShift(state, shift, nextSlot, true)
    }
  }
}

interface UnitRange {
  readonly least: number
  readonly most: number
}

/** Levels of units that can be reached by this day and still lead to enough. */
function unitRange({ question, layout }: PathValues, layer: number, maxConsecutive: number): UnitRange {
  if (!layout.hasUnits) return { least: 0, most: 0 }
  const longest = question.shifts.reduce((longest, shift) => Math.max(longest, question.units[shift] as number), 0)
  const left = question.to - question.from - layer
  return {
    least: Math.max(0, question.minUnits - mostWorkDays(question, left, maxConsecutive) * longest),
    most: Math.min(layout.topUnits, mostWorkDays(question, layer, maxConsecutive) * longest),
  }
}

interface Relaxation {
  readonly to: number
  readonly from: number
  readonly cost: number
}

function relaxState({ layout, values }: PathValues, { to, from, cost }: Relaxation, { least, most }: UnitRange): void {
  if (cost === Number.POSITIVE_INFINITY) return
  const { inner, unitStride } = layout
  const count = inner.length
  for (let level = least; level <= most; level++) {
    const base = level * unitStride
    for (let index = 0; index < count; index++) {
      const place = base + (inner[index] as number)
      const value = (values[from + place] as number) + cost
      if (value < (values[to + place] as number)) values[to + place] = value
    }
  }
}

function copyState({ layout, values }: PathValues, from: number, to: number): void {
  values.copyWithin(to, from, from + layout.size)
}
