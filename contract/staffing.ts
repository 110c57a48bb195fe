import { z } from 'zod'

import { serviceLevelRules } from '@pult/engine/queueing'
import { queueWorks } from '@pult/engine/staffing'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'
import { unlearntReasons } from './staffing-habits.ts'
import { Shrinkage, StaffingRule } from './staffing-rules.ts'

export { Shrinkage, staffingRules, StaffingRule, type ShrinkageHour } from './staffing-rules.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })

export const bindingParts = [
  'serviceLevel',
  'asa',
  'abandonRate',
  'occupancy',
  'balance',
  'deadline',
  'inTime',
] as const
export const requirementStatuses = ['waiting', 'making', 'draft', 'published', 'failed'] as const
export const staleReasons = ['newerForecast', 'layers', 'rules', 'shrinkage'] as const

const ShrinkageKinds = z.object({ kinds: z.array(Shrinkage).max(50) }).strict()
type ShrinkageKinds = z.infer<typeof ShrinkageKinds>

const Backlog = z
  .object({ queueId: z.number().int().positive().max(2_147_483_647), items: z.number().int().min(0).max(1_000_000) })
  .strict()
export type Backlog = z.infer<typeof Backlog>

export const RequirementDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    /** The first and the last day, both included. */
    firstDay: LocalDate,
    lastDay: LocalDate,
    /** Null: as in the last four weeks, the mean of the same weekday and half-hour. */
    forecastId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
    /** Whether rates are taken as uncertain as the forecast (or the last weeks) shows them, or as known; uncertain when left out. */
    isRateUncertain: z.boolean().optional(),
    /** Items that lie there at the start, of queues whose work may wait; counted from the log where left out and the start is near. */
    backlogs: z.array(Backlog).max(200).optional(),
  })
  .strict()
export type RequirementDraft = z.infer<typeof RequirementDraft>

/** A rule as it was applied to one queue. */
export const AppliedRule = z.object({
  queueId: z.number().int(),
  work: z.enum(queueWorks),
  targetLevel: z.number().nullable(),
  withinSeconds: z.number(),
  rule: z.enum(serviceLevelRules),
  shortSeconds: z.number(),
  maxAbandonment: z.number().nullable(),
  maxOccupancy: z.number().nullable(),
  maxAsaSeconds: z.number().nullable(),
  /** Null: nobody hangs up. */
  patienceSeconds: z.number().nullable(),
  isPatienceEstimated: z.boolean(),
  /** By hour of the local day, 0 to 23, where it was estimated. */
  patienceByHour: z.array(z.number()).nullable(),
  /** Where it was learnt, the mean over the load. */
  availability: z.number(),
  isAvailabilityLearnt: z.boolean(),
  /** By hour of the local day, 0 to 23; null where the number that somebody gave holds. */
  availabilityByHour: z.array(z.number()).nullable(),
  /** What stands behind patience and availability; null where neither was asked of the log. */
  log: z.object({ calls: z.number(), hangUps: z.number(), unlearnt: z.enum(unlearntReasons).nullable() }).nullable(),
  contactsAtOnce: z.number().int(),
  stretchPerExtra: z.number(),
  /** Chats at once while the handling time of the log was measured, on average over chats; null where it is taken as one. */
  seenAtOnce: z.number().nullable(),
  deadlineMinutes: z.number().int().nullable(),
  /** Items lying there at the start; null where nothing may wait. */
  backlog: z.number().nullable(),
})
export type AppliedRule = z.infer<typeof AppliedRule>

export const Requirement = z.object({
  requirementId: z.number().int(),
  name: z.string(),
  status: z.enum(requirementStatuses),
  /** 0 to 1. */
  progress: z.number(),
  problem: z.string().nullable(),
  basis: z.enum(['forecast', 'pastWeeks']),
  forecastId: z.number().int().nullable(),
  /** The forecast it was counted from; null for the last four weeks, or where the draft was thrown away. */
  source: z
    .object({ name: z.string(), publishedAt: Instant.nullable(), publishedByName: z.string().nullable() })
    .nullable(),
  /** What has changed since it was counted: a newer published forecast of its days, what queues are to keep, why people are away. */
  stale: z.array(z.enum(staleReasons)),
  intervalMinutes: z.number().int(),
  firstDay: LocalDate,
  lastDay: LocalDate,
  assumptions: z.object({
    rules: z.array(AppliedRule),
    shrinkage: z.array(Shrinkage),
    isRateUncertain: z.boolean(),
    /** Days of which the load is not known (a weekday the last four weeks tell nothing of): agents there are not known, not zero. */
    unknownDays: z.array(LocalDate),
    /** What was said to lie there at the start. */
    backlogs: z.array(Backlog),
  }),
  madeByName: z.string(),
  madeAt: Instant,
  publishedAt: Instant.nullable(),
  publishedByName: z.string().nullable(),
})
export type Requirement = z.infer<typeof Requirement>

const spread = {
  mean: z.number(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  /** Chance of meeting every part of the target, counted over the day or the interval. */
  chance: z.number(),
}

/** Where the service level of an interval will lie, and what one agent more in it alone is worth, on average over the same days. */
export const IntervalRisk = z.object({
  ...spread,
  oneMore: z.object({
    /** Contacts more answered in time, and fewer lost. */
    answeredWithin: z.number(),
    abandonedFewer: z.number(),
    /** Change in the day's chance of meeting the target, and in its service level. */
    dayChance: z.number(),
    dayLevel: z.number(),
  }),
})
export type IntervalRisk = z.infer<typeof IntervalRisk>

/** Where the service level of a queue's day will lie; of work that may wait, the share of its items done in time. */
export const RequirementDay = z.object({ queueId: z.number().int(), day: LocalDate, ...spread })
export type RequirementDay = z.infer<typeof RequirementDay>

export const RequirementInterval = z.object({
  queueId: z.number().int(),
  at: Instant,
  offered: z.number(),
  ahtSeconds: z.number(),
  /** Agents at their posts; null where no number of agents meets the target. */
  needed: z.number().int().nullable(),
  /** People on the roster, after availability and shrinkage; not rounded. */
  scheduled: z.number().nullable(),
  serviceLevel: z.number().nullable(),
  asaSeconds: z.number().nullable(),
  abandonRate: z.number().nullable(),
  occupancy: z.number().nullable(),
  /** The parts of the target that one agent fewer would miss; with `needed` null, those that no number meets. */
  binding: z.array(z.enum(bindingParts)),
  /** Items left lying at the end; null where nothing may wait. Of such work intervals are the queue's open ones, and carry what came before. */
  backlog: z.number().nullable(),
  /** The rate as it was taken to be uncertain: gamma of this shape; null where it was taken as known. */
  rateShape: z.number().nullable(),
  /** Null where no number of agents meets the target, and of work that may wait. */
  risk: IntervalRisk.nullable(),
})
export type RequirementInterval = z.infer<typeof RequirementInterval>

const RequirementParams = CenterParams.extend({ requirementId: Id })
type RequirementParams = z.infer<typeof RequirementParams>

const IntervalsQuery = z.object({
  queueId: z.coerce.number().int().positive().max(2_147_483_647).optional(),
  /** Days, both included; all when left out. */
  firstDay: LocalDate.optional(),
  lastDay: LocalDate.optional(),
})
type IntervalsQuery = z.infer<typeof IntervalsQuery>

/**
 * `rows`: a row an interval and queue, for people and spreadsheets. `grid`: a row a day and queue, a column an interval, as planners keep it and
 * many planning systems take it. `exchange`: a row an interval and queue with instants of UTC and names of columns that no language changes,
 * its CSV of commas and decimal points.
 */
export const requirementLayouts = ['rows', 'grid', 'exchange'] as const

const ExportQuery = z.object({
  format: z.enum(['xlsx', 'csv']),
  language: z.enum(['ru', 'en']).default('ru'),
  layout: z.enum(requirementLayouts).default('rows'),
})
type ExportQuery = z.infer<typeof ExportQuery>

type Nothing = Record<string, never>

interface StaffingRoutes {
  readonly listRules: Route<CenterParams, Nothing, Nothing, { readonly rules: StaffingRule[] }>
  readonly setRule: Route<CenterParams, Nothing, StaffingRule, Done>
  readonly listShrinkage: Route<CenterParams, Nothing, Nothing, ShrinkageKinds>
  readonly setShrinkage: Route<CenterParams, Nothing, ShrinkageKinds, Done>
  readonly listRequirements: Route<CenterParams, Nothing, Nothing, { readonly requirements: Requirement[] }>
  readonly createRequirement: Route<CenterParams, Nothing, RequirementDraft, { readonly requirementId: number }>
  readonly readRequirement: Route<
    RequirementParams,
    IntervalsQuery,
    Nothing,
    {
      readonly requirement: Requirement
      readonly intervals: RequirementInterval[]
      readonly days: RequirementDay[]
    }
  >
  readonly renewRequirement: Route<RequirementParams, Nothing, Nothing, { readonly requirementId: number }>
  readonly publishRequirement: Route<RequirementParams, Nothing, Nothing, Done>
  readonly deleteRequirement: Route<RequirementParams, Nothing, Nothing, Done>
  readonly exportRequirement: Route<RequirementParams, ExportQuery, Nothing, unknown>
}

/** How many agents are needed. */
export const staffing: StaffingRoutes = {
  listRules: route('GET', '/centers/:centerId/staffing/rules', {
    summary: 'What each queue is to keep when agents are counted.',
    may: 'readStaffing',
    params: CenterParams,
    reply: z.object({ rules: z.array(StaffingRule) }),
  }),
  setRule: route('PUT', '/centers/:centerId/staffing/rules', {
    summary: 'Sets the rule of one queue, or of all of a kind of work that have none of their own.',
    may: 'editStaffing',
    params: CenterParams,
    body: StaffingRule,
    reply: Done,
  }),
  listShrinkage: route('GET', '/centers/:centerId/staffing/shrinkage', {
    summary: 'Why people on shift are not at their posts, by kind.',
    may: 'readStaffing',
    params: CenterParams,
    reply: ShrinkageKinds,
  }),
  setShrinkage: route('PUT', '/centers/:centerId/staffing/shrinkage', {
    summary: 'Sets all kinds of shrinkage.',
    may: 'editStaffing',
    params: CenterParams,
    body: ShrinkageKinds,
    reply: Done,
  }),
  listRequirements: route('GET', '/centers/:centerId/requirements', {
    summary: 'All requirements, the newest first.',
    may: 'readStaffing',
    params: CenterParams,
    reply: z.object({ requirements: z.array(Requirement) }),
  }),
  createRequirement: route('POST', '/centers/:centerId/requirements', {
    summary:
      'Counts the agents each queue needs in each interval, from a forecast or from the last four weeks. Answers at once; the work is a job whose progress can be read.',
    may: 'editStaffing',
    params: CenterParams,
    body: RequirementDraft,
    reply: z.object({ requirementId: z.number().int() }),
  }),
  readRequirement: route('GET', '/centers/:centerId/requirements/:requirementId', {
    summary: 'One requirement with its intervals, and the chance of each day.',
    may: 'readStaffing',
    params: RequirementParams,
    query: IntervalsQuery,
    reply: z.object({
      requirement: Requirement,
      intervals: z.array(RequirementInterval),
      days: z.array(RequirementDay),
    }),
  }),
  renewRequirement: route('POST', '/centers/:centerId/requirements/:requirementId/renew', {
    summary: 'Counts the same days anew as a draft, from the forecast published last for them and the rules of now.',
    may: 'editStaffing',
    params: RequirementParams,
    reply: z.object({ requirementId: z.number().int() }),
  }),
  publishRequirement: route('POST', '/centers/:centerId/requirements/:requirementId/publish', {
    summary: 'Publishes a requirement: from then on it is never changed.',
    may: 'editStaffing',
    params: RequirementParams,
    reply: Done,
  }),
  deleteRequirement: route('DELETE', '/centers/:centerId/requirements/:requirementId', {
    summary: 'Throws a requirement away that was not published; one that is being counted stops.',
    may: 'editStaffing',
    params: RequirementParams,
    reply: Done,
  }),
  exportRequirement: route('POST', '/centers/:centerId/requirements/:requirementId/export', {
    summary:
      'A requirement as a file: a row an interval and queue, a row a day and queue with a column an interval, or rows for other planning systems.',
    may: 'readStaffing',
    params: RequirementParams,
    query: ExportQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
}
