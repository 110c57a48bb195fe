import type { Platform } from '../platform/index.ts'
import { serveContacts } from './contacts.routes.ts'
import { openImports } from './imports/index.ts'
import { createIntake, type Intake } from './intake.ts'

export type { FactBatch } from './fact-batch.ts'
export type { Intake, IntakeCounts, IntakeTarget } from './intake.ts'
export { keepGaps } from './imports/gaps.ts'
export { UnreadableFile } from './importers/reading.ts'
export { decoderOf, detectEncoding } from './importers/text-lines.ts'
export { xlsxRows } from './importers/xlsx-rows.ts'
export { legIs } from './leg-is.ts'
export { queueGaps } from './queue-gaps.ts'
export { ensureSource } from './source.ts'

/** The history of contacts: the one way in, and every way to look at it. */
export interface Contacts {
  readonly intake: Intake
  /** Carries on, after a start, the imports that nobody is busy with. */
  readonly resume: () => Promise<void>
}

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
  const intake = createIntake(platform.database)
  serveContacts(platform, intake, clock)
  const { resume } = openImports(platform, { intake, ...ports, clock })
  return { intake, resume }
}
