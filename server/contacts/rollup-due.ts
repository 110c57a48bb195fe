import type pg from 'pg'

import { LONGEST_STATE_MS } from '@pult/engine/contacts'
import { HOUR_MS } from '@pult/engine/time'

import type { FactKind } from './fact-kind.ts'
import type { FactBatch } from './fact-batch.ts'

/** Hours whose roll-ups a batch touches, as epoch milliseconds. */
export interface DueHours {
  readonly queue: Set<number>
  readonly agent: Set<number>
  readonly agentTime: Set<number>
  /** In which facts begin: they tell how far their source has been heard. */
  readonly source: Set<number>
}

/** Keys of facts of one source. */
export interface KeysOf {
  readonly centerId: number
  readonly sourceId: number
  readonly keys: readonly string[]
}

export const noHours = (): DueHours => ({
  queue: new Set(),
  agent: new Set(),
  agentTime: new Set(),
  source: new Set(),
})

const hourOf = (instant: number): number => Math.floor(instant / HOUR_MS) * HOUR_MS

/** The hours in which the facts of a batch are offered, answered and finished, and in which agents are busy with them. */
export function dueHours(batch: FactBatch): DueHours {
  const due = noHours()
  const { queue, agent, agentTime, source } = due
  for (const record of batch.contacts) {
    const answeredAt = record.offeredAt + record.waitMs
    const endedAt = answeredAt + (record.talkMs ?? 0) + (record.holdMs ?? 0) + (record.acwMs ?? 0)
    source.add(hourOf(record.offeredAt))
    const hours = [hourOf(record.offeredAt), hourOf(answeredAt), hourOf(endedAt)]
    for (const hour of hours) queue.add(hour)
    if (record.agent === undefined) continue
    for (const hour of hours) agent.add(hour)
    addSpan(agentTime, record.offeredAt, endedAt)
  }
  for (const { startedAt, endedAt } of batch.states) {
    source.add(hourOf(startedAt))
    addSpan(agentTime, startedAt, endedAt ?? startedAt)
  }
  return due
}

function addSpan(hours: Set<number>, from: number, to: number): void {
  const last = Math.min(to, from + LONGEST_STATE_MS)
  for (let hour = hourOf(from); hour <= last; hour += HOUR_MS) hours.add(hour)
}

// Updating in place keeps a lock on a row that was there before: whoever computes skips it until these facts are committed.
// Hours go in sorted, so that parallel intakes wait in one order.
const MARK = `on conflict (center_id, kind, hour) do update set hour = excluded.hour`

/**
 * In the transaction of the facts: what is stored and what must be computed again commit together. Sources' hours before agents':
 * whoever notes those holds them while marking hours of agents' time.
 */
export async function markDue(client: pg.ClientBase, centerId: number, due: DueHours): Promise<void> {
  for (const kind of ['source', 'queue', 'agent', 'agentTime'] as const) {
    if (due[kind].size === 0) continue
    const hours = [...due[kind]].toSorted((left, right) => left - right).map((hour) => new Date(hour).toISOString())
    await client.query(
      `insert into rollup_due (center_id, kind, hour) select $1::integer, $2, hour from unnest($3::timestamptz[]) as hour order by hour ${MARK}`,
      [centerId, kind, hours],
    )
  }
}

/** Between which instants stored facts lie: with it PostgreSQL opens their partitions only, not all of them. */
export async function storedSpan(
  client: pg.ClientBase,
  fact: FactKind,
  of: KeysOf,
): Promise<readonly [first: string, last: string] | null> {
  if (of.keys.length === 0) return null
  const { rows } = await client.query<{ first: Date | null; last: Date | null }>(
    `select min(${fact.instant}) as first, max(${fact.instant}) as last from ${fact.keys} where center_id = $1 and source_id = $2 and source_key = any($3)`,
    [of.centerId, of.sourceId, of.keys],
  )
  const { first = null, last = null } = rows[0] ?? {}
  return first === null || last === null ? null : [first.toISOString(), last.toISOString()]
}

/**
 * Adds the hours that facts touch as they are stored now: asked before they are replaced or go, and after they came back. Marked
 * with the others at the end of the transaction, so that nobody waits for facts while holding hours.
 */
export async function addStoredDue(
  client: pg.ClientBase,
  fact: FactKind,
  keysOf: KeysOf,
  due: DueHours,
): Promise<void> {
  const span = await storedSpan(client, fact, keysOf)
  if (span === null) return
  const { rows } = await client.query<{ kind: keyof DueHours; hour: Date }>(
    `with f as (
       select f.* from ${fact.keys} k
       join ${fact.facts} f on f.center_id = k.center_id and f.${fact.instant} = k.${fact.instant} and f.${fact.id} = k.${fact.id}
       where k.center_id = $1 and k.source_id = $2 and k.source_key = any($3) and f.${fact.instant} between $4 and $5
     )
     select distinct kind, hour from (${fact.dueHours}) touched`,
    [keysOf.centerId, keysOf.sourceId, keysOf.keys, ...span],
  )
  for (const { kind, hour } of rows) due[kind].add(hour.getTime())
}
