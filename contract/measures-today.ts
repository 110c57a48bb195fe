import { z } from 'zod'

import { channels } from '@pult/engine/contacts'

import { Figure, TargetState } from './measures.ts'
import { PlainDate } from './plain-date.ts'
import { CenterParams, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
const Words = z.object({ ru: z.string(), en: z.string() })

export const severities = ['good', 'watch', 'serious', 'critical'] as const

/** Something out of line, most severe first. The web says `code` with `values` in the reader's language. */
export const Finding = z.object({
  severity: z.enum(severities),
  /**
   * `serviceLevelBelowTarget` {value, target, withinSeconds} · `longestWait` {seconds, withinSeconds} · `manyOnPause` {share,
   * usual} · `abandonRateHigh` {value, usual} · `volumeHigh` and `volumeLow` {value, usual} · `noData` {minutes} · `nobodySignedIn` {waiting}
   */
  code: z.enum([
    'serviceLevelBelowTarget',
    'longestWait',
    'manyOnPause',
    'abandonRateHigh',
    'volumeHigh',
    'volumeLow',
    'noData',
    'nobodySignedIn',
  ]),
  queueId: z.number().nullable(),
  values: z.record(z.string(), z.number()),
})
export type Finding = z.infer<typeof Finding>

const TodayFigures = z.object({
  offered: z.number(),
  answered: z.number(),
  abandoned: z.number(),
  flowedOut: z.number(),
  /** The live rule: who has waited less than the threshold is not counted, who has waited longer is a miss already. */
  serviceLevel: Figure,
  abandonRate: z.number().nullable(),
  asaSeconds: z.number().nullable(),
  ahtSeconds: z.number().nullable(),
  waiting: z.number(),
  /** Null: nobody waits. */
  longestWaitSeconds: z.number().nullable(),
  /** Being served now. */
  inService: z.number(),
  target: z.object({ value: z.number(), withinSeconds: z.number(), state: TargetState }).nullable(),
  withinSeconds: z.number(),
  /** Up to this time of day, on average of the last four same weekdays that have data; null when none has. */
  usual: z
    .object({
      days: z.number(),
      offered: z.number(),
      answered: z.number(),
      abandoned: z.number(),
      serviceLevel: z.number().nullable(),
    })
    .nullable(),
})
export type TodayFigures = z.infer<typeof TodayFigures>

export const agentStatesNow = ['talking', 'acw', 'ringing', 'available', 'pause', 'training', 'offQueue'] as const

export const TodayReply = z.object({
  timeZone: z.string(),
  asOf: Instant,
  day: LocalDate,
  /** The newest fact; null when there is none. */
  lastFactAt: Instant.nullable(),
  /** Null for an agent, who sees only herself. */
  total: TodayFigures.nullable(),
  queues: z.array(TodayFigures.extend({ queueId: z.number(), name: z.string(), channel: z.enum(channels) })),
  agentsByState: z.array(z.object({ state: z.enum(agentStatesNow), agents: z.number() })),
  /** Whom the caller may see, signed in now. */
  agents: z.array(
    z.object({
      agentId: z.number(),
      name: z.string(),
      teamId: z.number().nullable(),
      state: z.enum(agentStatesNow),
      reason: z.string().nullable(),
      since: Instant,
      answeredToday: z.number(),
    }),
  ),
  /** By which definitions it is told: the centre's own where it has changed them. */
  definitions: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      formula: Words,
      isOwn: z.boolean(),
      validFrom: LocalDate.nullable(),
      createdByName: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** Half-hours of today so far and the usual day, for the curve. `usual` is null without former weeks. */
  curve: z.array(
    z.object({
      slot: z.string(),
      offered: z.number().nullable(),
      answered: z.number().nullable(),
      usual: z.number().nullable(),
    }),
  ),
  findings: z.array(Finding),
})
export type TodayReply = z.infer<typeof TodayReply>

type None = Record<string, never>

interface TodayRoutes {
  readonly readToday: Route<CenterParams, None, None, TodayReply>
  readonly followToday: Route<CenterParams, None, None, unknown>
}

/** The running day as it is now. */
export const todayRoutes: TodayRoutes = {
  readToday: route('GET', '/centers/:centerId/today', {
    summary: 'The whole centre now: queues, agents by state, waiting, service level so far, what is out of line.',
    may: 'readMeasures',
    params: CenterParams,
    reply: TodayReply,
  }),
  followToday: route('GET', '/centers/:centerId/today/events', {
    summary:
      'The server-sent stream of what changed in the centre, and on it `event: figures` with Today as the caller sees it: at once, whenever something came in (at most about once a second) and every five seconds.',
    may: 'readMeasures',
    params: CenterParams,
    reply: z.unknown(),
    transport: 'events',
  }),
}
