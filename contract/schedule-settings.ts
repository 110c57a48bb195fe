import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { jurisdictions } from './people-agreements.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
const Name = z.string().trim().min(1).max(200)
const Version = z.number().int()
/** Rosters are made of quarters of an hour. */
const Quarters = z.number().int().multipleOf(15)
const Weekday = z.number().int().min(1).max(7)
type Nothing = Record<string, never>

export const ruleSeverities = ['block', 'warn', 'pay', 'info'] as const
/** `any` is what holds everywhere. */
export const ruleSets = [...jurisdictions, 'any'] as const
export const breakKinds = ['meal', 'rest'] as const
export const activityKinds = ['meeting', 'training'] as const

const BothLanguages = z.object({ ru: z.string(), en: z.string() })

/** Parameters of a rule: numbers, switches, texts, and small tables of them. */
/** A value of a rule of labour law: a number, a list of days, whatever the rule is made of. */
export const RuleValue = z.json()
const Parameters = z.record(z.string().max(100), RuleValue)

/** What a centre, or one agreement, sets over a rule of the preset, from a day on and until another. */
export const LaborOverride = z.object({
  overrideId: z.number().int(),
  ruleId: z.string(),
  /** Null: the whole centre. */
  agreementId: z.number().int().nullable(),
  /** Whose agreement it is; null for the whole centre. */
  agentName: z.string().nullable(),
  from: LocalDate,
  to: LocalDate.nullable(),
  /** Null: as in the preset. */
  severity: z.enum(ruleSeverities).nullable(),
  /** False: the rule does not apply. */
  applies: z.boolean(),
  /** Those that differ from the preset. */
  parameters: Parameters,
  reason: z.string(),
  madeByName: z.string(),
  madeAt: Instant,
})
export type LaborOverride = z.infer<typeof LaborOverride>

export const LaborOverrideDraft = z
  .object({
    ruleId: z.string().min(1).max(50),
    agreementId: Id.nullable(),
    from: LocalDate,
    to: LocalDate.nullable(),
    severity: z.enum(ruleSeverities).nullable(),
    applies: z.boolean(),
    parameters: Parameters,
    reason: z.string().trim().min(1).max(1000),
  })
  .strict()
export type LaborOverrideDraft = z.infer<typeof LaborOverrideDraft>

export const LaborRuleView = z.object({
  ruleId: z.string(),
  jurisdiction: z.enum(ruleSets),
  kind: z.string(),
  article: z.string(),
  title: BothLanguages,
  severity: z.enum(ruleSeverities),
  parameters: Parameters,
  validFrom: LocalDate.nullable(),
  validTo: LocalDate.nullable(),
  /** False: known from general knowledge alone, to be checked against the law in force. */
  isVerified: z.boolean(),
  overrides: z.array(LaborOverride),
})
export type LaborRuleView = z.infer<typeof LaborRuleView>

/** A break of a shift: how long, and within which minutes after the shift's start it may begin. */
export const TemplateBreak = z
  .object({
    kind: z.enum(breakKinds),
    minutes: Quarters.min(15).max(240),
    isPaid: z.boolean(),
    earliestMinute: Quarters.min(0).max(1440),
    latestMinute: Quarters.min(0).max(1440),
  })
  .strict()
export type TemplateBreak = z.infer<typeof TemplateBreak>

const template = {
  name: Name,
  /** Minutes of the wall clock after midnight between which a shift may begin; the same twice for a fixed shift. */
  startFromMinute: Quarters.min(0).max(1439),
  startToMinute: Quarters.min(0).max(1439),
  startStepMinutes: Quarters.min(15).max(240),
  /** From start to end, breaks included. */
  lengthFromMinutes: Quarters.min(60).max(1440),
  lengthToMinutes: Quarters.min(60).max(1440),
  lengthStepMinutes: Quarters.min(15).max(240),
  /** In the order in which they are taken. */
  breaks: z.array(TemplateBreak).max(12),
  /** ISO weekdays on which it may begin. */
  weekdays: z.array(Weekday).min(1).max(7),
  /** Who may work it: agents with any of the skills, agents of any of the teams; empty lists leave nobody out. */
  skillIds: z.array(Id).max(100),
  teamIds: z.array(Id).max(100),
  isArchived: z.boolean(),
}

export const ShiftTemplate = z.object({
  shiftTemplateId: z.number().int(),
  ...template,
  /** Confirmed agents who may work it now; 0 is said on the page. */
  agents: z.number().int(),
  version: Version,
})
export type ShiftTemplate = z.infer<typeof ShiftTemplate>
export const ShiftTemplateDraft = z.object(template).strict()
export type ShiftTemplateDraft = z.infer<typeof ShiftTemplateDraft>
export const ShiftTemplateChange = ShiftTemplateDraft.extend({ version: Version }).strict()
export type ShiftTemplateChange = z.infer<typeof ShiftTemplateChange>

const rotation = {
  name: Name,
  /** Weeks of seven days from Monday: the template of each day, null for a day off. */
  weeks: z.array(z.array(Id.nullable()).length(7)).min(1).max(12),
}
const RotationAgent = z
  .object({
    agentId: Id,
    /** The first week of the pattern begins in this day's week. */
    from: LocalDate,
    to: LocalDate.nullable(),
    /** Weeks by which she is ahead in the pattern. */
    offsetWeeks: z.number().int().min(0).max(11),
    /** True: her shifts are set; false: they are wished for, and may be refused. */
    isFixed: z.boolean(),
  })
  .strict()
export type RotationAgent = z.infer<typeof RotationAgent>

/** A pattern of weeks, and who walks through it. */
export const Rotation = z.object({
  rotationId: z.number().int(),
  ...rotation,
  agents: z.array(RotationAgent),
  version: Version,
})
export type Rotation = z.infer<typeof Rotation>
export const RotationDraft = z.object({ ...rotation, agents: z.array(RotationAgent).max(2000) }).strict()
export type RotationDraft = z.infer<typeof RotationDraft>
export const RotationChange = RotationDraft.extend({ version: Version }).strict()
export type RotationChange = z.infer<typeof RotationChange>

const activity = {
  name: Name,
  kind: z.enum(activityKinds),
  minutes: Quarters.min(15).max(480),
  agentIds: z.array(Id).min(1).max(500),
  /** All at once, or each when it suits. */
  isTogether: z.boolean(),
  /** It has to lie between this minute of the first day and that of the last, by the clock on the wall. */
  firstDay: LocalDate,
  lastDay: LocalDate,
  fromMinute: Quarters.min(0).max(1440),
  toMinute: Quarters.min(0).max(1440),
}

/** A meeting or a training that is to be placed where it harms the service least. */
export const Activity = z.object({ activityId: z.number().int(), ...activity, version: Version })
export type Activity = z.infer<typeof Activity>
export const ActivityDraft = z.object(activity).strict()
export type ActivityDraft = z.infer<typeof ActivityDraft>
export const ActivityChange = ActivityDraft.extend({ version: Version }).strict()
export type ActivityChange = z.infer<typeof ActivityChange>

const OverrideParams = CenterParams.extend({ overrideId: Id })
type OverrideParams = z.infer<typeof OverrideParams>
const TemplateParams = CenterParams.extend({ shiftTemplateId: Id })
type TemplateParams = z.infer<typeof TemplateParams>
const RotationParams = CenterParams.extend({ rotationId: Id })
type RotationParams = z.infer<typeof RotationParams>
const ActivityParams = CenterParams.extend({ activityId: Id })
type ActivityParams = z.infer<typeof ActivityParams>

interface ScheduleSettingsRoutes {
  readonly listLaborRules: Route<CenterParams, Nothing, Nothing, { readonly rules: LaborRuleView[] }>
  readonly createLaborOverride: Route<CenterParams, Nothing, LaborOverrideDraft, { readonly overrideId: number }>
  readonly deleteLaborOverride: Route<OverrideParams, Nothing, Nothing, Done>
  readonly listShiftTemplates: Route<CenterParams, Nothing, Nothing, { readonly templates: ShiftTemplate[] }>
  readonly createShiftTemplate: Route<CenterParams, Nothing, ShiftTemplateDraft, { readonly shiftTemplateId: number }>
  readonly changeShiftTemplate: Route<TemplateParams, Nothing, ShiftTemplateChange, Done>
  readonly listRotations: Route<CenterParams, Nothing, Nothing, { readonly rotations: Rotation[] }>
  readonly createRotation: Route<CenterParams, Nothing, RotationDraft, { readonly rotationId: number }>
  readonly changeRotation: Route<RotationParams, Nothing, RotationChange, Done>
  readonly deleteRotation: Route<RotationParams, Nothing, Nothing, Done>
  readonly listActivities: Route<CenterParams, Nothing, Nothing, { readonly activities: Activity[] }>
  readonly createActivity: Route<CenterParams, Nothing, ActivityDraft, { readonly activityId: number }>
  readonly changeActivity: Route<ActivityParams, Nothing, ActivityChange, Done>
  readonly deleteActivity: Route<ActivityParams, Nothing, Nothing, Done>
}

/** What rosters are made by: labour law, shift templates, rotations, meetings and trainings. */
export const scheduleSettings: ScheduleSettingsRoutes = {
  listLaborRules: route('GET', '/centers/:centerId/labor-rules', {
    summary: 'Every rule of labour law that Pult knows, by jurisdiction, with what this centre set over it.',
    may: 'readRosters',
    params: CenterParams,
    reply: z.object({ rules: z.array(LaborRuleView) }),
  }),
  createLaborOverride: route('POST', '/centers/:centerId/labor-overrides', {
    summary: 'Sets another severity or other parameters over a rule, for the centre or one agreement, with a reason.',
    may: 'editLaborRules',
    params: CenterParams,
    body: LaborOverrideDraft,
    reply: z.object({ overrideId: z.number().int() }),
  }),
  deleteLaborOverride: route('DELETE', '/centers/:centerId/labor-overrides/:overrideId', {
    summary: 'Takes back what was set over a rule.',
    may: 'editLaborRules',
    params: OverrideParams,
    reply: Done,
  }),
  listShiftTemplates: route('GET', '/centers/:centerId/shift-templates', {
    summary: 'Templates of shifts, fixed and free.',
    may: 'readSchedule',
    params: CenterParams,
    reply: z.object({ templates: z.array(ShiftTemplate) }),
  }),
  createShiftTemplate: route('POST', '/centers/:centerId/shift-templates', {
    summary: 'Makes a template of shifts.',
    may: 'editSchedule',
    params: CenterParams,
    body: ShiftTemplateDraft,
    reply: z.object({ shiftTemplateId: z.number().int() }),
  }),
  changeShiftTemplate: route('PATCH', '/centers/:centerId/shift-templates/:shiftTemplateId', {
    summary: 'Changes or archives a template; shifts made from it stay as they are.',
    may: 'editSchedule',
    params: TemplateParams,
    body: ShiftTemplateChange,
    reply: Done,
  }),
  listRotations: route('GET', '/centers/:centerId/rotations', {
    summary: 'Rotations: patterns of weeks, and who walks through them.',
    may: 'readRosters',
    params: CenterParams,
    reply: z.object({ rotations: z.array(Rotation) }),
  }),
  createRotation: route('POST', '/centers/:centerId/rotations', {
    summary: 'Makes a rotation.',
    may: 'editSchedule',
    params: CenterParams,
    body: RotationDraft,
    reply: z.object({ rotationId: z.number().int() }),
  }),
  changeRotation: route('PATCH', '/centers/:centerId/rotations/:rotationId', {
    summary: 'Changes a rotation: its weeks, or who walks through it.',
    may: 'editSchedule',
    params: RotationParams,
    body: RotationChange,
    reply: Done,
  }),
  deleteRotation: route('DELETE', '/centers/:centerId/rotations/:rotationId', {
    summary: 'Deletes a rotation; rosters made by it stay.',
    may: 'editSchedule',
    params: RotationParams,
    reply: Done,
  }),
  listActivities: route('GET', '/centers/:centerId/activities', {
    summary: 'Meetings and trainings to be placed.',
    may: 'readRosters',
    params: CenterParams,
    reply: z.object({ activities: z.array(Activity) }),
  }),
  createActivity: route('POST', '/centers/:centerId/activities', {
    summary: 'Adds a meeting or a training that rosters are to place.',
    may: 'editSchedule',
    params: CenterParams,
    body: ActivityDraft,
    reply: z.object({ activityId: z.number().int() }),
  }),
  changeActivity: route('PATCH', '/centers/:centerId/activities/:activityId', {
    summary: 'Changes a meeting or a training; rosters that placed it stay as they are.',
    may: 'editSchedule',
    params: ActivityParams,
    body: ActivityChange,
    reply: Done,
  }),
  deleteActivity: route('DELETE', '/centers/:centerId/activities/:activityId', {
    summary: 'Deletes a meeting or a training.',
    may: 'editSchedule',
    params: ActivityParams,
    reply: Done,
  }),
}
