import { addDays, datesBetween } from '@pult/engine/time'

/** `YYYY-MM` of a day. */
export const monthOf = (day: string): string => day.slice(0, 7)

/** The month so many before or after. */
export function stepMonth(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

export const firstOf = (month: string): string => `${month}-01`
export const lastOf = (month: string): string => addDays(firstOf(stepMonth(month, 1)), -1)
export const daysOfMonth = (month: string): readonly string[] => [
  ...datesBetween(firstOf(month), firstOf(stepMonth(month, 1))),
]
