import { addDays, dayKind, dayNumber, isoWeekday, type DayKind, type LocalDate } from '../time/index.ts'
import { median } from './statistics.ts'

/** Names of what may set a day apart from others of its weekday, in the order of {@link dayFeatures}' columns. */
export const dayFeatureNames = [
  'firstOpenDayOfMonth',
  'secondOpenDayOfMonth',
  'firstFiveOpenDaysOfMonth',
  'aroundThe15th',
  'afterUnusualGap',
  'holiday',
  'dayBeforeHoliday',
  'dayAfterHoliday',
  'shortened',
  'workingWeekend',
] as const

/**
 * Facts about each day, 0 or 1, one row a day: the month's pay rhythm, what a closure leaves behind, and what the calendar says.
 * Only earlier days and the calendar are looked at. `dates` are the open days in order, past and to come together. Which of them
 * matter on a queue, and how much, is learnt and drawn to zero.
 */
export function dayFeatures(dates: readonly LocalDate[], calendarId: string): Float64Array {
  const width = dayFeatureNames.length
  const features = new Float64Array(dates.length * width)
  const gapsByWeekday = new Map<number, number[]>()
  let placeInMonth = 0
  for (const [index, date] of dates.entries()) {
    const before = dates[index - 1]
    const isNewMonth = before !== undefined && before.slice(0, 7) !== date.slice(0, 7)
    // A history that begins in mid-month does not know how many open days the month had before.
    placeInMonth =
      isNewMonth || (before === undefined && Number(date.slice(8)) <= 2) ? 1 : placeInMonth === 0 ? 0 : placeInMonth + 1
    const gap = before === undefined ? 1 : dayNumber(date) - dayNumber(before)
    const gaps = gapsByWeekday.get(isoWeekday(date)) ?? []
    gapsByWeekday.set(isoWeekday(date), gaps)
    gaps.push(gap)
    const day = Number(date.slice(8))
    const facts = [
      placeInMonth === 1,
      placeInMonth === 2,
      placeInMonth >= 1 && placeInMonth <= 5,
      Math.abs(day - 15) <= 1,
      gap > median(gaps),
      ...calendarFacts(date, calendarId),
    ]
    for (const [column, fact] of facts.entries()) features[index * width + column] = fact ? 1 : 0
  }
  return features
}

const isFree = (kind: DayKind): boolean => kind === 'holiday' || kind === 'transferredOff'

function calendarFacts(date: LocalDate, calendarId: string): boolean[] {
  if (calendarId === 'none') return [false, false, false, false, false]
  const kindAt = (days: number): DayKind => dayKind(addDays(date, days), calendarId)
  const today = kindAt(0)
  return [
    isFree(today),
    !isFree(today) && isFree(kindAt(1)),
    !isFree(today) && isFree(kindAt(-1)),
    today === 'shortened',
    today === 'transferredWorking',
  ]
}
