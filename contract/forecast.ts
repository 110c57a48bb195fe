import { z } from 'zod'

import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = z.iso.date()
const Instant = z.iso.datetime({ offset: true })

export const ForecastDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    /** The first and the last day to forecast, both included. */
    firstDay: LocalDate,
    lastDay: LocalDate,
    intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).default(30),
  })
  .strict()
export type ForecastDraft = z.infer<typeof ForecastDraft>
export type ForecastDraftInput = z.input<typeof ForecastDraft>

export const forecastStatuses = ['waiting', 'making', 'draft', 'published', 'failed'] as const

export const Forecast = z.object({
  forecastId: z.number().int(),
  name: z.string(),
  status: z.enum(forecastStatuses),
  intervalMinutes: z.number().int(),
  firstDay: LocalDate,
  lastDay: LocalDate,
  /** The last day of history it was made from. */
  knownUntil: LocalDate.nullable(),
  /** 0 to 1. */
  progress: z.number(),
  problem: z.string().nullable(),
  createdByName: z.string(),
  createdAt: Instant,
  publishedAt: Instant.nullable(),
  publishedByName: z.string().nullable(),
})
export type Forecast = z.infer<typeof Forecast>

export const ForecastInterval = z.object({
  queueId: z.number().int(),
  at: Instant,
  /** Expected contacts. */
  offered: z.number(),
  /** Quantiles of the count: 80 % of intervals are expected between p10 and p90, 95 % between p025 and p975. */
  p025: z.number(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  p975: z.number(),
  ahtSeconds: z.number(),
})
export type ForecastInterval = z.infer<typeof ForecastInterval>

export const ForecastDay = z.object({
  queueId: z.number().int(),
  day: LocalDate,
  offered: z.number(),
  p10: z.number(),
  p90: z.number(),
  /** Expected contacts times their handling time. */
  workSeconds: z.number(),
})
export type ForecastDay = z.infer<typeof ForecastDay>

const ForecastParams = CenterParams.extend({ forecastId: Id })
type ForecastParams = z.infer<typeof ForecastParams>

const IntervalsQuery = z.object({
  queueId: z.coerce.number().int().positive().optional(),
  /** Days, both included; all when left out. */
  firstDay: LocalDate.optional(),
  lastDay: LocalDate.optional(),
})
type IntervalsQuery = z.infer<typeof IntervalsQuery>

type Nothing = Record<string, never>

interface ForecastRoutes {
  readonly listForecasts: Route<CenterParams, Nothing, Nothing, { readonly forecasts: Forecast[] }>
  readonly createForecast: Route<CenterParams, Nothing, ForecastDraft, { readonly forecastId: number }>
  readonly readForecast: Route<
    ForecastParams,
    Nothing,
    Nothing,
    { readonly forecast: Forecast; readonly days: ForecastDay[] }
  >
  readonly readForecastIntervals: Route<
    ForecastParams,
    IntervalsQuery,
    Nothing,
    { readonly intervals: ForecastInterval[] }
  >
  readonly publishForecast: Route<ForecastParams, Nothing, Nothing, Done>
  readonly deleteForecast: Route<ForecastParams, Nothing, Nothing, Done>
}

/** What is expected to come. */
export const forecast: ForecastRoutes = {
  listForecasts: route('GET', '/centers/:centerId/forecasts', {
    summary: 'All forecasts, the newest first.',
    may: 'readForecast',
    params: CenterParams,
    reply: z.object({ forecasts: z.array(Forecast) }),
  }),
  createForecast: route('POST', '/centers/:centerId/forecasts', {
    summary:
      'Makes a forecast of every queue from its history. Answers at once; the work is a job whose progress can be read.',
    may: 'editForecast',
    params: CenterParams,
    body: ForecastDraft,
    reply: z.object({ forecastId: z.number().int() }),
  }),
  readForecast: route('GET', '/centers/:centerId/forecasts/:forecastId', {
    summary: 'One forecast: how far it is, and the totals of its days.',
    may: 'readForecast',
    params: ForecastParams,
    reply: z.object({ forecast: Forecast, days: z.array(ForecastDay) }),
  }),
  readForecastIntervals: route('GET', '/centers/:centerId/forecasts/:forecastId/intervals', {
    summary: 'The intervals of one forecast, with their bands.',
    may: 'readForecast',
    params: ForecastParams,
    query: IntervalsQuery,
    reply: z.object({ intervals: z.array(ForecastInterval) }),
  }),
  publishForecast: route('POST', '/centers/:centerId/forecasts/:forecastId/publish', {
    summary: 'Publishes a forecast: from then on it is never changed.',
    may: 'editForecast',
    params: ForecastParams,
    reply: Done,
  }),
  deleteForecast: route('DELETE', '/centers/:centerId/forecasts/:forecastId', {
    summary: 'Throws a forecast away that was not published.',
    may: 'editForecast',
    params: ForecastParams,
    reply: Done,
  }),
}
