import { sql } from 'kysely'

import { createZone, nextDue, type Timed } from '@pult/engine/time'

import { lookEvery, type Platform, type Round } from '../platform/index.ts'
import type { RunJob } from './make-run.ts'
import { periodOver } from './report-times.ts'
import { beginRun } from './run-store.ts'

const LOOK_EVERY_MS = 60_000

export interface ReportClock extends Round {
  /** Begins what is due now; resolves to how many there were. */
  look(): Promise<number>
}

interface Due extends Timed {
  readonly centerId: number
  readonly reportId: number
  readonly timeZone: string
}

/** Looks every minute which reports are due and has them made. Those missed while no server ran are made once, of the period that is over last. */
export function createReportClock({ database, jobs, log }: Platform, clock: () => number): ReportClock {
  async function look(): Promise<number> {
    // As the owner: which reports are due is asked over all centres.
    const due = await database.asOwner(async (tx) => {
      const { rows } = await sql<Due>`
        select r.center_id as "centerId", r.report_id as "reportId", c.time_zone as "timeZone", r.rhythm, r.day, r.minute
        from report r join center c on c.center_id = r.center_id where r.is_on and r.next_at <= ${new Date(clock())}`.execute(
        tx,
      )
      return rows
    })
    for (const report of due) {
      const runId = await beginDue(report)
      if (runId !== null) await jobs.send<RunJob>('report', { centerId: report.centerId, runId })
    }
    return due.length
  }

  /** Null where another server was faster. */
  const beginDue = ({ centerId, reportId, timeZone, ...timed }: Due): Promise<number | null> =>
    database.inCenter({ centerId }, async (tx) => {
      const now = clock()
      const { rows } = await sql`
        update report set next_at = ${new Date(nextDue(timed, timeZone, now))}
        where center_id = ${centerId} and report_id = ${reportId} and is_on and next_at <= ${new Date(now)} returning report_id`.execute(
        tx,
      )
      if (rows.length === 0) return null
      const days = periodOver(timed.rhythm, createZone(timeZone).localDate(now))
      return beginRun(tx, centerId, reportId, { days, isSent: true, madeByName: '' })
    })

  const round = lookEvery(LOOK_EVERY_MS, look, (error) =>
    log.warn({ err: error }, 'reports could not be looked at; trying again later'),
  )
  return { look, ...round }
}
