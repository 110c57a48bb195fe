import { z } from 'zod'

import { reportFigures, timeParts } from '@pult/engine/measures'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })

/** A figure that an old report tells. */
export const ReportFigure = z.enum(reportFigures)

/** One figure of an old report. */
export const ReportRow = z
  .object({
    figure: ReportFigure,
    /** Fractions for shares, seconds for times. */
    value: z.number().min(0).max(1e12),
    /** Half of the last digit that was told: 0.0005 for 83.1 %. */
    tolerance: z.number().min(0).max(1e9),
    /** Days `[from, to)`; null: the whole period. */
    from: LocalDate.nullable().default(null),
    to: LocalDate.nullable().default(null),
    /** Null: all queues. */
    queueId: z.number().int().positive().nullable().default(null),
  })
  .strict()
export type ReportRow = z.infer<typeof ReportRow>

export const OldReport = z
  .object({
    /** The days that the report is about: the last one excluded. */
    from: LocalDate,
    to: LocalDate,
    rows: z.array(ReportRow).min(1).max(2000),
  })
  .strict()
export type OldReport = z.infer<typeof OldReport>

export const ReconciliationDraft = OldReport.extend({ name: z.string().trim().min(1).max(200) }).strict()
export type ReconciliationDraft = z.infer<typeof ReconciliationDraft>

/** What an old report does otherwise than Pult; see the engine's `ReportChange`. */
export const ReportChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('population'), of: z.enum(['firstLegs', 'contacts']) }),
  z.object({ kind: z.literal('openingHours') }),
  z.object({ kind: z.literal('window'), fromHour: z.number(), toHour: z.number() }),
  z.object({ kind: z.literal('dayStart'), hours: z.number() }),
  z.object({ kind: z.literal('channels'), channels: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('workdays') }),
  z.object({ kind: z.literal('queues'), queueIds: z.array(z.number()).readonly() }),
  z.object({ kind: z.literal('shortAbandons'), seconds: z.number() }),
  z.object({ kind: z.literal('flowOuts'), as: z.enum(['abandoned', 'leftOut']) }),
  z.object({ kind: z.literal('rule'), measureId: z.string(), shortSeconds: z.number().nullable() }),
  z.object({ kind: z.literal('within'), seconds: z.number().nullable() }),
  z.object({ kind: z.literal('parts'), parts: z.array(z.enum(timeParts)).readonly() }),
  z.object({ kind: z.literal('average'), of: z.enum(['days', 'hours', 'queues']) }),
  z.object({ kind: z.literal('median') }),
  z.object({ kind: z.literal('stamp'), by: z.enum(['answered', 'ended']) }),
  z.object({ kind: z.literal('outbound') }),
  z.object({ kind: z.literal('openLeftOut') }),
  z.object({ kind: z.literal('outOf'), of: z.enum(['offered', 'answered', 'answeredAndAbandoned', 'held']) }),
  z.object({ kind: z.literal('waits'), of: z.enum(['all', 'answeredAndAbandoned']) }),
])
export type ReportChange = z.infer<typeof ReportChange>

const Changes = z.array(ReportChange)

export const ExplainedFigure = z.object({
  figure: ReportFigure,
  /** `alone`: only what contradicts the other figures explains it; that is in `other`. */
  status: z.enum(['equal', 'explained', 'alone', 'unexplained']),
  changes: Changes,
  /** Pult's value after one change after the other. */
  steps: z.array(z.object({ changes: Changes, value: z.number().nullable() })),
  rows: z.array(
    z.object({
      row: ReportRow,
      pult: z.number().nullable(),
      explained: z.number().nullable(),
      status: z.enum(['equal', 'explained', 'unexplained']),
    }),
  ),
  /** How many of the ways that were tried give the told values. */
  fits: z.number(),
  other: z.object({ changes: Changes, value: z.number().nullable() }).nullable(),
})
export type ExplainedFigure = z.infer<typeof ExplainedFigure>

export const Explained = z.object({
  from: LocalDate,
  to: LocalDate,
  timeZone: z.string(),
  /** The first instant of the first day and the first after the last, to look at the contacts by. */
  period: z.object({ from: Instant, to: Instant }),
  /** What the report does with all its figures. */
  changes: Changes,
  figures: z.array(ExplainedFigure),
  /** How many sets of changes were tried. */
  tried: z.number(),
  /** Other sets that explain as much, the next simplest first. */
  alternatives: z.array(Changes),
  /** The queues of the period, by which `queues` is read. */
  queues: z.array(z.object({ queueId: z.number(), name: z.string() })),
  /** The centre's own service level, from which differences are told; null: each queue's target, the centre's limit of short abandons. */
  level: z.object({
    measureId: z.string(),
    withinSeconds: z.number().nullable(),
    shortSeconds: z.number().nullable(),
  }),
  /** Hours of the period whose roll-ups are still behind the facts. */
  hoursDue: z.number(),
  milliseconds: z.number(),
})
export type Explained = z.infer<typeof Explained>

export const Reconciliation = z.object({
  reconciliationId: z.number(),
  name: z.string(),
  from: LocalDate,
  to: LocalDate,
  createdByName: z.string(),
  createdAt: Instant,
  figures: z.number(),
  /** Of them told as Pult tells them, or explained. */
  explained: z.number(),
})
export type Reconciliation = z.infer<typeof Reconciliation>

export const WholeReconciliation = Reconciliation.extend({ report: OldReport, reply: Explained })
export type WholeReconciliation = z.infer<typeof WholeReconciliation>

const Params = CenterParams.extend({ reconciliationId: Id })
type None = Record<string, never>
type Params = z.infer<typeof Params>

interface ReconciliationRoutes {
  readonly explain: Route<CenterParams, None, OldReport, Explained>
  readonly list: Route<CenterParams, None, None, { reconciliations: Reconciliation[] }>
  readonly keep: Route<CenterParams, None, ReconciliationDraft, WholeReconciliation>
  readonly read: Route<Params, None, None, WholeReconciliation>
  readonly remove: Route<Params, None, None, Done>
}

/** Why figures of an old report differ from Pult's. */
export const reconciliations: ReconciliationRoutes = {
  explain: route('POST', '/centers/:centerId/reconciliations/explain', {
    summary: 'Which definitions, thresholds and filters explain the figures of an old report; nothing is kept.',
    may: 'reconcile',
    params: CenterParams,
    body: OldReport,
    reply: Explained,
  }),
  list: route('GET', '/centers/:centerId/reconciliations', {
    summary: 'Reconciliations that were kept, the newest first.',
    may: 'reconcile',
    params: CenterParams,
    reply: z.object({ reconciliations: z.array(Reconciliation) }),
  }),
  keep: route('POST', '/centers/:centerId/reconciliations', {
    summary: 'Explains an old report and keeps it with what was found, under a name.',
    may: 'reconcile',
    params: CenterParams,
    body: ReconciliationDraft,
    reply: WholeReconciliation,
  }),
  read: route('GET', '/centers/:centerId/reconciliations/:reconciliationId', {
    summary: 'A kept reconciliation as it was found then.',
    may: 'reconcile',
    params: Params,
    reply: WholeReconciliation,
  }),
  remove: route('DELETE', '/centers/:centerId/reconciliations/:reconciliationId', {
    summary: 'Deletes a kept reconciliation.',
    may: 'reconcile',
    params: Params,
    reply: Done,
  }),
}
