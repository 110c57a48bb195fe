import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { forecastReaches, LaidLayer } from './forecast-layers.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })

export const ForecastDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    /** The first and the last day to forecast, both included. */
    firstDay: LocalDate,
    lastDay: LocalDate,
    intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).default(30),
    /** For how many of its days, from the first one on, intervals are kept; totals of days and weeks are kept for all. Thirteen weeks unless said. */
    intervalDays: z.number().int().min(0).max(560).default(91),
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
  /** Intervals are kept for so many days from the first one on. */
  intervalDays: z.number().int(),
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
  /** The same without layers. */
  baseOffered: z.number(),
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
  /** The same without layers. */
  baseOffered: z.number(),
  p10: z.number(),
  p90: z.number(),
  /** Expected contacts times their handling time. */
  workSeconds: z.number(),
})
export type ForecastDay = z.infer<typeof ForecastDay>

/** A week from Monday; the first and the last of a forecast may have fewer days. The sum of its days, with a band of its own. */
export const ForecastWeek = z.object({
  queueId: z.number().int(),
  week: LocalDate,
  offered: z.number(),
  p10: z.number(),
  p90: z.number(),
  workSeconds: z.number(),
})
export type ForecastWeek = z.infer<typeof ForecastWeek>

/** A total of all queues, with the band of 80 % of the total itself. */
const SharedTotal = z.object({
  offered: z.number(),
  /** The same without layers. */
  baseOffered: z.number(),
  p10: z.number(),
  p90: z.number(),
  workSeconds: z.number(),
})

/**
 * All queues of a forecast as one. `learnt`: their bands are joined by the correlation of their errors in back-tests on common days, drawn to the
 * mean of all pairs. `summed`: too few days in common (or an older forecast), so bands are added up, which is too wide.
 */
export const ForecastTogether = z.object({
  how: z.enum(['learnt', 'summed']),
  /** The mean over all pairs of queues, of the next days and of weeks; null when summed, or for a single queue. */
  dayCorrelation: z.number().nullable(),
  weekCorrelation: z.number().nullable(),
  /** Days two queues could be compared on: the median of pairs. */
  commonDays: z.number(),
  days: z.array(SharedTotal.extend({ day: LocalDate })),
  weeks: z.array(SharedTotal.extend({ week: LocalDate })),
})
export type ForecastTogether = z.infer<typeof ForecastTogether>

/** What a queue's forecast was made from. */
export const ForecastQueue = z.object({
  queueId: z.number().int(),
  /** Days of its own that were learnt from. */
  historyDays: z.number().int(),
  /** A new queue is lent weekdays, hours and calendar by one like it; null: its own history was enough, or there was nobody to lend. */
  borrowedFrom: z.number().int().nullable(),
  /** Stretches of the last thirteen weeks in which nothing came where a dozen or more were expected: taken for outages, not learnt from. */
  outages: z.array(z.object({ from: Instant, to: Instant })),
})
export type ForecastQueue = z.infer<typeof ForecastQueue>

export { forecastReaches }

/**
 * How published forecasts stood against what came. Only days count that began no earlier than the day of publishing and of which the
 * centre has told; intervals that touch a gap in the data are left out on both sides. A day forecast twice counts twice.
 */
export const ForecastAccuracy = z.object({
  /** Null: all queues, their errors summed queue by queue. */
  queueId: z.number().int().nullable(),
  /** Null: however far ahead. */
  reach: z.enum(forecastReaches).nullable(),
  /** Days of queues that were compared. */
  days: z.number().int(),
  /** Contacts that came in them. */
  came: z.number(),
  /** Sum of absolute errors of intervals over the contacts that came; null when none came, as in what follows. */
  intervalWape: z.number().nullable(),
  /** The same of totals of days. */
  dayWape: z.number().nullable(),
  /** Forecast less came, over came: above 0 too much was forecast. */
  bias: z.number().nullable(),
  /** Intervals in which one contact or more was expected: of these the bands are tried. */
  bandIntervals: z.number().int(),
  /** The share of them inside the 80 % and the 95 % band. */
  covered80: z.number().nullable(),
  covered95: z.number().nullable(),
  /** Whole days tried, and the share inside the day's 80 % band. */
  bandDays: z.number().int(),
  dayCovered80: z.number().nullable(),
  /** Days whose workload is known: somebody was answered, or nobody came. */
  workDays: z.number().int(),
  /** As dayWape and bias, of contacts times handling time; what came is weighed with the day's mean handling time of those answered. */
  workWape: z.number().nullable(),
  workBias: z.number().nullable(),
})
export type ForecastAccuracy = z.infer<typeof ForecastAccuracy>

/** The same by hour of the centre's day, however far ahead. */
export const HourAccuracy = z.object({
  /** Null: all queues. */
  queueId: z.number().int().nullable(),
  hour: z.number().int().min(0).max(23),
  /** Intervals that were compared, and the contacts that came in them. */
  intervals: z.number().int(),
  came: z.number(),
  /** As intervalWape, bias, bandIntervals and the shares in their bands of {@link ForecastAccuracy}. */
  wape: z.number().nullable(),
  bias: z.number().nullable(),
  bandIntervals: z.number().int(),
  covered80: z.number().nullable(),
  covered95: z.number().nullable(),
})
export type HourAccuracy = z.infer<typeof HourAccuracy>

/** How methods did in the back-tests that a queue was learnt from: each day forecast from its own past only. */
export const MethodAccuracy = z.object({
  queueId: z.number().int(),
  intervalMinutes: z.number().int(),
  learntAt: Instant,
  leadDays: z.number().int(),
  /** Open days tried. */
  days: z.number().int(),
  /** Contacts that came in them. */
  came: z.number(),
  /** Sums of absolute errors by interval, in contacts: of the forecast as it is made, and of each method. */
  chosen: z.number(),
  /** The same with their signs, forecast less came; null of what was learnt before this was kept, as is what follows. */
  chosenSigned: z.number().nullable(),
  byMethod: z.record(z.string(), z.object({ absolute: z.number(), signed: z.number().nullable(), weight: z.number() })),
  /** Intervals with one contact or more expected, and how many of them lay in the bands of the forecast as it is made; methods have no bands. */
  covered: z.object({ intervals: z.number(), within80: z.number(), within95: z.number() }).nullable(),
})
export type MethodAccuracy = z.infer<typeof MethodAccuracy>

const AccuracyQuery = z.object({
  /** How many days back from the last known one. */
  days: z.coerce.number().int().min(1).max(731).default(90),
})
type AccuracyQuery = z.infer<typeof AccuracyQuery>

/** What the tables of the accuracy page are, one a file. */
export const accuracyTables = ['days', 'hours', 'methods'] as const

const AccuracyExportQuery = AccuracyQuery.extend({
  format: z.enum(['xlsx', 'csv']),
  language: z.enum(['ru', 'en']).default('ru'),
  table: z.enum(accuracyTables).default('days'),
})
type AccuracyExportQuery = z.infer<typeof AccuracyExportQuery>

const ForecastParams = CenterParams.extend({ forecastId: Id })
type ForecastParams = z.infer<typeof ForecastParams>

const IntervalsQuery = z.object({
  queueId: z.coerce.number().int().positive().optional(),
  /** Days, both included; all when left out. */
  firstDay: LocalDate.optional(),
  lastDay: LocalDate.optional(),
})
type IntervalsQuery = z.infer<typeof IntervalsQuery>

const ExportQuery = z.object({
  format: z.enum(['xlsx', 'csv']),
  language: z.enum(['ru', 'en']).default('ru'),
  /** What a row is. */
  grain: z.enum(['interval', 'day', 'week']).default('interval'),
})
type ExportQuery = z.infer<typeof ExportQuery>

type Nothing = Record<string, never>

interface ForecastRoutes {
  readonly listForecasts: Route<CenterParams, Nothing, Nothing, { readonly forecasts: Forecast[] }>
  readonly createForecast: Route<CenterParams, Nothing, ForecastDraft, { readonly forecastId: number }>
  readonly readForecast: Route<
    ForecastParams,
    Nothing,
    Nothing,
    {
      readonly forecast: Forecast
      readonly days: readonly ForecastDay[]
      readonly weeks: readonly ForecastWeek[]
      readonly together: ForecastTogether
      readonly queues: readonly ForecastQueue[]
      readonly layers: readonly LaidLayer[]
    }
  >
  readonly readForecastIntervals: Route<
    ForecastParams,
    IntervalsQuery,
    Nothing,
    { readonly intervals: ForecastInterval[] }
  >
  readonly readForecastAccuracy: Route<
    CenterParams,
    AccuracyQuery,
    Nothing,
    {
      readonly firstDay: string | null
      readonly lastDay: string | null
      readonly accuracy: ForecastAccuracy[]
      readonly hours: HourAccuracy[]
    }
  >
  readonly exportForecastAccuracy: Route<CenterParams, AccuracyExportQuery, Nothing, unknown>
  readonly readMethodAccuracy: Route<CenterParams, Nothing, Nothing, { readonly methods: MethodAccuracy[] }>
  readonly exportForecast: Route<ForecastParams, ExportQuery, Nothing, unknown>
  readonly cancelForecast: Route<ForecastParams, Nothing, Nothing, Done>
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
    summary:
      'One forecast: how far it is, the totals of its days and weeks by queue and of all queues together, what they were made from, and the layers over it: of now for a draft, as published after.',
    may: 'readForecast',
    params: ForecastParams,
    reply: z.object({
      forecast: Forecast,
      days: z.array(ForecastDay),
      weeks: z.array(ForecastWeek),
      together: ForecastTogether,
      queues: z.array(ForecastQueue),
      layers: z.array(LaidLayer),
    }),
  }),
  readForecastIntervals: route('GET', '/centers/:centerId/forecasts/:forecastId/intervals', {
    summary: 'The intervals of one forecast, with their bands.',
    may: 'readForecast',
    params: ForecastParams,
    query: IntervalsQuery,
    reply: z.object({ intervals: z.array(ForecastInterval) }),
  }),
  readForecastAccuracy: route('GET', '/centers/:centerId/forecast-accuracy', {
    summary:
      'How published forecasts stood against what came: by queue, by how far ahead, and by both; by hour of the day, and by queue and hour.',
    may: 'readForecast',
    params: CenterParams,
    query: AccuracyQuery,
    reply: z.object({
      /** The days looked at, both included; null when nothing is known yet. */
      firstDay: LocalDate.nullable(),
      lastDay: LocalDate.nullable(),
      accuracy: z.array(ForecastAccuracy),
      hours: z.array(HourAccuracy),
    }),
  }),
  exportForecastAccuracy: route('POST', '/centers/:centerId/forecast-accuracy/export', {
    summary:
      'A table of the accuracy page as a file: by queue and how far ahead, by queue and hour, or by method as back-tests ended.',
    may: 'readForecast',
    params: CenterParams,
    query: AccuracyExportQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  readMethodAccuracy: route('GET', '/centers/:centerId/forecast-accuracy/methods', {
    summary:
      'How each method did in the back-tests that queues were last learnt from, by how far ahead, and what it weighs now.',
    may: 'readForecast',
    params: CenterParams,
    reply: z.object({ methods: z.array(MethodAccuracy) }),
  }),
  exportForecast: route('POST', '/centers/:centerId/forecasts/:forecastId/export', {
    summary:
      'A forecast as a file: a row an interval, a day or a week and queue, with its bands and handling time; of days and weeks all queues together too.',
    may: 'readForecast',
    params: ForecastParams,
    query: ExportQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  cancelForecast: route('POST', '/centers/:centerId/forecasts/:forecastId/cancel', {
    summary: 'Stops a forecast that is waiting or being made.',
    may: 'editForecast',
    params: ForecastParams,
    reply: Done,
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
