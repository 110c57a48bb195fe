import { OFF } from './compiled.ts'
import { opensWeekend, placeOf, shiftCost, shiftMove, type PathValues } from './path-values.ts'
import { IMPOSSIBLE } from './work-states.ts'

/** The days that lead along the least costs, or null where no days keep the rules. */
export function followPath(filled: PathValues): Int16Array | null {
  const { question, values } = filled
  const { states, from, to } = question
  let state = question.startState
  let used = 0
  if (values[placeOf(filled, 0, state)] === Number.POSITIVE_INFINITY) return null
  const path = new Int16Array(to - from)
  for (let layer = 0; layer < path.length; layer++) {
    const day = from + layer
    let best = Number.POSITIVE_INFINITY
    let [choice, bestState, bestUsed] = [OFF, IMPOSSIBLE, 0]
    const consider = (shift: number, cost: number, move: number): void => {
      const next = states.step(state, shift)
      if (next === IMPOSSIBLE) return
      const value = cost + (values[placeOf(filled, layer + 1, next) + used + move] as number)
      if (value >= best) return
      best = value
      ;[choice, bestState, bestUsed] = [shift, next, used + move]
    }
    consider(OFF, 0, 0)
    if (question.mayWork[day] === 1) {
      const opens = opensWeekend(day, state >= states.firstWork)
      for (const shift of question.shifts)
        consider(shift, shiftCost(filled, layer, shift, opens), shiftMove(filled, shift, opens))
    }
    path[layer] = choice
    state = bestState
    used = bestUsed
  }
  return path
}

export interface PathUse {
  /** Without what loose rules cost. */
  readonly cost: number
  readonly units: number
  readonly weekends: number
  readonly countByShift: Int32Array
}

export function usePath({ question }: PathValues, path: Int16Array): PathUse {
  const { states, from, shiftCount } = question
  const countByShift = new Int32Array(shiftCount)
  let [cost, units, weekends] = [0, 0, 0]
  let afterWork = question.startState >= states.firstWork
  for (const [layer, shift] of path.entries()) {
    if (shift !== OFF) {
      cost += question.cost[layer * shiftCount + shift] as number
      units += question.units[shift] as number
      countByShift[shift] = (countByShift[shift] as number) + 1
      if (opensWeekend(from + layer, afterWork)) weekends++
    }
    afterWork = shift !== OFF
  }
  return { cost, units, weekends, countByShift }
}
