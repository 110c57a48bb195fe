import { PlainDate } from '@pult/contract/plain-date'

import { BadInput } from './failure.ts'

/** A day of the calendar, written as 2026-11-02. Throws BadInput that names the option. */
export function readDay(text: string, option: string): string {
  if (!PlainDate.safeParse(text).success)
    throw new BadInput(`${option} must be a day such as 2026-11-02, not "${text}".`)
  return text
}
