import type { Span } from '../labor-facts.ts'
import type { PersonFacts, ShiftFacts } from '../person-facts.ts'
import type { RuleKind, RuleOf } from '../rule.ts'
import { cutFromEnd } from '../spans.ts'
import type { Cure, Finding } from '../violation.ts'

/** Looks at one person’s work for one rule. */
export type Check<Kind extends RuleKind> = (
  facts: PersonFacts,
  rule: RuleOf<Kind>,
  found: (finding: Finding) => void,
) => void

export const spanOf = ({ start, end }: Span): Span => ({ start, end })

export const takeAway = ({ start }: ShiftFacts): Cure => [{ act: 'takeAway', shiftStart: start }]

/** Later starts and earlier ends that leave something of the shift. */
export const startLater = (shift: ShiftFacts, minutes: number): Cure[] =>
  minutes < shift.end - shift.start ? [[{ act: 'startLater', shiftStart: shift.start, minutes }]] : []

export const endEarlier = (shift: ShiftFacts, minutes: number): Cure[] =>
  minutes < shift.end - shift.start ? [[{ act: 'endEarlier', shiftStart: shift.start, minutes }]] : []

/** An end so much earlier that the shift holds less work by these minutes. */
export function lessWork(shift: ShiftFacts, workMinutes: number): Cure[] {
  const minutes = cutFromEnd(shift.shift, Math.ceil(workMinutes))
  return minutes === null ? [] : [[{ act: 'endEarlier', shiftStart: shift.start, minutes }]]
}

/**
 * Takes minutes of work from the end of the last shifts, going back until it is enough: one cure of several actions. `kept` is work of a
 * shift that does not count: overtime, which a cut takes first.
 */
export function lessWorkOver(
  shifts: readonly ShiftFacts[],
  workMinutes: number,
  kept: (shift: ShiftFacts) => number = () => 0,
): Cure[] {
  let rest = Math.ceil(workMinutes)
  if (rest <= 0) return []
  const actions: Cure[number][] = []
  for (const shift of shifts.toReversed()) {
    if (rest <= 0) break
    const counted = shift.workMinutes - kept(shift)
    if (counted <= 0) continue
    if (counted <= rest) {
      actions.push({ act: 'takeAway', shiftStart: shift.start })
      rest -= counted
      continue
    }
    const minutes = cutFromEnd(shift.shift, rest + kept(shift))
    if (minutes !== null) actions.push({ act: 'endEarlier', shiftStart: shift.start, minutes })
    rest = 0
  }
  return rest > 0 ? [] : [actions]
}

/** Ways to keep a shift out of stretches in which it may not be: end before them, begin after them, or not at all. */
export function outOf(shift: ShiftFacts, pieces: readonly Span[]): Cure[] {
  const first = pieces[0]
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) return [takeAway(shift)]
  const ways: Cure[] = []
  if (first.start > shift.start)
    ways.push([{ act: 'endEarlier', shiftStart: shift.start, minutes: shift.end - first.start }])
  if (last.end < shift.end) ways.push([{ act: 'startLater', shiftStart: shift.start, minutes: last.end - shift.start }])
  return [...ways.toSorted((left, right) => minutesOf(left) - minutesOf(right)), takeAway(shift)]
}

const minutesOf = (cure: Cure): number =>
  cure.reduce((sum, action) => sum + ('minutes' in action ? action.minutes : 0), 0)
