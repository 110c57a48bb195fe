import { parentPort } from 'node:worker_threads'

import {
  buildDayGrid,
  drawDayTotals,
  forecastDays,
  keptProbabilities,
  learnQueue,
  prepareSeries,
  type ForecastDay,
  type IntervalRow,
  type QueueModel,
} from '@pult/engine/forecast'
import { createRandom } from '@pult/engine/numeric'
import type { LocalDate } from '@pult/engine/time'

// Forecasts one queue for each message, so that the server goes on answering meanwhile.

export interface QueueTask {
  readonly queueId: number
  readonly rows: readonly IntervalRow[]
  readonly spacingSeconds: number
  readonly intervalSeconds: number
  readonly calendar: string
  readonly dates: readonly LocalDate[]
  /** Learnt before; null: learn now. */
  readonly model: QueueModel | null
}

export interface QueueForecast {
  readonly model: QueueModel
  readonly slotSeconds: readonly number[]
  readonly days: readonly PresentedDay[]
}

export interface PresentedDay {
  readonly date: LocalDate
  readonly offered: readonly number[]
  readonly ahtSeconds: readonly number[]
  /** By interval: 2.5, 10, 50, 90 and 97.5 %. */
  readonly quantiles: readonly (readonly number[])[]
  readonly total: number
  readonly p10: number
  readonly p90: number
  readonly workSeconds: number
}

const BANDS = [0.025, 0.1, 0.5, 0.9, 0.975] as const
const DRAWS = 400

function forecastQueue(task: QueueTask): QueueForecast {
  const { rows, spacingSeconds, intervalSeconds, calendar, dates } = task
  const grid = buildDayGrid(rows, { intervalSeconds, spacingSeconds })
  const series = prepareSeries(grid, calendar, dates)
  const model = task.model ?? learnQueue(series)
  const days = forecastDays(series, model).map((day) => present(day, model, task.queueId))
  return { model, slotSeconds: grid.slotSeconds, days }
}

function present(day: ForecastDay, model: QueueModel, queueId: number): PresentedDay {
  const totals = drawDayTotals(day, model, createRandom(`${queueId} ${day.date}`), DRAWS).toSorted()
  const places = BANDS.map((band) => keptProbabilities.indexOf(band))
  return {
    date: day.date,
    offered: day.offered,
    ahtSeconds: day.ahtSeconds,
    quantiles: day.quantiles.map((kept) => places.map((place) => kept[place] ?? 0)),
    total: day.offeredTotal,
    p10: totals[Math.floor(DRAWS * 0.1)] ?? 0,
    p90: totals[Math.floor(DRAWS * 0.9)] ?? 0,
    workSeconds: day.workSeconds,
  }
}

parentPort?.on('message', (task: QueueTask) => parentPort?.postMessage(forecastQueue(task)))
