import type { Forecast, ForecastDay, ForecastInterval } from '@pult/contract/forecast'
import type { ForecastLayer, LaidLayer } from '@pult/contract/forecast-layers'
import { applyLayers, type Layer, type LayeredDay } from '@pult/engine/forecast'
import { MINUTE_MS, addDays, createZone, isoWeekday, type LocalDate, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import { frozenLayers, readForecast, storedDays, storedIntervals, type IntervalsWanted } from './forecast-store.ts'
import { layersInForce } from './layer-store.ts'

// A draft shows its own figures with the layers of now over them. Publishing writes the result down, so a published forecast is read as it is.

/** A day of a queue that layers change. */
interface ChangedDay {
  readonly queueId: number
  readonly day: LocalDate
  readonly intervals: readonly ForecastInterval[]
  readonly p10: number
  readonly p90: number
}

export interface LaidOver {
  readonly days: readonly ChangedDay[]
  readonly layers: readonly LaidLayer[]
}

const NOTHING: LaidOver = { days: [], layers: [] }

/** What the layers in force make of a draft. */
export async function layOver(tx: Tx, centerId: number, asked: Forecast, now: number): Promise<LaidOver> {
  const zone = createZone((await readCenter(tx, centerId)).timeZone)
  const layers = await layersInForce(tx, centerId, asked, zone.localDate(now))
  const [first] = layers
  if (first === undefined) return NOTHING
  const firstDay = layers.reduce((least, one) => (one.firstDay < least ? one.firstDay : least), first.firstDay)
  const lastDay = layers.reduce((most, one) => (one.lastDay > most ? one.lastDay : most), first.lastDay)
  const span = { from: zone.startOfDay(firstDay), to: zone.startOfDay(addDays(lastDay, 1)) }
  const intervals = await storedIntervals(tx, centerId, asked.forecastId, span)
  const days = await storedDays(tx, centerId, asked.forecastId)
  const until = addDays(asked.firstDay, asked.intervalDays - 1)
  const far = days.filter(({ day }) => day > until && day >= firstDay && day <= lastDay)
  if (far.length === 0) return layAll(intervals, days, layers, zone)
  const lastWeek = { from: zone.startOfDay(addDays(until, -6)), to: zone.startOfDay(addDays(until, 1)) }
  const known = await storedIntervals(tx, centerId, asked.forecastId, lastWeek)
  return layAll([...intervals, ...likeLastWeek(far, known, zone)], days, layers, zone)
}

/** Days whose intervals are not kept are given those of the last week that has them, in their own size: layers know hours. */
function likeLastWeek(
  days: readonly ForecastDay[],
  known: readonly ForecastInterval[],
  zone: Zone,
): ForecastInterval[] {
  const byWeekday = Map.groupBy(known, ({ queueId, at }) => `${queueId} ${isoWeekday(zone.localDate(Date.parse(at)))}`)
  return days.flatMap(({ queueId, day, offered }) => {
    const shape = byWeekday.get(`${queueId} ${isoWeekday(day)}`) ?? []
    const sum = sumOf(shape)
    const times = sum > 0 ? offered / sum : 0
    const midnight = zone.startOfDay(day)
    return shape.map((one) => ({
      ...one,
      at: new Date(midnight + minuteOf(one, zone) * MINUTE_MS).toISOString(),
      offered: one.offered * times,
      baseOffered: one.offered * times,
    }))
  })
}

function layAll(
  intervals: readonly ForecastInterval[],
  days: readonly ForecastDay[],
  layers: readonly ForecastLayer[],
  zone: Zone,
): LaidOver {
  const dayOf = ({ at }: ForecastInterval): LocalDate => zone.localDate(Date.parse(at))
  const bands = new Map(days.map((one) => [`${one.queueId} ${one.day}`, one]))
  const contacts = new Map(layers.map(({ layerId }) => [layerId, 0]))
  const changed: ChangedDay[] = []
  for (const [key, members] of Map.groupBy(intervals, (one) => `${one.queueId} ${dayOf(one)}`)) {
    const [first] = members
    const band = bands.get(key)
    if (first === undefined || band === undefined) continue
    const { queueId } = first
    const over = layers.filter((one) => liesOver(one, queueId, band.day))
    if (over.length === 0) continue
    const start = {
      intervals: members.map((one) => ({ ...one, minuteOfDay: minuteOf(one, zone) })),
      p10: band.p10,
      p90: band.p90,
    }
    const laid = over.reduce<LayeredDay<ForecastInterval & { readonly minuteOfDay: number }>>((day, one) => {
      const next = applyLayers(day, [engineLayer(one)])
      contacts.set(one.layerId, (contacts.get(one.layerId) ?? 0) + sumOf(next.intervals) - sumOf(day.intervals))
      return next
    }, start)
    const back = laid.intervals.map(({ minuteOfDay: _minute, ...one }) => one)
    changed.push({ queueId, day: band.day, intervals: back, p10: laid.p10, p90: laid.p90 })
  }
  return { days: changed, layers: layers.map((one) => laidLayer(one, contacts.get(one.layerId) ?? 0)) }
}

const liesOver = ({ queueId, firstDay, lastDay }: ForecastLayer, ofQueue: number, day: LocalDate): boolean =>
  (queueId === null || queueId === ofQueue) && firstDay <= day && day <= lastDay

const sumOf = (intervals: readonly { readonly offered: number }[]): number =>
  intervals.reduce((sum, { offered }) => sum + offered, 0)

function minuteOf({ at }: ForecastInterval, zone: Zone): number {
  const { hour, minute } = zone.instantToLocal(Date.parse(at))
  return hour * 60 + minute
}

const engineLayer = ({ change, amount, amountSd, ahtTimes, fromMinute, toMinute }: ForecastLayer): Layer => ({
  change,
  amount,
  amountSd,
  ahtTimes,
  fromMinute,
  toMinute,
})

function laidLayer(layer: ForecastLayer, contacts: number): LaidLayer {
  const { createdAt: _created, undoneAt: _at, undoneByName: _by, isOver: _over, ...kept } = layer
  return { ...kept, contacts }
}

/** The intervals of a forecast, with its layers. */
export async function readIntervals(
  tx: Tx,
  centerId: number,
  forecastId: number,
  wanted: IntervalsWanted,
  now: number,
): Promise<ForecastInterval[]> {
  const asked = await readForecast(tx, centerId, forecastId)
  const stored = await storedIntervals(tx, centerId, forecastId, wanted)
  if (asked.status !== 'draft') return stored
  const { days } = await layOver(tx, centerId, asked, now)
  if (days.length === 0) return stored
  const changed = new Map(
    days.flatMap(({ intervals }) => intervals.map((one) => [`${one.queueId} ${one.at}`, one] as const)),
  )
  return stored.map((one) => changed.get(`${one.queueId} ${one.at}`) ?? one)
}

export interface ForecastWithLayers {
  readonly days: readonly ForecastDay[]
  readonly layers: readonly LaidLayer[]
}

/** The days of a forecast with its layers, and the layers. */
export async function readDays(tx: Tx, centerId: number, forecastId: number, now: number): Promise<ForecastWithLayers> {
  const asked = await readForecast(tx, centerId, forecastId)
  const stored = await storedDays(tx, centerId, forecastId)
  if (asked.status === 'published') return { days: stored, layers: await frozenLayers(tx, centerId, forecastId) }
  if (asked.status !== 'draft') return { days: stored, layers: [] }
  const { days, layers } = await layOver(tx, centerId, asked, now)
  const changed = new Map(days.map((one) => [`${one.queueId} ${one.day}`, one]))
  return { days: stored.map((one) => dayWith(one, changed.get(`${one.queueId} ${one.day}`))), layers }
}

export function dayWith(day: ForecastDay, changed: ChangedDay | undefined): ForecastDay {
  if (changed === undefined) return day
  const { intervals, p10, p90 } = changed
  const workSeconds = intervals.reduce((sum, { offered, ahtSeconds }) => sum + offered * ahtSeconds, 0)
  return { ...day, offered: sumOf(intervals), p10, p90, workSeconds }
}
