import { randomBytes } from 'node:crypto'

import { sql, type RawBuilder } from 'kysely'

import { ERASED } from '@pult/contract/privacy-words'

import { byKeyOnly, eraseCustomers, type ErasedRows, type Veil } from '../contacts/index.ts'
import { lockNames, type Tx } from '../platform/index.ts'
import { notHeld } from './hold-store.ts'
import type { Over, WouldGo } from './retention-kinds.ts'

const CUSTOMERS_AT_ONCE = 200
const PSEUDONYM_BYTES = 6

/**
 * Until when each customer's contacts are over: up to the last one before the day after which she was silent for a whole window. So no
 * contact loses one with which it is counted together.
 */
const ends = (over: Over, keys: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select customer_key as key, max(offered_at) as last from (
    select customer_key, offered_at, lead(offered_at) over (partition by customer_key order by offered_at) as next
    from contact_leg l where center_id = ${over.centerId} and ${keys} and customer_key not like ${`${ERASED}%`}
      and offered_at < ${over.before}::timestamptz + ${over.windowHours} * interval '1 hour' and ${notHeld(over.centerId, { customer: 'l.customer_key' })}
  ) told
  where offered_at < ${over.before}::timestamptz and (next is null or next > offered_at + ${over.windowHours} * interval '1 hour')
  group by customer_key`

export async function countOverContacts(tx: Tx, over: Over): Promise<WouldGo> {
  const { rows } = await sql<WouldGo>`
    select count(*) as rows, min(l.offered_at)::date::text as first, max(l.offered_at)::date::text as last
    from (${ends(over, sql`customer_key is not null`)}) e
      join contact_leg l on l.center_id = ${over.centerId} and l.customer_key = e.key and l.offered_at <= e.last
  `.execute(tx)
  return rows[0] ?? { rows: 0, first: null, last: null }
}

export interface PartOfContacts extends ErasedRows {
  /** The last customer that was looked at; null when there are no more. */
  readonly next: string | null
}

/** Gives the next customers, by key after `after`, pseudonyms for what is over. */
export async function eraseOverContacts(tx: Tx, veil: Veil, over: Over, after: string): Promise<PartOfContacts> {
  await lockNames(tx, over.centerId)
  await byKeyOnly(tx)
  const { rows: named } = await sql<{ key: string }>`
    select distinct customer_key as key from contact_leg l
    where center_id = ${over.centerId} and customer_key > ${after} and customer_key not like ${`${ERASED}%`}
      and offered_at < ${over.before}::timestamptz
    order by 1 limit ${CUSTOMERS_AT_ONCE}
  `.execute(tx)
  const keys = named.map(({ key }) => key)
  const last = keys.at(-1)
  if (last === undefined) return { contacts: 0, lostCallers: 0, next: null }
  const { rows: found } = await sql<{ key: string; until: string }>`
    select key, (last + interval '1 millisecond')::text as until from (${ends(over, sql`customer_key = any(${keys}::text[])`)}) e
  `.execute(tx)
  const customers = found.map((one) => ({ ...one, pseudonym: veil.pseudonymOf(randomBytes(PSEUDONYM_BYTES)) }))
  return { ...(await eraseCustomers(tx, veil, over.centerId, customers)), next: last }
}
