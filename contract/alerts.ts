import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { alertEvents, alertSeverities, Bilingual, clearedBecause, QuietHours } from './alert-words.ts'
import { messageChannels, messageProblems, messageStatuses } from './message-words.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const Alert = z.object({
  alertId: z.number(),
  /** Null once its rule has been deleted. */
  alertRuleId: z.number().nullable(),
  ruleName: z.string(),
  severity: z.enum(alertSeverities),
  subject: z.string(),
  /** What was out of line when it was raised, as a sentence. */
  words: Bilingual,
  value: z.number().nullable(),
  worst: z.number().nullable(),
  /** The version of the measure's definition that it was judged by: `abandonRate@1` is Pult's, `abandonRate@own2` the centre's; null of what is no measure. */
  definition: z.string().nullable(),
  raisedAt: z.string(),
  clearedAt: z.string().nullable(),
  clearedBecause: z.enum(clearedBecause).nullable(),
  answeredAt: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answer: z.string().nullable(),
})
export type Alert = z.infer<typeof Alert>

/** Who was told of an alert, and what became of it. */
const AlertTold = z.object({
  event: z.enum(alertEvents),
  way: z.enum(messageChannels),
  address: z.string(),
  madeAt: z.string(),
  /** Null while quiet hours or the hourly limit hold it back. */
  toldAt: z.string().nullable(),
  /** Null before it has been told, and once the line of the log is too old. */
  status: z.enum(messageStatuses).nullable(),
  problem: z.enum(messageProblems).nullable(),
})
export type AlertTold = z.infer<typeof AlertTold>

export const AlertStory = Alert.extend({ told: z.array(AlertTold), toldByPage: z.boolean() })
export type AlertStory = z.infer<typeof AlertStory>

const AlertFilter = z
  .object({
    state: z.enum(['all', 'open', 'cleared']).default('all'),
    severity: z.enum(alertSeverities).optional(),
    alertRuleId: Id.optional(),
    queueId: Id.optional(),
    /** Days of the centre, the last one included. */
    from: PlainDate.optional(),
    to: PlainDate.optional(),
    /** In the name of the rule, the sentence or the answer. */
    search: z.string().trim().max(200).optional(),
  })
  .strict()
export type AlertFilter = z.infer<typeof AlertFilter>

const AlertQuery = AlertFilter.extend({ before: Id.optional() })
type AlertQuery = z.infer<typeof AlertQuery>

const AlertList = z.object({
  alerts: z.array(Alert),
  /** Give it as `before` for older ones; null where there are none. */
  next: z.number().nullable(),
  /** Rules and queues that the history knows, for filters. */
  rules: z.array(z.object({ alertRuleId: z.number(), name: z.string() })),
  queues: z.array(z.object({ queueId: z.number(), name: z.string() })),
  /** Whether anybody watches anything yet. */
  hasRules: z.boolean(),
})
export type AlertList = z.infer<typeof AlertList>

const AlertFileQuery = AlertFilter.extend({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['ru', 'en']).default('ru'),
})
type AlertFileQuery = z.infer<typeof AlertFileQuery>

/** What the bell in the header says. */
const AlertBell = z.object({
  open: z.number(),
  /** Raised since the reader last looked, and hers to know. */
  unread: z.number(),
  /** Whether something critical is open. */
  isCritical: z.boolean(),
  latest: z.array(Alert),
})
export type AlertBell = z.infer<typeof AlertBell>

const Seen = z.object({ alertId: z.number().int().min(0) }).strict()
const Answer = z.object({ words: z.string().trim().max(1000).default('') }).strict()
const OwnQuiet = z.object({ quiet: QuietHours.nullable() }).strict()
type OwnQuiet = z.infer<typeof OwnQuiet>

const OfAlert = CenterParams.extend({ alertId: Id })
type OfAlert = z.infer<typeof OfAlert>
type Nothing = Record<string, never>

interface AlertRoutes {
  readonly listAlerts: Route<CenterParams, AlertQuery, Nothing, AlertList>
  readonly exportAlerts: Route<CenterParams, AlertFileQuery, Nothing, unknown>
  readonly readAlert: Route<OfAlert, Nothing, Nothing, AlertStory>
  readonly answerAlert: Route<OfAlert, Nothing, z.infer<typeof Answer>, Done>
  readonly readBell: Route<CenterParams, Nothing, Nothing, AlertBell>
  readonly seeBell: Route<CenterParams, Nothing, z.infer<typeof Seen>, Done>
  readonly readOwnQuiet: Route<CenterParams, Nothing, Nothing, OwnQuiet>
  readonly setOwnQuiet: Route<CenterParams, Nothing, OwnQuiet, Done>
}

/** Alerts, open and past. A supervisor meets those of her own teams' queues. */
export const alerts: AlertRoutes = {
  listAlerts: route('GET', '/centers/:centerId/alerts', {
    summary: 'Alerts, the newest first.',
    may: 'readAlerts',
    params: CenterParams,
    query: AlertQuery,
    reply: AlertList,
  }),
  exportAlerts: route('POST', '/centers/:centerId/alerts/export', {
    summary: 'The same as a file.',
    may: 'readAlerts',
    params: CenterParams,
    query: AlertFileQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
  readBell: route('GET', '/centers/:centerId/alerts/bell', {
    summary: 'How many alerts are open, and the latest that are the reader’s to know.',
    may: 'readAlerts',
    params: CenterParams,
    reply: AlertBell,
  }),
  seeBell: route('POST', '/centers/:centerId/alerts/bell/seen', {
    summary: 'Remembers that the reader has seen everything up to this alert.',
    may: 'readAlerts',
    params: CenterParams,
    body: Seen,
    reply: Done,
  }),
  readOwnQuiet: route('GET', '/centers/:centerId/alerts/quiet', {
    summary: 'The reader’s own quiet hours.',
    may: 'readAlerts',
    params: CenterParams,
    reply: OwnQuiet,
  }),
  setOwnQuiet: route('PUT', '/centers/:centerId/alerts/quiet', {
    summary: 'Sets the reader’s own quiet hours; what comes meanwhile is told in one message after them.',
    may: 'readAlerts',
    params: CenterParams,
    body: OwnQuiet,
    reply: Done,
  }),
  readAlert: route('GET', '/centers/:centerId/alerts/:alertId', {
    summary: 'One alert, and who was told of it by what.',
    may: 'readAlerts',
    params: OfAlert,
    reply: AlertStory,
  }),
  answerAlert: route('POST', '/centers/:centerId/alerts/:alertId/answer', {
    summary: 'Says that somebody takes care of it: it reminds no more.',
    may: 'answerAlerts',
    params: OfAlert,
    body: Answer,
    reply: Done,
  }),
}
