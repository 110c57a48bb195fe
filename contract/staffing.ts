import { z } from 'zod'

import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = z.iso.date()
const Instant = z.iso.datetime({ offset: true })

export const staffingRules = ['strict', 'answered', 'neutral', 'positive'] as const
export const bindingParts = ['serviceLevel', 'asa', 'abandonRate', 'occupancy', 'balance'] as const

const PositiveSeconds = z.number().positive().max(86_400)
const Share = z.number().positive().max(1)

/** What a queue is to keep, and what is assumed of its callers and agents. */
export const StaffingRule = z
  .object({
    /** Null: every queue without a rule of its own. */
    queueId: z.number().int().positive().max(2_147_483_647).nullable(),
    /** The 0.8 in 80/20; null when the service level is no part of the target. */
    targetLevel: z.number().positive().lt(1).nullable(),
    withinSeconds: z.number().min(0).max(86_400),
    rule: z.enum(staffingRules),
    maxAbandonment: Share.nullable(),
    maxOccupancy: Share.nullable(),
    maxAsaSeconds: PositiveSeconds.nullable(),
    /** Null: estimated from the centre's own log. */
    patienceSeconds: PositiveSeconds.nullable(),
    /** Share of the time at their posts in which agents do take contacts. */
    availability: Share,
  })
  .strict()
  .refine((rule) => [rule.targetLevel, rule.maxAbandonment, rule.maxOccupancy, rule.maxAsaSeconds].some(isGiven), {
    message: 'the target must have a part',
  })
export type StaffingRule = z.infer<typeof StaffingRule>

const isGiven = (part: number | null): boolean => part !== null

/** Why people on shift are not at their posts. */
export const Shrinkage = z
  .object({
    kind: z.string().trim().min(1).max(100),
    planned: z.boolean(),
    paid: z.boolean(),
    share: z.number().min(0).lt(1),
  })
  .strict()
export type Shrinkage = z.infer<typeof Shrinkage>

const ShrinkageKinds = z.object({ kinds: z.array(Shrinkage).max(50) }).strict()
type ShrinkageKinds = z.infer<typeof ShrinkageKinds>

export const RequirementDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    /** The first and the last day, both included. */
    firstDay: LocalDate,
    lastDay: LocalDate,
    /** Null: as in the last four weeks, the mean of the same weekday and half-hour. */
    forecastId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
  })
  .strict()
export type RequirementDraft = z.infer<typeof RequirementDraft>

/** A rule as it was applied to one queue. */
export const AppliedRule = z.object({
  queueId: z.number().int(),
  targetLevel: z.number().nullable(),
  withinSeconds: z.number(),
  rule: z.enum(staffingRules),
  maxAbandonment: z.number().nullable(),
  maxOccupancy: z.number().nullable(),
  maxAsaSeconds: z.number().nullable(),
  /** Null: nobody hangs up. */
  patienceSeconds: z.number().nullable(),
  isPatienceEstimated: z.boolean(),
  availability: z.number(),
})
export type AppliedRule = z.infer<typeof AppliedRule>

export const Requirement = z.object({
  requirementId: z.number().int(),
  name: z.string(),
  status: z.enum(['draft', 'published']),
  basis: z.enum(['forecast', 'pastWeeks']),
  forecastId: z.number().int().nullable(),
  intervalMinutes: z.number().int(),
  firstDay: LocalDate,
  lastDay: LocalDate,
  assumptions: z.object({
    rules: z.array(AppliedRule),
    shrinkage: z.array(Shrinkage),
    /** Days of which the load is not known (a weekday the last four weeks tell nothing of): agents there are not known, not zero. */
    unknownDays: z.array(LocalDate),
  }),
  madeByName: z.string(),
  madeAt: Instant,
  publishedAt: Instant.nullable(),
  publishedByName: z.string().nullable(),
})
export type Requirement = z.infer<typeof Requirement>

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

const ExportQuery = z.object({ format: z.enum(['xlsx', 'csv']), language: z.enum(['ru', 'en']).default('ru') })
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
    { readonly requirement: Requirement; readonly intervals: RequirementInterval[] }
  >
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
    summary: 'Sets the rule of one queue, or of all that have none of their own.',
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
    summary: 'Counts the agents each queue needs in each interval, from a forecast or from the last four weeks.',
    may: 'editStaffing',
    params: CenterParams,
    body: RequirementDraft,
    reply: z.object({ requirementId: z.number().int() }),
  }),
  readRequirement: route('GET', '/centers/:centerId/requirements/:requirementId', {
    summary: 'One requirement with its intervals.',
    may: 'readStaffing',
    params: RequirementParams,
    query: IntervalsQuery,
    reply: z.object({ requirement: Requirement, intervals: z.array(RequirementInterval) }),
  }),
  publishRequirement: route('POST', '/centers/:centerId/requirements/:requirementId/publish', {
    summary: 'Publishes a requirement: from then on it is never changed.',
    may: 'editStaffing',
    params: RequirementParams,
    reply: Done,
  }),
  deleteRequirement: route('DELETE', '/centers/:centerId/requirements/:requirementId', {
    summary: 'Throws a requirement away that was not published.',
    may: 'editStaffing',
    params: RequirementParams,
    reply: Done,
  }),
  exportRequirement: route('POST', '/centers/:centerId/requirements/:requirementId/export', {
    summary: 'A requirement as a file for planning systems: a row an interval and queue.',
    may: 'readStaffing',
    params: RequirementParams,
    query: ExportQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
}
