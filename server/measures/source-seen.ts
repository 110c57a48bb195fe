import { sql } from 'kysely'

import { LONGEST_STATE_MS } from '@pult/engine/contacts'
import { HOUR_MS } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { markHours } from './due-hours.ts'
import { legsOffered, YEAR_MS } from './legs-sql.ts'
import { instant, type Span } from './zone-sql.ts'

interface Seen {
  readonly sourceId: number
  readonly before: number | null
  readonly until: number
}

/**
 * Notes how far each source has told its story in these spans. Open states last until then, so the hours over which they have
 * grown become due.
 */
export async function noteSourcesSeen(tx: Tx, centerId: number, spans: readonly Span[], now: number): Promise<void> {
  const seen = new Map<number, Seen>()
  for (const span of spans)
    for (const one of await advance(tx, centerId, span, now)) seen.set(one.sourceId, merge(seen.get(one.sourceId), one))
  const open = await openStates(tx, centerId, spans)
  const hours = new Set<number>()
  for (const { sourceId, earliest, earliestHere, until } of open) {
    const advanced = seen.get(sourceId)
    if (advanced !== undefined) addHours(hours, Math.max(advanced.before ?? earliest, earliest), advanced.until)
    if (earliestHere !== null) addHours(hours, earliestHere, until)
  }
  await markHours(tx, centerId, 'agentTime', [...hours])
}

/**
 * Looks at all facts of a source that are left: after an undo it may have told less than was believed. The hours by which open
 * states become shorter are due.
 */
export async function retellSource(tx: Tx, centerId: number, sourceId: number, now: number): Promise<void> {
  const { rows } = await sql<{ before: Date; until: Date | null }>`
    select seen_until as before, (
      select max(least(at, ${instant(now)})) from (
        select offered_at + least(wait_ms + talk_ms + hold_ms + acw_ms, ${sql.lit(YEAR_MS)}) * interval '1 millisecond' as at
        from contact_leg where center_id = ${centerId} and source_id = ${sourceId}
        union all
        select coalesce(ended_at, started_at) from agent_state where center_id = ${centerId} and source_id = ${sourceId}
      ) facts
    ) as until from source_seen where center_id = ${centerId} and source_id = ${sourceId}
  `.execute(tx)
  const [seen] = rows
  if (seen === undefined || (seen.until !== null && seen.until >= seen.before)) return
  await sql`delete from source_seen where center_id = ${centerId} and source_id = ${sourceId}`.execute(tx)
  if (seen.until !== null)
    await sql`insert into source_seen (center_id, source_id, seen_until) values (${centerId}, ${sourceId}, ${seen.until})`.execute(
      tx,
    )
  const hours = new Set<number>()
  const from = Math.max(seen.until?.getTime() ?? 0, seen.before.getTime() - LONGEST_STATE_MS)
  addHours(hours, from, seen.before.getTime())
  await markHours(tx, centerId, 'agentTime', [...hours])
}

const merge = (former: Seen | undefined, next: Seen): Seen =>
  former === undefined ? next : { ...next, before: former.before }

function addHours(hours: Set<number>, from: number, to: number): void {
  for (let hour = Math.floor(from / HOUR_MS) * HOUR_MS; hour < to; hour += HOUR_MS) hours.add(hour)
}

async function advance(tx: Tx, centerId: number, span: Span, now: number): Promise<Seen[]> {
  const { rows } = await sql<{ source_id: number; before: Date | null; until: Date }>`
    with told as (
      select source_id, max(at) as until from (
        select source_id, least(ended_at, ${instant(now)}) as at from (${legsOffered(centerId, span)}) l
        union all
        select source_id, least(coalesce(ended_at, started_at), ${instant(now)}) from agent_state
        where center_id = ${centerId} and started_at >= ${instant(span.from)} and started_at < ${instant(span.to)}
      ) facts group by source_id
    ),
    before as (select source_id, seen_until from source_seen where center_id = ${centerId})
    insert into source_seen as s (center_id, source_id, seen_until) select ${centerId}::integer, source_id, until from told
    on conflict (center_id, source_id) do update set seen_until = excluded.seen_until where s.seen_until < excluded.seen_until
    returning source_id, (select b.seen_until from before b where b.source_id = s.source_id) as before, seen_until as until
  `.execute(tx)
  return rows.map((row) => ({
    sourceId: row.source_id,
    before: row.before?.getTime() ?? null,
    until: row.until.getTime(),
  }))
}

interface OpenStates {
  readonly sourceId: number
  readonly earliest: number
  /** The earliest that began in one of the spans. */
  readonly earliestHere: number | null
  readonly until: number
}

async function openStates(tx: Tx, centerId: number, spans: readonly Span[]): Promise<OpenStates[]> {
  const here = sql.join(
    spans.map(({ from, to }) => sql`(started_at >= ${instant(from)} and started_at < ${instant(to)})`),
    sql` or `,
  )
  // Older ones have been believed for as long as any; without the bound every day's partition would be opened.
  const first = Math.min(...spans.map(({ from }) => from))
  const { rows } = await sql<{ source_id: number; earliest: Date; here: Date | null; until: Date }>`
    select s.source_id, min(started_at) as earliest, min(started_at) filter (where ${here}) as here, max(seen_until) as until
    from agent_state s join source_seen seen on seen.center_id = s.center_id and seen.source_id = s.source_id
    where s.center_id = ${centerId} and s.ended_at is null and s.started_at >= ${instant(first - LONGEST_STATE_MS)} group by s.source_id
  `.execute(tx)
  return rows.map((row) => ({
    sourceId: row.source_id,
    earliest: row.earliest.getTime(),
    earliestHere: row.here?.getTime() ?? null,
    until: row.until.getTime(),
  }))
}
