import type { LocalDate } from '../time/index.ts'
import type { PreparedSeries } from './history.ts'

/** Zeros that were taken for an outage: nothing came in a stretch of the wall clock that usually holds a dozen contacts or more. */
export interface DoubtedStretch {
  readonly date: LocalDate
  readonly fromSecond: number
  /** Excluded. */
  readonly toSecond: number
}

/** Of the last so many days of the history. Hours that are believed to be shut by now are none: they were no outage. */
export function doubtedStretches({ grid, unusual }: PreparedSeries, days: number): DoubtedStretch[] {
  const { dates, slotSeconds, weekdays, intervalSeconds } = grid
  const slots = slotSeconds.length
  const shut = unusual.shutAfter(dates.length - 1)
  const found: DoubtedStretch[] = []
  for (let day = Math.max(0, dates.length - days); day < dates.length; day++) {
    const date = dates[day] as LocalDate
    for (const [slot, fromSecond] of slotSeconds.entries()) {
      const isDoubted = unusual.doubted[day * slots + slot] === 1
      if (!isDoubted || shut[(weekdays[day] as number) * slots + slot] === 1) continue
      const last = found.at(-1)
      const toSecond = fromSecond + intervalSeconds
      if (last?.date === date && last.toSecond === fromSecond) found[found.length - 1] = { ...last, toSecond }
      else found.push({ date, fromSecond, toSecond })
    }
  }
  return found
}
