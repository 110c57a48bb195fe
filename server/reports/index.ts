import type { Members } from '../access/index.ts'
import type { Messages } from '../messages/index.ts'
import { lostInTable, type Platform, type Round } from '../platform/index.ts'
import { makeRun, type RunJob } from './make-run.ts'
import { createReportClock } from './report-clock.ts'
import { serveReports } from './reports.routes.ts'

/** Reports to management, made and sent at their times. */
export interface Reports extends Round {
  /** Begins the reports that are due; resolves to how many there were. */
  readonly due: () => Promise<number>
}

interface ReportNeighbours {
  readonly messages: Messages
  readonly members: Members
}

/** Opens the room: serves its routes, makes reports as jobs that survive a crash. */
export function openReports(platform: Platform, neighbours: ReportNeighbours, clock: () => number = Date.now): Reports {
  const ports = { ...neighbours, publicUrl: platform.settings.publicUrl ?? null }
  platform.jobs.define<RunJob>(
    'report',
    { concurrency: 1, retries: 3, expireSeconds: 900 },
    (job) => makeRun(platform, ports, job, clock()),
    lostInTable(platform, {
      table: 'report_run',
      key: ['runId'],
      waiting: 'waiting',
      topic: 'reports',
      endedAt: 'made_at',
    }),
  )
  serveReports(platform, ports, clock)
  const round = createReportClock(platform, clock)
  return { due: () => round.look(), start: () => round.start(), stop: () => round.stop() }
}
