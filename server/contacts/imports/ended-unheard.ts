import { sql } from 'kysely'

import type { Finding } from '@pult/contract/imports'

import type { Tx } from '../../platform/index.ts'
import type { ImportWork } from './import-store.ts'

/** A caller who waits or talks longer than this was forgotten by the log. */
const LOST_AFTER_MS = 24 * 3_600_000
/** An end so late is looked for no longer. */
const LOOKED_BACK_MS = 31 * 24 * 3_600_000
const MOST = 1000

/**
 * Contacts that a log left open and whose source has told a day more without their end: said once, in the report of the import that
 * let the day pass. What a file itself shows to be so is said while it is read.
 */
export async function endedUnheard(
  tx: Tx,
  centerId: number,
  { sourceId }: Pick<ImportWork, 'sourceId'>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Finding[]> {
  const iso = (instant: number): string => new Date(instant).toISOString()
  const { rows } = await sql<{ call: string; queue: string }>`
    select l.contact_ref as call, coalesce(q.name, '') as queue
    from contact_leg l join source_seen seen on seen.center_id = l.center_id and seen.source_id = l.source_id
    left join queue q on q.center_id = l.center_id and q.queue_id = l.queue_id
    where l.center_id = ${centerId} and l.source_id = ${sourceId} and l.outcome = 'open'
      and l.offered_at between ${iso(from - LOOKED_BACK_MS)}::timestamptz and ${iso(to)}::timestamptz
      and l.offered_at < seen.seen_until - ${LOST_AFTER_MS} * interval '1 millisecond'
      and not coalesce('endMissing' = any(l.flags), false)
      and not exists (
        select from import_finding f join import i on i.center_id = f.center_id and i.import_id = f.import_id
        where f.center_id = l.center_id and i.source_id = l.source_id and i.status <> 'undone' and f.code = 'endMissing'
          and f.details->>'call' = l.contact_ref and f.details->>'queue' = coalesce(q.name, '')
      )
    order by l.offered_at limit ${MOST}
  `.execute(tx)
  return rows.map((details) => ({ kind: 'flagged', rowNumber: null, field: null, code: 'endMissing', details }))
}
