import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'
import type { Veil } from './veil.ts'
import { veilLeg, type TellingLeg } from './veil-legs.ts'

/** A customer whose contacts up to an instant lose number and address. */
export interface CustomerToErase {
  readonly key: string
  readonly pseudonym: string
  /** ISO, or `infinity`. */
  readonly until: string
}

export interface ErasedRows {
  readonly contacts: number
  readonly lostCallers: number
}

/** A few rows among millions: however little PostgreSQL knows of the tables yet, it looks by their keys. */
export async function byKeyOnly(tx: Tx): Promise<void> {
  for (const other of ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit'])
    await sql`select set_config(${other}, 'off', true)`.execute(tx)
}

interface StoredLeg extends TellingLeg {
  readonly sourceId: number
  readonly at: string
  readonly legId: number
  /** The key of the customer because of whom it is changed. */
  readonly number: string
}

/**
 * Puts one pseudonym in the place of each customer's number, in facts, their keys, former contents and the work on lost callers. Whose
 * contacts belonged together still do: what is counted stays as it was counted.
 */
export async function eraseCustomers(
  tx: Tx,
  veil: Veil,
  centerId: number,
  customers: readonly CustomerToErase[],
): Promise<ErasedRows> {
  const contacts = await renameInContacts(tx, veil, centerId, customers)
  const lost = await sql`
    update lost_caller w set customer_key = c.pseudonym, note = ''
    from unnest(${customers.map(({ key }) => key)}::text[], ${customers.map(({ pseudonym }) => pseudonym)}::text[],
      ${customers.map(({ until }) => until)}::timestamptz[]) as c (key, pseudonym, until)
    where w.center_id = ${centerId} and w.customer_key = c.key and w.lost_at < c.until
  `.execute(tx)
  return { contacts, lostCallers: Number(lost.numAffectedRows ?? 0) }
}

/** Resolves to how many contacts were theirs. */
async function renameInContacts(
  tx: Tx,
  veil: Veil,
  centerId: number,
  customers: readonly CustomerToErase[],
): Promise<number> {
  await byKeyOnly(tx)
  const pseudonyms = new Map(customers.map(({ key, pseudonym }) => [key, pseudonym]))
  const own = await legsOf(tx, centerId, customers)
  const changed = (leg: StoredLeg): TellingLeg =>
    veilLeg(veil, centerId, leg, { number: leg.number, pseudonym: pseudonyms.get(leg.number) ?? '' })
  const legs = [...own, ...(await legsBeside(tx, centerId, own, changed))]
  await rewriteFormer(tx, veil, centerId, customers, legs)
  await rewriteLegs(tx, centerId, legs, legs.map(changed))
  await rewriteKeys(tx, veil, centerId, legs, legs.map(changed))
  return own.length
}

const legColumns = sql`l.source_id as "sourceId", l.source_key as "sourceKey", l.contact_ref as "contactRef", l.offered_at::text as at,
  l.leg_id as "legId", l.customer, l.customer_key as "customerKey", l.transferred_to as "transferredTo", l.topic`

async function legsOf(tx: Tx, centerId: number, customers: readonly CustomerToErase[]): Promise<StoredLeg[]> {
  // First by the index of customers, then by time: the other way round every contact would be looked at for every customer.
  const { rows } = await sql<StoredLeg>`
    with l as materialized (
      select ${legColumns}, l.offered_at from contact_leg l
      where l.center_id = ${centerId} and l.customer_key = any(${customers.map(({ key }) => key)}::text[])
    )
    select l.*, c.key as number
    from unnest(${customers.map(({ key }) => key)}::text[], ${customers.map(({ until }) => until)}::timestamptz[]) as c (key, until)
      join l on l."customerKey" = c.key and l.offered_at < c.until
  `.execute(tx)
  return rows
}

/** Other legs of a contact whose reference tells the number. */
async function legsBeside(
  tx: Tx,
  centerId: number,
  own: readonly StoredLeg[],
  changed: (leg: StoredLeg) => TellingLeg,
): Promise<StoredLeg[]> {
  const numbers = new Map(
    own.filter((leg) => changed(leg).contactRef !== leg.contactRef).map((leg) => [leg.contactRef, leg.number]),
  )
  if (numbers.size === 0) return []
  const known = new Set(own.map(({ legId }) => legId))
  const { rows } = await sql<StoredLeg>`
    select ${legColumns}, c.number
    from unnest(${[...numbers.keys()]}::text[], ${[...numbers.values()]}::text[]) as c (ref, number)
      join contact_leg l on l.center_id = ${centerId} and l.contact_ref = c.ref
  `.execute(tx)
  return rows.filter(({ legId }) => !known.has(legId))
}

async function rewriteLegs(
  tx: Tx,
  centerId: number,
  legs: readonly StoredLeg[],
  changed: readonly TellingLeg[],
): Promise<void> {
  await sql`
    update contact_leg l set customer = c.customer, customer_key = c.customer_key, contact_ref = c.contact_ref, source_key = c.source_key,
      transferred_to = c.transferred_to, topic = c.topic
    from unnest(${legs.map(({ at }) => at)}::timestamptz[], ${legs.map(({ legId }) => legId)}::bigint[],
      ${changed.map(({ customer }) => customer)}::text[], ${changed.map(({ customerKey }) => customerKey)}::text[],
      ${changed.map(({ contactRef }) => contactRef)}::text[], ${changed.map(({ sourceKey }) => sourceKey)}::text[],
      ${changed.map(({ transferredTo }) => transferredTo)}::text[], ${changed.map(({ topic }) => topic)}::text[])
      as c (at, leg_id, customer, customer_key, contact_ref, source_key, transferred_to, topic)
    where l.center_id = ${centerId} and l.offered_at = c.at and l.leg_id = c.leg_id
  `.execute(tx)
}

async function rewriteKeys(
  tx: Tx,
  veil: Veil,
  centerId: number,
  legs: readonly StoredLeg[],
  changed: readonly TellingLeg[],
): Promise<void> {
  const newKeys = new Map(legs.map((leg, place) => [`${leg.sourceId} ${leg.sourceKey}`, changed[place]?.sourceKey]))
  const { rows } = await sql<{ sourceId: number; sourceKey: string; digest: number }>`
    select k.source_id as "sourceId", k.source_key as "sourceKey", k.digest
    from unnest(${legs.map(({ sourceId }) => sourceId)}::integer[], ${legs.map(({ sourceKey }) => sourceKey)}::text[]) as c (source_id, source_key)
      join contact_key k on k.center_id = ${centerId} and k.source_id = c.source_id and k.source_key = c.source_key
    order by k.source_key for update of k
  `.execute(tx)
  const keyOf = (row: { sourceId: number; sourceKey: string }): string =>
    newKeys.get(`${row.sourceId} ${row.sourceKey}`) ?? row.sourceKey
  await sql`
    update contact_key k set source_key = c.new_key, digest = c.digest
    from unnest(${rows.map(({ sourceId }) => sourceId)}::integer[], ${rows.map(({ sourceKey }) => sourceKey)}::text[],
      ${rows.map(keyOf)}::text[], ${rows.map(({ digest }) => veil.digestOf(centerId, digest))}::bigint[]) as c (source_id, source_key, new_key, digest)
    where k.center_id = ${centerId} and k.source_id = c.source_id and k.source_key = c.source_key
  `.execute(tx)
  const veiled = [...new Set(rows.filter((row) => keyOf(row) !== row.sourceKey).map(({ sourceId }) => sourceId))]
  await sql`
    insert into veiled_source (center_id, source_id) select ${centerId}, unnest(${veiled}::integer[]) on conflict do nothing
  `.execute(tx)
}

interface Former {
  readonly sourceId: number
  readonly sourceKey: string
  readonly replacedId: number
  readonly digest: number
  readonly fact: Readonly<Record<string, unknown>>
}

/** Contents that later ones replaced tell of the customer too, also where the later ones no longer do. */
async function rewriteFormer(
  tx: Tx,
  veil: Veil,
  centerId: number,
  customers: readonly CustomerToErase[],
  legs: readonly StoredLeg[],
): Promise<void> {
  const numbers = new Map(legs.map((leg) => [`${leg.sourceId} ${leg.sourceKey}`, leg.number]))
  const pseudonyms = new Map(customers.map(({ key, pseudonym }) => [key, pseudonym]))
  const { rows } = await sql<Former>`
    select source_id as "sourceId", source_key as "sourceKey", replaced_id as "replacedId", digest, fact
    from fact_replaced r left join unnest(${customers.map(({ key }) => key)}::text[], ${customers.map(({ until }) => until)}::timestamptz[])
        as c (key, until) on r.fact->>'customer_key' = c.key and (r.fact->>'offered_at')::timestamptz < c.until
    where center_id = ${centerId} and kind = 'contact' and (c.key is not null
      or (source_id, source_key) in (select * from unnest(${legs.map(({ sourceId }) => sourceId)}::integer[], ${legs.map(({ sourceKey }) => sourceKey)}::text[])))
  `.execute(tx)
  const text = (fact: Former['fact'], field: string): string | null =>
    typeof fact[field] === 'string' ? fact[field] : null
  for (const { sourceId, sourceKey, replacedId, digest, fact } of rows) {
    const customerKey = text(fact, 'customer_key')
    const beside = numbers.get(`${sourceId} ${sourceKey}`)
    const number = customerKey !== null && pseudonyms.has(customerKey) ? customerKey : (beside ?? '')
    const leg: TellingLeg = {
      sourceKey,
      contactRef: text(fact, 'contact_ref') ?? sourceKey,
      customer: text(fact, 'customer'),
      customerKey,
      transferredTo: text(fact, 'transferred_to'),
      topic: text(fact, 'topic'),
    }
    const changed = veilLeg(veil, centerId, leg, { number, pseudonym: pseudonyms.get(number) ?? '' })
    // The key goes with that of the present content.
    const newKey = beside === undefined ? sourceKey : changed.sourceKey
    const told = {
      ...fact,
      source_key: newKey,
      contact_ref: changed.contactRef,
      customer: changed.customer,
      customer_key: changed.customerKey,
      transferred_to: changed.transferredTo,
      topic: changed.topic,
    }
    await sql`
      update fact_replaced set source_key = ${newKey}, fact = ${JSON.stringify(told)}::jsonb, digest = ${veil.digestOf(centerId, digest)}
      where center_id = ${centerId} and kind = 'contact' and source_id = ${sourceId} and source_key = ${sourceKey} and replaced_id = ${replacedId}
    `.execute(tx)
  }
}

/** Puts the right number in the place of a wrong one, and tells in how many contacts; days on which she came again are counted anew. */
export async function correctCustomer(
  tx: Tx,
  veil: Veil,
  centerId: number,
  { key, into }: { readonly key: string; readonly into: string },
): Promise<number> {
  await sql`
    insert into rollup_due (center_id, kind, hour)
    select distinct ${centerId}::integer, 'queue', date_bin('1 hour', offered_at, timestamptz '1970-01-01 00:00Z')
    from contact_leg where center_id = ${centerId} and customer_key = ${key}
    order by 3 on conflict (center_id, kind, hour) do update set hour = excluded.hour
  `.execute(tx)
  // The right number may have been worked on for the same instant: one such row is enough.
  await sql`
    delete from lost_caller w using lost_caller known
    where w.center_id = ${centerId} and w.customer_key = ${key}
      and known.center_id = ${centerId} and known.customer_key = ${into} and known.lost_at = w.lost_at
  `.execute(tx)
  await sql`
    update lost_caller set customer_key = ${into} where center_id = ${centerId} and customer_key = ${key}
  `.execute(tx)
  return renameInContacts(tx, veil, centerId, [{ key, pseudonym: into, until: 'infinity' }])
}

/** Keeps the customer from coming back by name with what was told before `until`. */
export async function rememberErased(
  tx: Tx,
  veil: Veil,
  centerId: number,
  { key, pseudonym, until }: CustomerToErase,
): Promise<void> {
  await sql`
    insert into erased_customer (center_id, hash, pseudonym, until)
    values (${centerId}, ${veil.hashOf(centerId, key)}, ${pseudonym}, ${until}::timestamptz)
    on conflict (center_id, hash) do update set until = excluded.until, pseudonym = excluded.pseudonym
  `.execute(tx)
}
