import { sql } from 'kysely'

import { addDays, datesBetween, isoWeekday, wallTime, type LocalDate, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'

/** One interval's load, wherever it comes from. */
export interface Load {
  readonly queueId: number
  readonly at: string
  readonly offered: number
  readonly ahtSeconds: number
  /** How uncertain its rate is: relative variance, that of the whole day in it. */
  readonly rateVariance: number
}

/** Four of each weekday: enough to calm chance, recent enough to be like next week. */
export const PAST_DAYS = 28
export const PAST_INTERVAL_MINUTES = 30

interface SlotRow {
  readonly queueId: number
  readonly day: LocalDate
  /** Half-hour of the local day, 0 to 47. */
  readonly slot: number
  readonly offered: number
  readonly answered: number
  readonly handleMs: number
}

interface Days {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** What the last four weeks say of the days to come, and the days of which they say nothing. */
export interface PastLoad {
  readonly loads: readonly Load[]
  /** How uncertain the rate of a queue's day is: relative variance, by queue. */
  readonly dayVariance: ReadonlyMap<number, number>
  readonly unknownDays: readonly LocalDate[]
}

/**
 * "As in the last four weeks": the mean of the same weekday and half-hour over the days of which the centre told anything, from a queue's
 * first day on.
 */
export async function readPastLoad(
  tx: Tx,
  centerId: number,
  zone: Zone,
  timeZone: string,
  days: Days,
  now: number,
): Promise<PastLoad> {
  const today = zone.localDate(now)
  const since = zone.startOfDay(addDays(today, -PAST_DAYS))
  const { rows } = await sql<SlotRow>`
    select queue_id as "queueId", to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day,
      floor(extract(hour from at at time zone ${timeZone}) * 2 + extract(minute from at at time zone ${timeZone}) / 30)::integer as slot,
      sum(offered)::double precision as offered, sum(answered)::double precision as answered,
      sum(talk_ms + hold_ms + acw_ms)::double precision as "handleMs"
    from queue_interval
    where center_id = ${centerId} and queue_id > 0 and direction = 'inbound' and at >= ${new Date(since).toISOString()}
      and at < ${new Date(zone.startOfDay(today)).toISOString()}
    group by 1, 2, 3
  `.execute(tx)
  return spread(rows, zone, days)
}

function spread(rows: readonly SlotRow[], zone: Zone, { firstDay, lastDay }: Days): PastLoad {
  const told = [...new Set(rows.map(({ day }) => day))]
  const dates = datesBetween(firstDay, addDays(lastDay, 1))
  const known = new Set(told.map(isoWeekday))
  const dayVariance = new Map<number, number>()
  const loads = [...Map.groupBy(rows, ({ queueId }) => queueId)].flatMap(([queueId, ofQueue]) => {
    const usualAht = ahtOf(ofQueue) ?? 0
    const first = ofQueue.reduce((least, { day }) => (day < least ? day : least), ofQueue[0]?.day ?? '')
    const toldOf = Map.groupBy(
      told.filter((day) => day >= first),
      isoWeekday,
    )
    const rateVariance = varianceOfDays(ofQueue, toldOf)
    dayVariance.set(queueId, rateVariance)
    const slots = Map.groupBy(ofQueue, ({ day, slot }) => `${isoWeekday(day)} ${slot}`)
    return dates.flatMap((date) =>
      Array.from({ length: 48 }, (_, slot): Load[] => {
        const weekday = isoWeekday(date)
        const past = slots.get(`${weekday} ${slot}`) ?? []
        const offered = past.reduce((sum, row) => sum + row.offered, 0) / (toldOf.get(weekday)?.length ?? 1)
        const at = instantOf(zone, date, slot)
        // A queue that never handled anything has no handling time to plan with.
        if (offered === 0 || usualAht === 0 || at === null) return []
        return [{ queueId, at, offered, ahtSeconds: ahtOf(past) ?? usualAht, rateVariance }]
      }).flat(),
    )
  })
  return { loads, dayVariance, unknownDays: dates.filter((date) => !known.has(isoWeekday(date))) }
}

/**
 * How much days of the same weekday differ beyond chance (Poisson), as a variance relative to the mean; a mean of four days is itself uncertain,
 * so a fourth more. Zero where no weekday was met twice.
 */
function varianceOfDays(rows: readonly SlotRow[], toldOf: ReadonlyMap<number, readonly LocalDate[]>): number {
  const totals = Map.groupBy(rows, ({ day }) => day)
  let [squares, freedom, expected, scale] = [0, 0, 0, 0]
  for (const days of toldOf.values()) {
    if (days.length < 2) continue
    const counts = days.map((day) => (totals.get(day) ?? []).reduce((sum, { offered }) => sum + offered, 0))
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
    squares += counts.reduce((sum, count) => sum + (count - mean) ** 2, 0)
    freedom += days.length - 1
    expected += mean * (days.length - 1)
    scale += mean * mean * (days.length - 1)
  }
  return freedom === 0 || scale === 0 ? 0 : Math.max(0, ((squares - expected) / scale) * 1.25)
}

function ahtOf(rows: readonly SlotRow[]): number | null {
  const answered = rows.reduce((sum, row) => sum + row.answered, 0)
  const handleMs = rows.reduce((sum, row) => sum + row.handleMs, 0)
  return answered > 0 && handleMs > 0 ? handleMs / 1000 / answered : null
}

const SLOT_SECONDS = 1800

/** Null in spring's hour that never comes. */
function instantOf(zone: Zone, date: LocalDate, slot: number): string | null {
  const { instant, kind } = zone.localToInstant(wallTime(date, slot * SLOT_SECONDS))
  return kind === 'skipped' ? null : new Date(instant).toISOString()
}
