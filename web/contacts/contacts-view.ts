import type { ContactFilter } from '@pult/contract/contacts'

import { readDrill } from '../platform/drill.ts'
import { defineView, inAddress } from '../platform/view.ts'
import { addDays, daysOf, periodInAddress } from '../ui/period.ts'

/** What the address of the Contacts page holds. A number's drill-down brings exact instants; then the period stands aside. */
export const contactsView = defineView({
  period: periodInAddress('today'),
  from: inAddress.text(),
  to: inAddress.text(),
  queueIds: inAddress.numbers(),
  agentIds: inAddress.numbers(),
  channels: inAddress.texts(),
  directions: inAddress.texts(),
  outcomes: inAddress.texts(),
  weekday: inAddress.maybeNumber(),
  timeFrom: inAddress.text(),
  timeTo: inAddress.text(),
  waitFrom: inAddress.maybeNumber(),
  waitTo: inAddress.maybeNumber(),
  search: inAddress.text(),
  flagged: inAddress.text(),
  measure: inAddress.text(),
  part: inAddress.text(),
  within: inAddress.maybeNumber(),
})

/** Whether the address comes from a number and brings its own stretch of time. */
export const isDrill = (search: string): boolean => new URLSearchParams(search).has('from')

/** The filter that the address means. Days are the centre's: `startOf` says when one begins. */
export function filterOf(
  search: string,
  period: Parameters<typeof daysOf>[0],
  today: string,
  startOf: (day: string) => string,
): ContactFilter {
  const asked = readDrill(search)
  const days = daysOf(period, today)
  return { ...asked, from: asked.from ?? startOf(days.from), to: asked.to ?? startOf(addDays(days.to, 1)) }
}
