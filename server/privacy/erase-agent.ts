import { sql } from 'kysely'

import { ERASED, type DataKind } from '@pult/contract/privacy-words'

import type { Veil } from '../contacts/index.ts'
import type { Tx } from '../platform/index.ts'
import { tablesOfCenter } from './data-map.ts'
import type { Account } from './person.ts'

export interface Changed {
  readonly kind: DataKind
  readonly rows: number
}

interface AgentToErase {
  readonly centerId: number
  readonly agentId: number
  /** What she is called from now on. */
  readonly called: string
  readonly accounts: readonly Account[]
}

/** What a former agent is called. */
export const formerName = (agentId: number, language: 'ru' | 'en'): string =>
  `${language === 'ru' ? 'Бывший сотрудник' : 'Former agent'} ${agentId}`

/**
 * Makes an agent nobody in particular: her figures stay under her number, her names, facts, notes, résumés and feeds go. What files call her
 * is veiled, so that they still lead to the same number.
 */
export async function eraseAgent(tx: Tx, veil: Veil, agent: AgentToErase): Promise<Changed[]> {
  const states = await veilStateKeys(tx, veil, agent)
  return [
    await rename(tx, veil, agent),
    { kind: 'states', rows: states },
    ...(await emptyOwnRows(tx, agent)),
    ...(await removeOwnWritings(tx, agent)),
    ...(await renameAuthor(tx, agent)),
  ]
}

const TECHNICAL = /^(?:\w+\/)?[\d*#@.\w-]*\d[\d*#@.\w-]*$/u
/** An extension is a telephone's name, not a person's. */
const isExtension = (name: string): boolean => TECHNICAL.test(name) && !/\p{L}{3}/u.test(name.replace(/^\w+\//, ''))

async function personalNames(tx: Tx, { centerId, agentId }: AgentToErase): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from agent_name where center_id = ${centerId} and agent_id = ${agentId} and name not like ${`${ERASED}%`}
  `.execute(tx)
  return rows.map(({ name }) => name).filter((name) => !isExtension(name))
}

async function rename(tx: Tx, veil: Veil, agent: AgentToErase): Promise<Changed> {
  const { centerId, agentId, called } = agent
  const names = await personalNames(tx, agent)
  await sql`
    update agent_name n set name = c.kept from unnest(${names}::text[], ${names.map((name) => veil.textOf(centerId, name))}::text[]) as c (name, kept)
    where n.center_id = ${centerId} and n.agent_id = ${agentId} and n.name = c.name
  `.execute(tx)
  await sql`
    update agent set name = ${called}, status = 'archived', left_on = coalesce(left_on, current_date), erased_at = now(), version = version + 1
    where center_id = ${centerId} and agent_id = ${agentId}
  `.execute(tx)
  return { kind: 'person', rows: 1 + names.length }
}

/** Keys of her stretches of time hold what the log calls her. */
async function veilStateKeys(tx: Tx, veil: Veil, agent: AgentToErase): Promise<number> {
  const { centerId, agentId } = agent
  const names = await personalNames(tx, agent)
  if (names.length === 0) return 0
  const { rows } = await sql<{ sourceId: number; key: string }>`
    select source_id as "sourceId", source_key as key from agent_state where center_id = ${centerId} and agent_id = ${agentId}
      and source_key not like ${`${ERASED}%`} and exists (select 1 from unnest(${names}::text[]) n where position(n in source_key) > 0)
    order by source_id, source_key
  `.execute(tx)
  const sources = rows.map(({ sourceId }) => sourceId)
  const keys = rows.map(({ key }) => key)
  const veiled = keys.map((key) => veil.textOf(centerId, key))
  const list = sql`unnest(${sources}::integer[], ${keys}::text[], ${veiled}::text[]) as c (source_id, key, veiled)`
  // Stretches of time have an index by agent and none by key.
  await sql`
    update agent_state s set source_key = c.veiled from ${list}
    where s.center_id = ${centerId} and s.agent_id = ${agentId} and s.source_id = c.source_id and s.source_key = c.key
  `.execute(tx)
  await sql`
    update state_key s set source_key = c.veiled from ${list}
    where s.center_id = ${centerId} and s.source_id = c.source_id and s.source_key = c.key
  `.execute(tx)
  await sql`
    update fact_replaced s set source_key = c.veiled, fact = jsonb_set(fact, '{source_key}', to_jsonb(c.veiled)) from ${list}
    where s.center_id = ${centerId} and s.kind = 'state' and s.source_id = c.source_id and s.source_key = c.key
  `.execute(tx)
  return rows.length
}

/** Days away stay as figures; why, and what she wished, goes. */
async function emptyOwnRows(tx: Tx, { centerId, agentId }: AgentToErase): Promise<Changed[]> {
  const own = sql`center_id = ${centerId} and agent_id = ${agentId}`
  const acts: readonly (readonly [DataKind, ReturnType<typeof sql>])[] = [
    ['agreements', sql`delete from personal_facts where ${own}`],
    ['absences', sql`update absence set note = '' where ${own} and note <> ''`],
    ['wishes', sql`delete from availability where ${own}`],
    ['wishes', sql`delete from wish where ${own}`],
    ['rosters', sql`delete from calendar_feed where ${own}`],
    ['requests', sql`update personal_request set subject = 'agent ' || agent_id where ${own} and subject_of = 'agent'`],
  ]
  const changed: Changed[] = []
  for (const [kind, act] of acts) {
    const { numAffectedRows = 0n } = await act.execute(tx)
    changed.push({ kind, rows: Number(numAffectedRows) })
  }
  return changed
}

async function removeOwnWritings(tx: Tx, { centerId, accounts }: AgentToErase): Promise<Changed[]> {
  const ids = accounts.map(({ id }) => id)
  const mails = accounts.map(({ email }) => email)
  if (ids.length === 0) return []
  const own = sql`center_id = ${centerId} and user_id = any(${ids}::text[])`
  const acts: readonly (readonly [DataKind, ReturnType<typeof sql>])[] = [
    ['resumes', sql`delete from career_resume where ${own}`],
    ['resumes', sql`delete from career_result where ${own}`],
    ['alerts', sql`delete from alert_reader where ${own}`],
    ['alerts', sql`update alert_notice set address = '' where ${own}`],
    ['market', withoutMails('market_digest', centerId, mails)],
    ['notes', withoutMails('report', centerId, mails)],
  ]
  const changed: Changed[] = []
  for (const [kind, act] of acts) {
    const { numAffectedRows = 0n } = await act.execute(tx)
    changed.push({ kind, rows: Number(numAffectedRows) })
  }
  return changed
}

/** Lists of addresses to which something goes by itself. */
const withoutMails = (table: string, centerId: number, mails: readonly string[]): ReturnType<typeof sql> => sql`
  update ${sql.table(table)} set mails = (select coalesce(array_agg(m), '{}') from unnest(mails) m where m <> all(${mails}::text[]))
  where center_id = ${centerId} and mails && ${mails}::text[]`

/** Registers that only grow keep the names that they were written with: that is what they are for. */
async function changeableTables(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege(oid, 'update')
  `.execute(tx)
  return new Set(rows.map(({ name }) => name))
}

/** Where she stands as who made something. By her id where one was kept with the name, else by the name. */
async function renameAuthor(tx: Tx, { centerId, called, accounts }: AgentToErase): Promise<Changed[]> {
  if (accounts.length === 0) return []
  const ids = accounts.map(({ id }) => id)
  const names = accounts.map(({ name }) => name)
  const changeable = await changeableTables(tx)
  const changed: Changed[] = []
  for (const { table, kind, staff = [], authorId, authorName } of tablesOfCenter) {
    if (!changeable.has(table)) continue
    for (const column of staff.filter((one) => one.endsWith('_name'))) {
      const hers =
        column === authorName && authorId !== undefined
          ? sql`${sql.ref(authorId)} = any(${ids}::text[])`
          : sql`${sql.ref(column)} = any(${names}::text[])`
      const { numAffectedRows = 0n } = await sql`
        update ${sql.table(table)} set ${sql.ref(column)} = ${called} where center_id = ${centerId} and ${hers}`.execute(
        tx,
      )
      changed.push({ kind, rows: Number(numAffectedRows) })
    }
  }
  return changed
}
