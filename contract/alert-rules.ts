import { z } from 'zod'

import {
  alertChannels,
  alertScopes,
  alertSeverities,
  alertWindows,
  Bilingual,
  conditionKinds,
  liveFigures,
  QuietHours,
} from './alert-words.ts'
import { ChatId, MailAddress } from './message-words.ts'
import { roles } from './permissions.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const QueueIds = z.array(z.number().int().positive()).max(500).default([])
const scope = {
  scope: z.enum(alertScopes).default('eachQueue'),
  /** Left empty: all of them. */
  queueIds: QueueIds,
  channels: z.enum(alertChannels).default('all'),
}

/** What a rule looks at. */
export const AlertWatch = z.discriminatedUnion('kind', [
  /** A measure of the registry. */
  z
    .object({ kind: z.literal('measure'), measure: z.string().min(1).max(100), window: z.enum(alertWindows), ...scope })
    .strict(),
  /** What is seen this moment. */
  z.object({ kind: z.literal('live'), figure: z.enum(liveFigures), ...scope }).strict(),
  /** What a room says is out of line. */
  z.object({ kind: z.literal('condition'), conditions: z.array(z.enum(conditionKinds)).min(1) }).strict(),
])
export type AlertWatch = z.infer<typeof AlertWatch>

const AlertLimit = z
  .object({
    side: z.enum(['above', 'below']),
    /** Shares as fractions, times in seconds. Null: the target in force. */
    at: z.number().min(0).max(1e9).nullable(),
    /** How far back it must come before the alert is cleared. */
    slack: z.number().min(0).max(1e9).default(0),
    /** Of fewer contacts nothing is said. */
    fewest: z.number().int().min(0).max(1_000_000).default(0),
    /** Only where the whole 95 % interval lies beyond. */
    onlySure: z.boolean().default(false),
  })
  .strict()
export type AlertLimit = z.infer<typeof AlertLimit>

const Minutes = z.number().int().min(0).max(1440)

export const AlertRuleDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    watch: AlertWatch,
    /** Null for conditions: a room has judged them. */
    limit: AlertLimit.nullable(),
    holdMinutes: Minutes.default(5),
    clearMinutes: Minutes.default(5),
    /** How often it is told again until somebody answers; null: once. */
    remindMinutes: z.number().int().min(5).max(1440).nullable().default(null),
    openHoursOnly: z.boolean().default(true),
    severity: z.enum(alertSeverities).default('serious'),
    /** When nothing is sent; the page shows it all the same. */
    quiet: QuietHours.nullable().default(null),
    /** Sent also in the quiet hours that a person has set for herself. */
    isUrgent: z.boolean().default(false),
    told: z
      .object({
        roles: z.array(z.enum(roles)).max(roles.length).default([]),
        userIds: z.array(z.string().min(1).max(100)).max(200).default([]),
        /** Whether these people get mail, too. */
        byMail: z.boolean().default(false),
        mails: z.array(MailAddress).max(50).default([]),
        chats: z.array(ChatId).max(20).default([]),
        webhookIds: z.array(z.number().int().positive()).max(20).default([]),
      })
      .strict(),
    /** In which language messages are written. */
    language: z.enum(['ru', 'en']).default('ru'),
    isOn: z.boolean().default(true),
  })
  .strict()
  .refine(({ watch, limit }) => (watch.kind === 'condition') === (limit === null), {
    path: ['limit'],
    message: 'a measure or figure needs a limit, and a condition has none',
  })
export type AlertRuleDraft = z.infer<typeof AlertRuleDraft>

export const AlertRule = z.object({
  ...AlertRuleDraft.shape,
  alertRuleId: z.number(),
  version: z.number(),
  madeByName: z.string(),
  changedAt: z.string(),
  /** How many of its alerts are open now, and when the last was raised. */
  open: z.number(),
  lastRaisedAt: z.string().nullable(),
})
export type AlertRule = z.infer<typeof AlertRule>

/** A measure or figure that a rule can watch. */
const Watchable = z.object({
  kind: z.enum(['measure', 'live']),
  id: z.string(),
  name: Bilingual,
  unit: z.enum(['contacts', 'fraction', 'seconds', 'times', 'agents', 'minutes']),
  better: z.enum(['high', 'low', 'neither']),
  /** Whether it can be asked of the whole centre only. */
  centerOnly: z.boolean(),
  /** Whether a target can stand in for the limit. */
  hasTarget: z.boolean(),
})
export type Watchable = z.infer<typeof Watchable>

const AlertRules = z.object({
  rules: z.array(AlertRule),
  /** Rules to begin with; their names are in both languages. */
  ready: z.array(z.object({ name: Bilingual, draft: AlertRuleDraft })),
  watchables: z.array(Watchable),
  queues: z.array(z.object({ queueId: z.number(), name: z.string() })),
  people: z.array(z.object({ userId: z.string(), name: z.string(), role: z.enum(roles) })),
  webhooks: z.array(z.object({ webhookId: z.number(), name: z.string() })),
  /** By which ways messages can go out. */
  ways: z.object({ mail: z.boolean(), telegram: z.boolean() }),
  /** When the rules were last looked at. */
  lookedAt: z.string().nullable(),
})
export type AlertRules = z.infer<typeof AlertRules>

export const AlertRuleChange = z.object({ version: z.number().int().positive(), draft: AlertRuleDraft }).strict()
export type AlertRuleChange = z.infer<typeof AlertRuleChange>

/** What a rule would have done, as far as what is kept can tell. */
export const AlertPreview = z.object({
  days: z.number(),
  /** How often it would have been raised; null where what it watches is not kept: who waited, who was signed in, what failed. */
  raised: z.number().nullable(),
  /** For how many minutes alerts would have been open, all together. */
  openMinutes: z.number(),
  /** The latest, the newest first. */
  latest: z.array(z.object({ words: Bilingual, raisedAt: z.string(), clearedAt: z.string().nullable() })),
})
export type AlertPreview = z.infer<typeof AlertPreview>

const OfRule = CenterParams.extend({ alertRuleId: Id })
type OfRule = z.infer<typeof OfRule>
type Nothing = Record<string, never>

interface AlertRuleRoutes {
  readonly listAlertRules: Route<CenterParams, Nothing, Nothing, AlertRules>
  readonly previewAlertRule: Route<CenterParams, Nothing, AlertRuleDraft, AlertPreview>
  readonly createAlertRule: Route<CenterParams, Nothing, AlertRuleDraft, { alertRuleId: number }>
  readonly changeAlertRule: Route<OfRule, Nothing, AlertRuleChange, Done>
  readonly deleteAlertRule: Route<OfRule, Nothing, Nothing, Done>
}

/** Rules of who is told of what. */
export const alertRules: AlertRuleRoutes = {
  listAlertRules: route('GET', '/centers/:centerId/alert-rules', {
    summary: 'The rules, those to begin with, and what a rule can watch and tell.',
    may: 'editAlerts',
    params: CenterParams,
    reply: AlertRules,
  }),
  previewAlertRule: route('POST', '/centers/:centerId/alert-rules/preview', {
    summary:
      'How often a rule would have been raised in the last seven days, from the quarters of an hour that are kept.',
    may: 'editAlerts',
    params: CenterParams,
    body: AlertRuleDraft,
    reply: AlertPreview,
  }),
  createAlertRule: route('POST', '/centers/:centerId/alert-rules', {
    summary: 'Makes a rule; it is looked at from the next half-minute on.',
    may: 'editAlerts',
    params: CenterParams,
    body: AlertRuleDraft,
    reply: z.object({ alertRuleId: z.number() }),
  }),
  changeAlertRule: route('PUT', '/centers/:centerId/alert-rules/:alertRuleId', {
    summary: 'Changes a rule. Its open alerts are closed where it watches something else now or is off.',
    may: 'editAlerts',
    params: OfRule,
    body: AlertRuleChange,
    reply: Done,
  }),
  deleteAlertRule: route('DELETE', '/centers/:centerId/alert-rules/:alertRuleId', {
    summary: 'Deletes a rule and closes its open alerts; the history stays.',
    may: 'editAlerts',
    params: OfRule,
    reply: Done,
  }),
}
