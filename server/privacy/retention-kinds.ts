import { sql, type RawBuilder } from 'kysely'

import type { DataKind } from '@pult/contract/privacy-words'
import type { RetentionKind } from '@pult/engine/privacy'

import type { Tx } from '../platform/index.ts'
import { notHeld } from './hold-store.ts'

/** Whose data of which kind is over, and since when. */
export interface Over {
  readonly centerId: number
  /** The first day that is kept, in the centre's calendar, and the instant at which it begins. */
  readonly day: string
  readonly before: string
  /** Contacts of one customer within so many hours are counted together: they keep or lose their customer together. */
  readonly windowHours: number
}

export interface WouldGo {
  readonly rows: number
  readonly first: string | null
  readonly last: string | null
}

/** Rows of one table that go whole, or lose what is over. */
export interface RetentionRows {
  readonly kind: DataKind
  readonly table: string
  /** On `t`. */
  readonly isOver: (over: Over) => RawBuilder<unknown>
  readonly at: string
  /** In the place of deleting them. */
  readonly set?: RawBuilder<unknown>
}

const nobodyHere = (over: Over): RawBuilder<unknown> => sql`not exists (
  select 1 from membership m where m.center_id = ${over.centerId} and m.user_id = t.user_id)`

/** Kinds whose rows are looked at one by one. Contacts and former agents have ways of their own. */
export const rowsOfKind: Readonly<
  Record<Exclude<RetentionKind, 'contacts' | 'formerAgents'>, readonly RetentionRows[]>
> = {
  lostCallers: [
    {
      kind: 'lostCallers',
      table: 'lost_caller',
      at: 'changed_at',
      isOver: (over) =>
        sql`t.changed_at < ${over.before}::timestamptz and ${notHeld(over.centerId, { customer: 't.customer_key' })}`,
    },
  ],
  imports: [
    {
      kind: 'imports',
      table: 'import_finding',
      at: '(select i.created_at from import i where i.center_id = t.center_id and i.import_id = t.import_id)',
      isOver: (over) => sql`t.import_id in (select i.import_id from import i where i.center_id = ${over.centerId}
        and i.created_at < ${over.before}::timestamptz)`,
    },
  ],
  messages: [
    {
      kind: 'messages',
      table: 'message',
      at: 'made_at',
      isOver: (over) => sql`t.status <> 'waiting' and t.made_at < ${over.before}::timestamptz`,
    },
  ],
  alerts: [
    {
      kind: 'alerts',
      table: 'alert',
      at: 'raised_at',
      isOver: (over) => sql`t.cleared_at < ${over.before}::timestamptz`,
    },
  ],
  notes: [{ kind: 'notes', table: 'note', at: 'last_day', isOver: (over) => sql`t.last_day < ${over.day}::date` }],
  resumes: [
    {
      kind: 'resumes',
      table: 'career_resume',
      at: 'changed_at',
      isOver: (over) => sql`t.changed_at < ${over.before}::timestamptz and ${nobodyHere(over)}`,
    },
    {
      kind: 'resumes',
      table: 'career_result',
      at: 'made_at',
      isOver: (over) => sql`t.made_at < ${over.before}::timestamptz and ${nobodyHere(over)}`,
    },
  ],
  market: [
    {
      kind: 'market',
      table: 'market_vacancy',
      at: 'last_seen',
      isOver: (over) => sql`t.last_seen < ${over.day}::date and t.raw <> '{}'`,
      set: sql`raw = '{}'`,
    },
  ],
  requests: [
    {
      kind: 'requests',
      table: 'personal_request',
      at: 'closed_on',
      isOver: (over) =>
        sql`t.closed_on < ${over.day}::date and ${notHeld(over.centerId, { customer: 't.subject', agent: 't.agent_id' })}`,
    },
    {
      kind: 'consents',
      table: 'customer_consent',
      at: 'withdrawn_on',
      isOver: (over) =>
        sql`t.withdrawn_on < ${over.day}::date and ${notHeld(over.centerId, { customer: 't.customer_key' })}`,
    },
  ],
}

export async function countRows(tx: Tx, over: Over, { table, isOver, at }: RetentionRows): Promise<WouldGo> {
  const when = sql.raw(at.startsWith('(') ? at : `t.${at}`)
  const { rows } = await sql<WouldGo>`
    select count(*) as rows, min(${when})::date::text as first, max(${when})::date::text as last
    from ${sql.table(table)} t where t.center_id = ${over.centerId} and ${isOver(over)}
  `.execute(tx)
  return rows[0] ?? { rows: 0, first: null, last: null }
}

const AT_ONCE = 5000

/** A part of them; resolves to how many, and to fewer than it takes at once when no more are left. */
export async function removeRows(tx: Tx, over: Over, { table, isOver, set }: RetentionRows): Promise<number> {
  const some = sql`t.center_id = ${over.centerId} and t.ctid = any(array(
    select t.ctid from ${sql.table(table)} t where t.center_id = ${over.centerId} and ${isOver(over)} limit ${AT_ONCE}))`
  const act =
    set === undefined
      ? sql`delete from ${sql.table(table)} t where ${some}`
      : sql`update ${sql.table(table)} t set ${set} where ${some}`
  const { numAffectedRows = 0n } = await act.execute(tx)
  return Number(numAffectedRows)
}

export const isWholePart = (rows: number): boolean => rows >= AT_ONCE
