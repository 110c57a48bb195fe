import { z } from 'zod'

import { channels, directions } from '@pult/engine/contacts'

import { PlainDate } from './plain-date.ts'
import { CenterParams, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
const Words = z.object({ ru: z.string(), en: z.string() })

/** A day of the centre's calendar (its first instant) or an instant. */
export const Moment = z.union([LocalDate, Instant], {
  error: 'must be a day such as 2026-11-01 or an instant such as 2026-11-01T09:00:00Z',
})

export const splits = [
  'queue',
  'agent',
  'team',
  'channel',
  'direction',
  'interval',
  'day',
  'week',
  'month',
  'weekday',
  'hour',
  'slot',
  'pauseReason',
] as const
/**
 * What a question is split by. Keys of rows: `queue`, `agent`, `team`, `pauseReason` ids (0: none) · `channel`, `direction` words · `interval`
 * an instant · `day` and `week` (its Monday) `2026-02-01` · `month` `2026-02` · `weekday` 1 (Monday) to 7 · `hour` and `slot`
 * (half-hours) the local time of day, `08:30`.
 */
export const Split = z.enum(splits)
export type Split = z.infer<typeof Split>

/** What a period may be compared with. */
export const comparisons = ['none', 'previous', 'yearBefore', 'both'] as const

/** How many measures may be asked for at once. */
export const mostMeasures = 24

const Ids = z.array(z.number().int().nonnegative()).max(1000)

export const MeasureFilters = z
  .object({
    /** 0 is "without a queue". */
    queueIds: Ids.optional(),
    agentIds: Ids.optional(),
    teamIds: Ids.optional(),
    channels: z.array(z.enum(channels)).optional(),
    directions: z.array(z.enum(directions)).optional(),
  })
  .strict()
export type MeasureFilters = z.infer<typeof MeasureFilters>

export const period = {
  /** The first day or instant. */
  from: Moment,
  /** The first day or instant that no longer belongs to the period: `[from, to)`. */
  to: Moment,
}

export const MeasureQuery = z
  .object({
    ...period,
    /**
     * `ahtSeconds`: by the centre's own definition as it holds on each day, else by Pult's · `ahtSeconds@own2`: by the centre's second, on all
     * days · `ahtSeconds@1`: by Pult's · `ahtSeconds(parts=talk)`: by one that is tried. `serviceLevel` is the centre's service level.
     */
    measures: z.array(z.string().min(1).max(200)).min(1).max(mostMeasures),
    splitBy: z.array(Split).max(2).default([]),
    /** Length of `interval`, in minutes. */
    intervalMinutes: z.union([z.literal(15), z.literal(30), z.literal(60)]).default(30),
    filters: MeasureFilters.default({}),
    /** Threshold instead of the target's. */
    withinSeconds: z.number().int().min(0).max(604_800).optional(),
    /** Abandons of at most so long are short, instead of the centre's policy. */
    shortAbandonSeconds: z.number().int().min(0).max(3600).optional(),
    /** `both`: the period before as `comparison`, and the same period a year before as `yearBefore` beside it. */
    compare: z.enum(comparisons).default('none'),
    /** Asks the facts themselves for thresholds between the bounds of the roll-ups: slower, exact. */
    exact: z.boolean().default(false),
    /** The centre's definitions as they were known then: a report of that day comes out the same. */
    definitionsAsOf: Instant.optional(),
    /** Control limits, where the only split is `day`, `week`, `month` or `interval`. */
    control: z.boolean().default(false),
  })
  .strict()
export type MeasureQuery = z.infer<typeof MeasureQuery>
/** What a question is where nothing else is asked. */
export const plainQuestion = MeasureQuery.omit({ from: true, to: true, measures: true }).parse({})
/** As a person or script writes it: everything with a default may be left out. */
export type MeasureQueryInput = z.input<typeof MeasureQuery>

export const Figure = z.object({
  /** Null: nothing to divide by, or no data; shown "–". Fractions for shares, seconds for times. */
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number(),
  /** Interpolated between the bounds of the histograms; shown ≈. */
  approximate: z.boolean(),
})
export type Figure = z.infer<typeof Figure>

export const targetStates = ['met', 'missed', 'unknown'] as const
/** `unknown`: no value, or so few contacts that the interval holds the target. */
export const TargetState = z.enum(targetStates)

/** What the figure was in the period compared with. `beyondNoise`: the difference is more than chance among so many; null: not judged. */
const FormerFigure = Figure.extend({ beyondNoise: z.boolean().nullable() })

export const MeasureFigure = Figure.extend({
  /** 95 % interval; null where the measure has none. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** The same of the period compared with. */
  comparison: FormerFigure.nullable(),
  /** The same of a year before, where both were asked for. */
  yearBefore: FormerFigure.nullable(),
  target: z.object({ value: z.number(), withinSeconds: z.number().nullable(), state: TargetState }).nullable(),
  /** Natural limits of the series; `signal` says that this point is more than noise. */
  control: z.object({ low: z.number(), center: z.number(), high: z.number(), signal: z.boolean() }).nullable(),
})
export type MeasureFigure = z.infer<typeof MeasureFigure>

/** What the list of contacts is filtered by to see what stands behind a row. */
export const DrillFilter = z.object({
  from: Instant,
  to: Instant,
  queueIds: Ids.optional(),
  agentIds: Ids.optional(),
  channels: z.array(z.enum(channels)).optional(),
  directions: z.array(z.enum(directions)).optional(),
  /** 1 (Monday) to 7, local. */
  weekday: z.number().int().optional(),
  /** Local time of day `[from, to)`: `08:30`, `09:00`. */
  timeFrom: z.string().optional(),
  timeTo: z.string().optional(),
})
export type DrillFilter = z.infer<typeof DrillFilter>

/** Parts of a measure that are contacts, as the engine's `ContactPart`. */
export const contactParts = ['numerator', 'rest', 'all'] as const

export const RowKey = z.object({
  split: Split,
  /** See {@link Split}. */
  key: z.union([z.string(), z.number()]),
  /** A name, for queues, agents, teams and pause reasons; empty where the web writes the key in the reader's language. */
  label: z.string(),
})
export type RowKey = z.infer<typeof RowKey>

export const MeasureRow = z.object({
  keys: z.array(RowKey),
  /** In the order of `measures`. */
  figures: z.array(MeasureFigure),
  drill: DrillFilter.nullable(),
  /** Lies wholly within a gap of the data: its figures are null, not 0. */
  gap: z.boolean(),
})
export type MeasureRow = z.infer<typeof MeasureRow>

export const MeasureColumn = z.object({
  /** `serviceLevelNeutral@1`. */
  reference: z.string(),
  id: z.string(),
  version: z.number(),
  name: Words,
  short: Words.nullable(),
  formula: Words,
  beware: Words.nullable(),
  unit: z.enum(['contacts', 'fraction', 'seconds', 'times']),
  kind: z.enum(['count', 'share', 'mean', 'max', 'ratio', 'percentile', 'recall']),
  better: z.enum(['high', 'low', 'neither']),
  /** The threshold used, where the measure has one. Null when it differs by queue or day (each queue's own target of the day). */
  withinSeconds: z.number().nullable(),
  /** Days inside the period on which a target of the measure changes. Rows that reach over such a day have no target. */
  targetChanges: z.array(z.string()),
  /** Needs counters that have no agent (the abandoned), so that it is empty where the question is about agents. */
  notByAgent: z.boolean(),
  /** Needs agents' time, which belongs to no queue: empty where the question is about queues, channels or directions. */
  notByQueue: z.boolean(),
  /** Is not kept by pause reason: empty where the question is split by it. Pauses, training and other work are. */
  notByReason: z.boolean(),
  /** Which parts of it are contacts that can be listed, the one a reader looks for first: see `measure` and `part` of the contact filter. */
  parts: z.array(z.enum(contactParts)),
  /** The centre's own versions by which it was counted, in the order of their days; empty where Pult's definition holds throughout. */
  versions: z.array(
    z.object({
      reference: z.string(),
      /** The first day of the period on which it holds; null: from the period's beginning. */
      from: LocalDate.nullable(),
      formula: Words,
      validFrom: LocalDate.nullable(),
      reason: z.string().nullable(),
      createdByName: z.string().nullable(),
      createdAt: Instant.nullable(),
    }),
  ),
})
export type MeasureColumn = z.infer<typeof MeasureColumn>

const Stretch = z.object({ from: Instant, to: Instant })

export const MeasureReply = z.object({
  timeZone: z.string(),
  period: Stretch,
  comparisonPeriod: Stretch.nullable(),
  /** Stretches of the periods compared with of which nothing is known: before the first contact, and gaps. Counts are short by what they lack. */
  comparisonGaps: z.array(Stretch),
  /** The period a year before, where both were asked for. */
  yearBeforePeriod: Stretch.nullable(),
  /** When it was computed. */
  asOf: Instant,
  /** Roll-ups of the period still to be computed from newer facts; the figures are that far behind. */
  hoursDue: z.number(),
  /** When the definitions were known by which it was computed. */
  definitionsAsOf: Instant,
  measures: z.array(MeasureColumn),
  splitBy: z.array(Split),
  rows: z.array(MeasureRow),
  total: MeasureRow,
  /** Stretches without data: missing is not zero. */
  gaps: z.array(Stretch),
  /** More rows than are given; ask for less at once. */
  truncated: z.boolean(),
})
export type MeasureReply = z.infer<typeof MeasureReply>

export const CurveQuery = z
  .object({
    ...period,
    filters: MeasureFilters.default({}),
    shortAbandonSeconds: z.number().int().min(0).max(3600).optional(),
  })
  .strict()
export type CurveQuery = z.infer<typeof CurveQuery>
export type CurveQueryInput = z.input<typeof CurveQuery>

/** Service level over the threshold, all rules. */
export const CurveReply = z.object({
  thresholds: z.array(z.number()),
  curves: z.array(z.object({ reference: z.string(), name: Words, values: z.array(z.number().nullable()) })),
  contacts: z.number(),
  target: z.object({ value: z.number(), withinSeconds: z.number() }).nullable(),
})
export type CurveReply = z.infer<typeof CurveReply>

export const MeasureDefinitionReply = MeasureColumn.omit({
  withinSeconds: true,
  targetChanges: true,
  versions: true,
}).extend({
  group: z.string(),
  attribution: z.enum(['offered', 'answered', 'ended', 'time']),
  usesThreshold: z.boolean(),
  current: z.boolean(),
  source: z.string(),
  numerator: z.array(z.object({ counter: z.string(), times: z.number() })),
  denominator: z.array(z.object({ counter: z.string(), times: z.number() })),
})
export type MeasureDefinitionReply = z.infer<typeof MeasureDefinitionReply>

export const DefinitionsReply = z.object({
  measures: z.array(MeasureDefinitionReply),
  counters: z.array(z.object({ id: z.string(), ru: z.string(), en: z.string(), unit: z.string() })),
})
export type DefinitionsReply = z.infer<typeof DefinitionsReply>

const ExportQuery = z.object({ format: z.enum(['xlsx', 'csv']), language: z.enum(['ru', 'en']).default('ru') })

type None = Record<string, never>

interface MeasuresRoutes {
  readonly listDefinitions: Route<None, None, None, DefinitionsReply>
  readonly queryMeasures: Route<CenterParams, None, MeasureQuery, MeasureReply>
  readonly exportMeasures: Route<CenterParams, z.infer<typeof ExportQuery>, MeasureQuery, unknown>
  readonly serviceLevelCurve: Route<CenterParams, None, CurveQuery, CurveReply>
  readonly exportCurve: Route<CenterParams, z.infer<typeof ExportQuery>, CurveQuery, unknown>
}

/** What happened in a period, and by which definitions. */
export const measures: MeasuresRoutes = {
  listDefinitions: route('GET', '/measures/definitions', {
    summary: 'Every measure and counter with formula, version and source.',
    may: 'signedIn',
    reply: DefinitionsReply,
  }),
  queryMeasures: route('POST', '/centers/:centerId/measures/query', {
    summary: 'Measures of a period, split by up to two things, with comparison and targets.',
    may: 'readMeasures',
    params: CenterParams,
    body: MeasureQuery,
    reply: MeasureReply,
  }),
  exportMeasures: route('POST', '/centers/:centerId/measures/export', {
    summary: 'The same question as a file: xlsx or csv, as shown, shares and means with their interval.',
    may: 'exportMeasures',
    params: CenterParams,
    query: ExportQuery,
    body: MeasureQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  serviceLevelCurve: route('POST', '/centers/:centerId/measures/service-level-curve', {
    summary: 'Service level over the threshold from 0 to 300 s, by every rule.',
    may: 'readMeasures',
    params: CenterParams,
    body: CurveQuery,
    reply: CurveReply,
  }),
  exportCurve: route('POST', '/centers/:centerId/measures/service-level-curve/export', {
    summary: 'The same curve as a file: xlsx or csv, a row a threshold, a column a rule.',
    may: 'exportMeasures',
    params: CenterParams,
    query: ExportQuery,
    body: CurveQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
}
