import type { Batch } from '@pult/contract/contacts'
import type pg from 'pg'

import type { AuditEntry, Caller, Database, Tx } from '../platform/index.ts'
import type { FactBatch } from './fact-batch.ts'
import { fillGaps } from './imports/gaps.ts'
import { lookBack } from './imports/look-for-gaps.ts'
import type { Intake, IntakeCounts } from './intake.ts'
import { ensureBatchImport, ensureSource } from './source.ts'

/** Facts that came just now, from a source that goes on telling. */
export interface FactsOfToday extends Pick<Batch, 'source' | 'onConflict'> {
  readonly facts: FactBatch
  readonly now: number
  readonly audit: (tx: Tx, entry: AuditEntry) => Promise<void>
  /** Runs in the transaction of the facts. */
  readonly within?: ((client: pg.ClientBase) => Promise<void>) | undefined
}

/** The import of today was undone while the batch was on its way. */
class UndoneMeanwhile extends Error {}

/** Stores facts as part of the import of the day; undone meanwhile, it takes nothing more, and the facts belong to a new one. */
export async function storeOfToday(
  database: Database,
  intake: Intake,
  caller: Pick<Caller, 'centerId' | 'userId'>,
  given: FactsOfToday,
): Promise<{ counts: IntakeCounts; importId: number }> {
  const { source, onConflict, facts, now, audit, within } = given
  const { centerId } = caller
  const name = `${source} ${new Date(now).toISOString().slice(0, 10)}`
  const { isNew, ...target } = await database.inCenter({ centerId }, async (tx) => {
    const sourceId = await ensureSource(tx, centerId, source, 'api')
    const today = await ensureBatchImport(tx, centerId, sourceId, 'api', name, caller.userId)
    // A script sends a batch a minute: the log tells of the day's first, and of each that changed what was known.
    if (today.isNew)
      await audit(tx, { act: 'contacts.batch.begin', subject: `import ${today.importId}`, detail: { source } })
    return { sourceId, onConflict, isHappening: true, ...today }
  })
  try {
    const counts = await intake.add({ centerId }, target, facts, async (client) => {
      await holdImport(client, centerId, target.importId)
      await within?.(client)
    })
    if (counts.accepted > 0)
      await database.inCenter({ centerId }, async (tx) => {
        await fillGaps(
          tx,
          centerId,
          target.sourceId,
          facts.contacts.map(({ offeredAt }) => offeredAt),
        )
        if (isNew) await lookBack(tx, centerId, target.sourceId, now)
      })
    return { counts, importId: target.importId }
  } catch (error) {
    if (!(error instanceof UndoneMeanwhile)) throw error
    return storeOfToday(database, intake, caller, given)
  }
}

/** Until the facts are durable nobody begins to undo the import they belong to. */
async function holdImport(client: pg.ClientBase, centerId: number, importId: number): Promise<void> {
  const { rowCount } = await client.query(
    `select from import where center_id = $1 and import_id = $2 and status = 'done' for share`,
    [centerId, importId],
  )
  if (rowCount === 0) throw new UndoneMeanwhile()
}
