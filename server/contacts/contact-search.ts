import { sql, type RawBuilder } from 'kysely'

import type { ContactFilter, ContactLeg, ContactPage, ContactSearch } from '@pult/contract/contacts'
import { normalizeCustomer } from '@pult/engine/measures'

import { readCenter } from '../center/index.ts'
import type { Caller, Tx } from '../platform/index.ts'
import { legColumns, legJoins, presentLeg, visibleLegs } from './leg-sql.ts'
import { partOfMeasure, type PartContext } from './part-of-measure.ts'

const COUNTED_TO = 100_000

/** One page of contacts by filter, and on the first page how many there are. */
export async function searchContacts(tx: Tx, caller: Caller, search: ContactSearch): Promise<ContactPage> {
  const { filter, after, limit, order } = search
  const { timeZone, policy } = await readCenter(tx, caller.centerId)
  const context = { centerId: caller.centerId, timeZone, shortAbandonSeconds: policy.shortAbandonSeconds }
  const where = sql`${conditions(caller, filter, context)} and ${visibleLegs(caller)}`
  const direction = order === 'newest' ? sql`desc` : sql`asc`
  const beyond =
    after === null
      ? sql`true`
      : sql`(l.offered_at, l.leg_id) ${order === 'newest' ? sql`<` : sql`>`} (${after.offeredAt}::timestamptz, ${after.legId}::bigint)`
  const { rows } = await sql<ContactLeg>`
    select ${legColumns} from (
      select * from contact_leg l where ${where} and ${beyond} order by l.offered_at ${direction}, l.leg_id ${direction} limit ${limit}
    ) l ${legJoins} order by l.offered_at ${direction}, l.leg_id ${direction}
  `.execute(tx)
  const last = rows.at(-1)
  return {
    contacts: rows.map((leg) => presentLeg(caller, leg)),
    next: rows.length < limit || last === undefined ? null : { offeredAt: last.offeredAt, legId: last.legId },
    total: after === null ? await count(tx, where) : null,
    countedTo: COUNTED_TO,
  }
}

async function count(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from contact_leg l where ${where} limit ${COUNTED_TO}) counted
  `.execute(tx)
  return rows[0]?.n ?? 0
}

function conditions(caller: Caller, filter: ContactFilter, context: PartContext): RawBuilder<unknown> {
  const { centerId, timeZone } = context
  const seconds = (column: string, from: number | undefined, to: number | undefined): RawBuilder<unknown>[] => [
    ...(from === undefined ? [] : [sql`${sql.ref(`l.${column}`)} >= ${Math.round(from * 1000)}::bigint`]),
    ...(to === undefined ? [] : [sql`${sql.ref(`l.${column}`)} <= ${Math.round(to * 1000)}::bigint`]),
  ]
  const among = (
    column: string,
    type: 'integer' | 'text',
    list: readonly unknown[] | undefined,
  ): RawBuilder<unknown>[] =>
    list === undefined ? [] : [sql`${sql.ref(`l.${column}`)} = any(${[...list]}::${sql.raw(type)}[])`]
  const local = sql`(l.offered_at at time zone ${timeZone})`
  return sql.join(
    [
      sql`l.center_id = ${centerId}`,
      sql`l.offered_at >= ${filter.from}::timestamptz and l.offered_at < ${filter.to}::timestamptz`,
      ...idsOf('queue_id', filter.queueIds),
      ...idsOf('agent_id', filter.agentIds),
      ...among('channel', 'text', filter.channels),
      ...among('direction', 'text', filter.directions),
      ...among('outcome', 'text', filter.outcomes),
      ...seconds('wait_ms', filter.waitFrom, filter.waitTo),
      ...seconds('talk_ms', filter.talkFrom, filter.talkTo),
      ...(filter.weekday === undefined ? [] : [sql`extract(isodow from ${local}) = ${filter.weekday}`]),
      ...(filter.timeFrom === undefined ? [] : [sql`to_char(${local}, 'HH24:MI') >= ${filter.timeFrom}`]),
      ...(filter.timeTo === undefined ? [] : [sql`to_char(${local}, 'HH24:MI') < ${filter.timeTo}`]),
      ...(filter.flagged === true ? [sql`cardinality(l.flags) > 0`] : []),
      ...partOfMeasure(filter, context),
      ...searched(caller, filter.search),
    ],
    sql` and `,
  )
}

/** 0 among ids means "none". */
function idsOf(column: 'queue_id' | 'agent_id', list: readonly number[] | undefined): RawBuilder<unknown>[] {
  if (list === undefined) return []
  const ref = sql.ref(`l.${column}`)
  const named = sql`${ref} = any(${list.filter((id) => id !== 0)}::integer[])`
  return [list.includes(0) ? sql`(${ref} is null or ${named})` : named]
}

/** By reference for everyone; by customer for those who may see customers, or masks could be guessed away digit by digit. */
function searched(caller: Caller, text: string | undefined): RawBuilder<unknown>[] {
  if (text === undefined || text === '') return []
  const byRef = sql`l.contact_ref = ${text} or l.source_key = ${text}`
  if (!caller.may('seeCustomers')) return [sql`(${byRef})`]
  const key = normalizeCustomer(text)
  const digits = text.replaceAll(/\D/g, '')
  const byKey = key === null ? sql`` : sql`or l.customer_key = ${key}`
  const byStart = digits.length < 3 ? sql`` : sql`or l.customer_key like ${`${digits}%`}`
  return [sql`(${byRef} ${byKey} ${byStart})`]
}
