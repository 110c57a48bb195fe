import { sql } from 'kysely'
import type pg from 'pg'

import type { Batch, BatchReply } from '@pult/contract/contacts'

import type { Contacts } from '../contacts/index.ts'
import type { Platform } from '../platform/index.ts'
import { keepHeard, type Runs } from './progress.ts'

type TakeBatch = (
  runs: Pick<Runs, 'centerId' | 'connectorId'>,
  batch: Batch,
  within?: (client: pg.ClientBase) => Promise<void>,
) => Promise<BatchReply>

/** Takes contacts and states that came by a channel into the history, as batches of the JSON interface, and notes that they came. */
export function createTakeBatch(
  { database, live }: Platform,
  keepBatch: Contacts['keepBatch'],
  clock: () => number,
): TakeBatch {
  return async ({ centerId, connectorId }, batch, within) => {
    const scope = { centerId }
    const records = [...batch.contacts, ...batch.states]
    const heard = { events: records.length, rejected: 0, eventAt: latestOf(records) }
    const reply = await keepBatch(scope, `connector ${connectorId}`, batch, async (client) => {
      await keepHeard(client, { centerId, connectorId, holder: null }, heard, clock())
      await within?.(client)
    })
    await database.inCenter(scope, async (tx) => {
      if (reply.rejected.length > 0)
        await sql`
          update connector_progress set rejected = rejected + ${reply.rejected.length}
          where center_id = ${centerId} and connector_id = ${connectorId}
        `.execute(tx)
      await live.announce(tx, { centerId, topic: 'connectors', id: connectorId })
    })
    return reply
  }
}

/** When the last of these came to its end; null where none of them says a time. */
function latestOf(records: readonly unknown[]): number | null {
  let latest: number | null = null
  for (const record of records) {
    const { offeredAt, startedAt, endedAt, ...rest } = (record ?? {}) as Readonly<Record<string, unknown>>
    const begin = Date.parse(String(endedAt ?? startedAt ?? offeredAt))
    const parts = (['waitMs', 'talkMs', 'holdMs', 'acwMs'] as const).map((name) => Number(rest[name] ?? 0))
    const end = begin + parts.reduce((sum, part) => sum + (Number.isFinite(part) ? part : 0), 0)
    if (Number.isFinite(end) && Math.abs(end) < 8.64e15) latest = Math.max(latest ?? end, end)
  }
  return latest
}
