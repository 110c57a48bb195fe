import { z } from 'zod'

import { CenterParams, Done, Id, route, type Route } from './route.ts'
import { staffingRules } from './staffing-rules.ts'

const LocalDate = z.iso.date()
const Instant = z.iso.datetime({ offset: true })

export const skillNeedStatuses = ['waiting', 'counting', 'done', 'failed'] as const

/** Agents by skill group for one day: every queue is to keep the target in every half-hour. */
export const SkillNeedDraft = z
  .object({
    name: z.string().trim().min(1).max(200),
    day: LocalDate,
    /** Whose load of that day is taken; null: the contacts that came, of a day that is over. */
    forecastId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable(),
    /** The 0.8 in 80/20. */
    targetLevel: z.number().min(0.01).max(0.99),
    withinSeconds: z.number().min(0).max(3600),
    rule: z.enum(staffingRules),
    /** What counts as a short abandon, for the rules `shortCredit` and `shortExcluded`. */
    shortSeconds: z.number().min(0).max(3600).default(5),
    /** Whether a group may have no more agents than people with its skills were there. */
    isBounded: z.boolean(),
  })
  .strict()
export type SkillNeedDraft = z.infer<typeof SkillNeedDraft>

/** One queue in one half-hour, on days that the search did not see. */
export const SkillNeedCell = z.object({
  offered: z.number(),
  /** Null where nobody is expected. */
  level: z.number().nullable(),
  /** Half the width of its 95 % interval. */
  halfWidth: z.number().nullable(),
})
export type SkillNeedCell = z.infer<typeof SkillNeedCell>

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
  queues: z.array(z.object({ queueId: z.number().int(), cells: z.array(SkillNeedCell) })),
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
      'Searches the fewest agents by skill group and half-hour of a day such that every queue keeps the target, by simulation of the centre’s routing; groups, patience and handling are as the log shows them. A job whose progress can be read.',
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
