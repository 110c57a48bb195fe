/** Periods that keep their meaning as days pass, and days picked by hand. */
export const namedPeriods = ['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month'] as const
export type NamedPeriod = (typeof namedPeriods)[number]

/** Local days of the centre, both included, `YYYY-MM-DD`. */
export interface Days {
  readonly from: string
  readonly to: string
}

export type Period = NamedPeriod | Days

/** Whatever there is: wider than any clock that a contact could have come by. */
export const allTime: Days = { from: '1970-01-01', to: '2099-12-31' }

export const isAllTime = (period: Period): boolean =>
  typeof period !== 'string' && period.from === allTime.from && period.to === allTime.to

const DAY_MS = 86_400_000
const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** The day so many days later. Days are counted in UTC, where each is as long as the next. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The whole month after the one of this day. */
export function monthAfter(day: string): Days {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const from = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  return { from, to: endOfMonth(from) }
}

/** How many days there are, both ends included. */
export function lengthOf({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}

/** The days of a period, seen from today in the centre. Weeks begin on Monday; a period that has not ended includes today. */
export function daysOf(period: Period, today: string): Days {
  if (typeof period !== 'string') return period
  const monday = addDays(today, -((new Date(today).getUTCDay() + 6) % 7))
  const first = `${today.slice(0, 7)}-01`
  const beforeFirst = addDays(first, -1)
  switch (period) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case 'this-week':
      return { from: monday, to: today }
    case 'last-week':
      return { from: addDays(monday, -7), to: addDays(monday, -1) }
    case 'this-month':
      return { from: first, to: today }
    case 'last-month':
      return { from: `${beforeFirst.slice(0, 7)}-01`, to: beforeFirst }
  }
}

/** The neighbouring period of the same length: whole months step by months, everything else by its number of days. */
export function stepPeriod(days: Days, steps: number): Days {
  if (isWholeMonth(days)) {
    const [year = 0, month = 1] = days.from.split('-').map(Number)
    const from = new Date(Date.UTC(year, month - 1 + steps, 1)).toISOString().slice(0, 10)
    return { from, to: endOfMonth(from) }
  }
  const shift = lengthOf(days) * steps
  return { from: addDays(days.from, shift), to: addDays(days.to, shift) }
}

const endOfMonth = (day: string): string => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

const isWholeMonth = ({ from, to }: Days): boolean => from.endsWith('-01') && to === endOfMonth(from)

/** A period as an address holds it: `last-week` or `2026-11-01..2026-11-07`. */
export function writePeriod(period: Period): string {
  return typeof period === 'string' ? period : `${period.from}..${period.to}`
}

/** The period of an address; undefined when it is none. */
export function readPeriod(text: string): Period | undefined {
  const named = namedPeriods.find((name) => name === text)
  if (named !== undefined) return named
  const [from = '', to = ''] = text.split('..')
  const isSound = isRealDay(from) && isRealDay(to) && from <= to
  return isSound ? { from, to } : undefined
}

function isRealDay(day: string): boolean {
  return isoDay.test(day) && !Number.isNaN(Date.parse(day)) && addDays(day, 0) === day
}

/** A period as a part of a view: `defineView({ period: periodInAddress('this-week') })`. */
export function periodInAddress(start: Period): { start: Period; read: typeof readPeriod; write: typeof writePeriod } {
  return { start, read: readPeriod, write: writePeriod }
}
