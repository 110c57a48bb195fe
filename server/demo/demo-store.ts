import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'

/** What is remembered of a demonstration between starts: its import says which days are filled. */
export interface DemoState {
  readonly centerId: number
  readonly importId: number
  readonly sourceId: number
  readonly seed: string
  readonly anchorDate: string
  /** The filled days, both included; null before the first. */
  readonly filledFrom: string | null
  readonly filledTo: string | null
  /** Whether it was given agreements, leave and templates: one that is older than they are was not. */
  readonly isFurnishedForWork: boolean
}

/** The demonstration's centre, if there is one. Asked as the owner: nobody is signed in when the server starts. */
export async function findDemoCenter(tx: Tx): Promise<{ demoCenterId: number | null; centers: number }> {
  const { rows } = await sql<{ demo: number | null; centers: number }>`
    select min(center_id) filter (where kind = 'demo') as demo, count(*) as centers from center
  `.execute(tx)
  return { demoCenterId: rows[0]?.demo ?? null, centers: rows[0]?.centers ?? 0 }
}

export async function administratorsOf(tx: Tx, centerId: number): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id as "userId" from membership where center_id = ${centerId} and role = 'administrator' order by user_id
  `.execute(tx)
  return rows.map(({ userId }) => userId)
}

export async function createState(
  tx: Tx,
  centerId: number,
  sourceId: number,
  seed: string,
  anchorDate: string,
): Promise<void> {
  await sql`
    insert into import (center_id, source_id, kind, file_name, status, options, created_by, created_by_name)
    values (${centerId}, ${sourceId}, 'demo', 'Демонстрация · Demonstration', 'reading', ${JSON.stringify({ seed, anchorDate, isFurnishedForWork: true })}, 'system', 'Пульт')
  `.execute(tx)
}

export async function readState(tx: Tx, centerId: number): Promise<DemoState | null> {
  const { rows } = await sql<DemoState>`
    select center_id as "centerId", import_id as "importId", source_id as "sourceId", options->>'seed' as seed, options->>'anchorDate' as "anchorDate",
      progress->>'filledFrom' as "filledFrom", progress->>'filledTo' as "filledTo",
      coalesce((options->>'isFurnishedForWork')::boolean, false) as "isFurnishedForWork"
    from import where center_id = ${centerId} and kind = 'demo' order by import_id limit 1
  `.execute(tx)
  return rows[0] ?? null
}

export async function noteFurnished(tx: Tx, { centerId, importId }: DemoState): Promise<void> {
  await sql`
    update import set options = options || '{"isFurnishedForWork": true}'::jsonb
    where center_id = ${centerId} and import_id = ${importId}
  `.execute(tx)
}

export interface Filled {
  readonly filledFrom: string
  readonly filledTo: string
  readonly fraction: number
  readonly rows: number
}

export async function keepProgress(tx: Tx, state: DemoState, filled: Filled): Promise<void> {
  await sql`
    update import set progress = progress || ${JSON.stringify(filled)}::jsonb, status = ${filled.fraction >= 1 ? 'done' : 'reading'},
      finished_at = case when ${filled.fraction >= 1} then coalesce(finished_at, now()) end
    where center_id = ${state.centerId} and import_id = ${state.importId}
  `.execute(tx)
}
