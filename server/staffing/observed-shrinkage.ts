import { sql } from 'kysely'

import type { ObservedShrinkage } from '@pult/contract/staffing-habits'
import { observedShrinkage, type ShiftHours } from '@pult/engine/staffing'
import { addDays, createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import { PAST_DAYS } from './past-load.ts'

interface Reason {
  readonly id: string
  readonly planned: boolean
  readonly paid: boolean
}

interface AwayRow {
  readonly weekday: number
  readonly hour: number
  /** 0: signed in at all; the state where no reason was given. */
  readonly reason: string
  readonly hours: number
}

/**
 * Why agents who were signed in were not at their posts, by kind: pauses, training and other work by the reason that was given for them. What
 * keeps people from signing in at all (leave, illness) is not in the log. Breaks are taken to be planned; whoever knows better says so.
 */
export async function readObservedShrinkage(
  tx: Tx,
  centerId: number,
  now: number,
): Promise<{ signedInHours: number; kinds: ObservedShrinkage[] }> {
  const { timeZone } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const today = zone.localDate(now)
  const [from, to] = [zone.startOfDay(addDays(today, -PAST_DAYS)), zone.startOfDay(today)]
  const { rows } = await sql<AwayRow>`
    select extract(isodow from at at time zone ${timeZone})::integer as weekday, extract(hour from at at time zone ${timeZone})::integer as hour,
      case when state = 'session' then 'session' when pause_reason_id = 0 then state else pause_reason_id::text end as reason,
      (sum(ms) / 3600000.0)::double precision as hours
    from agent_time_interval
    where center_id = ${centerId} and at >= ${new Date(from).toISOString()}::timestamptz and at < ${new Date(to).toISOString()}::timestamptz
      and state in ('session', 'pause', 'training', 'offQueue')
    group by 1, 2, 3`.execute(tx)
  const named = await readReasons(tx, centerId)
  const reasons = [...new Set(rows.map(({ reason }) => reason))]
    .filter((reason) => reason !== 'session')
    .map((id): Reason => ({ id, planned: true, paid: named.get(id)?.paid ?? true }))
  const all = observedShrinkage(hoursIn(rows), reasons) ?? []
  const byHour = [...Map.groupBy(rows, ({ weekday, hour }) => `${weekday} ${hour}`).values()].map((ofHour) => ({
    weekday: ofHour[0]?.weekday ?? 1,
    hour: ofHour[0]?.hour ?? 0,
    kinds: observedShrinkage(hoursIn(ofHour), reasons) ?? [],
  }))
  const away = hoursIn(rows)
  const kinds = all.map(({ id, planned, paid, fraction }): ObservedShrinkage => ({
    kind: named.get(id)?.name ?? id,
    planned,
    paid,
    share: Number(fraction),
    hoursAway: away.away[id] ?? 0,
    hours: byHour.flatMap((one) => {
      const found = one.kinds.find((kind) => kind.id === id)
      return found === undefined ? [] : [{ weekday: one.weekday, hour: one.hour, share: Number(found.fraction) }]
    }),
  }))
  return {
    signedInHours: away.rostered,
    kinds: kinds.toSorted((left, right) => right.hoursAway - left.hoursAway),
  }
}

// Whoever is away for all of an hour still leaves somebody at the posts in other weeks.
const MOST_AWAY = 0.98

/** Away is clipped to the session; rounding must not leave less than nobody. */
function hoursIn(rows: readonly AwayRow[]): ShiftHours {
  let rostered = 0
  const away: Record<string, number> = {}
  for (const { reason, hours } of rows) {
    if (reason === 'session') rostered += hours
    else away[reason] = (away[reason] ?? 0) + hours
  }
  const sum = Object.values(away).reduce((total, hours) => total + hours, 0)
  const scale = sum > MOST_AWAY * rostered && sum > 0 ? (MOST_AWAY * rostered) / sum : 1
  return { rostered, away: Object.fromEntries(Object.entries(away).map(([reason, hours]) => [reason, hours * scale])) }
}

async function readReasons(
  tx: Tx,
  centerId: number,
): Promise<ReadonlyMap<string, { readonly name: string; readonly paid: boolean }>> {
  const { rows } = await sql<{ id: string; name: string; paid: boolean }>`
    select pause_reason_id::text as id, name, paid from pause_reason where center_id = ${centerId}`.execute(tx)
  return new Map(rows.map(({ id, name, paid }) => [id, { name, paid }]))
}
