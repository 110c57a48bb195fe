import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, route, type Route } from './route.ts'
import { staffingRules } from './staffing-rules.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })

/** One interval of one queue on a running day. */
export const IntradayInterval = z.object({
  at: Instant,
  isOver: z.boolean(),
  /** Of the published forecast: the expected count and its 80 % band. */
  planned: z.number(),
  plannedP10: z.number(),
  plannedP90: z.number(),
  /** What came; null where it has not come yet, or is not known. */
  came: z.number().nullable(),
  /** What is expected now; what came where that is known. */
  expected: z.number(),
  expectedP10: z.number(),
  expectedP90: z.number(),
  /** As planned where the interval is over; of the rest of the day with today's drawn in. */
  ahtSeconds: z.number(),
  /** Agents at their posts that the published requirement counts on; null without one. */
  plannedAgents: z.number().nullable(),
  /** Agents that what is expected now needs; null without a requirement, or where no number meets the target. */
  neededAgents: z.number().nullable(),
  /** With the planned agents and what is expected now, by the requirement's own rule. Intervals that are over have none. */
  expectedLevel: z.number().nullable(),
})
export type IntradayInterval = z.infer<typeof IntradayInterval>

const Band = z.object({ p10: z.number(), p90: z.number() })

export const IntradayQueue = z.object({
  queueId: z.number().int(),
  name: z.string(),
  /** Of the intervals that are over and known. */
  plannedSoFar: z.number(),
  cameSoFar: z.number(),
  plannedRest: z.number(),
  expectedRest: z.number(),
  /** The whole day as planned and as expected now, each with its 80 % band; a band is null where it is not known. */
  plannedDay: z.number(),
  plannedDayBand: Band.nullable(),
  expectedDay: z.number(),
  expectedDayBand: Band.nullable(),
  /** Whether what came lies outside the 80 % bands more often than chance allows. */
  isUnusual: z.boolean(),
  plannedAhtSeconds: z.number().nullable(),
  ahtSeconds: z.number().nullable(),
  /** Expected of the rest of the day: the plan's with today's drawn in, the more the more contacts were handled. */
  restAhtSeconds: z.number().nullable(),
  target: z
    .object({
      level: z.number().nullable(),
      withinSeconds: z.number(),
      rule: z.enum(staffingRules),
      shortSeconds: z.number(),
    })
    .nullable(),
  levelSoFar: z.number().nullable(),
  /** Of the rest of the day with the planned agents. */
  levelRest: z.number().nullable(),
  /** Of the whole day: what came and what is expected, by contacts. */
  levelDay: z.number().nullable(),
  intervals: z.array(IntradayInterval),
})
export type IntradayQueue = z.infer<typeof IntradayQueue>

/** A stretch of the rest of the day in which the planned agents do not meet the target. */
export const Shortage = z.object({
  queueId: z.number().int(),
  name: z.string(),
  from: Instant,
  to: Instant,
  /** At most, in one interval. */
  agents: z.number().int(),
  expectedLevel: z.number().nullable(),
  targetLevel: z.number().nullable(),
  /** Contacts expected in it. */
  contacts: z.number(),
})
export type Shortage = z.infer<typeof Shortage>

export const Intraday = z.object({
  timeZone: z.string(),
  day: LocalDate,
  /** Up to here history is known. */
  asOf: Instant,
  intervalMinutes: z.number().int(),
  /** What the day is laid against: the forecast published for it, else its usual day (the mean of the same weekdays of the four weeks before). */
  basis: z.enum(['forecast', 'usualDay', 'nothing']),
  /** The published forecast that the day was planned with; null where none covers the day. */
  forecast: z.object({ forecastId: z.number().int(), name: z.string(), publishedAt: Instant }).nullable(),
  requirement: z.object({ requirementId: z.number().int(), name: z.string(), publishedAt: Instant }).nullable(),
  queues: z.array(IntradayQueue),
  /** The most contacts first. */
  shortages: z.array(Shortage),
  /** Agents of the whole centre at their posts, by half-hours that are over, beside the planned. */
  presence: z.array(z.object({ at: Instant, present: z.number(), planned: z.number().nullable() })),
})
export type Intraday = z.infer<typeof Intraday>

const IntradayQuery = z.object({
  /** Today when left out. */
  day: LocalDate.optional(),
  /** As the day looked at this time of its clock; now, or its end, when left out. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'such as 14:30')
    .optional(),
})
type IntradayQuery = z.infer<typeof IntradayQuery>

const IntradayExportQuery = IntradayQuery.extend({
  format: z.enum(['xlsx', 'csv']),
  language: z.enum(['ru', 'en']).default('ru'),
})
type IntradayExportQuery = z.infer<typeof IntradayExportQuery>

interface IntradayRoutes {
  readonly readIntraday: Route<CenterParams, IntradayQuery, Record<string, never>, Intraday>
  readonly exportIntraday: Route<CenterParams, IntradayExportQuery, Record<string, never>, unknown>
}

/** The running day against its plan. */
export const intraday: IntradayRoutes = {
  readIntraday: route('GET', '/centers/:centerId/intraday', {
    summary:
      'A running (or past) day: planned, came so far, expected for the rest, and where planned agents fall short.',
    may: 'readForecast',
    params: CenterParams,
    query: IntradayQuery,
    reply: Intraday,
  }),
  exportIntraday: route('POST', '/centers/:centerId/intraday/export', {
    summary: 'The same as a file: a row an interval and queue, with its bands, agents and service level.',
    may: 'readForecast',
    params: CenterParams,
    query: IntradayExportQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
}
