import { sql } from 'kysely'

import type {
  Explained,
  Reconciliation,
  ReconciliationDraft,
  WholeReconciliation,
} from '@pult/contract/reconciliations'

import { isoText, notFound, type Caller, type Tx } from '../../platform/index.ts'

const columns = sql`
  reconciliation_id as "reconciliationId", name, first_day as "from", end_day as "to", created_by_name as "createdByName", figures, explained,
  ${isoText('created_at')} as "createdAt"`

export async function listReconciliations(tx: Tx, centerId: number): Promise<Reconciliation[]> {
  const { rows } = await sql<Reconciliation>`
    select ${columns} from reconciliation where center_id = ${centerId} order by reconciliation_id desc
  `.execute(tx)
  return rows
}

export async function readReconciliation(tx: Tx, centerId: number, id: number): Promise<WholeReconciliation> {
  const { rows } = await sql<WholeReconciliation>`
    select ${columns}, report, reply from reconciliation where center_id = ${centerId} and reconciliation_id = ${id}
  `.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('reconciliation')
  return found
}

/** Keeps a report with what explained it: as it was found, for later readers. */
export async function keepReconciliation(
  tx: Tx,
  caller: Caller,
  { name, ...report }: ReconciliationDraft,
  reply: Explained,
): Promise<WholeReconciliation> {
  const explained = reply.figures.filter(({ status }) => status === 'equal' || status === 'explained').length
  const { rows } = await sql<{ id: number }>`
    insert into reconciliation (center_id, name, first_day, end_day, report, reply, figures, explained, created_by, created_by_name)
    values (${caller.centerId}, ${name}, ${report.from}, ${report.to}, ${JSON.stringify(report)}, ${JSON.stringify(reply)},
      ${reply.figures.length}, ${explained}, ${caller.userId}, ${caller.name})
    returning reconciliation_id as id
  `.execute(tx)
  return readReconciliation(tx, caller.centerId, rows[0]?.id ?? 0)
}

export async function deleteReconciliation(tx: Tx, centerId: number, id: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from reconciliation where center_id = ${centerId} and reconciliation_id = ${id}
  `.execute(tx)
  if (numAffectedRows === 0n) throw notFound('reconciliation')
}
