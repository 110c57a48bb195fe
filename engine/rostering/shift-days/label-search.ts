import { OFF } from './compiled.ts'
import { opensWeekend, placeOf, shiftMove, type PathValues } from './path-values.ts'
import { IMPOSSIBLE } from './work-states.ts'

// Best-first search among whole paths where some rules are only priced in the values: the values are a lower bound of what is to
// come, the labels count what they do not keep.

export interface LabelAnswer {
  /** Null where none was found below the limit. */
  readonly path: Int16Array | null
  /** No path that keeps all rules costs less than this. */
  readonly bound: number
}

interface Label {
  readonly parent: Label | null
  readonly shift: number
  readonly layer: number
  readonly state: number
  readonly used: number
  /** What the days so far cost, without the prices of loose rules. */
  readonly gone: number
  readonly estimate: number
  /** Counts of loose shifts, then weekends, then units, as far as they are loose. */
  readonly counts: readonly number[]
}

export interface LabelLimits {
  /** What the prices of loose rules give back: price × most, summed. */
  readonly constant: number
  /** Paths that cost so much are of no use. */
  readonly limit: number
  readonly mostLabels: number
}

/** Stops at the first complete path, which is the best; when every path costs `limit` or more; or after `mostLabels`. */
export function searchLabels(filled: PathValues, { constant, limit, mostLabels }: LabelLimits): LabelAnswer {
  const { question, layout, prices, values } = filled
  const { states } = question
  const looseShifts = layout.looseShifts
  const caps = looseShifts.map((shift) => question.most[shift] as number)
  const priceOf = looseShifts.map((shift) => prices.shift[shift] as number)
  if (layout.areWeekendsLoose) {
    caps.push(question.maxWeekends)
    priceOf.push(prices.weekend)
  }
  if (layout.areUnitsLoose) {
    caps.push(question.maxUnits)
    priceOf.push(prices.unit)
  }
  const priced = (counts: readonly number[]): number =>
    counts.reduce((sum, count, index) => sum + count * (priceOf[index] as number), -constant)
  const weekendAt = looseShifts.length
  const unitsAt = looseShifts.length + (layout.areWeekendsLoose ? 1 : 0)
  const days = question.to - question.from
  const open = createHeap()
  const seen = new Map<number, Label[]>()

  const add = (label: Label): void => {
    const key = placeOf(filled, label.layer, label.state) + label.used
    const others = seen.get(key)
    if (others === undefined) seen.set(key, [label])
    else {
      if (others.some((other) => dominates(other, label, layout.areUnitsLoose))) return
      others.push(label)
    }
    open.push(label)
  }
  const first = (values[placeOf(filled, 0, question.startState)] as number) - constant
  if (first < limit)
    add({
      parent: null,
      shift: OFF,
      layer: 0,
      state: question.startState,
      used: 0,
      gone: 0,
      estimate: first,
      counts: caps.map(() => 0),
    })
  for (let taken = 0; ; taken++) {
    const label = open.pop()
    if (label === undefined) return { path: null, bound: limit }
    if (taken >= mostLabels) return { path: null, bound: label.estimate }
    if (label.layer === days) {
      if (layout.areUnitsLoose && (label.counts[unitsAt] as number) < question.minUnits) continue
      return { path: pathOf(label, days), bound: label.estimate }
    }
    extend(label)
  }

  function extend(label: Label): void {
    const day = question.from + label.layer
    const afterWork = label.state >= states.firstWork
    const opens = opensWeekend(day, afterWork)
    for (const shift of question.mayWork[day] === 1 ? [OFF, ...question.shifts] : [OFF]) {
      const state = states.step(label.state, shift)
      if (state === IMPOSSIBLE) continue
      const used = label.used + (shift === OFF ? 0 : shiftMove(filled, shift, opens))
      const toGo = values[placeOf(filled, label.layer + 1, state) + used] as number
      if (toGo === Number.POSITIVE_INFINITY) continue
      const counts = shift === OFF ? label.counts : counted(label.counts, shift, opens)
      if (counts.some((count, index) => count > (caps[index] as number))) continue
      const today = shift === OFF ? 0 : (question.cost[label.layer * question.shiftCount + shift] as number)
      const gone = label.gone + today
      // A complete path costs what it costs; the prices only guide those that are not.
      const estimate = label.layer + 1 === days ? gone : gone + priced(counts) + toGo
      if (estimate < limit) add({ parent: label, shift, layer: label.layer + 1, state, used, gone, estimate, counts })
    }
  }

  function counted(counts: readonly number[], shift: number, opens: boolean): readonly number[] {
    const next = [...counts]
    const place = looseShifts.indexOf(shift)
    if (place >= 0) next[place] = (next[place] as number) + 1
    if (layout.areWeekendsLoose && opens) next[weekendAt] = (next[weekendAt] as number) + 1
    if (layout.areUnitsLoose) next[unitsAt] = (next[unitsAt] as number) + (question.units[shift] as number)
    return next
  }
}

/** Units have a least too, so there fewer is not better. */
function dominates(left: Label, right: Label, areUnitsLoose: boolean): boolean {
  if (left.gone > right.gone) return false
  const last = left.counts.length - 1
  return left.counts.every((count, index) => {
    const other = right.counts[index] as number
    return areUnitsLoose && index === last ? count === other : count <= other
  })
}

function pathOf(label: Label, days: number): Int16Array {
  const path = new Int16Array(days)
  for (let at: Label | null = label; at !== null && at.parent !== null; at = at.parent) path[at.layer - 1] = at.shift
  return path
}

interface LabelHeap {
  push(label: Label): void
  pop(): Label | undefined
}

/** Least estimate first; of equal ones the label that has come further. */
function createHeap(): LabelHeap {
  const items: Label[] = []
  const isBefore = (left: Label, right: Label): boolean =>
    left.estimate < right.estimate || (left.estimate === right.estimate && left.layer > right.layer)
  return {
    push(label) {
      let place = items.length
      items.push(label)
      while (place > 0) {
        const parent = (place - 1) >> 1
        const above = items[parent] as Label
        if (!isBefore(label, above)) break
        items[place] = above
        place = parent
      }
      items[place] = label
    },
    pop() {
      const top = items[0]
      const last = items.pop()
      if (top === undefined || last === undefined || items.length === 0) return top
      let place = 0
      for (;;) {
        let child = place * 2 + 1
        if (child >= items.length) break
        if (child + 1 < items.length && isBefore(items[child + 1] as Label, items[child] as Label)) child++
        if (!isBefore(items[child] as Label, last)) break
        items[place] = items[child] as Label
        place = child
      }
      items[place] = last
      return top
    },
  }
}
