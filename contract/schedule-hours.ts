import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
type Nothing = Record<string, never>

/** Hours as pay looks at them. */
export const hoursForPay = {
  /** By agreement and production calendar, leave and illness taken out; null where the law has no such norm. */
  normMinutes: z.number().nullable(),
  nightMinutes: z.number(),
  holidayMinutes: z.number(),
  overtimeMinutes: z.number(),
  /** What is on the roster by its rate of pay: 1 is plain, 1.5 the first hours of overtime under Russian law. */
  bands: z.array(z.object({ rate: z.number(), minutes: z.number() })),
  /** The norm rests on a year whose moved days are not known yet. */
  isProvisional: z.boolean(),
}

/** Hours for pay of one person in a period, by the rosters in force. */
export const HoursRow = z.object({
  agentId: z.number().int(),
  name: z.string(),
  teamId: z.number().int().nullable(),
  /** Work on the roster in the period, breaks that are not paid taken out. */
  plannedMinutes: z.number(),
  /** Of it, in days that are over. */
  workedMinutes: z.number(),
  ...hoursForPay,
})
export type HoursRow = z.infer<typeof HoursRow>

/** How a wish stands on a day that a roster in force holds. */
export const WishOutcome = z.object({ wishId: z.number().int(), day: LocalDate, isMet: z.boolean() })
export type WishOutcome = z.infer<typeof WishOutcome>

/** Why a wish is not met on a day. */
export const WishRefusal = z.object({
  wishId: z.number().int(),
  day: LocalDate,
  /** Limits that the plain way of granting it would break. */
  forbiddenBy: z.array(z.string()),
  /** There is a lawful way to grant it: it would cost the roster more than the wish is worth. */
  hasWay: z.boolean(),
})
export type WishRefusal = z.infer<typeof WishRefusal>

const PeriodQuery = z.object({ firstDay: LocalDate, lastDay: LocalDate, teamId: Id.optional() })
type PeriodQuery = z.infer<typeof PeriodQuery>
/** A column as the page names it; with `-` before it the rows fall. */
const Sort = z
  .string()
  .regex(/^-?[a-zA-Z0-9.]{1,40}$/)
  .optional()
const format = { format: z.enum(['xlsx', 'csv']), language: z.enum(['ru', 'en']).default('ru') }
const HoursFile = PeriodQuery.extend({ ...format, sort: Sort })
type HoursFile = z.infer<typeof HoursFile>
const FairnessFile = z.object({
  year: z.coerce.number().int().min(2000).max(2100),
  teamId: Id.optional(),
  sort: Sort,
  ...format,
})
type FairnessFile = z.infer<typeof FairnessFile>
const StandingQuery = PeriodQuery.omit({ teamId: true }).extend({
  /** Somebody whom the caller sees; herself where left out. */
  agentId: Id.optional(),
})
type StandingQuery = z.infer<typeof StandingQuery>

interface Standing {
  /** Null: no agreement holds in the period, or the caller is not linked to an agent. */
  readonly hours: HoursRow | null
  readonly wishes: WishOutcome[]
}

interface ScheduleHoursRoutes {
  readonly readHours: Route<CenterParams, PeriodQuery, Nothing, { readonly rows: HoursRow[] }>
  readonly exportHours: Route<CenterParams, HoursFile, Nothing, unknown>
  readonly exportFairness: Route<CenterParams, FairnessFile, Nothing, unknown>
  readonly readStanding: Route<CenterParams, StandingQuery, Nothing, Standing>
  readonly explainWishes: Route<CenterParams, StandingQuery, Nothing, { readonly refusals: WishRefusal[] }>
}

/** Hours for pay by period, the fair share as a file, and how one person stands. */
export const scheduleHours: ScheduleHoursRoutes = {
  readHours: route('GET', '/centers/:centerId/hours', {
    summary: 'Hours for pay by agent in a period of at most 366 days: planned, worked, night, holiday, overtime, norm.',
    may: 'readRosters',
    params: CenterParams,
    query: PeriodQuery,
    reply: z.object({ rows: z.array(HoursRow) }),
  }),
  exportHours: route('POST', '/centers/:centerId/hours/export', {
    summary: 'Hours for pay as a file: a row an agent.',
    may: 'readRosters',
    params: CenterParams,
    query: HoursFile,
    reply: z.unknown(),
    transport: 'file',
  }),
  exportFairness: route('POST', '/centers/:centerId/fairness/export', {
    summary: 'The fair share of a year as a file: a row an agent whom the caller sees.',
    may: 'readRosters',
    params: CenterParams,
    query: FairnessFile,
    reply: z.unknown(),
    transport: 'file',
  }),
  readStanding: route('GET', '/centers/:centerId/my-standing', {
    summary: 'Hours of one agent against her norm in a period, and which of her wishes the rosters in force meet.',
    may: 'readSchedule',
    params: CenterParams,
    query: StandingQuery,
    reply: z.object({ hours: HoursRow.nullable(), wishes: z.array(WishOutcome) }),
  }),
  explainWishes: route('GET', '/centers/:centerId/my-wishes/why', {
    summary:
      'Why wishes of one agent are refused by the rosters in force that hold days of a period. A wish that came after a roster was made is not among them.',
    may: 'readSchedule',
    params: CenterParams,
    query: StandingQuery,
    reply: z.object({ refusals: z.array(WishRefusal) }),
  }),
}
