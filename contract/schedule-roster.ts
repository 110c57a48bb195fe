import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { Id } from './route.ts'
import { ruleSeverities } from './schedule-settings.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
const Name = z.string().trim().min(1).max(200)
const Version = z.number().int().min(0)

export const rosterStatuses = ['waiting', 'making', 'draft', 'published', 'failed'] as const
export const objectiveParts = ['service', 'money', 'wishes', 'fairness', 'stability'] as const

const Share = z.number().min(0).max(100)
/** What one unit of each part of the objective is worth; every part is in money before its weight. */
export const RosterWeights = z
  .object({ service: Share, money: Share, wishes: Share, fairness: Share, stability: Share })
  .strict()
export type RosterWeights = z.infer<typeof RosterWeights>

/** What it costs, in the centre's currency, to answer a contact late, and to lose one. */
export const RosterPrices = z
  .object({ lateContact: z.number().min(0).max(1e6), lostContact: z.number().min(0).max(1e6) })
  .strict()
export type RosterPrices = z.infer<typeof RosterPrices>

export const RosterDraft = z
  .object({
    name: Name,
    /** What it is to cover. Its days must lie within the requirement's. */
    requirementId: Id,
    /** One to six weeks, both days included. */
    firstDay: LocalDate,
    lastDay: LocalDate,
    /** Null: every confirmed agent who has an agreement. */
    agentIds: z.array(Id).min(1).max(2000).nullable(),
    /** Shift templates it may be made of; null or left out: all that are not archived. */
    templateIds: z.array(Id).min(1).max(500).nullable().default(null),
    weights: RosterWeights.optional(),
    prices: RosterPrices.optional(),
    /** How long it is improved at most; 0 makes an empty roster to be filled by hand and by rotations. */
    seconds: z.number().int().min(0).max(7200),
    /** The same seed and the same number of steps give the same roster. */
    seed: z.number().int().min(0).max(4_294_967_295).optional(),
    /** An earlier roster of the same days to begin from and to stay near to. */
    startFrom: Id.nullable(),
  })
  .strict()
export type RosterDraft = z.infer<typeof RosterDraft>

/** The objective, whole and by parts, each in money times its weight. */
export const ObjectiveParts = z.object({
  total: z.number(),
  service: z.number(),
  money: z.number(),
  wishes: z.number(),
  fairness: z.number(),
  stability: z.number(),
})
export type ObjectiveParts = z.infer<typeof ObjectiveParts>

export const TracePoint = z.object({ seconds: z.number(), objective: z.number(), bound: z.number().nullable() })
export type TracePoint = z.infer<typeof TracePoint>

export const RosterProgress = z.object({
  /** 0 to 1, of the seconds asked for. */
  share: z.number(),
  seconds: z.number(),
  /** Of the best roster so far; null before there is one. */
  objective: z.number().nullable(),
  /** No roster can cost less: proven. Null while nothing is proven. */
  bound: z.number().nullable(),
  /** (objective − bound) ÷ objective. */
  gap: z.number().nullable(),
  /** Money of hours that agreements promise, which no roster can save; null while nothing is proven. */
  promisedMoney: z.number().nullable(),
})
export type RosterProgress = z.infer<typeof RosterProgress>

/** A roster. Editions of one roster follow each other: what is published never changes, a later change is a new edition. */
export const Roster = z.object({
  rosterId: z.number().int(),
  name: z.string(),
  /** Editions of the same roster share it: the id of the first. */
  seriesId: z.number().int(),
  edition: z.number().int(),
  status: z.enum(rosterStatuses),
  /** Published, and no later edition of it is. */
  isInForce: z.boolean(),
  firstDay: LocalDate,
  lastDay: LocalDate,
  slotMinutes: z.number().int(),
  requirementId: z.number().int(),
  /** Shift templates it is made of; null: all. */
  templateIds: z.array(z.number().int()).nullable(),
  agents: z.number().int(),
  weights: RosterWeights,
  prices: RosterPrices,
  seed: z.number().int(),
  startFrom: z.number().int().nullable(),
  progress: RosterProgress,
  /** Why it failed, in a sentence. */
  problem: z.string().nullable(),
  /** Of what is stored now; null while nothing is. */
  parts: ObjectiveParts.nullable(),
  /** What was wrong in what it was made from: agents left out, needs in closed hours, templates nobody may work. */
  warnings: z.array(z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) })),
  /** Grows with every change of its shifts. */
  version: Version,
  madeByName: z.string(),
  madeAt: Instant,
  /** Why this edition was made. */
  reason: z.string().nullable(),
  publishedByName: z.string().nullable(),
  publishedAt: Instant.nullable(),
})
export type Roster = z.infer<typeof Roster>

export const PlannedBreak = z.object({
  kind: z.enum(['meal', 'rest']),
  start: Instant,
  end: Instant,
  isPaid: z.boolean(),
})
export type PlannedBreak = z.infer<typeof PlannedBreak>
export const PlannedActivity = z.object({
  activityId: z.number().int(),
  name: z.string(),
  kind: z.enum(['meeting', 'training']),
  start: Instant,
  end: Instant,
})
export type PlannedActivity = z.infer<typeof PlannedActivity>

export const PlannedShift = z.object({
  shiftId: z.number().int(),
  agentId: z.number().int(),
  /** The local day on which it begins. */
  day: LocalDate,
  shiftTemplateId: z.number().int().nullable(),
  start: Instant,
  end: Instant,
  breaks: z.array(PlannedBreak),
  activities: z.array(PlannedActivity),
  /** A locked shift stays where it is when the rest is optimised. */
  isLocked: z.boolean(),
})
export type PlannedShift = z.infer<typeof PlannedShift>

const Breaks = z.array(PlannedBreak).max(20)

/**
 * One act of the planner's hand. Times are instants; breaks left out move with their shift, or are placed by its template. What
 * a hand has placed is locked from then on.
 */
export const ShiftChange = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('add'),
      agentId: Id,
      start: Instant,
      end: Instant,
      shiftTemplateId: Id.nullable(),
      breaks: Breaks.optional(),
    })
    .strict(),
  z.object({ kind: z.literal('move'), shiftId: Id, start: Instant, end: Instant, breaks: Breaks.optional() }).strict(),
  z.object({ kind: z.literal('breaks'), shiftId: Id, breaks: Breaks }).strict(),
  z.object({ kind: z.literal('give'), shiftId: Id, agentId: Id }).strict(),
  z.object({ kind: z.literal('swap'), shiftId: Id, withShiftId: Id }).strict(),
  z.object({ kind: z.literal('delete'), shiftId: Id }).strict(),
  z.object({ kind: z.literal('lock'), shiftIds: z.array(Id).min(1).max(5000), isLocked: z.boolean() }).strict(),
  z
    .object({
      kind: z.literal('activity'),
      shiftId: Id,
      activityId: Id,
      /** Where it is placed; null takes it out of the shift. */
      start: Instant.nullable(),
    })
    .strict(),
])
export type ShiftChange = z.infer<typeof ShiftChange>

/** A member of a roster, with what her agreement asks for in it. */
export const RosterMember = z.object({
  agentId: z.number().int(),
  name: z.string(),
  teamId: z.number().int().nullable(),
  queueIds: z.array(z.number().int()),
  /** Working minutes in the roster, and between what they are to lie by norm and agreement; null where nothing says so. */
  minutes: z.number(),
  minMinutes: z.number().nullable(),
  maxMinutes: z.number().nullable(),
  nights: z.number().int(),
  weekends: z.number().int(),
})
export type RosterMember = z.infer<typeof RosterMember>

const BothLanguages = z.object({ ru: z.string(), en: z.string() })

/** A rule of labour law that the roster breaks: who, when, which article, by how much, and what would cure it. */
export const LawViolation = z.object({
  /** The same violation keeps its key as long as its shift does. */
  key: z.string(),
  /** Null: of the roster as a whole, such as a notice that is too short. */
  agentId: z.number().int().nullable(),
  agentName: z.string().nullable(),
  day: LocalDate,
  start: Instant,
  end: Instant,
  ruleId: z.string(),
  article: z.string(),
  severity: z.enum(ruleSeverities),
  isVerified: z.boolean(),
  measured: z.number(),
  limit: z.number(),
  unit: z.string(),
  /** By how much; in `unit`. */
  excess: z.number(),
  sentence: BothLanguages,
  /**
   * Ways out, each enough by itself, the gentlest first; `acts` name what is done: endEarlier, addBreak, getConsent … `changes` of shifts do it
   * with `editShifts`; there are none where it takes more than that.
   */
  cures: z.array(z.object({ acts: z.array(z.string()), sentence: BothLanguages, changes: z.array(ShiftChange) })),
  /** It rests on a year whose moved days are not known yet. */
  isProvisional: z.boolean(),
  /** The reasoned decision of a named person to publish with it. */
  decision: z.object({ reason: z.string(), byName: z.string(), at: Instant }).nullable(),
})
export type LawViolation = z.infer<typeof LawViolation>
