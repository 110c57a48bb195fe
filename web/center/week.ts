import type { Weekly } from '@pult/contract/center'

export type Period = readonly [from: string, to: string]
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
export type Weekday = (typeof weekdays)[number]

const DAY_MINUTES = 24 * 60
export const wholeDay: Period = ['00:00', '24:00']

/** Minutes from midnight of `9:00` or `09:00`; null for what is no time of a day. 24:00 is its end. */
export function minutesOf(clock: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(clock)
  if (found === null) return null
  const minutes = Number(found[1]) * 60 + Number(found[2])
  return Number(found[2]) < 60 && minutes <= DAY_MINUTES ? minutes : null
}

/** What people type, as a time: `9` is 09:00, `930` is 09:30; anything else stays as it is. */
export function tidyClock(text: string): string {
  const digits = text.trim().replace(/[.,\- ]/, ':')
  const found = /^(\d{1,2}):?(\d{2})?$/.exec(digits)
  if (found === null) return text.trim()
  return `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}`
}

/** What is wrong with the periods of a day, if anything. */
export function faultOf(periods: readonly Period[]): 'badClock' | 'badOrder' | 'badOverlap' | null {
  const parsed = periods.map(([from, to]) => [minutesOf(from), minutesOf(to)] as const)
  if (parsed.some(([from, to]) => from === null || to === null)) return 'badClock'
  const spans = parsed.map(([from, to]) => ({ from: from ?? 0, to: to ?? 0 }))
  if (spans.some(({ from, to }) => from >= to)) return 'badOrder'
  const sorted = spans.toSorted((left, right) => left.from - right.from)
  return sorted.some(({ from }, place) => from < (sorted[place - 1]?.to ?? 0)) ? 'badOverlap' : null
}

/** In the order of the day. */
export function sortPeriods(periods: readonly Period[]): [string, string][] {
  return periods
    .toSorted((left, right) => (minutesOf(left[0]) ?? 0) - (minutesOf(right[0]) ?? 0))
    .map(([from, to]) => [from, to])
}

/** The gaps between the periods of one day. */
export function breaksOf(periods: readonly Period[]): Period[] {
  const sorted = sortPeriods(periods)
  return sorted.flatMap(([from], place): Period[] => {
    const before = sorted[place - 1]
    return before === undefined || before[1] === from ? [] : [[before[1], from]]
  })
}

export const isWholeDay = (periods: readonly Period[]): boolean =>
  periods.length === 1 && periods[0]?.[0] === wholeDay[0] && periods[0][1] === wholeDay[1]

/** Neighbouring weekdays with the same hours: `[1–5, 09:00–18:00]`. */
export function runsOf(weekly: Weekly): { from: number; to: number; periods: readonly Period[] }[] {
  const runs: { from: number; to: number; periods: readonly Period[] }[] = []
  for (const weekday of weekdays) {
    const periods = weekly[weekday] ?? []
    const last = runs.at(-1)
    if (last !== undefined && JSON.stringify(last.periods) === JSON.stringify(periods)) last.to = Number(weekday)
    else runs.push({ from: Number(weekday), to: Number(weekday), periods })
  }
  return runs
}
