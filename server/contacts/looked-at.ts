import type { AuditEntry, Caller } from '../platform/index.ts'

/** Pages ask again by themselves whenever something happens: who goes on looking at the same has one line an hour. */
const ONE_LINE_MINUTES = 60

type Act =
  | 'contacts.customers.list'
  | 'contacts.customers.search'
  | 'contacts.customers.story'
  | 'contacts.customers.lost'

/** What a caller was shown. */
interface Shown {
  readonly customers: readonly (string | null)[]
  readonly act: Act
  readonly subject: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** The line of the audit log about somebody who was shown customers as they are; null where they were masked, or there were none. */
export function lookedAt(
  caller: Pick<Caller, 'may'>,
  { customers, act, subject, detail = {} }: Shown,
): AuditEntry | null {
  const isPlain = caller.may('seeCustomers') && customers.some((customer) => customer !== null && customer !== '')
  return isPlain ? { act, subject, detail, onceInMinutes: ONE_LINE_MINUTES } : null
}
