import { sql, type RawBuilder } from 'kysely'

import type { ContactExport, ContactFilter, ContactLeg, ContactPage, ContactSearch } from '@pult/contract/contacts'
import { normalizeCustomer } from '@pult/engine/measures'

import { readCenter, readOwnVersions } from '../center/index.ts'
import type { Caller, Tx } from '../platform/index.ts'
import { legColumns, legJoins, presentLeg, presentOnPaper, visibleLegs } from './leg-sql.ts'
import { partOfMeasure, type PartContext } from './part-of-measure.ts'

const COUNTED_TO = 100_000
/** Enough to say that there are more; each is one step in an index. */
const ELSEWHERE_TO = 1000
/** How many legs outside the period are looked at before the other filters, however common a number's beginning is. */
const ELSEWHERE_LOOKED_AT = 5000
/** Legs of a file that are read at once. */
const PIECE = 5000

/** Which legs are meant, as SQL on `l`. */
interface LegConditions {
  readonly where: RawBuilder<unknown>
  readonly found: readonly RawBuilder<unknown>[]
  readonly others: RawBuilder<unknown>
  readonly context: PartContext
}

async function conditionsOf(tx: Tx, caller: Caller, filter: ContactFilter): Promise<LegConditions> {
  const { timeZone, policy } = await readCenter(tx, caller.centerId)
  const versions = filter.measure === undefined ? [] : await readOwnVersions(tx, caller.centerId)
  const context = { centerId: caller.centerId, timeZone, shortAbandonSeconds: policy.shortAbandonSeconds, versions }
  const found = await searched(tx, caller, filter.search)
  const others = sql.join([...conditions(filter, context), visibleLegs(caller)], sql` and `)
  return { where: sql`${sql.join([within(filter), ...found], sql` and `)} and ${others}`, found, others, context }
}

type PageOfLegs = Pick<ContactSearch, 'after' | 'limit' | 'order'>

async function readLegs(
  tx: Tx,
  caller: Caller,
  where: RawBuilder<unknown>,
  { after, limit, order }: PageOfLegs,
  present: typeof presentLeg = presentLeg,
): Promise<Pick<ContactPage, 'contacts' | 'next'>> {
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
    contacts: rows.map((leg) => present(caller, leg)),
    next: rows.length < limit || last === undefined ? null : { offeredAt: last.offeredAt, legId: last.legId },
  }
}

/** One page of contacts by filter; on the first page how many there are, and how many the search finds outside the period. */
export async function searchContacts(tx: Tx, caller: Caller, search: ContactSearch): Promise<ContactPage> {
  const { where, found, others, context } = await conditionsOf(tx, caller, search.filter)
  const isFirst = search.after === null
  return {
    ...(await readLegs(tx, caller, where, search)),
    total: isFirst ? await count(tx, where) : null,
    countedTo: COUNTED_TO,
    elsewhere: isFirst ? await countElsewhere(tx, search.filter, found, others, context) : null,
    elsewhereTo: ELSEWHERE_TO,
  }
}

/** All that the filter means, for a file, in pieces; stops after the piece that reaches `most`. */
export async function* allContacts(
  tx: Tx,
  caller: Caller,
  { filter, order }: ContactExport,
  most: number,
): AsyncGenerator<readonly ContactLeg[]> {
  const { where } = await conditionsOf(tx, caller, filter)
  let after: ContactPage['next'] = null
  let told = 0
  do {
    const page: Pick<ContactPage, 'contacts' | 'next'> = await readLegs(
      tx,
      caller,
      where,
      { after, order, limit: PIECE },
      presentOnPaper,
    )
    yield page.contacts
    told += page.contacts.length
    after = page.next
  } while (after !== null && told < most)
}

const within = (filter: ContactFilter): RawBuilder<unknown> =>
  sql`l.offered_at >= ${filter.from}::timestamptz and l.offered_at < ${filter.to}::timestamptz`

/** How many of a customer, a reference or an agent lie outside the period; null when nothing so narrow is asked for. */
async function countElsewhere(
  tx: Tx,
  filter: ContactFilter,
  found: readonly RawBuilder<unknown>[],
  others: RawBuilder<unknown>,
  { centerId }: PartContext,
): Promise<number | null> {
  const narrow = found.length > 0 ? found : idsOf('agent_id', filter.agentIds)
  if (narrow.length === 0 || filter.agentIds?.includes(0) === true || filter.measure !== undefined) return null
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from (
        select * from contact_leg l where l.center_id = ${centerId} and ${sql.join([...narrow], sql` and `)}
          and (l.offered_at < ${filter.from}::timestamptz or l.offered_at >= ${filter.to}::timestamptz) limit ${ELSEWHERE_LOOKED_AT}
      ) l where ${others} limit ${ELSEWHERE_TO}
    ) counted
  `.execute(tx)
  return rows[0]?.n ?? 0
}

async function count(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (select 1 from contact_leg l where ${where} limit ${COUNTED_TO}) counted
  `.execute(tx)
  return rows[0]?.n ?? 0
}

/** Everything that is asked for but the period and the search. */
function conditions(filter: ContactFilter, context: PartContext): RawBuilder<unknown>[] {
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
  return [
    sql`l.center_id = ${centerId}`,
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
  ]
}

/** 0 among ids means "none". */
function idsOf(column: 'queue_id' | 'agent_id', list: readonly number[] | undefined): RawBuilder<unknown>[] {
  if (list === undefined) return []
  const ref = sql.ref(`l.${column}`)
  const named = sql`${ref} = any(${list.filter((id) => id !== 0)}::integer[])`
  return [list.includes(0) ? sql`(${ref} is null or ${named})` : named]
}

/**
 * By reference, key or agent's name for everyone; by customer for those who may see customers, or masks could be guessed away digit by
 * digit. Every branch is one that an index answers, so that years are searched as fast as a day.
 */
async function searched(tx: Tx, caller: Caller, text: string | undefined): Promise<RawBuilder<unknown>[]> {
  if (text === undefined || text === '') return []
  const legs = await legsOfKey(tx, caller.centerId, text)
  const agents = await agentsNamed(tx, caller.centerId, text)
  const branches = [
    sql`l.contact_ref = ${text}`,
    ...legs.map(({ at, legId }) => sql`(l.offered_at = ${at}::timestamptz and l.leg_id = ${legId}::bigint)`),
    ...(agents.length === 0 ? [] : [sql`l.agent_id = any(${agents}::integer[])`]),
    ...(caller.may('seeCustomers') ? byCustomer(text) : []),
  ]
  return [sql`(${sql.join(branches, sql` or `)})`]
}

function byCustomer(text: string): RawBuilder<unknown>[] {
  const key = normalizeCustomer(text)
  const digits = text.replaceAll(/\D/g, '')
  return [...(key === null ? [] : [sql`l.customer_key = ${key}`]), ...(digits.length < 3 ? [] : [beginsWith(digits)])]
}

/** As a range, which an index answers under every collation; all nines have no end. */
function beginsWith(digits: string): RawBuilder<unknown> {
  const next = (BigInt(digits) + 1n).toString().padStart(digits.length, '0')
  const end = next.length > digits.length ? sql`` : sql`and l.customer_key < ${next}`
  return sql`(l.customer_key >= ${digits} ${end} and l.customer_key like ${`${digits}%`})`
}

/** The legs that a source calls so; facts are partitioned by time, their keys are not. */
async function legsOfKey(tx: Tx, centerId: number, text: string): Promise<{ at: string; legId: number }[]> {
  const { rows } = await sql<{ at: string; legId: number }>`
    select offered_at::text as at, leg_id as "legId" from contact_key
    where center_id = ${centerId} and source_key = ${text}
      and source_id = any(array(select source_id from source where center_id = ${centerId})) limit 50
  `.execute(tx)
  return rows
}

const A_NAME = /\p{L}{3}/u

async function agentsNamed(tx: Tx, centerId: number, text: string): Promise<number[]> {
  if (!A_NAME.test(text)) return []
  const { rows } = await sql<{ id: number }>`
    select agent_id as id from agent
    where center_id = ${centerId} and position(lower(${text}) in lower(name)) > 0 order by agent_id limit 50
  `.execute(tx)
  return rows.map(({ id }) => id)
}
