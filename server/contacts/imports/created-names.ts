import { sql } from 'kysely'

import type { ImportReport } from '@pult/contract/imports'

import type { Tx } from '../../platform/index.ts'
import type { ResolvedNames } from '../names-found.ts'

const MOST_SHOWN = 100

/** Of the names in a file those that somebody should look at: an intake made them, nobody confirmed them. */
export async function createdNames(tx: Tx, centerId: number, names: ResolvedNames): Promise<ImportReport['created']> {
  const unconfirmed = async (
    table: 'queue' | 'agent' | 'pause_reason',
    ids: ResolvedNames['queues'],
  ): Promise<string[]> => {
    const { rows } = await sql<{ name: string }>`
      select name from ${sql.table(table)} where center_id = ${centerId} and status = 'toConfirm'
        and ${sql.ref(`${table}_id`)} = any(${[...ids.values()].filter((id) => id !== undefined)}::integer[])
      order by name collate names
    `.execute(tx)
    return rows.map((row) => row.name)
  }
  const queues = await unconfirmed('queue', names.queues)
  const agents = await unconfirmed('agent', names.agents)
  const pauseReasons = await unconfirmed('pause_reason', names.reasons)
  return {
    queues: queues.slice(0, MOST_SHOWN),
    agents: agents.length,
    pauseReasons: pauseReasons.slice(0, MOST_SHOWN),
  }
}
