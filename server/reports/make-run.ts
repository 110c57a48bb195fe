import { passingTrouble, RequestProblem, type Platform } from '../platform/index.ts'
import { buildReport } from './build-report.ts'
import { printInThread } from './report-thread.ts'
import { readReport, type StoredReport } from './report-store.ts'
import type { DaysOfReport } from './report-times.ts'
import { failRun, keepRun, readBegun, type KeptFile } from './run-store.ts'
import { queueRun, type SendPorts } from './send-run.ts'
import { tongueOf } from './tongue.ts'

export interface RunJob {
  readonly centerId: number
  readonly runId: number
}

/** Makes a report that waits, keeps it and sends it where asked; does nothing where it has been made. */
export async function makeRun(
  platform: Platform,
  ports: SendPorts,
  { centerId, runId }: RunJob,
  now: number,
): Promise<void> {
  const { database, live, log } = platform
  const begun = await database.inCenter({ centerId }, async (tx) => {
    const run = await readBegun(tx, centerId, runId)
    return run === null ? null : { run, report: await readReport(tx, centerId, run.reportId) }
  })
  if (begun === null) return
  const { report } = begun
  const days = { firstDay: begun.run.firstDay, lastDay: begun.run.lastDay }
  try {
    const document = await buildReport(database, { centerId, ...report, days, now })
    const address = ports.publicUrl === null ? null : `${ports.publicUrl}/c/${centerId}`
    const printed = await printInThread({ formats: report.formats, document, address })
    const files = report.formats.flatMap((format, place): KeptFile[] => {
      const bytes = printed[place]
      return bytes === undefined ? [] : [{ format, fileName: `${fileName(report, days)}.${format}`, bytes }]
    })
    const messageIds = await database.inCenter({ centerId }, async (tx) => {
      // Another server may have made it meanwhile.
      const run = await readBegun(tx, centerId, runId)
      if (run === null) return []
      await keepRun(tx, centerId, runId, { document, files, keep: report.keep })
      const sent = { runId, report, document, files, madeByName: run.madeByName || report.madeByName }
      const ids = run.isSent ? await queueRun(tx, centerId, sent, ports) : []
      await live.announce(tx, { centerId, topic: 'reports' })
      return ids
    })
    await ports.messages.dispatch(centerId, messageIds)
  } catch (error) {
    // A database that is away is no failure: the job comes back.
    if (passingTrouble(error) !== null) throw error
    const isViewGone = error instanceof RequestProblem && report.content === 'view'
    log.error({ err: error, runId }, 'a report could not be made')
    await database.inCenter({ centerId }, async (tx) => {
      await failRun(tx, centerId, runId, isViewGone ? 'viewGone' : 'failed')
      await live.announce(tx, { centerId, topic: 'reports' })
    })
  }
}

const fileWords = { daily: 'fileDaily', weekly: 'fileWeekly', monthly: 'fileMonthly' } as const

/** Without its ending. */
export function fileName(
  { content, rhythm, language }: Pick<StoredReport, 'content' | 'rhythm' | 'language'>,
  { firstDay, lastDay }: DaysOfReport,
): string {
  const { t } = tongueOf(language)
  const name = t(content === 'view' ? 'fileView' : fileWords[rhythm])
  return `${name}-${firstDay === lastDay ? firstDay : `${firstDay}_${lastDay}`}`
}
