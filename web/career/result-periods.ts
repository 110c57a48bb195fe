import type { ResultQuestion } from '@pult/contract/career-results'
import { addDays, dayNumber, formatDate } from '@pult/engine/time'

type Periods = Pick<ResultQuestion, 'period' | 'before'>
type Days = Periods['period']

/** What is told of: this year as far as it has come, the last whole year, half-year, quarter, month, or days of the person's own. */
export const periodPresets = ['thisYear', 'lastYear', 'lastHalf', 'lastQuarter', 'lastMonth', 'own'] as const
export type PeriodPreset = (typeof periodPresets)[number]

/** What it is compared with: the same days a year before, or as long a stretch right before it. */
export const comparisons = ['yearBefore', 'justBefore'] as const
export type PeriodComparison = (typeof comparisons)[number]

/** The two periods that a preset names on a day, both over before it. `own` is for the person to fill, and begins with the last month. */
export function periodsOf(preset: PeriodPreset, against: PeriodComparison, today: string): Periods {
  const { period, months } = periodOf(preset, today)
  return { period, before: against === 'yearBefore' ? yearBefore(period) : justBefore(period, months) }
}

/** What history is long enough for, the longest first; null where it is not even for two months. */
export function longestKnown(
  firstDay: string,
  today: string,
): { readonly preset: PeriodPreset; readonly against: PeriodComparison } | null {
  for (const preset of ['thisYear', 'lastYear', 'lastHalf', 'lastQuarter', 'lastMonth'] as const)
    for (const against of comparisons)
      if (periodsOf(preset, against, today).before.from >= firstDay) return { preset, against }
  return null
}

interface Named {
  readonly period: Days
  /** How many whole months it is; null where it still runs. */
  readonly months: number | null
}

const MONTHS = { lastYear: 12, lastHalf: 6, lastQuarter: 3, lastMonth: 1 } as const

function periodOf(preset: PeriodPreset, today: string): Named {
  const newYear = `${today.slice(0, 4)}-01-01`
  // On New Year's Day nothing of this year is over yet.
  if (preset === 'thisYear' && today > newYear) return { period: { from: newYear, to: today }, months: null }
  const months = MONTHS[preset === 'thisYear' ? 'lastYear' : preset === 'own' ? 'lastMonth' : preset]
  const inYear = Number(today.slice(5, 7)) - 1
  const to = moved(newYear, Math.floor(inYear / months) * months)
  return { period: { from: moved(to, -months), to }, months }
}

/** A first of a month, so many months on. */
function moved(first: string, by: number): string {
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + by
  return formatDate(Math.floor(months / 12), (months % 12) + 1, 1)
}

function yearBefore({ from, to }: Days): Days {
  const earlier = (day: string): string => {
    const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
    // The 29th of February has no day a year before.
    return same.endsWith('02-29') ? addDays(`${same.slice(0, 4)}-02-28`, 1) : same
  }
  return { from: earlier(from), to: earlier(to) }
}

const justBefore = ({ from, to }: Days, months: number | null): Days => ({
  from: months === null ? addDays(from, dayNumber(from) - dayNumber(to)) : moved(from, -months),
  to: from,
})
