import { sql } from 'kysely'

import type { ConnectorHealth, ConnectorOutage } from '@pult/contract/connectors'
import { availabilityByDay, type Stretch } from '@pult/engine/connectors'
import { addDays, createZone, type LocalDate } from '@pult/engine/time'

import { readCenter, readCenterHours } from '../center/index.ts'
import { isoText, type Tx } from '../platform/index.ts'
import { readConnector } from './connector-store.ts'
import { openStretches } from './watch-silence.ts'

const OUTAGES_SHOWN = 200

/** For each of the last days how much of the opening hours a channel was there; what kept it away. */
export async function readHealth(
  tx: Tx,
  centerId: number,
  connectorId: number,
  { days, now }: { readonly days: number; readonly now: number },
): Promise<ConnectorHealth> {
  await readConnector(tx, centerId, connectorId)
  const { timeZone } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const hours = await readCenterHours(tx, centerId)
  const today = zone.localDate(now)
  const dates = Array.from({ length: days }, (_, index) => addDays(today, index + 1 - days))
  const from = zone.startOfDay(dates[0] ?? today)
  const outages = await outagesSince(tx, centerId, connectorId, from)
  const stretchOf = ({ startedAt, endedAt }: ConnectorOutage): Stretch => ({
    start: Date.parse(startedAt),
    end: endedAt === null ? now : Date.parse(endedAt),
  })
  const made = await madeAt(tx, centerId, connectorId)
  // While somebody has turned it off there is nothing to be available.
  const off = outages.filter(({ reason }) => reason === 'off').map(stretchOf)
  const counted = availabilityByDay(
    dates.map((date) => ({ date, open: without(openOn(date), off) })),
    outages.filter(({ reason }) => reason === 'down' || reason === 'silent').map(stretchOf),
    { start: made, end: now },
  )
  const events = await eventsByDay(tx, centerId, connectorId, timeZone, from)
  return {
    days: counted.map((day) => ({ ...day, events: events.get(day.date) ?? 0 })),
    outages: outages.slice(0, OUTAGES_SHOWN),
  }

  function openOn(date: LocalDate): Stretch[] {
    return openStretches(hours, zone, { start: zone.startOfDay(date), end: zone.startOfDay(addDays(date, 1)) })
  }
}

function without(stretches: readonly Stretch[], holes: readonly Stretch[]): Stretch[] {
  return holes.reduce<Stretch[]>(
    (left, hole) =>
      left
        .flatMap(({ start, end }) => [
          { start, end: Math.min(end, hole.start) },
          { start: Math.max(start, hole.end), end },
        ])
        .filter(({ start, end }) => end > start),
    [...stretches],
  )
}

async function madeAt(tx: Tx, centerId: number, connectorId: number): Promise<number> {
  const { rows } = await sql<{ at: Date }>`
    select made_at as at from connector where center_id = ${centerId} and connector_id = ${connectorId}
  `.execute(tx)
  return rows[0]?.at.getTime() ?? 0
}

async function outagesSince(tx: Tx, centerId: number, connectorId: number, from: number): Promise<ConnectorOutage[]> {
  const { rows } = await sql<ConnectorOutage>`
    select reason, words, jsonb_build_object('en', words, 'ru', coalesce(nullif(words_ru, ''), words)) as said,
      ${isoText('started_at')} as "startedAt",
      ${isoText('ended_at')} as "endedAt"
    from connector_outage where center_id = ${centerId} and connector_id = ${connectorId}
      and (ended_at is null or ended_at > ${new Date(from).toISOString()}::timestamptz)
    order by started_at desc
  `.execute(tx)
  return rows
}

async function eventsByDay(
  tx: Tx,
  centerId: number,
  connectorId: number,
  timeZone: string,
  from: number,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ day: string; events: number }>`
    select (at at time zone ${timeZone})::date as day, sum(events) as events from connector_slot
    where center_id = ${centerId} and connector_id = ${connectorId} and at >= ${new Date(from).toISOString()}::timestamptz group by 1
  `.execute(tx)
  return new Map(rows.map(({ day, events }) => [day, Number(events)]))
}
