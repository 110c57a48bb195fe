import { lostInTable, type Platform } from '../platform/index.ts'
import { serveAcknowledgements } from './acknowledgement.routes.ts'
import { makeRoster, type RosterJob } from './make-roster.ts'
import { serveEdits } from './edit.routes.ts'
import { openTables } from './open-tables.ts'
import { serveReports } from './reports.routes.ts'
import { serveHours } from './hours.routes.ts'
import { serveRosters } from './roster.routes.ts'
import { serveSettings } from './settings.routes.ts'

interface JobData extends RosterJob {
  readonly centerId: number
}

export interface Schedule {
  readonly stop: () => Promise<void>
}

/** Opens the room: who works when. */
export function openSchedule(platform: Platform, clock: () => number = Date.now): Schedule {
  const tables = openTables(platform, clock)
  // Every restart of a server counts as a try of the searches that it interrupts.
  const patient = { concurrency: 1, retries: 20, expireSeconds: 9000 }
  platform.jobs.define<JobData>(
    'schedule',
    patient,
    ({ centerId, rosterId, run }, signal) => makeRoster(platform, { centerId }, { rosterId, run }, signal),
    lostInTable(platform, {
      table: 'roster',
      key: ['rosterId', 'run'],
      waiting: 'waiting',
      begun: 'making',
      topic: 'schedule',
    }),
  )
  serveSettings(platform.http)
  serveRosters(platform, tables)
  serveEdits(platform, tables, clock)
  serveReports(platform, tables, clock)
  serveHours(platform, clock)
  serveAcknowledgements(platform, clock)
  return { stop: () => tables.close() }
}
