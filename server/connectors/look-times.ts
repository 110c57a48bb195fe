import { sql } from 'kysely'

import { createZone, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { conflict, type Tx } from '../platform/index.ts'
import { readConnector } from './connector-store.ts'

/** When a folder was looked into last, and when somebody asked to look at once. */
export interface LookTimes {
  readonly lookedAt: number | null
  readonly askedAt: number | null
  /** By the clock that the others are told by. */
  readonly now: number
  readonly zone: Zone
}

type Channel = { readonly centerId: number; readonly connectorId: number }

export async function readLookTimes(tx: Tx, { centerId, connectorId }: Channel): Promise<LookTimes> {
  const { rows } = await sql<{ lookedAt: Date | null; askedAt: Date | null; now: Date }>`
    select looked_at as "lookedAt", asked_at as "askedAt", now() as now from connector_progress
    where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
  const { timeZone } = await readCenter(tx, centerId)
  return {
    lookedAt: rows[0]?.lookedAt?.getTime() ?? null,
    askedAt: rows[0]?.askedAt?.getTime() ?? null,
    now: rows[0]?.now.getTime() ?? 0,
    zone: createZone(timeZone),
  }
}

/** A look that began at `at` went well; what was wrong with a file before it is over. */
export async function noteLooked(tx: Tx, { centerId, connectorId }: Channel, at: number): Promise<void> {
  const began = new Date(at).toISOString()
  await sql`
    update connector_progress set looked_at = ${began}::timestamptz,
      problem = case when problem = 'leftBehind' and problem_at < ${began}::timestamptz then null else problem end
    where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
}

/** Asks whichever server runs the channel to look now. Throws a 409 problem where it does not pick up, or is off. */
export async function askToLook(tx: Tx, centerId: number, connectorId: number): Promise<void> {
  const { kind, isOn } = await readConnector(tx, centerId, connectorId)
  if (kind !== 'sftp') throw conflict('noPickUp', 'Only a channel that picks up files looks at set times.')
  if (!isOn) throw conflict('channelOff', 'This channel is turned off.')
  await sql`
    update connector_progress set asked_at = now() where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
}
