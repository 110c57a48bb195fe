export type { AuditEntry, Caller, Gatekeeper, Identity } from './caller.ts'
export { APPLICATION_ROLE, openDatabase, type Database, type Scope, type Tx } from './database.ts'
export { againAfterDeadlock } from './deadlock.ts'
export { sendFigures, sendNamed } from './figure-stream.ts'
export { serveHealth } from './health.ts'
export { API, createHttp, headersOf, rawBodyOf, type Asked, type Download, type Http } from './http.ts'
export { isoText } from './iso-text.ts'
export { createJobs, type Jobs } from './jobs.ts'
export { createLive, type Live, type LiveEvent } from './live.ts'
export { createLog, type Log } from './log.ts'
export { serveMetrics } from './metrics.ts'
export { migrate } from './migrate.ts'
export { serveOpenApi } from './openapi.ts'
export { holdNames, lockNames } from './names-lock.ts'
export {
  conflict,
  forbidden,
  invalid,
  notFound,
  RequestProblem,
  signInNeeded,
  tooLarge,
  unprocessable,
} from './problem.ts'
export { lostInTable } from './lost-work.ts'
export { lookEvery, type Round } from './look-every.ts'
export { passingTrouble } from './passing-trouble.ts'
export { openSecretBox, type SecretBox } from './secret-box.ts'
export { staleOrMissing } from './stale.ts'
export { tableFile, type Cell, type FileLanguage } from './table-file.ts'
export { readSettings, type Settings } from './settings.ts'

import type { Database } from './database.ts'
import type { Http } from './http.ts'
import type { Jobs } from './jobs.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import type { Settings } from './settings.ts'

/** What every room is built from. */
export interface Platform {
  readonly settings: Settings
  readonly log: Log
  readonly database: Database
  readonly http: Http
  readonly jobs: Jobs
  readonly live: Live
}
