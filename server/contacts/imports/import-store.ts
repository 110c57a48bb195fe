import { sql } from 'kysely'

import type { Finding, Import, ImportReport, Mapping, StartImport } from '@pult/contract/imports'

import { isoText, notFound, type Caller, type Tx } from '../../platform/index.ts'
import { ensureSource } from '../source.ts'

export type ImportStatus = Import['status']

const columns = sql`
  i.import_id as "importId", i.kind, s.name as "sourceName", i.file_name as "fileName", i.file_bytes as "fileBytes", i.status, i.dry_run as "dryRun",
  coalesce((i.progress->>'fraction')::double precision, 0) as progress, coalesce((i.progress->>'rows')::bigint, 0) as "rowsRead",
  i.report, i.problem, i.created_by_name as "createdByName",
  ${isoText('i.created_at')} as "createdAt",
  ${isoText('i.finished_at')} as "finishedAt"`

/** The last hundred. */
export async function listImports(tx: Tx, centerId: number): Promise<Import[]> {
  const { rows } = await sql<Import>`
    select ${columns} from import i join source s using (center_id, source_id)
    where i.center_id = ${centerId} order by i.created_at desc limit 100
  `.execute(tx)
  return rows
}

export async function readImport(tx: Tx, centerId: number, importId: number): Promise<Import> {
  const { rows } = await sql<Import>`
    select ${columns} from import i join source s using (center_id, source_id)
    where i.center_id = ${centerId} and i.import_id = ${importId}
  `.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('import')
  return found
}

export async function createImport(
  tx: Tx,
  caller: Pick<Caller, 'centerId' | 'userId' | 'name'>,
  given: StartImport,
  bytes: number,
): Promise<number> {
  const { centerId } = caller
  const kind = given.kind === 'queueLog' ? 'queueLog' : 'table'
  const sourceId = await ensureSource(tx, centerId, given.sourceName ?? defaultSource(given), kind)
  const { rows } = await sql<{ id: number }>`
    insert into import (center_id, source_id, kind, file_name, file_bytes, upload_id, mapping, options, dry_run, created_by, created_by_name)
    values (${centerId}, ${sourceId}, ${given.kind}, ${given.fileName}, ${bytes}, ${given.uploadId},
      ${given.mapping === undefined ? null : JSON.stringify(given.mapping)}, ${JSON.stringify({ onConflict: given.onConflict })}, ${given.dryRun},
      ${caller.userId}, ${caller.name})
    returning import_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

/** Logs of one Asterisk complete each other, so all logs are one source unless told; a table is its own by its columns. */
function defaultSource({ kind, fileName }: StartImport): string {
  return kind === 'queueLog'
    ? 'Asterisk'
    : fileName.replace(/[\d_.-]*\.(csv|xlsx|txt|gz)+$/i, '').slice(0, 200) || 'Table'
}

/** What the job needs of an import. */
export interface ImportWork {
  readonly importId: number
  readonly sourceId: number
  readonly kind: 'queueLog' | 'csv' | 'xlsx'
  readonly uploadId: string | null
  readonly fileBytes: number
  readonly mapping: Mapping | null
  readonly onConflict: 'reject' | 'replace'
  readonly dryRun: boolean
  readonly status: ImportStatus
}

export async function readWork(tx: Tx, centerId: number, importId: number): Promise<ImportWork | undefined> {
  const { rows } = await sql<ImportWork>`
    select import_id as "importId", source_id as "sourceId", kind, upload_id as "uploadId", coalesce(file_bytes, 0) as "fileBytes", mapping,
      coalesce(options->>'onConflict', 'reject') as "onConflict", dry_run as "dryRun", status
    from import where center_id = ${centerId} and import_id = ${importId}
  `.execute(tx)
  return rows[0]
}

export interface ImportChange {
  readonly status?: ImportStatus
  readonly progress?: { readonly fraction: number; readonly rows: number }
  readonly report?: ImportReport
  /** Null: none any more. */
  readonly problem?: string | null
}

/** Changes an import; a final status sets the time it was finished. */
export async function changeImport(tx: Tx, centerId: number, importId: number, change: ImportChange): Promise<void> {
  const final = ['done', 'failed', 'cancelled'].includes(change.status ?? '')
  await sql`
    update import set status = coalesce(${change.status ?? null}, status),
      progress = coalesce(${change.progress === undefined ? null : JSON.stringify(change.progress)}::jsonb, progress),
      report = coalesce(${change.report === undefined ? null : JSON.stringify(change.report)}::jsonb, report),
      problem = case when ${change.problem === undefined} then problem else ${change.problem ?? null}::text end,
      upload_id = case when ${final} then null else upload_id end, finished_at = case when ${final} then now() else finished_at end
    where center_id = ${centerId} and import_id = ${importId}
  `.execute(tx)
}

/** Imports of all centres that have begun and not ended, and the job that carries each on. */
export async function listUnfinished(
  tx: Tx,
): Promise<{ centerId: number; importId: number; job: 'import' | 'undo-import' }[]> {
  const { rows } = await sql<{ centerId: number; importId: number; job: 'import' | 'undo-import' }>`
    select center_id as "centerId", import_id::integer as "importId", case status when 'undoing' then 'undo-import' else 'import' end as job
    from import where kind in ('queueLog', 'csv', 'xlsx') and status in ('waiting', 'reading', 'rollingUp', 'cancelling', 'undoing')
    order by created_at
  `.execute(tx)
  return rows
}

export async function statusOf(tx: Tx, centerId: number, importId: number): Promise<ImportStatus | undefined> {
  const { rows } = await sql<{ status: ImportStatus }>`
    select status from import where center_id = ${centerId} and import_id = ${importId}
  `.execute(tx)
  return rows[0]?.status
}

export async function addFindings(
  tx: Tx,
  centerId: number,
  importId: number,
  findings: readonly Finding[],
): Promise<void> {
  if (findings.length === 0) return
  await sql`
    insert into import_finding (center_id, import_id, kind, row_number, field, code, details)
    select ${centerId}::integer, ${importId}::integer, f.kind, f."rowNumber", f.field, f.code, coalesce(f.details, '{}')
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) f (kind text, "rowNumber" bigint, field text, code text, details jsonb)
  `.execute(tx)
}

/** Begins again: what a former attempt found is found once more. */
export async function clearFindings(tx: Tx, centerId: number, importId: number): Promise<void> {
  await sql`delete from import_finding where center_id = ${centerId} and import_id = ${importId}`.execute(tx)
}

const FINDINGS_A_PAGE = 500

export async function listFindings(
  tx: Tx,
  centerId: number,
  importId: number,
  after: number,
): Promise<{ findings: Finding[]; next: number | null }> {
  const { rows } = await sql<Finding & { id: number }>`
    select finding_id as id, kind, row_number as "rowNumber", field, code, details from import_finding
    where center_id = ${centerId} and import_id = ${importId} and finding_id > ${after} order by finding_id limit ${FINDINGS_A_PAGE}
  `.execute(tx)
  const last = rows.at(-1)
  return {
    findings: rows.map(({ id: _id, ...finding }) => finding),
    next: rows.length < FINDINGS_A_PAGE || last === undefined ? null : last.id,
  }
}
