import { Readable } from 'node:stream'

import { reports, type ReportDraft } from '@pult/contract/reports'
import { createZone, nextDue } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { readView } from '../measures/index.ts'
import { notFound, type Caller, type Platform, type Tx } from '../platform/index.ts'
import { buildReport } from './build-report.ts'
import { fileName, type RunJob } from './make-run.ts'
import { changeReport, createReport, deleteReport, listReports, readReport } from './report-store.ts'
import { printInThread } from './report-thread.ts'
import { periodAround, periodOver, type DaysOfReport } from './report-times.ts'
import { beginRun, lastRuns, listRuns, readFiles, readRun } from './run-store.ts'
import { contentTypes, queueRun, type SendPorts } from './send-run.ts'

const done = { done: true } as const

/** Serves the routes of the room. */
export function serveReports(platform: Platform, ports: SendPorts, clock: () => number): void {
  serveDefinitions(platform, ports, clock)
  serveRuns(platform, ports, clock)
}

/** The one that a day names, else the one that is over last. */
async function daysOf(
  tx: Tx,
  centerId: number,
  { rhythm, on }: { readonly rhythm: ReportDraft['rhythm']; readonly on?: string | undefined },
  now: number,
): Promise<DaysOfReport> {
  if (on !== undefined) return periodAround(rhythm, on)
  const { timeZone } = await readCenter(tx, centerId)
  return periodOver(rhythm, createZone(timeZone).localDate(now))
}

/** Only a view that she sees herself can be sent on. */
async function assertView(tx: Tx, caller: Caller, viewId: number | null): Promise<void> {
  if (viewId !== null) await readView(tx, caller, viewId)
}

function serveDefinitions({ http, database }: Platform, { messages, members }: SendPorts, clock: () => number): void {
  http.serve(reports.listReports, ({ caller, readCenter: read }) =>
    read(async (tx) => {
      const { centerId } = caller
      const last = await lastRuns(tx, centerId)
      const people = caller.may('editReports') ? await members(tx, centerId) : []
      const kept = await listReports(tx, centerId)
      return {
        reports: kept.map((report) => ({ ...report, last: last.get(report.reportId) ?? null })),
        people: people
          .filter(({ email }) => !email.endsWith('.invalid'))
          .map(({ userId, name, email }) => ({ userId, name, email })),
        hasMail: (await messages.ways(tx, centerId)).mail,
      }
    }),
  )
  const nextOf = async (tx: Tx, centerId: number, draft: ReportDraft): Promise<number> =>
    nextDue(draft, (await readCenter(tx, centerId)).timeZone, clock())
  http.serve(reports.createReport, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await assertView(tx, caller, body.viewId)
      const made = { nextAt: await nextOf(tx, caller.centerId, body), madeByName: caller.name }
      const reportId = await createReport(tx, caller.centerId, body, made)
      await audit(tx, { act: 'reports.report.create', subject: `report ${reportId}`, detail: { ...body } })
      return { reportId }
    }),
  )
  http.serve(reports.changeReport, ({ caller, params: { reportId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { viewId } = await readReport(tx, caller.centerId, reportId)
      // The view that it has stays, whoever changes the rest.
      if (body.viewId !== viewId) await assertView(tx, caller, body.viewId)
      await changeReport(tx, caller.centerId, reportId, body, await nextOf(tx, caller.centerId, body))
      await audit(tx, { act: 'reports.report.change', subject: `report ${reportId}`, detail: { ...body } })
      return done
    }),
  )
  http.serve(reports.deleteReport, ({ caller: { centerId }, params: { reportId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteReport(tx, centerId, reportId)
      await audit(tx, { act: 'reports.report.delete', subject: `report ${reportId}` })
      return done
    }),
  )
  http.serve(reports.previewReport, async ({ caller, body, readCenter: read }) => {
    const { centerId } = caller
    const now = clock()
    const days = await read(async (tx) => {
      await assertView(tx, caller, body.viewId)
      return daysOf(tx, centerId, body, now)
    })
    return buildReport(database, { centerId, ...body, days, now })
  })
  http.serve(reports.drawReport, async ({ caller: { centerId }, query, readCenter: read, inCenter, audit }) => {
    const now = clock()
    const { rhythm, format, language } = query
    const days = await read((tx) => daysOf(tx, centerId, query, now))
    const asked = { content: 'management', viewId: null, rhythm, language } as const
    const document = await buildReport(database, { centerId, ...asked, days, now })
    const [bytes = Buffer.of()] = await printInThread({ formats: [format], document, address: null })
    await inCenter((tx) =>
      audit(tx, { act: 'reports.report.export', subject: `${days.firstDay} – ${days.lastDay}`, detail: { format } }),
    )
    return asFile(bytes, format, `${fileName(asked, days)}.${format}`)
  })
}

function serveRuns({ http, live, jobs }: Platform, ports: SendPorts, clock: () => number): void {
  http.serve(
    reports.makeReport,
    async ({ caller: { centerId, name }, params: { reportId }, body, inCenter, audit }) => {
      const runId = await inCenter(async (tx) => {
        const report = await readReport(tx, centerId, reportId)
        const days = await daysOf(tx, centerId, report, clock())
        const begun = await beginRun(tx, centerId, reportId, { days, isSent: body.isSent, madeByName: name })
        await audit(tx, { act: 'reports.report.make', subject: `report ${reportId}`, detail: { ...body } })
        await live.announce(tx, { centerId, topic: 'reports' })
        return begun
      })
      await jobs.send<RunJob>('report', { centerId, runId })
      return { runId }
    },
  )
  http.serve(reports.listRuns, ({ caller: { centerId }, params: { reportId }, readCenter: read }) =>
    read(async (tx) => {
      await readReport(tx, centerId, reportId)
      return { runs: await listRuns(tx, centerId, reportId) }
    }),
  )
  http.serve(reports.readRun, ({ caller: { centerId }, params: { runId }, readCenter: read }) =>
    read(async (tx) => (await readRun(tx, centerId, runId)).document),
  )
  http.serve(reports.keepRunFile, ({ caller: { centerId }, params: { runId }, query: { format }, inCenter, audit }) =>
    inCenter(async (tx) => {
      const file = (await readFiles(tx, centerId, runId)).find((one) => one.format === format)
      if (file === undefined) throw notFound('file of the report')
      await audit(tx, { act: 'reports.report.export', subject: `report run ${runId}`, detail: { format } })
      return asFile(file.bytes, format, file.fileName)
    }),
  )
  http.serve(reports.sendRun, async ({ caller: { centerId, name }, params: { runId }, inCenter, audit }) => {
    const ids = await inCenter(async (tx) => {
      const { reportId, document } = await readRun(tx, centerId, runId)
      const report = await readReport(tx, centerId, reportId)
      const files = await readFiles(tx, centerId, runId)
      const queued = await queueRun(tx, centerId, { runId, report, document, files, madeByName: name }, ports)
      await audit(tx, {
        act: 'reports.report.send',
        subject: `report run ${runId}`,
        detail: { messages: queued.length },
      })
      await live.announce(tx, { centerId, topic: 'messages' })
      return queued
    })
    await ports.messages.dispatch(centerId, ids)
    return { messages: ids.length }
  })
}

const asFile = (bytes: Buffer, format: keyof typeof contentTypes, name: string) => ({
  stream: Readable.from([bytes]),
  contentType: contentTypes[format],
  fileName: name,
})
