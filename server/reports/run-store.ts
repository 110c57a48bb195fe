import { sql } from 'kysely'

import type { ReportRun } from '@pult/contract/reports'
import type { ReportDocument, ReportFormat } from '@pult/contract/report-words'

import { conflict, isoText, notFound, type Tx } from '../platform/index.ts'
import type { DaysOfReport } from './report-times.ts'

/** What letters of a run belong to, in the log of what was sent. */
export const aboutRun = (runId: number): string => `report run ${runId}`

const columns = sql`
  u.run_id as "runId", u.report_id as "reportId", u.first_day::text as "firstDay", u.last_day::text as "lastDay", u.status, u.problem,
  ${isoText('u.asked_at', 'seconds')} as "askedAt",
  ${isoText('u.made_at', 'seconds')} as "madeAt",
  u.made_by_name as "madeByName", coalesce(u.document ->> 'title', '') as title,
  coalesce((select jsonb_agg(jsonb_build_object('format', f.format, 'bytes', octet_length(f.bytes)) order by f.format)
    from report_file f where f.center_id = u.center_id and f.run_id = u.run_id), '[]') as files,
  m.sent, m.underway, m."notSent"`
const tables = sql`report_run u cross join lateral (
  select count(*) filter (where status = 'sent')::integer as sent, count(*) filter (where status = 'waiting')::integer as underway,
    count(*) filter (where status in ('refused', 'givenUp'))::integer as "notSent"
  from message where center_id = u.center_id and about = 'report run ' || u.run_id) m`

/** The kept ones of a report, the newest first. */
export async function listRuns(tx: Tx, centerId: number, reportId: number): Promise<ReportRun[]> {
  const { rows } = await sql<ReportRun>`
    select ${columns} from ${tables} where u.center_id = ${centerId} and u.report_id = ${reportId} order by u.run_id desc`.execute(
    tx,
  )
  return rows
}

/** The newest of each report. */
export async function lastRuns(tx: Tx, centerId: number): Promise<ReadonlyMap<number, ReportRun>> {
  const { rows } = await sql<ReportRun>`
    select ${columns} from ${tables} where u.center_id = ${centerId}
      and u.run_id in (select max(run_id) from report_run where center_id = ${centerId} group by report_id)`.execute(tx)
  return new Map(rows.map((run) => [run.reportId, run]))
}

interface RunDraft {
  readonly days: DaysOfReport
  readonly isSent: boolean
  readonly madeByName: string
}

export async function beginRun(
  tx: Tx,
  centerId: number,
  reportId: number,
  { days, isSent, madeByName }: RunDraft,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into report_run (center_id, report_id, first_day, last_day, is_sent, made_by_name)
    values (${centerId}, ${reportId}, ${days.firstDay}::date, ${days.lastDay}::date, ${isSent}, ${madeByName}) returning run_id as id`.execute(
    tx,
  )
  return rows[0]?.id ?? 0
}

export interface BegunRun {
  readonly reportId: number
  readonly firstDay: string
  readonly lastDay: string
  readonly isSent: boolean
  readonly madeByName: string
}

/** A run that waits to be made; null where it has been, or is gone. */
export async function readBegun(tx: Tx, centerId: number, runId: number): Promise<BegunRun | null> {
  const { rows } = await sql<BegunRun>`
    select report_id as "reportId", first_day::text as "firstDay", last_day::text as "lastDay", is_sent as "isSent", made_by_name as "madeByName"
    from report_run where center_id = ${centerId} and run_id = ${runId} and status = 'waiting' for update`.execute(tx)
  return rows[0] ?? null
}

export interface KeptFile {
  readonly format: ReportFormat
  readonly fileName: string
  readonly bytes: Buffer
}

/** Keeps what was made; older ones of the report than are to be kept go. */
export async function keepRun(
  tx: Tx,
  centerId: number,
  runId: number,
  made: { readonly document: ReportDocument; readonly files: readonly KeptFile[]; readonly keep: number },
): Promise<void> {
  for (const { format, fileName, bytes } of made.files)
    await sql`
      insert into report_file (center_id, run_id, format, file_name, bytes) values (${centerId}, ${runId}, ${format}, ${fileName}, ${bytes})`.execute(
      tx,
    )
  await sql`
    update report_run set status = 'made', made_at = now(), document = ${JSON.stringify(made.document)}::jsonb
    where center_id = ${centerId} and run_id = ${runId}`.execute(tx)
  await sql`
    delete from report_run where center_id = ${centerId} and run_id in (
      select o.run_id from report_run o join report_run u on u.center_id = o.center_id and u.report_id = o.report_id
      where o.center_id = ${centerId} and u.run_id = ${runId} and o.status <> 'waiting' order by o.run_id desc offset ${made.keep})`.execute(
    tx,
  )
}

export async function failRun(tx: Tx, centerId: number, runId: number, problem: 'viewGone' | 'failed'): Promise<void> {
  await sql`
    update report_run set status = 'failed', problem = ${problem}, made_at = now()
    where center_id = ${centerId} and run_id = ${runId} and status = 'waiting'`.execute(tx)
}

interface KeptRun {
  readonly reportId: number
  readonly document: ReportDocument
}

/** A run that was made. Throws 409 for one that was not, and 404 where there is none. */
export async function readRun(tx: Tx, centerId: number, runId: number): Promise<KeptRun> {
  const { rows } = await sql<KeptRun | { reportId: number; document: null }>`
    select report_id as "reportId", document from report_run where center_id = ${centerId} and run_id = ${runId}`.execute(
    tx,
  )
  const [run] = rows
  if (run === undefined) throw notFound('report')
  if (run.document === null) throw conflict('reportNotMade', 'This report has not been made yet, or could not be.')
  return run
}

export async function readFiles(tx: Tx, centerId: number, runId: number): Promise<KeptFile[]> {
  const { rows } = await sql<KeptFile>`
    select format, file_name as "fileName", bytes from report_file where center_id = ${centerId} and run_id = ${runId} order by format`.execute(
    tx,
  )
  return rows
}
