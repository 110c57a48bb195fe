import { sql } from 'kysely'

import type { Split } from '@pult/contract/measures'

import type { Tx } from '../platform/index.ts'

export type Labels = ReadonlyMap<Split, ReadonlyMap<number, string>>

const tables = { queue: 'queue', agent: 'agent', team: 'team', pauseReason: 'pause_reason' } as const

/** Names of queues, agents, teams and pause reasons, where the question is split by them. */
export async function readLabels(tx: Tx, centerId: number, splitBy: readonly Split[]): Promise<Labels> {
  const labels = new Map<Split, ReadonlyMap<number, string>>()
  for (const split of ['queue', 'agent', 'team', 'pauseReason'] as const) {
    if (!splitBy.includes(split)) continue
    const { rows } = await sql<{ id: number; name: string }>`
      select ${sql.ref(`${tables[split]}_id`)} as id, name from ${sql.table(tables[split])} where center_id = ${centerId}
    `.execute(tx)
    labels.set(split, new Map(rows.map((row) => [row.id, row.name])))
  }
  return labels
}
