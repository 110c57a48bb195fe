import { sql } from 'kysely'

import { united, type Stretch } from '@pult/engine/connectors'
import { addDays, createZone, openIntervals, type OpeningHours, type Zone } from '@pult/engine/time'

import { readCenter, readCenterHours } from '../center/index.ts'
import type { Platform, Tx } from '../platform/index.ts'
import { SIGNATURE_WINDOW_SECONDS } from './signature.ts'

interface Quiet {
  readonly connectorId: number
  readonly silentMinutes: number
  readonly heardAt: Date
}

const KEPT_DAYS = 60

/** Notes which channels have been silent for too long in opening hours, in every centre that has any; forgets what is old. */
export async function watchSilence({ database, live }: Platform, now: number): Promise<void> {
  // Over all centres, so as the owner: only the numbers of centres that have channels.
  const { rows } = await database.asOwner((tx) =>
    sql<{ id: number }>`select distinct center_id as id from connector where is_on`.execute(tx),
  )
  for (const { id: centerId } of rows)
    await database.inCenter({ centerId }, async (tx) => {
      const fallen = await fallenSilent(tx, centerId, now)
      for (const { connectorId, heardAt } of fallen) {
        await sql`
          insert into connector_outage (center_id, connector_id, started_at, reason)
          values (${centerId}, ${connectorId}, ${heardAt.toISOString()}::timestamptz, 'silent') on conflict do nothing
        `.execute(tx)
        await live.announce(tx, { centerId, topic: 'connectors', id: connectorId })
      }
      await forgetOld(tx, centerId)
    })
}

/** Channels that are connected and of which nothing was heard for as many open minutes as are too many. */
async function fallenSilent(tx: Tx, centerId: number, now: number): Promise<Quiet[]> {
  const { rows } = await sql<Quiet>`
    select c.connector_id as "connectorId", silent_minutes as "silentMinutes",
      greatest(p.last_heard_at, c.made_at, p.connected_at,
        (select max(ended_at) from connector_outage o where o.center_id = c.center_id and o.connector_id = c.connector_id)) as "heardAt"
    from connector c join connector_progress p using (center_id, connector_id)
    where c.center_id = ${centerId} and c.is_on and not exists (
      select from connector_outage o where o.center_id = c.center_id and o.connector_id = c.connector_id and o.ended_at is null)
  `.execute(tx)
  const quiet = rows.filter(({ heardAt, silentMinutes }) => now - heardAt.getTime() >= silentMinutes * 60_000)
  if (quiet.length === 0) return []
  const hours = await readCenterHours(tx, centerId)
  const zone = createZone((await readCenter(tx, centerId)).timeZone)
  return quiet.filter(({ heardAt, silentMinutes }) => {
    const open = openStretches(hours, zone, { start: heardAt.getTime(), end: now })
    return open.reduce((sum, { start, end }) => sum + end - start, 0) >= silentMinutes * 60_000
  })
}

/** When one of the queues is open in a span; always, where none has hours. */
export function openStretches(hours: readonly OpeningHours[], zone: Zone, span: Stretch): Stretch[] {
  if (hours.length === 0) return [span]
  const found: Stretch[] = []
  const last = zone.localDate(span.end)
  for (let date = addDays(zone.localDate(span.start), -1); date <= last; date = addDays(date, 1))
    for (const one of hours) found.push(...openIntervals(one, date, zone))
  return united(found)
    .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }))
    .filter(({ start, end }) => end > start)
}

async function forgetOld(tx: Tx, centerId: number): Promise<void> {
  // Older ones are refused by their time.
  await sql`
    delete from connector_signature
    where center_id = ${centerId} and taken_at < now() - ${3 * SIGNATURE_WINDOW_SECONDS} * interval '1 second'
  `.execute(tx)
  await sql`delete from connector_slot where center_id = ${centerId} and at < now() - ${KEPT_DAYS} * interval '1 day'`.execute(
    tx,
  )
  await sql`
    delete from connector_outage where center_id = ${centerId} and ended_at < now() - ${KEPT_DAYS} * interval '1 day'
  `.execute(tx)
}
