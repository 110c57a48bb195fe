import { sql } from 'kysely'

import type { ForecastDay, ForecastInterval } from '@pult/contract/forecast'

import { conflict, type Caller, type Tx } from '../platform/index.ts'
import { markPublished, readForecast, storedDays } from './forecast-store.ts'
import { dayWith, layOver } from './layered-forecast.ts'

/** Publishes a draft with the layers of now: what they make of it is written down, beside what it was without them. */
export async function publishForecast(tx: Tx, caller: Caller, forecastId: number, now: number): Promise<void> {
  const { centerId } = caller
  await sql`select 1 from forecast where center_id = ${centerId} and forecast_id = ${forecastId} for update`.execute(tx)
  const asked = await readForecast(tx, centerId, forecastId)
  if (asked.status !== 'draft') throw conflict('notDraft', 'Only a finished draft can be published.')
  const { days, layers } = await layOver(tx, centerId, asked, now)
  const stored = new Map((await storedDays(tx, centerId, forecastId)).map((one) => [`${one.queueId} ${one.day}`, one]))
  const key = { centerId, forecastId }
  await writeIntervals(
    tx,
    key,
    days.flatMap(({ intervals }) => intervals),
  )
  await writeDays(
    tx,
    key,
    days.flatMap((changed) => {
      const day = stored.get(`${changed.queueId} ${changed.day}`)
      return day === undefined ? [] : [dayWith(day, changed)]
    }),
  )
  await markPublished(tx, caller, forecastId, layers)
}

interface Key {
  readonly centerId: number
  readonly forecastId: number
}

async function writeIntervals(
  tx: Tx,
  { centerId, forecastId }: Key,
  intervals: readonly ForecastInterval[],
): Promise<void> {
  const pick = <Name extends keyof ForecastInterval>(name: Name): ForecastInterval[Name][] =>
    intervals.map((one) => one[name])
  await sql`
    update forecast_interval i set base_offered = i.offered, base_p10 = i.p10, base_p90 = i.p90,
      offered = l.offered, p025 = l.p025, p10 = l.p10, p50 = l.p50, p90 = l.p90, p975 = l.p975, aht_seconds = l.aht_seconds
    from unnest(${pick('queueId')}::integer[], ${pick('at')}::timestamptz[], ${pick('offered')}::double precision[], ${pick('p025')}::double precision[],
      ${pick('p10')}::double precision[], ${pick('p50')}::double precision[], ${pick('p90')}::double precision[], ${pick('p975')}::double precision[],
      ${pick('ahtSeconds')}::double precision[]) as l (queue_id, at, offered, p025, p10, p50, p90, p975, aht_seconds)
    where i.center_id = ${centerId} and i.forecast_id = ${forecastId} and i.queue_id = l.queue_id and i.at = l.at
  `.execute(tx)
}

async function writeDays(tx: Tx, { centerId, forecastId }: Key, days: readonly ForecastDay[]): Promise<void> {
  const pick = <Name extends keyof ForecastDay>(name: Name): ForecastDay[Name][] => days.map((one) => one[name])
  await sql`
    update forecast_day d set base_offered = d.offered, base_p10 = d.p10, base_p90 = d.p90,
      offered = l.offered, p10 = l.p10, p90 = l.p90, work_seconds = l.work_seconds
    from unnest(${pick('queueId')}::integer[], ${pick('day')}::date[], ${pick('offered')}::double precision[], ${pick('p10')}::double precision[],
      ${pick('p90')}::double precision[], ${pick('workSeconds')}::double precision[]) as l (queue_id, day, offered, p10, p90, work_seconds)
    where d.center_id = ${centerId} and d.forecast_id = ${forecastId} and d.queue_id = l.queue_id and d.day = l.day
  `.execute(tx)
}
