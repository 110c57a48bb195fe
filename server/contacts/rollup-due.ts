import type pg from 'pg'

import { HOUR_MS } from '@pult/engine/time'

import type { FactBatch } from './intake.ts'

/** Hours whose roll-ups a batch touches, as epoch milliseconds. */
export interface DueHours {
  readonly queue: ReadonlySet<number>
  readonly agent: ReadonlySet<number>
}

/** An interval longer than this is a broken record, not work; its hours are not all computed again. */
const LONGEST_SPAN_HOURS = 24 * 8

const hourOf = (instant: number): number => Math.floor(instant / HOUR_MS) * HOUR_MS

export function dueHours(batch: FactBatch): DueHours {
  const queue = new Set<number>()
  const agent = new Set<number>()
  for (const record of batch.contacts) {
    const answeredAt = record.offeredAt + record.waitMs
    const endedAt = answeredAt + (record.talkMs ?? 0) + (record.holdMs ?? 0) + (record.acwMs ?? 0)
    queue.add(hourOf(record.offeredAt)).add(hourOf(answeredAt)).add(hourOf(endedAt))
    addSpan(agent, record.offeredAt, endedAt)
  }
  for (const { startedAt, endedAt } of batch.states) addSpan(agent, startedAt, endedAt ?? startedAt)
  return { queue, agent }
}

function addSpan(hours: Set<number>, from: number, to: number): void {
  const last = Math.min(to, from + LONGEST_SPAN_HOURS * HOUR_MS)
  for (let hour = hourOf(from); hour <= last; hour += HOUR_MS) hours.add(hour)
}

/**
 * In the transaction of the facts: what is stored and what must be computed again commit together. A row that is there already is
 * locked until then, so that no drainer takes it before these facts can be seen.
 */
export async function markDue(client: pg.ClientBase, centerId: number, due: DueHours): Promise<void> {
  for (const kind of ['queue', 'agent'] as const) {
    const hours = [...due[kind]].toSorted((left, right) => left - right).map((hour) => new Date(hour).toISOString())
    await client.query(
      `insert into rollup_due (center_id, kind, hour) select $1::integer, $2, hour from unnest($3::timestamptz[]) as hour
       on conflict (center_id, kind, hour) do update set hour = excluded.hour`,
      [centerId, kind, hours],
    )
  }
}
