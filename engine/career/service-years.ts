import type { ResumeJob, ResumeMonth } from './resume.ts'

/** Months `[from, to)` counted from the year 0. */
interface MonthSpan {
  readonly from: number
  readonly to: number
}

const MONTHS = 12

/** The number of a month; a year alone is its January. Null for what is no month. */
export function monthNumber(month: ResumeMonth): number | null {
  const match = /^(\d{4})(?:-(\d{2}))?$/.exec(month)
  if (match === null) return null
  const inYear = match[2] === undefined ? 1 : Number(match[2])
  return inYear >= 1 && inYear <= MONTHS ? Number(match[1]) * MONTHS + inYear - 1 : null
}

/** When a job was held, both its months included; up to `today` while it lasts. Null where the period is missing or runs backwards. */
export function jobSpan({ from, to }: Pick<ResumeJob, 'from' | 'to'>, today: ResumeMonth): MonthSpan | null {
  const begin = monthNumber(from)
  const end = monthNumber(to ?? today)
  if (begin === null || end === null || end < begin) return null
  // Of two bare years nobody knows the months: the years between them are what is sure.
  const isBareYear = to !== null && to.length === 4
  return { from: begin, to: isBareYear ? Math.max(end, begin + 1) : end + 1 }
}

/** Months that any of the jobs covers; two at once count once. */
export function monthsWorked(jobs: readonly Pick<ResumeJob, 'from' | 'to'>[], today: ResumeMonth): number {
  const spans = jobs.flatMap((job) => jobSpan(job, today) ?? []).toSorted((a, b) => a.from - b.from)
  let months = 0
  let upTo = 0
  for (const { from, to } of spans) {
    months += Math.max(0, to - Math.max(from, upTo))
    upTo = Math.max(upTo, to)
  }
  return months
}

const LEADING =
  /руководит|начальник|директор|заведующ|управляющ|супервайзер|head|director|lead|chief|manager|supervisor/iu

/** Whether a position by its name leads people. */
export const isLeading = (position: string): boolean => LEADING.test(position)
