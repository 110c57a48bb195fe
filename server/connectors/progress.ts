import { sql } from 'kysely'
import type pg from 'pg'

import type { Bilingual } from '@pult/contract/alert-words'
import type { LogPosition } from '@pult/contract/connectors'

import type { LogMemory } from '../contacts/index.ts'
import type { Tx } from '../platform/index.ts'

/** Which channel, and which server runs it; null where the other side comes by itself. */
export interface Runs {
  readonly centerId: number
  readonly connectorId: number
  readonly holder: string | null
}

/** What came with a piece of data. */
export interface Heard {
  readonly events: number
  readonly rejected: number
  /** The time of the last event, as the other side tells it. */
  readonly eventAt: number | null
  /** In a log: where the lines ended, and what they left under way. `after` is where they began. */
  readonly log?: {
    readonly after: LogPosition | null
    readonly position: LogPosition
    readonly memory: LogMemory
  }
}

/** Somebody else has gone on from this place, or runs the channel now: nothing of the piece is kept. */
export class MovedOn extends Error {}

/** Keeps how far a channel has come, in the transaction of its facts. */
export async function keepHeard(client: pg.ClientBase, runs: Runs, heard: Heard, now: number): Promise<void> {
  const { centerId, connectorId, holder } = runs
  const { log } = heard
  const { rowCount } = await client.query(
    `update connector_progress p set
       position = case when $4 then $5::jsonb else position end, memory = case when $4 then $6::jsonb else memory end,
       last_event_at = greatest(last_event_at, least($7::timestamptz, now())), last_heard_at = now(), lag_ms = coalesce($8, lag_ms),
       events = events + $9, rejected = rejected + $10, is_connected = true, connected_at = coalesce(connected_at, now())
     from connector c
     where p.center_id = $1 and p.connector_id = $2 and c.center_id = $1 and c.connector_id = $2
       and ($3::text is null or c.holder = $3) and (not $4 or p.position is not distinct from $11::jsonb)`,
    [
      centerId,
      connectorId,
      holder,
      log !== undefined,
      log === undefined ? null : JSON.stringify(log.position),
      log === undefined ? null : JSON.stringify(log.memory),
      heard.eventAt === null ? null : new Date(heard.eventAt).toISOString(),
      heard.eventAt === null ? null : Math.max(0, Math.round(now - heard.eventAt)),
      heard.events,
      heard.rejected,
      log === undefined || log.after === null ? null : JSON.stringify(log.after),
    ],
  )
  if (rowCount === 0) throw new MovedOn()
  await client.query(
    `update connector_outage set ended_at = now()
     where center_id = $1 and connector_id = $2 and reason in ('silent', 'down') and ended_at is null`,
    [centerId, connectorId],
  )
  if (heard.events > 0)
    await client.query(
      `insert into connector_slot as s (center_id, connector_id, at, events)
       values ($1, $2, date_bin('5 minutes', now(), timestamptz '2000-01-01 00:00Z'), $3)
       on conflict (center_id, connector_id, at) do update set events = s.events + excluded.events`,
      [centerId, connectorId, heard.events],
    )
}

/** The line to the other side stands; true when it did not before. */
export async function noteConnected(tx: Tx, { centerId, connectorId }: Runs): Promise<boolean> {
  const { rows } = await sql`
    update connector_progress set is_connected = true, connected_at = now()
    where center_id = ${centerId} and connector_id = ${connectorId} and not is_connected returning 1
  `.execute(tx)
  await sql`
    update connector_outage set ended_at = now()
    where center_id = ${centerId} and connector_id = ${connectorId} and reason = 'down' and ended_at is null
  `.execute(tx)
  return rows.length > 0
}

/** The line is down, and why. `since`: when it went down, where that was earlier. */
export async function noteTrouble(
  tx: Tx,
  { centerId, connectorId }: Runs,
  code: string,
  words: Bilingual,
  since?: Date,
): Promise<void> {
  const said = sayable(words)
  await sql`
    update connector_progress set reconnects = reconnects + case when is_connected then 1 else 0 end, is_connected = false,
      problem = ${code}, problem_words = ${said.en}, problem_words_ru = ${said.ru}, problem_at = now()
    where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
  await sql`
    insert into connector_outage (center_id, connector_id, started_at, reason, words, words_ru)
    select ${centerId}::integer, ${connectorId}::bigint, coalesce(${since?.toISOString() ?? null}::timestamptz, now()), 'down', ${said.en}, ${said.ru}
    from connector where center_id = ${centerId} and connector_id = ${connectorId} and is_on
    on conflict (center_id, connector_id, reason) where ended_at is null do nothing
  `.execute(tx)
}

/** Something is gone that nobody can bring back: lines of a log that was emptied before they were read. */
export async function noteLost(tx: Tx, { centerId, connectorId }: Runs, said: Bilingual): Promise<void> {
  await sql`
    insert into connector_outage (center_id, connector_id, started_at, reason, ended_at, words, words_ru)
    select ${centerId}::integer, ${connectorId}::bigint, coalesce(last_heard_at, now()), 'lost', now(), ${said.en}, ${said.ru}
    from connector_progress where center_id = ${centerId} and connector_id = ${connectorId}
    on conflict do nothing
  `.execute(tx)
}

/** Where a log was left off. */
export async function readPlace(
  tx: Tx,
  { centerId, connectorId }: Pick<Runs, 'centerId' | 'connectorId'>,
): Promise<{ readonly position: LogPosition | null; readonly memory: LogMemory | null }> {
  const { rows } = await sql<{ position: LogPosition | null; memory: LogMemory | null }>`
    select position, memory from connector_progress where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
  return rows[0] ?? { position: null, memory: null }
}

/** Begins a log at a place that nothing was read before. */
export async function beginAt(tx: Tx, { centerId, connectorId }: Runs, position: LogPosition): Promise<void> {
  await sql`
    update connector_progress set position = ${JSON.stringify(position)}::jsonb
    where center_id = ${centerId} and connector_id = ${connectorId} and position is null
  `.execute(tx)
}

/** A file was taken; it tells of what happened until it was written. */
export async function noteTaken(
  tx: Tx,
  { centerId, connectorId }: Runs,
  { name, modifiedAt }: { readonly name: string; readonly modifiedAt: number },
): Promise<void> {
  await sql`
    update connector_progress set events = events + 1, last_heard_at = now(), last_event_at = now(), last_file = ${name},
      lag_ms = greatest(0, extract(epoch from now()) * 1000 - ${Math.round(modifiedAt)})::bigint
    where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
  await sql`
    update connector_outage set ended_at = now()
    where center_id = ${centerId} and connector_id = ${connectorId} and reason = 'silent' and ended_at is null
  `.execute(tx)
  await sql`
    insert into connector_slot as s (center_id, connector_id, at, events)
    values (${centerId}, ${connectorId}, date_bin('5 minutes', now(), timestamptz '2000-01-01 00:00Z'), 1)
    on conflict (center_id, connector_id, at) do update set events = s.events + excluded.events
  `.execute(tx)
}

/** A file is nothing that can be read: said, and the channel goes on. */
export async function noteRefused(
  tx: Tx,
  { centerId, connectorId }: Pick<Runs, 'centerId' | 'connectorId'>,
  words: Bilingual,
): Promise<void> {
  const { en, ru } = sayable(words)
  await sql`
    update connector_progress set rejected = rejected + 1, problem = 'importFailed', problem_words = ${en}, problem_words_ru = ${ru}, problem_at = now()
    where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
}

/** A file could not be read or cleared away, and is tried again: said, and the channel goes on. */
export async function noteLeftBehind(
  tx: Tx,
  { centerId, connectorId }: Pick<Runs, 'centerId' | 'connectorId'>,
  words: Bilingual,
): Promise<void> {
  const { en, ru } = sayable(words)
  await sql`
    update connector_progress set problem = 'leftBehind', problem_words = ${en}, problem_words_ru = ${ru}, problem_at = now()
    where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
}

/** Words of another machine, as a table takes them. */
const sayable = ({ en, ru }: Bilingual): Bilingual => ({ en: fit(en), ru: fit(ru) })
const fit = (text: string): string => text.replaceAll('\u0000', '').slice(0, 500)
