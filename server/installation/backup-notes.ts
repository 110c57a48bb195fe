import { sql } from 'kysely'

import type { Backup, Backups } from '@pult/contract/installation'
import { DAY_MS } from '@pult/engine/time'

import { isoText, type Caller, type Database, type Tx } from '../platform/index.ts'

const SHOWN = 10

interface Known {
  readonly backups: readonly Backup[]
  /** When this database began to be Pult’s: a new one cannot have an old backup. */
  readonly since: Date
}

/** Backups are of the whole installation, so they are asked for as the owner. */
function readKnown(database: Database): Promise<Known> {
  return database.asOwner(async (tx) => {
    const { rows: backups } = await sql<Backup>`
      select ${isoText('made_at', 'seconds')} as "madeAt", seconds, bytes::float8 as bytes, "rows"::float8 as "rows", tables
      from pult_meta.backup order by made_at desc limit ${SHOWN}`.execute(tx)
    const { rows } = await sql<{ since: Date }>`select min(applied_at) as since from pult_meta.migration`.execute(tx)
    return { backups, since: rows[0]?.since ?? new Date(0) }
  })
}

export async function readMaxAge(tx: Tx, centerId: number): Promise<number | null> {
  const { rows } = await sql<{ days: number }>`
    select max_age_days as days from backup_watch where center_id = ${centerId}`.execute(tx)
  return rows[0]?.days ?? null
}

export async function setMaxAge(tx: Tx, { centerId, name }: Caller, days: number | null): Promise<void> {
  if (days === null) await sql`delete from backup_watch where center_id = ${centerId}`.execute(tx)
  else
    await sql`
      insert into backup_watch (center_id, max_age_days, set_by_name) values (${centerId}, ${days}, ${name})
      on conflict (center_id) do update set max_age_days = excluded.max_age_days, set_by_name = excluded.set_by_name, set_at = now()`.execute(
      tx,
    )
}

/** How backups stand for a centre: the newest may be so many days old. */
export async function readBackups(database: Database, maxAgeDays: number | null, now: number): Promise<Backups> {
  const { backups, since } = await readKnown(database)
  const [last] = backups
  const newest = last === undefined ? since.getTime() : Date.parse(last.madeAt)
  const isOverdue = maxAgeDays !== null && now - newest > maxAgeDays * DAY_MS
  return { backups: [...backups], maxAgeDays, isOverdue }
}
