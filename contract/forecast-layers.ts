import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
const MinuteOfDay = z.number().int().min(0).max(1440)

/** What a layer is of: events that history does not foretell, and a planner's correction. */
export const layerKinds = ['campaign', 'billRun', 'tvSpot', 'outage', 'other', 'correction'] as const
/** `times`: contacts × amount; `add`: so many more a day; `set`: so many a day. */
export const layerChanges = ['times', 'add', 'set'] as const

const LayerFields = z.object({
  kind: z.enum(layerKinds),
  /** Null: every queue, which only a factor can be laid over. */
  queueId: z.number().int().positive().max(2_147_483_647).nullable().default(null),
  /** Local days, both included. */
  firstDay: LocalDate,
  lastDay: LocalDate,
  /** Minutes of the wall clock, the second one excluded. */
  fromMinute: MinuteOfDay.default(0),
  toMinute: MinuteOfDay.default(1440),
  change: z.enum(layerChanges),
  amount: z.number().min(-1_000_000).max(1_000_000),
  /** One standard deviation of the amount, in its unit; widens the bands. */
  amountSd: z.number().min(0).max(1_000_000).default(0),
  /** Handling time × this. */
  ahtTimes: z.number().min(0.1).max(10).default(1),
  reason: z.string().trim().min(1).max(1000),
  /** The last day on which it is laid over drafts; null for ever. */
  expiresOn: LocalDate.nullable().default(null),
  /** The first day of the past event whose size it has. */
  copiedFrom: LocalDate.nullable().default(null),
})

export const LayerDraft = LayerFields.strict()
  .refine(({ firstDay, lastDay }) => lastDay >= firstDay, {
    path: ['lastDay'],
    error: 'must not lie before the first day',
  })
  .refine(({ fromMinute, toMinute }) => toMinute > fromMinute, {
    path: ['toMinute'],
    error: 'must lie after the hour it begins',
  })
  .refine(({ change, amount }) => change === 'add' || amount >= 0, {
    path: ['amount'],
    error: 'must be zero or more: fewer than no contacts cannot come',
  })
  .refine(({ change, amount }) => change !== 'times' || amount <= 50, {
    path: ['amount'],
    error: 'must be at most 50: it is a factor, 1.2 for a fifth more',
  })
  .refine(({ change, queueId }) => change === 'times' || queueId !== null, {
    path: ['queueId'],
    error: 'must name a queue: a number of contacts is of one queue, only a factor is of all',
  })
export type LayerDraft = z.infer<typeof LayerDraft>
export type LayerDraftInput = z.input<typeof LayerDraft>

export const ForecastLayer = LayerFields.extend({
  layerId: z.number().int(),
  createdByName: z.string(),
  createdAt: Instant,
  undoneByName: z.string().nullable(),
  undoneAt: Instant.nullable(),
  /** Its last day has passed, or the day it expires on. */
  isOver: z.boolean(),
})
export type ForecastLayer = z.infer<typeof ForecastLayer>

/** A layer as it lies over a forecast. */
export const LaidLayer = LayerFields.extend({
  layerId: z.number().int(),
  createdByName: z.string(),
  /** Contacts it adds to the forecast, on top of the layers before it. */
  contacts: z.number(),
})
export type LaidLayer = z.infer<typeof LaidLayer>

/** How large something past was: what came over what was usual then. */
export const EventSize = z.object({
  came: z.number(),
  usual: z.number(),
  times: z.number(),
  /** One standard deviation of `times`. */
  timesSd: z.number(),
  /** Like days that were compared. */
  comparedDays: z.number().int(),
})
export type EventSize = z.infer<typeof EventSize>

/** How far ahead a day lay when it was forecast, in days from the last known one: these and all between, the last one open. */
export const forecastReaches = ['1', '2-5', '6-10', '11-28', '29+'] as const

/** Days of published forecasts with layers over them, with the layers and without. Differences below zero: the layers helped. */
export const LayerAccuracy = z.object({
  /** Null: all queues. */
  queueId: z.number().int().nullable(),
  /** Null: however far ahead. */
  reach: z.enum(forecastReaches).nullable(),
  /** Days over which nothing but events lay, or nothing but a planner's corrections; null: whatever lay over them. */
  laid: z.enum(['events', 'corrections']).nullable(),
  /** Days of queues that a layer lay over and of which the centre has told. */
  queueDays: z.number().int(),
  came: z.number(),
  dayWape: z.number().nullable(),
  dayWapeWithout: z.number().nullable(),
  intervalWape: z.number().nullable(),
  intervalWapeWithout: z.number().nullable(),
  bias: z.number().nullable(),
  biasWithout: z.number().nullable(),
  /** Share of whole days inside the day's 80 % band. */
  dayCovered80: z.number().nullable(),
  dayCovered80Without: z.number().nullable(),
  /** Error by day with layers less without, and its 95 % interval, by drawing calendar days anew; null below four days. */
  difference: z.number().nullable(),
  differenceLow: z.number().nullable(),
  differenceHigh: z.number().nullable(),
})
export type LayerAccuracy = z.infer<typeof LayerAccuracy>

const LayerParams = CenterParams.extend({ layerId: Id })
type LayerParams = z.infer<typeof LayerParams>

const SizeQuery = z
  .object({
    firstDay: LocalDate,
    lastDay: LocalDate,
    queueId: z.coerce.number().int().positive().max(2_147_483_647).optional(),
    fromMinute: z.coerce.number().int().min(0).max(1440).default(0),
    toMinute: z.coerce.number().int().min(0).max(1440).default(1440),
  })
  .refine(({ firstDay, lastDay }) => lastDay >= firstDay, {
    path: ['lastDay'],
    error: 'must not lie before the first day',
  })
type SizeQuery = z.infer<typeof SizeQuery>

const AccuracyQuery = z.object({ days: z.coerce.number().int().min(1).max(731).default(90) })

type Nothing = Record<string, never>

interface ForecastLayerRoutes {
  readonly listLayers: Route<CenterParams, Nothing, Nothing, { readonly layers: ForecastLayer[] }>
  readonly createLayer: Route<CenterParams, Nothing, LayerDraft, { readonly layerId: number }>
  readonly undoLayer: Route<LayerParams, Nothing, Nothing, Done>
  readonly readEventSize: Route<CenterParams, SizeQuery, Nothing, { readonly size: EventSize | null }>
  readonly readLayerAccuracy: Route<
    CenterParams,
    z.infer<typeof AccuracyQuery>,
    Nothing,
    { readonly accuracy: LayerAccuracy[] }
  >
}

/** What is laid over forecasts by hand. */
export const forecastLayers: ForecastLayerRoutes = {
  listLayers: route('GET', '/centers/:centerId/forecast-layers', {
    summary: 'Events and corrections laid over forecasts, the newest first; those undone and over among them.',
    may: 'readForecast',
    params: CenterParams,
    reply: z.object({ layers: z.array(ForecastLayer) }),
  }),
  createLayer: route('POST', '/centers/:centerId/forecast-layers', {
    summary: 'Lays an event or a correction over every draft of its days. Published forecasts stay as they are.',
    may: 'editForecast',
    params: CenterParams,
    body: LayerDraft,
    reply: z.object({ layerId: z.number().int() }),
  }),
  undoLayer: route('POST', '/centers/:centerId/forecast-layers/:layerId/undo', {
    summary: 'Takes a layer off every draft. It stays in the list, and on forecasts that were published with it.',
    may: 'editForecast',
    params: LayerParams,
    reply: Done,
  }),
  readEventSize: route('GET', '/centers/:centerId/forecast-layers/size', {
    summary:
      'How large a past event was: contacts of its days and hours over what the same weekdays of five weeks before and after brought. Null where nothing is comparable.',
    may: 'readForecast',
    params: CenterParams,
    query: SizeQuery,
    reply: z.object({ size: EventSize.nullable() }),
  }),
  readLayerAccuracy: route('GET', '/centers/:centerId/forecast-accuracy/layers', {
    summary:
      'Whether layers helped: days of published forecasts that had some, with and without them, by queue, by how far ahead, and by both; and of all queues events apart from corrections.',
    may: 'readForecast',
    params: CenterParams,
    query: AccuracyQuery,
    reply: z.object({ accuracy: z.array(LayerAccuracy) }),
  }),
}
