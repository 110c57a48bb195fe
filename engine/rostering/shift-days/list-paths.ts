import { OFF } from './compiled.ts'
import { opensWeekend, placeOf, shiftCost, shiftMove, type PathValues } from './path-values.ts'
import { IMPOSSIBLE } from './work-states.ts'

export interface ListLimits {
  /** What the prices of loose rules give back: price × most, summed. */
  readonly constant: number
  /** Paths that cost more are left out. */
  readonly limit: number
  readonly mostPaths: number
}

/**
 * Every path that costs no more than a limit, prices of loose rules included; some of them may break loose rules. Null where there
 * are more than asked for.
 */
export function listPaths(
  filled: PathValues,
  { constant, limit, mostPaths }: ListLimits,
): readonly Int16Array[] | null {
  const { question, values } = filled
  const { states, from, to } = question
  const paths: Int16Array[] = []
  const path = new Int16Array(to - from)

  /** Returns false once there are too many. */
  function walk(layer: number, state: number, used: number, gone: number): boolean {
    if (layer === path.length) {
      paths.push(path.slice())
      return paths.length <= mostPaths
    }
    const day = from + layer
    const opens = opensWeekend(day, state >= states.firstWork)
    for (const shift of question.mayWork[day] === 1 ? [OFF, ...question.shifts] : [OFF]) {
      const next = states.step(state, shift)
      if (next === IMPOSSIBLE) continue
      const cost = gone + (shift === OFF ? 0 : shiftCost(filled, layer, shift, opens))
      const place = used + (shift === OFF ? 0 : shiftMove(filled, shift, opens))
      if (cost + (values[placeOf(filled, layer + 1, next) + place] as number) - constant > limit) continue
      path[layer] = shift
      if (!walk(layer + 1, next, place, cost)) return false
    }
    return true
  }

  return walk(0, question.startState, 0, 0) ? paths : null
}
