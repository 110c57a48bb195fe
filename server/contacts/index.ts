import type { Batch, BatchReply } from '@pult/contract/contacts'
import type pg from 'pg'

import { keptSecret } from '../access/index.ts'
import type { Platform, Scope } from '../platform/index.ts'
import { storeBatch } from './batch.ts'
import { serveContacts } from './contacts.routes.ts'
import { openImports, type ImportJobs } from './imports/index.ts'
import { createIntake, type Intake } from './intake.ts'
import { createLiveLog, type KeepLines } from './live-log.ts'
import { openVeil, type Veil } from './veil.ts'

export type { FactBatch } from './fact-batch.ts'
export type { LogMemory } from './importers/queue-log/log-memory.ts'
export type { Intake, IntakeCounts, IntakeTarget } from './intake.ts'
export { keepGaps } from './imports/gaps.ts'
export { statusOf as importStatusOf } from './imports/import-store.ts'
export { UnreadableFile } from './importers/reading.ts'
export { decoderOf, detectEncoding, linesOf, type Line } from './importers/text-lines.ts'
export { xlsxRows } from './importers/xlsx-rows.ts'
export { legIs } from './leg-is.ts'
export { queueGaps } from './queue-gaps.ts'
export type { KeepLines } from './live-log.ts'
export { byKeyOnly, correctCustomer, eraseCustomers, rememberErased, type ErasedRows } from './erase-customers.ts'
export { ensureLiveSource, ensureSource } from './source.ts'
export type { Veil } from './veil.ts'

/** The history of contacts: the one way in, and every way to look at it. */
export interface Contacts {
  readonly intake: Intake
  /** By which erased people are known again and not by name. */
  readonly veil: Veil
  /** Takes lines of a queue_log while it is written. */
  readonly keepLines: KeepLines
  /** Takes a batch that came by a channel, as the JSON interface does; `within` runs in the transaction of the facts. */
  readonly keepBatch: (scope: Scope, sender: string, batch: Batch, within: Within) => Promise<BatchReply>
  /** Begins to import a file that a channel has found; resolves to the number of the import. Throws a problem for one that is nothing we read. */
  readonly bringIn: ImportJobs['bringIn']
  /** Carries on, after a start, the imports that nobody is busy with. */
  readonly resume: () => Promise<void>
}

type Within = (client: pg.ClientBase) => Promise<void>

export interface ContactsPorts {
  /** Waits until the roll-ups of a centre follow its facts; the measures room gives it. */
  readonly settle: (centerId: number, onProgress?: (hoursLeft: number) => Promise<void> | void) => Promise<void>
  /** Looks again how far a source has told its story, after facts of it went. */
  readonly retell: (centerId: number, sourceId: number) => Promise<void>
  /** Keeps the background from rolling up a centre until the returned function is called. */
  readonly holdOff: (centerId: number) => () => void
}

/** Opens the room: serves its routes and jobs. */
export function openContacts(platform: Platform, ports: ContactsPorts, clock: () => number = Date.now): Contacts {
  const veil = openVeil(keptSecret(platform.settings.dataFolder, 'personal-secret'))
  const intake = createIntake(platform, veil)
  serveContacts(platform, intake, clock)
  const { resume, bringIn } = openImports(platform, { intake, ...ports, clock })
  return {
    intake,
    veil,
    keepLines: createLiveLog(platform.database, intake, clock),
    keepBatch: ({ centerId }, sender, batch, within) =>
      storeBatch(
        platform.database,
        intake,
        { centerId, userId: sender },
        batch,
        clock(),
        // A person made the channel, and that stands in the log.
        () => Promise.resolve(),
        within,
      ),
    bringIn,
    resume,
  }
}
