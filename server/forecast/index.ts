import type { Forecast, ForecastDay, ForecastInterval } from '@pult/contract/forecast'
import type { QueueModel } from '@pult/engine/forecast'
import { dayNumber, type LocalDate } from '@pult/engine/time'

import { lostInTable, type Platform, type Tx } from '../platform/index.ts'
import {
  publishedFor,
  readCorrelation,
  readForecast,
  readModels,
  storedDays,
  storedIntervals,
  type IntervalsWanted,
} from './forecast-store.ts'
import { serveAccuracy } from './accuracy.routes.ts'
import { togetherOf } from './forecast-together.ts'
import { serveForecast } from './forecast.routes.ts'
import { readDays, readIntervals } from './layered-forecast.ts'
import { serveLayers } from './layer.routes.ts'
import { serveLeftOut } from './left-out.routes.ts'
import { makeForecast } from './make-forecast.ts'

export { listForecasts as readForecasts } from './forecast-store.ts'
export { layersChangedAt } from './layer-store.ts'

interface JobData {
  readonly centerId: number
  readonly forecastId: number
}

/** Opens the room: serves its routes and does its work as jobs that survive a crash. */
export function openForecast(platform: Platform, clock: () => number = Date.now): void {
  const patient = { concurrency: 1, retries: 3, expireSeconds: 3600 }
  platform.jobs.define<JobData>(
    'forecast',
    patient,
    ({ centerId, forecastId }, signal) => makeForecast(platform, { centerId }, forecastId, clock(), signal),
    lostInTable(platform, {
      table: 'forecast',
      key: ['forecastId'],
      waiting: 'waiting',
      begun: 'making',
      topic: 'forecast',
    }),
  )
  serveForecast(platform, clock)
  serveAccuracy(platform, clock)
  serveLayers(platform, clock)
  serveLeftOut(platform, clock)
}

/** The load of each interval of a forecast, for whoever plans people from it. */
export interface ForecastLoad extends Pick<ForecastInterval, 'queueId' | 'at' | 'offered' | 'ahtSeconds'> {
  readonly intervalMinutes: number
  readonly offeredP10: number
  readonly offeredP90: number
}

export async function readForecastLoad(
  tx: Tx,
  centerId: number,
  forecastId: number,
  wanted: IntervalsWanted,
  now: number,
): Promise<ForecastLoad[]> {
  const { intervalMinutes } = await readForecast(tx, centerId, forecastId)
  const intervals = await readIntervals(tx, centerId, forecastId, wanted, now)
  return intervals.map(({ queueId, at, offered, ahtSeconds, p10, p90 }) => ({
    queueId,
    at,
    intervalMinutes,
    offered,
    offeredP10: p10,
    offeredP90: p90,
    ahtSeconds,
  }))
}

/** The totals of a forecast's days, with its layers. */
export async function readForecastDays(
  tx: Tx,
  centerId: number,
  forecastId: number,
  now: number,
): Promise<readonly ForecastDay[]> {
  return (await readDays(tx, centerId, forecastId, now)).days
}

/** What all these queues together expect on a day of a forecast, with the band of 80 % of that total; null where nothing is. */
export async function readDayTotal(
  tx: Tx,
  centerId: number,
  forecastId: number,
  { day, queueIds }: { readonly day: LocalDate; readonly queueIds: readonly number[] },
  now: number,
): Promise<Pick<ForecastDay, 'offered' | 'p10' | 'p90'> | null> {
  const { knownUntil } = await readForecast(tx, centerId, forecastId)
  const { days } = await readDays(tx, centerId, forecastId, now)
  const asked = days.filter((one) => one.day === day && queueIds.includes(one.queueId))
  const learnt = await readCorrelation(tx, centerId, forecastId)
  return togetherOf(learnt, knownUntil, asked, []).days[0] ?? null
}

/** The plan of one day: the forecast published last among those that cover it, with what was learnt about its queues. */
export interface PlannedDay {
  readonly forecast: Forecast
  readonly intervals: readonly ForecastInterval[]
  readonly models: ReadonlyMap<number, QueueModel>
  /** The 80 % band of the day's total, by queue. */
  readonly dayBands: ReadonlyMap<number, { readonly p10: number; readonly p90: number }>
  /** How far ahead it was forecast, by queue: in open days after the last one known then. */
  readonly leadDays: ReadonlyMap<number, number>
}

/** Null where no published forecast covers the day. `from` and `to` are the day's ends, epoch milliseconds. */
export async function readPlannedDay(
  tx: Tx,
  centerId: number,
  { day, from, to }: { readonly day: LocalDate; readonly from: number; readonly to: number },
): Promise<PlannedDay | null> {
  const covering = await publishedFor(tx, centerId, day)
  if (covering === undefined) return null
  const intervals = await storedIntervals(tx, centerId, covering.forecastId, { from, to })
  const days = await storedDays(tx, centerId, covering.forecastId)
  const { firstDay, knownUntil } = covering
  // Of days between the last known one and the first forecast nothing is kept: each counts as open.
  const skipped = knownUntil === null ? 0 : dayNumber(firstDay) - dayNumber(knownUntil) - 1
  const openDays = Map.groupBy(
    days.filter((one) => one.day <= day),
    ({ queueId }) => queueId,
  )
  return {
    forecast: covering,
    intervals,
    models: await readModels(tx, centerId, covering.intervalMinutes),
    dayBands: new Map(days.filter((one) => one.day === day).map(({ queueId, p10, p90 }) => [queueId, { p10, p90 }])),
    leadDays: new Map([...openDays].map(([queueId, before]) => [queueId, skipped + before.length])),
  }
}
