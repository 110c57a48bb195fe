import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Id, route, type Route } from './route.ts'
import { hoursForPay } from './schedule-hours.ts'
import { ObjectiveParts, PlannedShift, TracePoint } from './schedule-roster.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
type Nothing = Record<string, never>

/** Agents at their posts against what is needed, a queue a row; arrays hold one number a slot. */
export const Coverage = z.object({
  /** Beginnings of the slots. */
  slots: z.array(Instant),
  slotMinutes: z.number().int(),
  queues: z.array(
    z.object({
      queueId: z.number().int(),
      name: z.string(),
      /** Null: no number of agents meets the target there. */
      needed: z.array(z.number().nullable()),
      /** Agents at their posts; shared out over queues where they take several. */
      posts: z.array(z.number()),
      /** Money that late, lost and waiting contacts are expected to cost. */
      cost: z.array(z.number()),
    }),
  ),
  /** People on shift in all, at posts or not. */
  onShift: z.array(z.number().int()),
  days: z.array(
    z.object({
      day: LocalDate,
      /** Agent-hours short of the need, and beyond it. */
      hoursShort: z.number(),
      hoursOver: z.number(),
      hoursNeeded: z.number(),
    }),
  ),
})
export type Coverage = z.infer<typeof Coverage>

/** A hard limit that stands between the roster and a better one. */
export const BindingLimit = z.object({
  /** minRest, weeklyRest, maxMinutes, absence, mayWork … */
  limit: z.string(),
  /** People for whom the best single change is refused by it. */
  agents: z.number().int(),
  /** What those changes would save together. */
  saves: z.number(),
  /** Hours by which the limit would be exceeded, and agent-hours now short that would be filled. */
  excessHours: z.number(),
  /** The same in days where the limit counts days; else null. */
  excessDays: z.number().nullable(),
  filledHours: z.number(),
})
export type BindingLimit = z.infer<typeof BindingLimit>

/** What keeps a roster from being better or lawful. */
export const RosterReport = z.object({
  parts: ObjectiveParts.nullable(),
  /** No roster can cost less: proven. */
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  /** The gap without the money of hours that agreements promise, which no roster can save. */
  gapWithoutPromisedHours: z.number().nullable(),
  trace: z.array(TracePoint),
  hours: z.number(),
  cost: z.number(),
  /** Limits that refuse the changes that would help most. */
  binding: z.array(BindingLimit),
  /** Where it leaves queues short. */
  short: z.array(
    z.object({
      queueId: z.number().int(),
      day: LocalDate,
      from: Instant,
      to: Instant,
      agentHours: z.number(),
      /** Money that one more agent in the whole stretch would save. */
      oneMoreSaves: z.number(),
    }),
  ),
  shortHours: z.number(),
  /** Limits that, let go by their hours, would fill what is short; the smallest relaxation first. Empty where nothing is short. */
  relaxations: z.array(BindingLimit),
  /** Wishes that were refused, and why. */
  refusedWishes: z.array(
    z.object({
      /** Null: a rotation wished it. */
      wishId: z.number().int().nullable(),
      agentId: z.number().int(),
      day: LocalDate,
      /** What granting it would cost in the objective, at least; null where no lawful way was found by changing one or two of her days. */
      price: z.number().nullable(),
      /** Limits that the plain way of granting it would break. */
      forbiddenBy: z.array(z.string()),
    }),
  ),
})
export type RosterReport = z.infer<typeof RosterReport>

/** Why somebody got her shift on a day. */
export const ShiftReason = z.object({
  agentId: z.number().int(),
  day: LocalDate,
  /** Null: she has the day off, and nothing else is told. */
  shift: PlannedShift.nullable(),
  /** Money that the roster loses at least if she does not work it. */
  worth: z.number().nullable(),
  /** What a day off instead would change, by parts, and the limits it would break. */
  without: z.object({ difference: ObjectiveParts, broken: z.array(z.string()) }).nullable(),
  /** The best other shift of hers that day, and what it would change. */
  nextBest: z.object({ start: Instant, end: Instant, difference: ObjectiveParts }).nullable(),
  /** Where queues would be shorter without her. */
  needs: z.array(z.object({ queueId: z.number().int(), at: Instant, after: z.number(), needed: z.number() })),
})
export type ShiftReason = z.infer<typeof ShiftReason>

/** Hours for pay of one person. */
export const PayRow = z.object({
  agentId: z.number().int(),
  name: z.string(),
  workedMinutes: z.number(),
  ...hoursForPay,
  /** Money of the hours by her agreement; null where it is not known, or the caller may not see it. */
  cost: z.number().nullable(),
})
export type PayRow = z.infer<typeof PayRow>

const burden = {
  nights: z.number(),
  weekends: z.number(),
  holidays: z.number(),
  shortRests: z.number(),
  lateChanges: z.number(),
  refusedWishes: z.number(),
}
export const burdens = ['nights', 'weekends', 'holidays', 'shortRests', 'lateChanges', 'refusedWishes'] as const

export const FairnessRow = z.object({
  agentId: z.number().int(),
  name: z.string(),
  teamId: z.number().int().nullable(),
  /** Shifts in the year so far and ahead, as published. */
  shifts: z.number().int(),
  ...burden,
})
export type FairnessRow = z.infer<typeof FairnessRow>

/** How a burden is spread over people, without names. */
export const BurdenSpread = z.object({
  burden: z.enum(burdens),
  people: z.number().int(),
  least: z.number(),
  median: z.number(),
  mean: z.number(),
  most: z.number(),
  /** 0: everybody bears the same; near 1: one bears it all. */
  gini: z.number(),
})
export type BurdenSpread = z.infer<typeof BurdenSpread>

/** A shift as the person who works it sees it. */
export const MyShift = PlannedShift.extend({
  templateName: z.string().nullable(),
  /** When it was published, and when it was changed after that. */
  publishedAt: Instant,
  changedAt: Instant.nullable(),
  changedByName: z.string().nullable(),
})
export type MyShift = z.infer<typeof MyShift>

/** A shift that a later edition, or a later roster, moved or took away: it was published and no longer holds. */
export const FormerShift = z.object({
  day: LocalDate,
  start: Instant,
  end: Instant,
  changedAt: Instant,
  changedByName: z.string().nullable(),
})
export type FormerShift = z.infer<typeof FormerShift>

const RosterParams = CenterParams.extend({ rosterId: Id })
type RosterParams = z.infer<typeof RosterParams>
const PartQuery = z.object({ firstDay: LocalDate.optional(), lastDay: LocalDate.optional() })
type PartQuery = z.infer<typeof PartQuery>
const MineQuery = PartQuery.extend({
  /** Somebody whom the caller sees; herself where left out. */
  agentId: Id.optional(),
})
type MineQuery = z.infer<typeof MineQuery>
const ReportQuery = z.object({
  /** True: cost, proof and the course of the search alone, at once; what binds and what was refused takes seconds. */
  isBrief: z.enum(['true', 'false']).optional(),
})
type ReportQuery = z.infer<typeof ReportQuery>
const WhyQuery = z.object({ agentId: Id, day: LocalDate })
type WhyQuery = z.infer<typeof WhyQuery>
const YearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() })
type YearQuery = z.infer<typeof YearQuery>

interface Fairness {
  readonly year: number
  readonly rows: FairnessRow[]
  readonly spread: BurdenSpread[]
}
interface MyShifts {
  /** Null: the caller is not linked to an agent. */
  readonly agent: { readonly agentId: number; readonly name: string } | null
  readonly shifts: MyShift[]
  /** At most one a day: what held there last before what holds now. */
  readonly former: FormerShift[]
  readonly feed: { readonly madeAt: string } | null
}

const Feed = z.object({ madeAt: Instant })

interface ScheduleReportRoutes {
  readonly readCoverage: Route<RosterParams, PartQuery, Nothing, Coverage>
  readonly readReport: Route<RosterParams, ReportQuery, Nothing, RosterReport>
  readonly explainShift: Route<RosterParams, WhyQuery, Nothing, ShiftReason>
  readonly readPayHours: Route<RosterParams, Nothing, Nothing, { readonly rows: PayRow[] }>
  readonly readFairness: Route<CenterParams, YearQuery, Nothing, Fairness>
  readonly readMyShifts: Route<CenterParams, MineQuery, Nothing, MyShifts>
  readonly createFeed: Route<CenterParams, Nothing, Nothing, { readonly address: string }>
  readonly deleteFeed: Route<CenterParams, Nothing, Nothing, { readonly done: true }>
  readonly readFeed: Route<{ secret: string }, Nothing, Nothing, unknown>
}

/** What a roster means: for the service, for pay, for fairness, and for the one who works it. */
export const scheduleReports: ScheduleReportRoutes = {
  readCoverage: route('GET', '/centers/:centerId/rosters/:rosterId/coverage', {
    summary: 'Agents at their posts against the need, by queue and slot.',
    may: 'readRosters',
    params: RosterParams,
    query: PartQuery,
    reply: Coverage,
  }),
  readReport: route('GET', '/centers/:centerId/rosters/:rosterId/report', {
    summary:
      'Proven bound and gap, what binds, where agents are short and what would cure it, and which wishes were refused and why.',
    may: 'readRosters',
    params: RosterParams,
    query: ReportQuery,
    reply: RosterReport,
  }),
  explainShift: route('GET', '/centers/:centerId/rosters/:rosterId/why', {
    summary: 'Why an agent got a shift, or a day off, on a day.',
    may: 'readRosters',
    params: RosterParams,
    query: WhyQuery,
    reply: ShiftReason,
  }),
  readPayHours: route('GET', '/centers/:centerId/rosters/:rosterId/pay', {
    summary: 'Hours for pay by agent: worked, night, holiday and overtime.',
    may: 'readRosters',
    params: RosterParams,
    reply: z.object({ rows: z.array(PayRow) }),
  }),
  readFairness: route('GET', '/centers/:centerId/fairness', {
    summary:
      'Nights, weekends, holidays, short rests, late changes and refused wishes by person in a year, of those the caller sees, and how they are spread over all, without names.',
    may: 'readSchedule',
    params: CenterParams,
    query: YearQuery,
    reply: z.object({ year: z.number().int(), rows: z.array(FairnessRow), spread: z.array(BurdenSpread) }),
  }),
  readMyShifts: route('GET', '/centers/:centerId/my-shifts', {
    summary:
      'Published shifts of the caller, or of an agent whom she sees; four weeks from today where no days are given.',
    may: 'readSchedule',
    params: CenterParams,
    query: MineQuery,
    reply: z.object({
      agent: z.object({ agentId: z.number().int(), name: z.string() }).nullable(),
      shifts: z.array(MyShift),
      former: z.array(FormerShift),
      feed: Feed.nullable(),
    }),
  }),
  createFeed: route('POST', '/centers/:centerId/my-shifts/feed', {
    summary:
      'Makes the address of a calendar with the caller’s own shifts, shown this once; an earlier one stops working.',
    may: 'readSchedule',
    params: CenterParams,
    reply: z.object({ address: z.string() }),
  }),
  deleteFeed: route('DELETE', '/centers/:centerId/my-shifts/feed', {
    summary: 'Revokes the address of the caller’s calendar.',
    may: 'readSchedule',
    params: CenterParams,
    reply: z.object({ done: z.literal(true) }),
  }),
  readFeed: route('GET', '/calendar/:secret', {
    summary: 'The calendar of an agent’s shifts (iCalendar, RFC 5545), for whoever has its secret address.',
    may: 'anyone',
    params: z.object({ secret: z.string().max(200) }),
    reply: z.unknown(),
    transport: 'file',
  }),
}
