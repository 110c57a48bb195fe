import { dayNumber } from '../time/index.ts'
import type { ConsentKind, PersonWork, Span, WorkShift } from './labor-facts.ts'
import { type LaborCalendar, weekdayOf } from './labor-calendar.ts'
import { groupsOn, hasConsent, isUnprotected, type LaborGroup } from './person-groups.ts'
import type { RuleBook } from './rule-book.ts'
import { inOrder, lengthOf, overlapOf, workPieces } from './spans.ts'

/** A shift with what every rule asks of it. */
export interface ShiftFacts extends Span {
  readonly shift: WorkShift
  /** The day it begins on and the day of its last minute. */
  readonly day: number
  readonly lastDay: number
  readonly pieces: readonly Span[]
  readonly workMinutes: number
  /** Overtime as it was said, never more than the work; undefined where nothing was said. */
  readonly saidOvertime: number | undefined
}

/** A person’s work, seen through the rules that hold for her. */
export interface PersonFacts {
  readonly work: PersonWork
  readonly calendar: LaborCalendar
  readonly book: RuleBook
  /** In order of their starts. */
  readonly shifts: readonly ShiftFacts[]
  /** The days in question, both included. */
  readonly firstDay: number
  readonly lastDay: number
  readonly groupsOn: (day: number) => readonly LaborGroup[]
  readonly weekHoursOn: (day: number) => number
  readonly hasConsent: (kind: ConsentKind, day: number) => boolean
  readonly isExcused: (day: number) => boolean
  /** Her norm of one day, in an even week; how long her shifts usually are, in shift work (null where they do not say). */
  readonly dayNorm: (day: number) => number
  readonly usualMinutes: () => number | null
  readonly isDayOff: (day: number) => boolean
  readonly nightPieces: (shift: ShiftFacts) => readonly Span[]
  readonly isNightShift: (shift: ShiftFacts) => boolean
  /** Work of a shift on days that some test picks. */
  readonly piecesOn: (shift: ShiftFacts, isWanted: (day: number) => boolean) => readonly Span[]
  readonly overtimeOf: (shift: ShiftFacts) => number
}

export function personFacts(
  work: PersonWork,
  book: RuleBook,
  calendar: LaborCalendar,
  period: { readonly firstDay: number; readonly lastDay: number },
): PersonFacts {
  const { person } = work
  const { agreement } = person
  const shifts = inOrder(work.shifts).map((shift) => shiftFacts(shift, calendar))
  const isEvenWeek = agreement.weekPattern !== 'shifts'
  const groups = groupFinder(work, calendar, Math.min(period.firstDay, shifts[0]?.day ?? period.firstDay))
  const excused = (work.excused ?? []).map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
  let usual: number | null | undefined

  const weekHoursOn = (day: number): number => {
    const found = groups(day)
    if (found.length === 0) return agreement.weekHours
    const byGroup = book.on('weekNormByGroup', calendar.dateOf(day))?.parameters.hoursByGroup ?? {}
    return Math.min(agreement.weekHours, ...found.map((group) => byGroup[group] ?? Infinity))
  }

  const dayNorm = (day: number): number => {
    const shortened = calendar.isShortened(day) ? (shorteningOf(book, calendar, day) ?? 0) : 0
    return Math.max(0, plainDayMinutes(weekHoursOn(day), agreement, day) - shortened * agreement.rate)
  }

  const isDayOff = (day: number): boolean => {
    if (!isEvenWeek || agreement.isContinuousOperation) return false
    const kind = calendar.kindOf(day)
    if (kind === 'transferredOff') return true
    return kind === 'weekend' && (agreement.weekPattern === 'fiveDay' || weekdayOf(day) === 7)
  }

  function nightPieces(shift: ShiftFacts): readonly Span[] {
    const window = book.on('nightWindow', calendar.dateOf(shift.day))?.parameters
    if (window === undefined) return []
    const found: Span[] = []
    for (let day = shift.day - 1; day <= shift.lastDay; day += 1) {
      const night = calendar.window(day, window.from, window.to)
      for (const piece of shift.pieces)
        if (overlapOf(piece, night) > 0)
          found.push({ start: Math.max(piece.start, night.start), end: Math.min(piece.end, night.end) })
    }
    return found
  }

  const isNightShift = (shift: ShiftFacts): boolean => {
    const share = book.on('nightShare', calendar.dateOf(shift.day))?.parameters.share
    return share !== undefined && shift.workMinutes > 0 && lengthOf(nightPieces(shift)) >= share * shift.workMinutes
  }

  function overtimeOf(shift: ShiftFacts): number {
    if (shift.saidOvertime !== undefined) return shift.saidOvertime
    if (!isEvenWeek || isDayOff(shift.day)) return 0
    if (calendar.kindOf(shift.day) === 'holiday' && !agreement.isContinuousOperation) return 0
    // A day in several parts: what the parts before have used up of the norm is no longer there for this one.
    const before = shifts
      .filter((one) => one.day === shift.day && one.start < shift.start)
      .reduce((sum, one) => sum + one.workMinutes, 0)
    const norm = dayNorm(shift.day)
    return Math.max(0, before + shift.workMinutes - norm) - Math.max(0, before - norm)
  }

  return {
    work,
    calendar,
    book,
    shifts,
    ...period,
    groupsOn: groups,
    weekHoursOn,
    hasConsent: (kind, day) => hasConsent(person, kind, calendar.dateOf(day)),
    isExcused: (day) => excused.some(({ from, to }) => from <= day && day <= to),
    dayNorm,
    usualMinutes: () => {
      if (usual === undefined)
        usual = commonest(
          shifts
            .filter((shift) => !isNightShift(shift) && !calendar.isShortened(shift.day))
            .map(({ workMinutes }) => workMinutes),
        )
      return usual
    },
    isDayOff,
    nightPieces,
    isNightShift,
    piecesOn: (shift, isWanted) => piecesOn(shift, calendar, isWanted),
    overtimeOf,
  }
}

function shiftFacts(shift: WorkShift, calendar: LaborCalendar): ShiftFacts {
  const pieces = workPieces(shift)
  const workMinutes = lengthOf(pieces)
  const said = shift.overtimeMinutes
  return {
    shift,
    start: shift.start,
    end: shift.end,
    day: calendar.dayOf(shift.start),
    lastDay: calendar.dayOf(Math.max(shift.start, shift.end - 1)),
    pieces,
    workMinutes,
    saidOvertime: said === undefined ? undefined : Math.min(said, workMinutes),
  }
}

/** Most people belong to no group, and nobody need look up theirs day by day. */
function groupFinder(
  work: PersonWork,
  calendar: LaborCalendar,
  firstDay: number,
): (day: number) => readonly LaborGroup[] {
  if (isUnprotected(work.person, calendar.dateOf(firstDay))) return () => []
  const known = new Map<number, readonly LaborGroup[]>()
  return (day) => {
    const found = known.get(day) ?? groupsOn(work.person, calendar.dateOf(day))
    known.set(day, found)
    return found
  }
}

/** Even parts of the week; in a six-day week the eve of the day off has five hours at most, and the others share the rest. */
function plainDayMinutes(
  weekHours: number,
  { weekPattern, rate }: PersonWork['person']['agreement'],
  day: number,
): number {
  if (weekPattern !== 'sixDay') return (weekHours * 60 * rate) / 5
  const eve = Math.min(5, weekHours / 6)
  return (weekdayOf(day) === 6 ? eve : (weekHours - eve) / 5) * 60 * rate
}

const shorteningOf = (book: RuleBook, calendar: LaborCalendar, day: number): number | undefined =>
  book.on('preHolidayShortening', calendar.dateOf(day))?.parameters.minutes

function piecesOn(shift: ShiftFacts, calendar: LaborCalendar, isWanted: (day: number) => boolean): readonly Span[] {
  if (shift.day === shift.lastDay) return isWanted(shift.day) ? shift.pieces : []
  const found: Span[] = []
  for (let day = shift.day; day <= shift.lastDay; day += 1) {
    if (!isWanted(day)) continue
    const whole = { start: calendar.startOfDay(day), end: calendar.startOfDay(day + 1) }
    for (const piece of shift.pieces)
      if (overlapOf(piece, whole) > 0)
        found.push({ start: Math.max(piece.start, whole.start), end: Math.min(piece.end, whole.end) })
  }
  return found
}

/** The commonest of at least two alike; the longest of equally common ones. */
function commonest(values: readonly number[]): number | null {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ordered = [...counts].toSorted(([left, often], [right, oftener]) => oftener - often || right - left)
  const [value, count] = ordered[0] ?? [0, 0]
  return count >= 2 ? value : null
}
