import type { ResultQuestion } from '@pult/contract/career-results'
import { addDays, formatDate } from '@pult/engine/time'

type Periods = Pick<ResultQuestion, 'period' | 'before'>

export const periodPresets = ['year', 'lastYear', 'lastQuarter', 'lastMonth', 'own'] as const
export type PeriodPreset = (typeof periodPresets)[number]

/** The two periods that a preset names on a day, both over before it. `own` is for the person to fill, and begins with the last month. */
export function periodsOf(preset: PeriodPreset, today: string): Periods {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const first = (ofYear: number, ofMonth: number): string => {
    const months = ofYear * 12 + ofMonth - 1
    return formatDate(Math.floor(months / 12), (months % 12) + 1, 1)
  }
  if (preset === 'year') return againstYearBefore(first(year, 1), today)
  if (preset === 'lastYear') return againstYearBefore(first(year - 1, 1), first(year, 1))
  if (preset === 'lastQuarter') {
    const quarter = Math.floor((month - 1) / 3) * 3 + 1
    return againstYearBefore(first(year, quarter - 3), first(year, quarter))
  }
  const from = first(year, month - 1)
  return { period: { from, to: first(year, month) }, before: { from: first(year, month - 2), to: from } }
}

/** The same days of the year before. */
function againstYearBefore(from: string, to: string): Periods {
  const earlier = (day: string): string => {
    const same = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
    // The 29th of February has no day a year before.
    return same.endsWith('02-29') ? addDays(`${same.slice(0, 4)}-02-28`, 1) : same
  }
  return { period: { from, to }, before: { from: earlier(from), to: earlier(to) } }
}
