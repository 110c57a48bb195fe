import { sql } from 'kysely'

import type { DataKind } from '@pult/contract/privacy-words'
import type { Removal } from '@pult/contract/privacy-registers'

import { isoText, type Tx } from '../platform/index.ts'

interface NewRemoval {
  readonly cause: 'person' | 'retention'
  readonly subject: string
  readonly requestId: number | null
  readonly reason: string
  readonly counts: readonly { readonly kind: DataKind; readonly rows: number }[]
  readonly byName: string
}

/** Writes the act of a removal; resolves to its number. */
export async function keepRemoval(tx: Tx, centerId: number, removal: NewRemoval): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into personal_removal (center_id, cause, subject, request_id, reason, counts, by_name)
    values (${centerId}, ${removal.cause}, ${removal.subject}, ${removal.requestId}::bigint, ${removal.reason}, ${JSON.stringify(removal.counts)}::jsonb,
      ${removal.byName})
    returning removal_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

const MOST = 500

/** The newest first. */
export async function listRemovals(tx: Tx, centerId: number): Promise<Removal[]> {
  const { rows } = await sql<Removal>`
    select removal_id as "removalId", cause, subject, request_id as "requestId", reason, counts, by_name as "byName",
      ${isoText('at')} as at
    from personal_removal where center_id = ${centerId} order by removal_id desc limit ${MOST}
  `.execute(tx)
  return rows
}
