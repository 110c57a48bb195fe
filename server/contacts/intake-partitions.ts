import { sql } from 'kysely'

import type { Database, Scope } from '../platform/index.ts'
import type { StagedBatch } from './staged-batch.ts'

interface Wanted {
  readonly parent: 'contact_leg' | 'agent_state'
  readonly instant: string
}

const MONTH = 'YYYY-MM'.length
const DAY = 'YYYY-MM-DD'.length

/** Makes the partitions a batch needs. Asked once for each month and day this process sees; making one twice is harmless. */
export function createPartitions(database: Database): { ensure(scope: Scope, batch: StagedBatch): Promise<void> } {
  const known = new Set<string>()
  return {
    async ensure(scope, batch) {
      const wanted = new Map<string, Wanted>()
      for (const instant of batch.contacts.days) note(wanted, 'contact_leg', instant, MONTH)
      for (const instant of batch.states.days) note(wanted, 'agent_state', instant, DAY)
      const missing = [...wanted]
        .filter(([key]) => !known.has(key))
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
      if (missing.length === 0) return
      for (const [key, { parent, instant }] of missing) {
        // Each in a transaction of its own: making one locks the default partition of its parent, and whoever held one and waited
        // for another would stand in a circle with a question that reads both.
        await database.inCenter(scope, (tx) =>
          sql`select pult_ensure_partitions(${parent}, ${instant}::timestamptz, ${instant}::timestamptz)`.execute(tx),
        )
        known.add(key)
      }
    },
  }
}

function note(wanted: Map<string, Wanted>, parent: Wanted['parent'], instant: number, length: number): void {
  const text = new Date(instant).toISOString()
  wanted.set(`${parent} ${text.slice(0, length)}`, { parent, instant: text })
}
