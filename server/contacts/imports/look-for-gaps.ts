import { sql } from 'kysely'

import { createZone, DAY_MS } from '@pult/engine/time'

import { readCenter } from '../../center/index.ts'
import type { Tx } from '../../platform/index.ts'
import { findGaps, keepGaps, offeredByHour, type Stretch } from './gaps.ts'
import { readImport, type ImportWork } from './import-store.ts'

/** Looks for the silences of a source in a span, and remembers them. */
export async function lookForGaps(tx: Tx, centerId: number, sourceId: number, span: Stretch): Promise<Stretch[]> {
  const center = await readCenter(tx, centerId)
  const gaps = findGaps(
    await offeredByHour(tx, centerId, sourceId, span),
    span,
    createZone(center.timeZone),
    center.calendar,
  )
  await keepGaps(tx, centerId, sourceId, span, gaps)
  return gaps
}

/** After an import was undone: its gaps go with it, and what remains of its source is looked at again. */
export async function lookForGapsAfterUndo(
  tx: Tx,
  centerId: number,
  { importId, sourceId }: Pick<ImportWork, 'importId' | 'sourceId'>,
): Promise<void> {
  const { report } = await readImport(tx, centerId, importId)
  if (report === null || report.from === null || report.to === null) return
  await keepGaps(tx, centerId, sourceId, { from: Date.parse(report.from), to: Date.parse(report.to) + 1 }, [])
  const { rows } = await sql<{ from: Date | null; to: Date | null }>`
    select min(offered_at) as from, max(offered_at) as to from contact_key where center_id = ${centerId} and source_id = ${sourceId}
  `.execute(tx)
  const [left] = rows
  if (left === undefined || left.from === null || left.to === null) return
  await lookForGaps(tx, centerId, sourceId, { from: left.from.getTime(), to: left.to.getTime() })
}

/** So far back the silences of a source that sends batches are looked for: what is usual is seen in a few weeks. */
const LOOK_BACK_MS = 56 * DAY_MS

/** The last weeks of a source up to its last contact; a silence that goes on shows when it ends. */
export async function lookBack(tx: Tx, centerId: number, sourceId: number, now: number): Promise<void> {
  const { rows } = await sql<{ from: Date | null; to: Date | null }>`
    select min(offered_at) as from, max(offered_at) as to from contact_leg
    where center_id = ${centerId} and source_id = ${sourceId}
      and offered_at between ${new Date(now - LOOK_BACK_MS).toISOString()}::timestamptz and ${new Date(now).toISOString()}::timestamptz
  `.execute(tx)
  const { from = null, to = null } = rows[0] ?? {}
  if (from !== null && to !== null)
    await lookForGaps(tx, centerId, sourceId, { from: from.getTime(), to: to.getTime() })
}
