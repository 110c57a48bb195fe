import { sql } from 'kysely'

import type { Report, ReportDraft } from '@pult/contract/reports'

import { conflict, invalid, isoText, notFound, type Tx } from '../platform/index.ts'

export type StoredReport = Omit<Report, 'last'>

const columns = sql`
  r.report_id as "reportId", r.name, r.content, r.view_id as "viewId", v.name as "viewName", r.rhythm, r.day, r.minute, r.language, r.formats, r.mails,
  array(select m.user_id from report_member m where m.center_id = r.center_id and m.report_id = r.report_id order by m.user_id) as members,
  r.is_on as "isOn", r.keep, r.made_by_name as "madeByName",
  case when r.is_on then ${isoText('r.next_at', 'seconds')} end as "nextAt"`
const tables = sql`report r left join measure_view v on v.center_id = r.center_id and v.view_id = r.view_id`

export async function listReports(tx: Tx, centerId: number): Promise<StoredReport[]> {
  const { rows } = await sql<StoredReport>`
    select ${columns} from ${tables} where r.center_id = ${centerId} order by r.report_id`.execute(tx)
  return rows
}

export async function readReport(tx: Tx, centerId: number, reportId: number): Promise<StoredReport> {
  const { rows } = await sql<StoredReport>`
    select ${columns} from ${tables} where r.center_id = ${centerId} and r.report_id = ${reportId}`.execute(tx)
  if (rows[0] === undefined) throw notFound('report')
  return rows[0]
}

const MOST = 50

export async function createReport(
  tx: Tx,
  centerId: number,
  draft: ReportDraft,
  { nextAt, madeByName }: { readonly nextAt: number; readonly madeByName: string },
): Promise<number> {
  const { rows: there } = await sql<{ n: number }>`
    select count(*)::integer as n from report where center_id = ${centerId}`.execute(tx)
  if ((there[0]?.n ?? 0) >= MOST)
    throw conflict('tooManyReports', `A centre has ${MOST} reports at most: delete one first.`)
  const { name, content, viewId, rhythm, day, minute, language, formats, mails, isOn, keep } = draft
  const { rows } = await sql<{ id: number }>`
    insert into report (center_id, name, content, view_id, rhythm, day, minute, language, formats, mails, is_on, keep, next_at, made_by_name)
    values (${centerId}, ${name}, ${content}, ${viewId}, ${rhythm}, ${day}, ${minute}, ${language}, ${formats}::text[], ${mails}::text[], ${isOn}, ${keep},
      ${new Date(nextAt)}, ${madeByName}) returning report_id as id
  `.execute(tx)
  const reportId = rows[0]?.id ?? 0
  await keepMembers(tx, centerId, reportId, draft.members)
  return reportId
}

export async function changeReport(
  tx: Tx,
  centerId: number,
  reportId: number,
  draft: ReportDraft,
  nextAt: number,
): Promise<void> {
  const { name, content, viewId, rhythm, day, minute, language, formats, mails, isOn, keep } = draft
  const { numAffectedRows } = await sql`
    update report set name = ${name}, content = ${content}, view_id = ${viewId}, rhythm = ${rhythm}, day = ${day}, minute = ${minute}, language = ${language},
      formats = ${formats}::text[], mails = ${mails}::text[], is_on = ${isOn}, keep = ${keep}, next_at = ${new Date(nextAt)}
    where center_id = ${centerId} and report_id = ${reportId}
  `.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('report')
  await keepMembers(tx, centerId, reportId, draft.members)
}

/** Whoever loses her place in the centre goes off the list with it. */
async function keepMembers(tx: Tx, centerId: number, reportId: number, members: readonly string[]): Promise<void> {
  const userIds = [...new Set(members)]
  await sql`delete from report_member where center_id = ${centerId} and report_id = ${reportId}`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into report_member (center_id, report_id, user_id)
    select center_id, ${reportId}::bigint, user_id from membership where center_id = ${centerId} and user_id = any(${userIds}::text[])
  `.execute(tx)
  if (Number(numAffectedRows ?? 0n) < userIds.length)
    throw invalid('memberUnknown', 'body.members: somebody of these has no place in the centre.', {
      at: 'body.members',
    })
}

export async function deleteReport(tx: Tx, centerId: number, reportId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from report where center_id = ${centerId} and report_id = ${reportId}`.execute(tx)
  if (numAffectedRows !== 1n) throw notFound('report')
}
