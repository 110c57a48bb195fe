import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'
import { staffingRules } from './staffing-rules.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })

export const routings = ['longestWaiting', 'priority'] as const
export const agentChoices = ['groupOrder', 'longestIdle', 'leastOccupied'] as const
export const whatIfStatuses = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

const QueueId = z.number().int().positive().max(2_147_483_647)
const GroupId = z.string().min(1).max(200)
const Lines = z.number().int().min(1).max(100_000)
const DaySpread = z.number().min(0).max(1)
const Factor = z.number().min(0).max(10)
const Length = z.number().min(0.05).max(10)

/** A stretch of the day, in minutes from midnight; null: the whole day. */
const minutes = { fromMinute: z.number().int().min(0).max(1440), toMinute: z.number().int().min(0).max(1500) }
const isStretch = ({ fromMinute, toMinute }: { readonly fromMinute: number; readonly toMinute: number }): boolean =>
  fromMinute < toMinute
const Stretch = z.object(minutes).strict().refine(isStretch, { message: 'the stretch must not be empty' })
const Span = Stretch.nullable()

/** What a scenario does differently from the base. A queue or group of null is every one. */
export const WhatIfChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('load'), queueId: QueueId.nullable(), factor: Factor, span: Span }).strict(),
  z.object({ kind: z.literal('handling'), queueId: QueueId.nullable(), factor: Length }).strict(),
  z.object({ kind: z.literal('patience'), queueId: QueueId.nullable(), factor: Length }).strict(),
  /** Agents more or fewer wherever the group works. */
  z
    .object({ kind: z.literal('agents'), groupId: GroupId, more: z.number().int().min(-1000).max(1000), span: Span })
    .strict(),
  /** This share of the agents is not there. */
  z
    .object({ kind: z.literal('absence'), groupId: GroupId.nullable(), share: z.number().min(0).max(1), span: Span })
    .strict(),
  /** So many agents of the group also take this queue. */
  z
    .object({
      kind: z.literal('crossTrain'),
      groupId: GroupId,
      agents: z.number().int().min(1).max(1000),
      queueId: QueueId,
    })
    .strict(),
  /** These queues before all others, in this order. */
  z.object({ kind: z.literal('priority'), queueIds: z.array(QueueId).min(1).max(40) }).strict(),
  z.object({ kind: z.literal('routing'), routing: z.enum(routings), agentChoice: z.enum(agentChoices) }).strict(),
  /** The group helps once a contact has waited so long. */
  z
    .object({
      kind: z.literal('overflow'),
      queueId: QueueId,
      groupId: GroupId,
      afterSeconds: z.number().min(0).max(86_400),
    })
    .strict(),
  /** A shift of so many people of the group more, by the minute; in its pauses they are all away. */
  z
    .object({
      kind: z.literal('shift'),
      groupId: GroupId,
      agents: z.number().int().min(1).max(1000),
      ...minutes,
      pauses: z.array(Stretch).max(6),
    })
    .strict()
    .refine(isStretch, { path: ['toMinute'], error: 'must lie after the shift begins' }),
  /** Contacts in the centre at once, waiting or served; who comes above is turned away. Null: as many as come. */
  z.object({ kind: z.literal('lines'), lines: Lines.nullable() }).strict(),
  /** Days are busier or quieter than this one: the standard deviation of a day's contacts, as a share. */
  z.object({ kind: z.literal('busyness'), spread: DaySpread }).strict(),
  /** This share hangs up at once unless somebody is free. */
  z.object({ kind: z.literal('leaveAtOnce'), queueId: QueueId.nullable(), share: z.number().min(0).max(1) }).strict(),
])
export type WhatIfChange = z.infer<typeof WhatIfChange>

export const WhatIfScenario = z
  .object({ name: z.string().trim().min(1).max(100), changes: z.array(WhatIfChange).max(30) })
  .strict()
export type WhatIfScenario = z.infer<typeof WhatIfScenario>

/** What is to be tried: whose load, whose agents. */
export const WhatIfDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    day: LocalDate,
    /** Whose load of that day is taken; null: the contacts that came. */
    forecastId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().default(null),
    /** The day whose agents are taken as they were there. Null: the day itself, or for a forecast the last known day of the same weekday. */
    agentsDay: LocalDate.nullable().default(null),
    /** The agents that a requirement asks for, in place of those of a day. */
    requirementId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().default(null),
    /** Empty: every voice queue that has contacts that day. */
    queueIds: z.array(QueueId).max(40).default([]),
    /** How hang-ups count in the service level. */
    rule: z.enum(staffingRules).default('neutral'),
    /** What counts as a short abandon, for the rules `shortCredit` and `shortExcluded`. */
    shortSeconds: z.number().min(0).max(3600).default(5),
    routing: z.enum(routings).default('longestWaiting'),
    agentChoice: z.enum(agentChoices).default('groupOrder'),
    /** Contacts in the centre at once, waiting or served; null: as many as come. */
    lines: Lines.nullable().default(null),
    /**
     * How far such days go astray: the standard deviation of a day's contacts, as a share. 0: only chance from contact to contact. Null: as far as
     * the forecast's own band of the day says; of contacts that came, 0.
     */
    daySpread: DaySpread.nullable().default(null),
    /** How often the day is run. */
    replications: z.number().int().min(20).max(2000).default(200),
    /** The same seed gives the same days. */
    seed: z.number().int().min(0).max(2_147_483_647).default(1),
  })
  .strict()
export type WhatIfDraft = z.infer<typeof WhatIfDraft>
/** What is tried of a day where nothing else is asked. */
export const usualWhatIf = WhatIfDraft.omit({ name: true, day: true }).parse({})
export type WhatIfDraftInput = z.input<typeof WhatIfDraft>

/** What happened that day. */
const Seen = z.object({
  offered: z.number(),
  /** Gave up, or were taken out of the queue by the system. */
  leftRate: z.number().nullable(),
  serviceLevel: z.number().nullable(),
  asaSeconds: z.number().nullable(),
})
export type Seen = z.infer<typeof Seen>

/** The centre's day as it was found, before anything is changed. */
export const WhatIfBase = z.object({
  /** Beginnings of the half-hours. */
  intervals: z.array(Instant),
  agentsDay: LocalDate.nullable(),
  /** How far such days were taken to go astray; missing in what was modelled before this was known. */
  daySpread: z.number().optional(),
  /** What the agents' presence was taken from: their sessions, their contacts where sessions are not told, or a requirement. */
  presence: z.enum(['sessions', 'contacts', 'requirement']),
  /** Days of history that patience, spread of handling times and skills were learnt from. */
  learntFrom: LocalDate,
  learntTo: LocalDate,
  queues: z.array(
    z.object({
      queueId: z.number().int(),
      offered: z.number(),
      /** Agent's time a contact: ring, talk, hold, work after. */
      ahtSeconds: z.number(),
      /** The patience that half of the callers do not have; null: nobody was seen to leave. */
      patienceSeconds: z.number().nullable(),
      withinSeconds: z.number(),
    }),
  ),
  groups: z.array(
    z.object({
      groupId: z.string(),
      queueIds: z.array(z.number().int()),
      people: z.number().int(),
      agents: z.array(z.number().int()),
    }),
  ),
  /** Asked for, and without contacts, handling time or agents. */
  leftOut: z.array(z.number().int()),
  seen: z
    .object({
      total: Seen,
      occupancy: z.number().nullable(),
      queues: z.array(Seen.extend({ queueId: z.number().int() })),
      /** Service level of all queues by interval. */
      serviceLevels: z.array(z.number().nullable()),
    })
    .nullable(),
})
export type WhatIfBase = z.infer<typeof WhatIfBase>

/** A mean and half the width of its 95 % interval. */
const Estimate = z.object({ mean: z.number(), halfWidth: z.number().nullable() })
export type Estimate = z.infer<typeof Estimate>

const Figures = z.object({ offered: Estimate, serviceLevel: Estimate, leftRate: Estimate, asaSeconds: Estimate })
export type Figures = z.infer<typeof Figures>
const WithOccupancy = Figures.extend({ occupancy: Estimate })
const OfQueue = Figures.extend({ queueId: z.number().int() })

const Total = WithOccupancy.extend({
  /** Turned away because all lines were taken; missing in what was run before lines were known. */
  blockedRate: Estimate.optional(),
})

/** What became of one scenario, the base first. */
export const WhatIfResult = z.object({
  total: Total,
  agentHours: z.number(),
  perInterval: z.array(WithOccupancy),
  queues: z.array(OfQueue.extend({ perInterval: z.array(Figures) })),
  groups: z.array(
    z.object({
      groupId: z.string(),
      queueIds: z.array(z.number().int()),
      agentHours: z.number(),
      occupancy: Estimate,
    }),
  ),
  /** Less the base on the same days; null for the base. */
  difference: z.object({ total: Total, queues: z.array(OfQueue) }).nullable(),
  /** Less each one before it on the same days, the base first; missing in what was run before this was kept. */
  against: z.array(z.object({ total: Total })).optional(),
})
export type WhatIfResult = z.infer<typeof WhatIfResult>

export const WhatIfHead = z.object({
  whatIfId: z.number().int(),
  name: z.string(),
  status: z.enum(whatIfStatuses),
  /** 0 to 1. */
  progress: z.number(),
  problem: z.string().nullable(),
  draft: WhatIfDraft,
  scenarios: z.array(WhatIfScenario),
  version: z.number().int(),
  changedByName: z.string(),
  changedAt: Instant,
})
export type WhatIfHead = z.infer<typeof WhatIfHead>

export const WhatIf = WhatIfHead.extend({
  base: WhatIfBase.nullable(),
  /** The base, then the scenarios in their order; null until they were run. */
  results: z.array(WhatIfResult).nullable(),
})
export type WhatIf = z.infer<typeof WhatIf>

export const WhatIfEdit = z
  .object({
    name: z.string().trim().min(1).max(200),
    scenarios: z.array(WhatIfScenario).max(5),
    version: z.number().int().min(1),
  })
  .strict()
export type WhatIfEdit = z.infer<typeof WhatIfEdit>

const WhatIfParams = CenterParams.extend({ whatIfId: Id })
type WhatIfParams = z.infer<typeof WhatIfParams>

const ExportQuery = z.object({ format: z.enum(['xlsx', 'csv']), language: z.enum(['ru', 'en']).default('ru') })
type ExportQuery = z.infer<typeof ExportQuery>

type Nothing = Record<string, never>

interface SimulationRoutes {
  readonly listWhatIfs: Route<CenterParams, Nothing, Nothing, { readonly whatIfs: WhatIfHead[] }>
  readonly createWhatIf: Route<CenterParams, Nothing, WhatIfDraft, { readonly whatIfId: number }>
  readonly readWhatIf: Route<WhatIfParams, Nothing, Nothing, WhatIf>
  readonly changeWhatIf: Route<WhatIfParams, Nothing, WhatIfEdit, Done>
  readonly cancelWhatIf: Route<WhatIfParams, Nothing, Nothing, Done>
  readonly deleteWhatIf: Route<WhatIfParams, Nothing, Nothing, Done>
  readonly exportWhatIf: Route<WhatIfParams, ExportQuery, Nothing, unknown>
}

/** Days of the centre tried differently. */
export const simulation: SimulationRoutes = {
  listWhatIfs: route('GET', '/centers/:centerId/what-ifs', {
    summary: 'All days that were tried differently, the newest first.',
    may: 'readSimulation',
    params: CenterParams,
    reply: z.object({ whatIfs: z.array(WhatIfHead) }),
  }),
  createWhatIf: route('POST', '/centers/:centerId/what-ifs', {
    summary: 'Models a past or forecast day of the centre and runs it; scenarios are added to it afterwards.',
    may: 'editSimulation',
    params: CenterParams,
    body: WhatIfDraft,
    reply: z.object({ whatIfId: z.number().int() }),
  }),
  readWhatIf: route('GET', '/centers/:centerId/what-ifs/:whatIfId', {
    summary: 'One day with its scenarios, what came of them, and their differences from the base.',
    may: 'readSimulation',
    params: WhatIfParams,
    reply: WhatIf,
  }),
  changeWhatIf: route('PUT', '/centers/:centerId/what-ifs/:whatIfId', {
    summary: 'Keeps the name and the scenarios, and runs them all on the same days.',
    may: 'editSimulation',
    params: WhatIfParams,
    body: WhatIfEdit,
    reply: Done,
  }),
  cancelWhatIf: route('POST', '/centers/:centerId/what-ifs/:whatIfId/cancel', {
    summary: 'Stops a run.',
    may: 'editSimulation',
    params: WhatIfParams,
    reply: Done,
  }),
  deleteWhatIf: route('DELETE', '/centers/:centerId/what-ifs/:whatIfId', {
    summary: 'Throws a day and its scenarios away.',
    may: 'editSimulation',
    params: WhatIfParams,
    reply: Done,
  }),
  exportWhatIf: route('POST', '/centers/:centerId/what-ifs/:whatIfId/export', {
    summary: 'The scenarios side by side as a file: a row a scenario and queue.',
    may: 'readSimulation',
    params: WhatIfParams,
    query: ExportQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
}
