import type pg from 'pg'

import { DAY_MS } from '@pult/engine/time'

import type { Veil } from './veil.ts'
import { A_NUMBER, veilLeg, type TellingLeg } from './veil-legs.ts'

interface Owner {
  readonly centerId: number
  readonly sourceId: number
}

interface Erased {
  readonly hash: Buffer
  readonly pseudonym: string
  readonly until: Date
}

interface StagedLeg extends TellingLeg {
  readonly at: Date
  readonly digest: number
}

/**
 * Staged contacts of customers who were erased since they were offered are told under their pseudonym, and keys that were veiled are veiled
 * again: what was erased does not come back with an old file, and what it told is known as told.
 */
export async function veilStagedContacts(client: pg.ClientBase, veil: Veil, owner: Owner): Promise<void> {
  const { rows: erased } = await client.query<Erased>(
    'select hash, pseudonym, until from erased_customer where center_id = $1',
    [owner.centerId],
  )
  const { rows: veiled } = await client.query('select 1 from veiled_source where center_id = $1 and source_id = $2', [
    owner.centerId,
    owner.sourceId,
  ])
  if (erased.length === 0 && veiled.length === 0) return
  const { rows: staged } = await client.query<StagedLeg>(
    `select source_key as "sourceKey", contact_ref as "contactRef", customer, customer_key as "customerKey", transferred_to as "transferredTo",
       topic, offered_at as at, digest from stage_contact`,
  )
  const changes = byCustomer(veil, owner.centerId, staged, erased)
  if (erased.length > 0) await addBeside(client, veil, owner, staged, changes)
  if (veiled.length > 0) await addKeys(client, veil, owner, staged, changes)
  if (changes.size > 0) await rewrite(client, [...changes.values()])
}

interface Change {
  readonly of: StagedLeg
  readonly into: TellingLeg
  readonly digest: number
}

/** By staged key. */
type Changes = Map<string, Change>

function byCustomer(veil: Veil, centerId: number, staged: readonly StagedLeg[], erased: readonly Erased[]): Changes {
  const changes: Changes = new Map()
  if (erased.length === 0) return changes
  const byHash = new Map(erased.map((one) => [one.hash.toString('hex'), one]))
  const byNumber = new Map<string, Erased | undefined>()
  for (const leg of staged) {
    const number = leg.customerKey
    if (number === null) continue
    if (!byNumber.has(number)) byNumber.set(number, byHash.get(veil.hashOf(centerId, number).toString('hex')))
    const found = byNumber.get(number)
    if (found === undefined || leg.at >= found.until) continue
    const into = veilLeg(veil, centerId, leg, { number, pseudonym: found.pseudonym })
    changes.set(leg.sourceKey, { of: leg, into, digest: veil.digestOf(centerId, leg.digest) })
  }
  return changes
}

/**
 * Other legs of a contact whose reference is veiled, in what is stored or by this batch: the reference tells the number, and so does a key
 * that is told for the first time, for nobody but the erased customer could say which digits of it are hers.
 */
async function addBeside(
  client: pg.ClientBase,
  veil: Veil,
  owner: Owner,
  staged: readonly StagedLeg[],
  changes: Changes,
): Promise<void> {
  const { centerId } = owner
  const refs = new Map(staged.map(({ contactRef }) => [contactRef, veil.textOf(centerId, contactRef)]))
  const veiled = await veiledRefs(client, centerId, staged, [...refs.values()])
  for (const { of, into } of changes.values()) if (of.contactRef !== into.contactRef) veiled.add(into.contactRef)
  const beside = staged.filter(
    ({ sourceKey, contactRef }) => !changes.has(sourceKey) && veiled.has(refs.get(contactRef) ?? ''),
  )
  const known = await keysStored(client, owner, beside)
  for (const leg of beside) {
    const isTelling = !known.has(leg.sourceKey) && A_NUMBER.test(leg.sourceKey)
    const sourceKey = isTelling ? veil.textOf(centerId, leg.sourceKey) : leg.sourceKey
    const into = { ...leg, sourceKey, contactRef: refs.get(leg.contactRef) ?? leg.contactRef }
    changes.set(leg.sourceKey, { of: leg, into, digest: veil.digestOf(centerId, leg.digest) })
  }
}

/** Legs of one contact lie so near each other: months of contacts are not looked through. */
const LONGEST_CONTACT_MS = DAY_MS

/** Which of these references are stored. */
async function veiledRefs(
  client: pg.ClientBase,
  centerId: number,
  staged: readonly StagedLeg[],
  refs: readonly string[],
): Promise<Set<string>> {
  const times = staged.map(({ at }) => at.getTime())
  const [from, to] = times.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [Infinity, -Infinity])
  const { rows } = await client.query<{ ref: string }>(
    `select distinct contact_ref as ref from contact_leg
     where center_id = $1 and contact_ref = any($2) and offered_at between $3 and $4`,
    [centerId, refs, new Date(from - LONGEST_CONTACT_MS), new Date(to + LONGEST_CONTACT_MS)],
  )
  return new Set(rows.map(({ ref }) => ref))
}

async function keysStored(
  client: pg.ClientBase,
  { centerId, sourceId }: Owner,
  legs: readonly StagedLeg[],
): Promise<Set<string>> {
  if (legs.length === 0) return new Set()
  const { rows } = await client.query<{ key: string }>(
    'select source_key as key from contact_key where center_id = $1 and source_id = $2 and source_key = any($3)',
    [centerId, sourceId, legs.map(({ sourceKey }) => sourceKey)],
  )
  return new Set(rows.map(({ key }) => key))
}

/**
 * Keys that are stored veiled, and the reference where it is. All are tried: a leg without a customer has one where another leg of its
 * contact tells the number.
 */
async function addKeys(
  client: pg.ClientBase,
  veil: Veil,
  { centerId, sourceId }: Owner,
  staged: readonly StagedLeg[],
  changes: Changes,
): Promise<void> {
  const byKey = new Map(staged.map((leg) => [veil.textOf(centerId, leg.sourceKey), leg]))
  const { rows } = await client.query<{ key: string; ref: string }>(
    `select k.source_key as key, l.contact_ref as ref
     from contact_key k join contact_leg l on l.center_id = k.center_id and l.offered_at = k.offered_at and l.leg_id = k.leg_id
     where k.center_id = $1 and k.source_id = $2 and k.source_key = any($3)`,
    [centerId, sourceId, [...byKey.keys()]],
  )
  for (const { key, ref } of rows) {
    const leg = byKey.get(key)
    if (leg === undefined) continue
    const { into, digest } = changes.get(leg.sourceKey) ?? { into: leg, digest: veil.digestOf(centerId, leg.digest) }
    const contactRef = ref === veil.textOf(centerId, leg.contactRef) ? ref : into.contactRef
    changes.set(leg.sourceKey, { of: leg, into: { ...into, sourceKey: key, contactRef }, digest })
  }
}

async function rewrite(client: pg.ClientBase, changes: readonly Change[]): Promise<void> {
  const column = (of: (change: Change) => unknown): unknown[] => changes.map(of)
  await client.query(
    `update stage_contact s set source_key = c.new_key, contact_ref = c.contact_ref, customer = c.customer, customer_key = c.customer_key,
       transferred_to = c.transferred_to, topic = c.topic, digest = c.digest
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[])
       as c (source_key, new_key, contact_ref, customer, customer_key, transferred_to, topic, digest)
     where s.source_key = c.source_key`,
    [
      column(({ of }) => of.sourceKey),
      column(({ into }) => into.sourceKey),
      column(({ into }) => into.contactRef),
      column(({ into }) => into.customer),
      column(({ into }) => into.customerKey),
      column(({ into }) => into.transferredTo),
      column(({ into }) => into.topic),
      column(({ digest }) => digest),
    ],
  )
}

/** The same for stretches of time of agents who were made anonymous: their keys may hold a name. */
export async function veilStagedStates(
  client: pg.ClientBase,
  veil: Veil,
  { centerId, sourceId }: Owner,
): Promise<void> {
  const { rows } = await client.query<{ key: string }>(
    `select source_key as key from stage_state where agent_id in
       (select agent_id from agent where center_id = $1 and erased_at is not null)`,
    [centerId],
  )
  if (rows.length === 0) return
  await client.query(
    `update stage_state s set source_key = c.new_key from unnest($3::text[], $4::text[]) as c (source_key, new_key)
     where s.source_key = c.source_key and exists (
       select 1 from state_key k where k.center_id = $1 and k.source_id = $2 and k.source_key = c.new_key)`,
    [centerId, sourceId, rows.map(({ key }) => key), rows.map(({ key }) => veil.textOf(centerId, key))],
  )
}
