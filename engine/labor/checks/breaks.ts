import type { ShiftBreak, Span, WorkShift } from '../labor-facts.ts'
import type { PersonFacts, ShiftFacts } from '../person-facts.ts'
import { cutFromEnd, inOrder, stretches } from '../spans.ts'
import type { Cure, CureAction, Finding } from '../violation.ts'
import { endEarlier, lessWork, spanOf, takeAway, type Check } from './check.ts'

// Breaks within a shift: their length, their place, and how long people work between them.

export const mealBreak: Check<'mealBreak'> = (facts, { parameters }, found) => {
  const { minMinutes, maxMinutes } = parameters
  for (const shift of facts.shifts) {
    const meals = mealsOf(shift.shift)
    const longest = longestOf(meals)
    if (minMinutes !== null && needsMeal(facts, shift) && (longest === undefined || lengthOf(longest) < minMinutes))
      found(mealTooShort(shift, longest, minMinutes))
    for (const meal of meals)
      if (maxMinutes !== null && lengthOf(meal) > maxMinutes)
        found({
          code: 'mealTooLong',
          span: spanOf(meal),
          shiftStarts: [shift.start],
          measured: lengthOf(meal),
          limit: maxMinutes,
          cures: [[{ act: 'resizeBreak', shiftStart: shift.start, breakStart: meal.start, minutes: maxMinutes }]],
        })
  }
}

function needsMeal(facts: PersonFacts, shift: ShiftFacts): boolean {
  const upTo = facts.book.on('mealOptional', facts.calendar.dateOf(shift.day))?.parameters.upToHours ?? 0
  return shift.workMinutes > upTo * 60
}

function mealTooShort(shift: ShiftFacts, longest: ShiftBreak | undefined, minutes: number): Finding {
  const base = { span: spanOf(longest ?? shift), shiftStarts: [shift.start], limit: minutes }
  if (longest === undefined)
    return { ...base, code: 'mealMissing', measured: 0, cures: newBreak(shift, 'meal', minutes, false) }
  return {
    ...base,
    code: 'mealTooShort',
    measured: lengthOf(longest),
    cures: longerBreak(shift, longest, minutes),
  }
}

/** Breaks by the length of the day, in pieces long enough to count, and no work for too long without one. */
export const breakByLength: Check<'breakByLength'> = (facts, { parameters }, found) => {
  const { steps, minPieceMinutes, maxHoursWithoutBreak } = parameters
  for (const shift of facts.shifts) {
    const step = steps
      .filter(({ aboveHours }) => shift.workMinutes > aboveHours * 60)
      .toSorted((left, right) => right.minutes - left.minutes)[0]
    const measured = breakMinutes(shift.shift.breaks, minPieceMinutes)
    if (step !== undefined && measured < step.minutes)
      found({
        code: 'breaksTooShort',
        span: spanOf(shift),
        shiftStarts: [shift.start],
        measured,
        limit: step.minutes,
        cures: [
          ...newBreak(shift, 'meal', Math.max(minPieceMinutes, step.minutes - measured), false),
          ...shortEnough(shift, steps, minPieceMinutes),
        ],
      })
    if (maxHoursWithoutBreak !== null) tooLongAtAStretch(shift, maxHoursWithoutBreak * 60, minPieceMinutes, found)
  }
}

type Steps = readonly { readonly aboveHours: number; readonly minutes: number }[]

const breakMinutes = (breaks: readonly ShiftBreak[], minPiece: number): number =>
  breaks.filter((one) => lengthOf(one) >= minPiece).reduce((sum, one) => sum + lengthOf(one), 0)

/** An earlier end for which the breaks before it are enough: a cut may also cut off a break, and then has to go further. */
function shortEnough(shift: ShiftFacts, steps: Steps, minPiece: number): Cure[] {
  let breaks = breakMinutes(shift.shift.breaks, minPiece)
  for (;;) {
    const missing = steps.filter(({ minutes }) => minutes > breaks).map(({ aboveHours }) => aboveHours * 60)
    const cut = cutFromEnd(shift.shift, shift.workMinutes - Math.min(...missing))
    if (cut === null) return []
    const end = shift.end - cut
    const left = breakMinutes(
      shift.shift.breaks.filter((one) => one.start < end).map((one) => ({ ...one, end: Math.min(one.end, end) })),
      minPiece,
    )
    if (left === breaks) return endEarlier(shift, cut)
    breaks = left
  }
}

export const screenWork: Check<'screenWork'> = (facts, { parameters }, found) => {
  for (const shift of facts.shifts) tooLongAtAStretch(shift, parameters.hours * 60, 1, found)
}

/** Breaks that part a stretch of work into pieces short enough are its cure. */
function tooLongAtAStretch(
  shift: ShiftFacts,
  limit: number,
  minBreak: number,
  found: (finding: Finding) => void,
): void {
  if (shift.end - shift.start <= limit) return
  for (const stretch of stretches(shift.shift, minBreak)) {
    const measured = stretch.end - stretch.start
    if (measured <= limit) continue
    const length = Math.max(minBreak, Math.min(10, limit))
    const count = Math.ceil((measured + length) / (limit + length)) - 1
    const actions = Array.from({ length: count }, (_, at): CureAction => {
      const start = Math.round(stretch.start + ((at + 1) * (measured - count * length)) / (count + 1) + at * length)
      const rest: ShiftBreak = { kind: 'rest', isPaid: true, start, end: start + length }
      return { act: 'addBreak', shiftStart: shift.start, break: rest }
    })
    found({
      code: 'tooLongWithoutBreak',
      span: spanOf(stretch),
      shiftStarts: [shift.start],
      measured,
      limit,
      cures: actions.length === 0 ? [takeAway(shift)] : [actions],
    })
  }
}

/** California: a first meal before the fifth hour ends and a second before the tenth, where the day is long enough. */
export const mealByHour: Check<'mealByHour'> = (facts, { parameters }, found) => {
  for (const shift of facts.shifts) for (const late of lateMeals(facts, shift, parameters)) found(late)
}

/** Meals of a shift that are missing or begin too late. */
export function lateMeals(
  facts: PersonFacts,
  shift: ShiftFacts,
  rule: {
    readonly minutes: number
    readonly afterHours: number
    readonly waivableUpToHours: number
    readonly secondAfterHours: number
    readonly secondWaivableUpToHours: number
  },
): Finding[] {
  const meals = mealsOf(shift.shift).filter((meal) => lengthOf(meal) >= rule.minutes)
  const isWaived = (upToHours: number): boolean =>
    shift.workMinutes <= upToHours * 60 && facts.hasConsent('mealWaiver', shift.day)
  const duties = [
    { meal: 1, afterHours: rule.afterHours, isDue: !isWaived(rule.waivableUpToHours) },
    // Only who had the first may waive the second.
    {
      meal: 2,
      afterHours: rule.secondAfterHours,
      isDue: !(meals.length > 0 && isWaived(rule.secondWaivableUpToHours)),
    },
  ]
  return duties
    .filter(({ afterHours, isDue }) => isDue && shift.workMinutes > afterHours * 60)
    .flatMap(({ meal, afterHours }) => {
      const taken = meals[meal - 1]
      const limit = afterHours * 60
      // Who had no first meal needs it before a second.
      const missing = [rule.afterHours * 60, limit].slice(meals.length, meal)
      if (taken !== undefined && taken.start - shift.start <= limit) return []
      const finding: Finding = {
        code: taken === undefined ? 'mealMissing' : 'mealTooLate',
        span: spanOf(taken ?? shift),
        shiftStarts: [shift.start],
        measured: taken === undefined ? 0 : taken.start - shift.start,
        limit: taken === undefined ? rule.minutes : limit,
        details: { meal },
        cures: [
          ...(taken === undefined ? mealsInTime(shift, rule.minutes, missing) : movedMeal(shift, taken, limit)),
          ...lessWork(shift, shift.workMinutes - limit),
        ],
      }
      return [finding]
    })
}

/** California: ten paid minutes for each four hours or the greater part of them. */
export const paidRests: Check<'paidRests'> = (facts, { parameters }, found) => {
  for (const shift of facts.shifts) {
    const limit = restsDue(shift.workMinutes, parameters)
    const taken = paidRestsOf(shift, parameters.minutes)
    if (taken >= limit) continue
    found({
      code: 'restBreaksMissing',
      span: spanOf(shift),
      shiftStarts: [shift.start],
      measured: taken,
      limit,
      unit: 'breaks',
      cures: severalBreaks(shift, limit - taken, parameters.minutes),
    })
  }
}

/**
 * Paid rest breaks that so many minutes of work give a right to: one for each `perHours` or major part of them, at least one, none in work
 * shorter than `noneBelowHours` (California: 8 CCR 11010, 12(A), ten minutes for four hours “or major fraction thereof”).
 */
export function restsDue(
  workMinutes: number,
  { perHours, noneBelowHours }: { readonly perHours: number; readonly noneBelowHours: number },
): number {
  if (workMinutes < noneBelowHours * 60) return 0
  const per = perHours * 60
  return Math.max(1, Math.floor(workMinutes / per) + (workMinutes % per > per / 2 ? 1 : 0))
}

export const paidRestsOf = ({ shift }: ShiftFacts, minutes: number): number =>
  shift.breaks.filter((one) => one.kind === 'rest' && one.isPaid && lengthOf(one) >= minutes).length

const lengthOf = ({ start, end }: Span): number => end - start

const mealsOf = (shift: WorkShift): readonly ShiftBreak[] => inOrder(shift.breaks.filter(({ kind }) => kind === 'meal'))

const longestOf = (breaks: readonly ShiftBreak[]): ShiftBreak | undefined =>
  breaks.reduce<ShiftBreak | undefined>(
    (best, one) => (best === undefined || lengthOf(one) > lengthOf(best) ? one : best),
    undefined,
  )

/** A new break in the middle of the longest work without one; none where no work is long enough to hold it. */
function newBreak(shift: ShiftFacts, kind: ShiftBreak['kind'], minutes: number, isPaid: boolean): Cure[] {
  const longest = stretches(shift.shift, 1).reduce<Span | undefined>(
    (best, one) => (best === undefined || lengthOf(one) > lengthOf(best) ? one : best),
    undefined,
  )
  if (longest === undefined || lengthOf(longest) <= minutes) return []
  const start = Math.floor((longest.start + longest.end - minutes) / 2)
  return [[{ act: 'addBreak', shiftStart: shift.start, break: { kind, isPaid, start, end: start + minutes } }]]
}

/** Several rests, each in the middle of the longest work that is left. */
function severalBreaks(shift: ShiftFacts, count: number, minutes: number): Cure[] {
  const actions: CureAction[] = []
  const breaks = [...shift.shift.breaks]
  for (let at = 0; at < count; at += 1) {
    const [cure] = newBreak({ ...shift, shift: { ...shift.shift, breaks } }, 'rest', minutes, true)
    const action = cure?.[0]
    if (action?.act !== 'addBreak') return []
    actions.push(action)
    breaks.push(action.break)
  }
  return [actions]
}

/** The same break, longer, where neither the next break nor the shift’s end is in the way. */
function longerBreak(shift: ShiftFacts, one: ShiftBreak, minutes: number): Cure[] {
  const next = inOrder(shift.shift.breaks).find(({ start }) => start > one.start)
  const end = one.start + minutes
  if (end > shift.end || (next !== undefined && end > next.start)) return []
  return [[{ act: 'resizeBreak', shiftStart: shift.start, breakStart: one.start, minutes }]]
}

/** New meals up to the one that is missing, each as late as it may begin, in work that is free of other breaks. */
function mealsInTime(shift: ShiftFacts, minutes: number, limits: readonly number[]): Cure[] {
  const breaks = [...shift.shift.breaks]
  const actions: CureAction[] = []
  for (const limit of limits) {
    const after = mealsOf({ ...shift.shift, breaks }).at(-1)?.end ?? shift.start
    const start = latestFree({ ...shift.shift, breaks }, minutes, after, shift.start + limit)
    if (start === null) return []
    const added: ShiftBreak = { kind: 'meal', isPaid: false, start, end: start + minutes }
    breaks.push(added)
    actions.push({ act: 'addBreak', shiftStart: shift.start, break: added })
  }
  return [actions]
}

function movedMeal(shift: ShiftFacts, meal: ShiftBreak, limit: number): Cure[] {
  const others = { ...shift.shift, breaks: shift.shift.breaks.filter((one) => one !== meal) }
  const to = latestFree(others, lengthOf(meal), shift.start, shift.start + limit)
  return to === null ? [] : [[{ act: 'moveBreak', shiftStart: shift.start, breakStart: meal.start, to }]]
}

/** The latest start between two instants at which so many minutes of work lie without a break. */
function latestFree(shift: WorkShift, minutes: number, from: number, to: number): number | null {
  const starts = stretches(shift, 1)
    .map(({ start, end }) => ({ earliest: Math.max(start, from), latest: Math.min(end - minutes, to) }))
    .filter(({ earliest, latest }) => latest >= earliest)
    .map(({ latest }) => latest)
  return starts.length === 0 ? null : Math.max(...starts)
}
