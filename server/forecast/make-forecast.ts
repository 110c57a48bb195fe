import type { IntervalRow } from '@pult/engine/forecast'
import { addDays, createZone, datesBetween, isoWeekday, type LocalDate, type OpeningHours } from '@pult/engine/time'

import { readCenter, readQueueHours } from '../center/index.ts'
import type { Platform, Scope, Tx } from '../platform/index.ts'
import {
  changeForecast,
  keepModel,
  keepQueueForecast,
  readForecast,
  readModel,
  type ForecastChange,
} from './forecast-store.ts'
import { openForecastThread } from './forecast-thread.ts'
import { findLender } from './find-lender.ts'
import { lastKnownDay, QUARTER_SECONDS, readHistories } from './queue-history.ts'
import { slotHours } from './slot-hours.ts'

/** Makes a forecast that was asked for, queue by queue; begun again after a crash it makes every queue anew. */
export async function makeForecast(
  platform: Platform,
  scope: Scope,
  forecastId: number,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const { database, live, log } = platform
  const { centerId } = scope
  const change = (next: ForecastChange): Promise<void> =>
    database.inCenter(scope, async (tx) => {
      await changeForecast(tx, centerId, forecastId, next)
      await live.announce(tx, { centerId, topic: 'forecast', id: forecastId })
    })
  const asked = await database.inCenter(scope, (tx) => readForecast(tx, centerId, forecastId)).catch(() => null)
  if (asked === null || (asked.status !== 'waiting' && asked.status !== 'making')) return
  // Stopped or thrown away while it is made: there is nothing to do any more.
  const isWanted = (): Promise<boolean> =>
    database
      .inCenter(scope, (tx) => readForecast(tx, centerId, forecastId))
      .then(
        ({ status }) => status === 'making',
        () => false,
      )
  await change({ status: 'making', progress: 0 })
  const thread = openForecastThread()
  try {
    const center = await database.inCenter(scope, (tx) => readCenter(tx, centerId))
    const zone = createZone(center.timeZone)
    const known = await database.inCenter(scope, (tx) => lastKnownDay(tx, centerId, zone, now))
    if (known === null) return await change({ status: 'failed', problem: 'noHistory' })
    const histories = await database.readCenter(scope, (tx) => readHistories(tx, centerId, zone, known))
    if (histories.length === 0) return await change({ status: 'failed', problem: 'noHistory' })
    const toCome = datesBetween(addDays(known, 1), addDays(asked.lastDay, 1))
    for (const [index, history] of histories.entries()) {
      signal.throwIfAborted()
      if (!(await isWanted())) return
      const { queueId, rows: told } = history
      const busy = openWeekdays(told, known)
      const rows = told.filter(({ date }) => busy.has(isoWeekday(date)))
      const hours = await database.inCenter(scope, (tx) => readLiveHours(tx, centerId, queueId, history.channel))
      // Every open day from the last known one on: the forecast of a day knows how far ahead it lies.
      const days = toCome
        .map((date) => ({ date, open: slotHours(hours, zone, date, asked.intervalMinutes * 60) }))
        .filter(({ date, open }) => (hours === null ? busy.has(isoWeekday(date)) : open.some((share) => share > 0)))
      const lender = findLender(history, histories)
      const model = await database.inCenter(scope, (tx) => readModel(tx, centerId, queueId, asked.intervalMinutes))
      const made = await thread.forecast({
        queueId,
        rows,
        spacingSeconds: QUARTER_SECONDS,
        intervalSeconds: asked.intervalMinutes * 60,
        calendar: center.calendar,
        dates: days.map(({ date }) => date),
        open: days.map(({ open }) => open),
        hasHours: hours !== null,
        firstDay: asked.firstDay,
        intervalsUntil: addDays(asked.firstDay, asked.intervalDays - 1),
        lender: lender?.rows ?? null,
        model,
      })
      await database.inCenter(scope, async (tx) => {
        const borrowedFrom = made.hasBorrowed ? (lender?.queueId ?? null) : null
        await keepQueueForecast(tx, { centerId, forecastId, queueId }, zone, { ...made, borrowedFrom })
        if (model === null) await keepModel(tx, centerId, queueId, asked.intervalMinutes, made.model)
      })
      await change({ progress: (index + 1) / histories.length })
    }
    await change({ status: 'draft', progress: 1, knownUntil: known })
  } catch (error) {
    // Stopping the server is no failure: the job comes back.
    if (signal.aborted) throw error
    if (!(await isWanted())) return
    log.error({ err: error, forecastId }, 'a forecast could not be made')
    await change({ status: 'failed', problem: 'broken' })
  } finally {
    await thread.close()
  }
}

/** When a queue takes contacts; letters come at any time, and are not shut out by opening hours. */
async function readLiveHours(tx: Tx, centerId: number, queueId: number, channel: string): Promise<OpeningHours | null> {
  return channel === 'voice' || channel === 'chat' ? readQueueHours(tx, centerId, queueId) : null
}

const RECENT_DAYS = 56
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]

/**
 * Weekdays on which the queue is open: those on which it has lately had anything at all, and those that its history has not met twice.
 * On the others it is closed, and nothing is forecast.
 */
function openWeekdays(rows: readonly IntervalRow[], known: LocalDate): ReadonlySet<number> {
  const first = rows[0]?.date ?? known
  const since = addDays(known, -RECENT_DAYS)
  const seen = datesBetween(first > since ? first : since, addDays(known, 1)).map(isoWeekday)
  const busy = new Set(
    rows.filter(({ date, offered }) => offered > 0 && date >= since).map(({ date }) => isoWeekday(date)),
  )
  return new Set(WEEKDAYS.filter((weekday) => busy.has(weekday) || seen.filter((one) => one === weekday).length < 2))
}
