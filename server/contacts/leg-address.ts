import { sql } from 'kysely'

import type { ContactLeg } from '@pult/contract/contacts'

import type { Tx } from '../platform/index.ts'

const ADDRESS = /^leg-(\d{1,15})-(-?\d{1,15})$/

/** What a contact is called towards those who may not read its reference: an address of one of its legs, which tells nothing. */
export const legAddress = ({ legId, offeredAt }: Pick<ContactLeg, 'legId' | 'offeredAt'>): string =>
  `leg-${legId}-${Date.parse(offeredAt)}`

/** The reference behind what a page calls a contact: a reference, or the address of a leg. */
export async function referenceBehind(tx: Tx, centerId: number, called: string): Promise<string> {
  const [, legId, offeredAt] = ADDRESS.exec(called) ?? []
  if (legId === undefined || offeredAt === undefined) return called
  const from = Number(offeredAt)
  if (!(Math.abs(from) < 8.64e15)) return called
  const { rows } = await sql<{ ref: string }>`
    select contact_ref as ref from contact_leg where center_id = ${centerId} and leg_id = ${legId}::bigint
      and offered_at >= ${new Date(from).toISOString()}::timestamptz and offered_at < ${new Date(from + 1).toISOString()}::timestamptz
  `.execute(tx)
  return rows[0]?.ref ?? called
}
