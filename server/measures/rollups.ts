import pg from 'pg'

import { readCenter } from '../center/index.ts'
import type { Platform } from '../platform/index.ts'
import { rebuildIntervals, rebuildTime, resum, resumTime } from './rollup-sql.ts'

/** Keeps roll-ups true to the facts. */
export interface Rollups {
  /** Computes everything that is due in a centre; tells how many hours are left. */
  settle(centerId: number, onProgress?: (hoursLeft: number) => Promise<void> | void): Promise<void>
  start(): void
  stop(): Promise<void>
}

const QUIET_MS = 1000
/** Hours computed in one transaction: a month, so that a large import is a dozen steps and a step is seconds. */
const HOURS_AT_ONCE = 31 * 24

/** The drainer: takes due hours, computes them from the facts, and announces. */
export function createRollups({ database, live, log }: Platform): Rollups {
  let stopping = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  async function settle(centerId: number, onProgress?: (hoursLeft: number) => Promise<void> | void): Promise<void> {
    for (const kind of ['queue', 'agent'] as const) {
      while (!stopping) {
        const hours = await drainOnce(centerId, kind)
        if (hours === 0) break
        if (onProgress !== undefined) await onProgress(await hoursLeft(centerId))
      }
    }
  }

  /** A transaction: the due hours are taken first (those an intake still holds are left to it), then computed, then gone. */
  async function drainOnce(centerId: number, kind: 'queue' | 'agent'): Promise<number> {
    const { timeZone } = await database.inCenter({ centerId }, (tx) => readCenter(tx, centerId))
    const taken = await database.withBulkConnection({ centerId }, async (client) => {
      const { rows } = await client.query<{ hour: Date }>(
        `with taken as (
           select hour from rollup_due where center_id = $1 and kind = $2 order by hour limit $3 for update skip locked
         )
         delete from rollup_due d using taken where d.center_id = $1 and d.kind = $2 and d.hour = taken.hour returning d.hour`,
        [centerId, kind, HOURS_AT_ONCE],
      )
      const hours = rows.map((row) => row.hour.toISOString()).toSorted()
      if (hours.length > 0) await rebuild(client, centerId, kind, hours, timeZone)
      return hours.length
    })
    if (taken > 0) await database.inCenter({ centerId }, (tx) => live.announce(tx, { centerId, topic: 'measures' }))
    return taken
  }

  async function hoursLeft(centerId: number): Promise<number> {
    return database.withBulkConnection({ centerId }, async (client) => {
      const { rows } = await client.query<{ n: number }>('select count(*) as n from rollup_due where center_id = $1', [centerId])
      return rows[0]?.n ?? 0
    })
  }

  /** The owner's question, over all centres: who has something due. */
  async function centersDue(): Promise<number[]> {
    const { rows } = await database.ownerPool.query<{ center_id: number }>('select center_id from center')
    return rows.map((row) => row.center_id)
  }

  async function tick(): Promise<void> {
    try {
      for (const centerId of await centersDue()) await settle(centerId)
    } catch (error) {
      if (!stopping) log.error({ err: error }, 'roll-ups could not be brought up to date; trying again')
    }
    if (!stopping) timer = setTimeout(() => (running = tick()), QUIET_MS)
  }

  return {
    settle,
    start() {
      running = tick()
    },
    async stop() {
      stopping = true
      clearTimeout(timer)
      await running
    },
  }
}

/** Computes the given hours of one centre from its facts, in the caller's transaction. */
export async function rebuild(client: pg.ClientBase, centerId: number, kind: 'queue' | 'agent', hours: readonly string[], timeZone: string): Promise<void> {
  const zone = pg.escapeLiteral(timeZone)
  const values = [centerId, hours]
  const steps =
    kind === 'queue'
      ? [rebuildIntervals(false), resum('queue_day', zone), resum('queue_slot', zone)]
      : [rebuildIntervals(true), resum('agent_day', zone)]
  for (const { clear, fill } of steps) {
    await client.query(clear, values)
    await client.query(fill, values)
  }
  if (kind === 'queue') return
  const now = new Date().toISOString()
  await client.query(rebuildTime.clear, values)
  await client.query(rebuildTime.fill, [...values, now])
  const days = resumTime(zone)
  await client.query(days.clear, values)
  await client.query(days.fill, values)
}
