import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'
import { agentChoices, routings } from './simulation.ts'
import { staffingRules } from './staffing-rules.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })

export const skillNeedStatuses = ['waiting', 'counting', 'done', 'failed'] as const

export const skillParts = ['serviceLevel', 'asa', 'abandonRate', 'occupancy'] as const
export type SkillPart = (typeof skillParts)[number]

/** Agents by skill group for one day: every queue is to keep its target in every half-hour. */
export const SkillNeedDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    day: LocalDate,
    /** Whose load of that day is taken; null: the contacts that came, of a day that is over. */
    forecastId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
    /** The 0.8 in an 80/20 that all queues keep in place of what their staffing rules say; null: each queue keeps its own rule. */
    targetLevel: z.number().min(0.01).max(0.99).nullable().default(null),
    withinSeconds: z.number().min(0).max(3600).default(20),
    rule: z.enum(staffingRules).default('neutral'),
    /** What counts as a short abandon, for the rules `shortCredit` and `shortExcluded`. */
    shortSeconds: z.number().min(0).max(3600).default(5),
    /** Whether a group may have no more agents than people with its skills were there. */
    isBounded: z.boolean(),
    /** What a freed agent takes, and whom a contact goes to. */
    routing: z.enum(routings).default('longestWaiting'),
    agentChoice: z.enum(agentChoices).default('groupOrder'),
    /** By how much each queue beyond the first makes an agent's hour dearer: 0.05 is 5 %. */
    dearerPerSkill: z.number().min(0).max(2).default(0.05),
  })
  .strict()
export type SkillNeedDraft = z.infer<typeof SkillNeedDraft>

/** What a queue was searched to keep: its staffing rule as it was then, or what the draft said for all. */
export const SkillTarget = z.object({
  targetLevel: z.number().nullable(),
  withinSeconds: z.number(),
  rule: z.enum(staffingRules),
  shortSeconds: z.number(),
  maxAsaSeconds: z.number().nullable(),
  maxAbandonment: z.number().nullable(),
  /** Of all who may take the queue. */
  maxOccupancy: z.number().nullable(),
})
export type SkillTarget = z.infer<typeof SkillTarget>

/** A part of the target in one half-hour, on days that the search did not see. */
export const SkillNeedCell = z.object({
  /** Null where nobody is expected. */
  level: z.number().nullable(),
  /** Half the width of its 95 % interval. */
  halfWidth: z.number().nullable(),
})
export type SkillNeedCell = z.infer<typeof SkillNeedCell>

/** `cells` are empty where no number of agents keeps the part: then it was not searched for. */
const SkillNeedPart = z.object({ part: z.enum(skillParts), wanted: z.number(), cells: z.array(SkillNeedCell) })
export type SkillNeedPart = z.infer<typeof SkillNeedPart>

export const SkillNeedQueue = z.object({
  queueId: z.number().int(),
  /** Contacts by half-hour. */
  offered: z.array(z.number()),
  target: SkillTarget,
  parts: z.array(SkillNeedPart),
})
export type SkillNeedQueue = z.infer<typeof SkillNeedQueue>

export const SkillNeedResult = z.object({
  /** Beginnings of the half-hours. */
  intervals: z.array(Instant),
  groups: z.array(
    z.object({
      groupId: z.string(),
      /** The queues its agents take, the main one first. */
      queueIds: z.array(z.number().int()),
      /** Agents with these skills who were there on the day that groups were taken from. */
      people: z.number().int(),
      /** Agents at their posts by half-hour. */
      agents: z.array(z.number().int()),
      /**
       * People on the roster by half-hour, so that `agents` are at their posts: by the shrinkage as it is now and the availability of the
       * main queue's rule. Not rounded.
       */
      scheduled: z.array(z.number()),
      occupancy: z.number().nullable(),
    }),
  ),
  queues: z.array(SkillNeedQueue),
  /** Hours at posts, without shrinkage. */
  agentHours: z.number(),
  /** Hours on the roster, with shrinkage and availability. */
  rosterHours: z.number(),
  /** Share of the rostered who are not at their posts, all kinds together; 0 where no kind was given. */
  shrinkage: z.number(),
  /** Days simulated to verify it, with another seed than the search's. */
  verifiedDays: z.number().int(),
  /** Queues of calls without agents, handling time or contacts. Chats and work that may wait are never counted here. */
  leftOut: z.array(z.number().int()),
})
export type SkillNeedResult = z.infer<typeof SkillNeedResult>

export const SkillNeed = z.object({
  skillNeedId: z.number().int(),
  draft: SkillNeedDraft,
  status: z.enum(skillNeedStatuses),
  /** 0 to 1; the last tenth is the verification. */
  progress: z.number(),
  problem: z.string().nullable(),
  /** Whether queues' staffing rules ask for something else by now. */
  isStale: z.boolean(),
  madeByName: z.string(),
  madeAt: Instant,
  result: SkillNeedResult.nullable(),
})
export type SkillNeed = z.infer<typeof SkillNeed>

const SkillNeedParams = CenterParams.extend({ skillNeedId: Id })
type SkillNeedParams = z.infer<typeof SkillNeedParams>

const ExportQuery = z.object({ format: z.enum(['xlsx', 'csv']), language: z.enum(['ru', 'en']).default('ru') })
type ExportQuery = z.infer<typeof ExportQuery>

type Nothing = Record<string, never>

interface SkillNeedRoutes {
  readonly listSkillNeeds: Route<CenterParams, Nothing, Nothing, { readonly skillNeeds: SkillNeed[] }>
  readonly createSkillNeed: Route<CenterParams, Nothing, SkillNeedDraft, { readonly skillNeedId: number }>
  readonly deleteSkillNeed: Route<SkillNeedParams, Nothing, Nothing, Done>
  readonly exportSkillNeed: Route<SkillNeedParams, ExportQuery, Nothing, unknown>
}

/** How many agents of each skill group are needed. */
export const staffingSkills: SkillNeedRoutes = {
  listSkillNeeds: route('GET', '/centers/:centerId/skill-needs', {
    summary:
      'Requirements by skill group with what came of them, the newest first: agents at posts, and people on the roster by the shrinkage and rules of now. Of queues of calls alone.',
    may: 'readStaffing',
    params: CenterParams,
    reply: z.object({ skillNeeds: z.array(SkillNeed) }),
  }),
  createSkillNeed: route('POST', '/centers/:centerId/skill-needs', {
    summary:
      'Searches the fewest agents by skill group and half-hour of a day such that every queue keeps the target of its staffing rule (or one for all), by simulation of the routing that is named; groups, patience and handling are as the log shows them. A job whose progress can be read.',
    may: 'editStaffing',
    params: CenterParams,
    body: SkillNeedDraft,
    reply: z.object({ skillNeedId: z.number().int() }),
  }),
  deleteSkillNeed: route('DELETE', '/centers/:centerId/skill-needs/:skillNeedId', {
    summary: 'Throws a requirement by skill group away; a search that runs stops.',
    may: 'editStaffing',
    params: SkillNeedParams,
    reply: Done,
  }),
  exportSkillNeed: route('POST', '/centers/:centerId/skill-needs/:skillNeedId/export', {
    summary:
      'A requirement by skill group as a file: a row a half-hour and group, with agents at their posts and people on the roster.',
    may: 'readStaffing',
    params: SkillNeedParams,
    query: ExportQuery,
    reply: z.unknown(),
    transport: 'file',
  }),
}
