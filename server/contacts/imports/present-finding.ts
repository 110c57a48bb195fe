import type { Finding } from '@pult/contract/imports'

import type { Caller } from '../../platform/index.ts'
import { mask } from '../leg-sql.ts'

/** Seven digits and more, as people write numbers; an e-mail address, whose first part holds no more (RFC 5321): else a long text is read again from each letter. */
const TELLING = /\+?\d(?:[\s().-]{0,2}\d){6,}|[^\s@|,;“”«»]{1,64}@[^\s@|,;“”«»]+/g
const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4})(?!\d)/
/** A second since 1970 with a count behind it: what Asterisk calls a call. */
const CALL = /^1\d{9}\.\d+$/
/** The second that a line of a queue_log begins with. */
const STAMP = /^1\d{9}(?=\|)/

/** As the caller may see it: what a file said in the place of something else may be a customer's number. */
export function presentFinding(caller: Pick<Caller, 'may'>, finding: Finding): Finding {
  if (caller.may('seeCustomers')) return finding
  const isCustomer = finding.field === 'customer'
  const details = Object.entries(finding.details).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number') return [name, value]
    return [name, isCustomer && name !== 'key' ? mask(value) : withoutNumbers(value)]
  })
  return { ...finding, details: Object.fromEntries(details) }
}

/** The text with every number by which somebody could be called made unreadable; times and names of calls stay. */
export function withoutNumbers(text: string): string {
  const [stamp = ''] = STAMP.exec(text) ?? []
  return stamp + text.slice(stamp.length).replaceAll(TELLING, veiled)
}

/** A date stays; what stands behind it may be a number all the same, where two columns are read as one time. */
function veiled(found: string): string {
  if (CALL.test(found)) return found
  const [date] = DATE.exec(found) ?? []
  return date === undefined ? mask(found) : date + withoutNumbers(found.slice(date.length))
}
