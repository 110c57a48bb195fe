import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Confirmed, Done, Id, route, ToConfirm, type Route } from './route.ts'

const Name = z.string().trim().min(1).max(200)
const Version = z.number().int()
const Status = z.enum(['confirmed', 'toConfirm', 'archived'])
type None = Record<string, never>

export const Team = z.object({
  teamId: z.number(),
  name: Name,
  supervisorIds: z.array(z.string()),
  agents: z.number(),
  version: Version,
})
export type Team = z.infer<typeof Team>

export const Agent = z.object({
  agentId: z.number(),
  name: Name,
  teamId: z.number().nullable(),
  status: Status,
  hiredOn: PlainDate.nullable(),
  leftOn: PlainDate.nullable(),
  skillIds: z.array(z.number()),
  /** What files and systems call her. */
  names: z.array(z.string()),
  version: Version,
})
export type Agent = z.infer<typeof Agent>

export const AgentChange = z.object({
  name: Name,
  teamId: Id.nullable(),
  status: Status,
  hiredOn: PlainDate.nullable(),
  leftOn: PlainDate.nullable(),
  skillIds: z.array(Id).max(100),
  version: Version,
})
export type AgentChange = z.infer<typeof AgentChange>

export const Skill = z.object({
  skillId: z.number(),
  name: Name,
  /** Queues whose contacts agents with this skill take. */
  queueIds: z.array(z.number()),
})
export type Skill = z.infer<typeof Skill>

export const PauseReason = z.object({
  pauseReasonId: z.number(),
  name: Name,
  kind: z.enum(['pause', 'training', 'offQueue']),
  paid: z.boolean(),
  status: Status,
  names: z.array(z.string()),
  version: Version,
})
export type PauseReason = z.infer<typeof PauseReason>

export const PauseReasonChange = PauseReason.omit({ pauseReasonId: true, names: true })
export type PauseReasonChange = z.infer<typeof PauseReasonChange>

const TeamParams = CenterParams.extend({ teamId: Id })
const AgentParams = CenterParams.extend({ agentId: Id })
const ReasonParams = CenterParams.extend({ pauseReasonId: Id })
const TeamChange = z.object({ name: Name, supervisorIds: z.array(z.string().max(100)).max(50), version: Version })
const NewAgent = z.object({ name: Name, teamId: Id.nullable() })

/** Queues stay as they are where left out. */
const SkillChange = z.object({ name: Name, queueIds: z.array(Id).max(500).optional() })
type SkillChange = z.infer<typeof SkillChange>
const SkillParams = CenterParams.extend({ skillId: Id })

interface PeopleRoutes {
  readonly listTeams: Route<CenterParams, None, None, { teams: Team[] }>
  readonly createTeam: Route<CenterParams, None, { name: string }, { teamId: number }>
  readonly changeTeam: Route<z.infer<typeof TeamParams>, None, z.infer<typeof TeamChange>, Done>
  readonly listAgents: Route<CenterParams, None, None, { agents: Agent[] }>
  readonly createAgent: Route<CenterParams, None, z.infer<typeof NewAgent>, { agentId: number }>
  readonly changeAgent: Route<z.infer<typeof AgentParams>, None, AgentChange, Done>
  readonly confirmAgents: Route<CenterParams, None, ToConfirm, Confirmed>
  readonly mergeAgent: Route<z.infer<typeof AgentParams>, None, { into: number }, Done>
  readonly listSkills: Route<CenterParams, None, None, { skills: Skill[] }>
  readonly createSkill: Route<CenterParams, None, { name: string }, { skillId: number }>
  readonly changeSkill: Route<z.infer<typeof SkillParams>, None, SkillChange, Done>
  readonly deleteSkill: Route<z.infer<typeof SkillParams>, None, None, Done>
  readonly listPauseReasons: Route<CenterParams, None, None, { pauseReasons: PauseReason[] }>
  readonly confirmPauseReasons: Route<CenterParams, None, ToConfirm, Confirmed>
  readonly changePauseReason: Route<z.infer<typeof ReasonParams>, None, PauseReasonChange, Done>
}

/** Teams, agents, skills, pause reasons. */
export const people: PeopleRoutes = {
  listTeams: route('GET', '/centers/:centerId/teams', {
    summary: 'Teams the caller sees.',
    may: 'readSettings',
    params: CenterParams,
    reply: z.object({ teams: z.array(Team) }),
  }),
  createTeam: route('POST', '/centers/:centerId/teams', {
    summary: 'Makes a team.',
    may: 'editPeople',
    params: CenterParams,
    body: z.object({ name: Name }),
    reply: z.object({ teamId: z.number() }),
  }),
  changeTeam: route('PATCH', '/centers/:centerId/teams/:teamId', {
    summary: 'Renames a team or changes who supervises it.',
    may: 'editPeople',
    params: TeamParams,
    body: TeamChange,
    reply: Done,
  }),
  listAgents: route('GET', '/centers/:centerId/agents', {
    summary: 'Agents the caller sees, those to be confirmed first.',
    may: 'readSettings',
    params: CenterParams,
    reply: z.object({ agents: z.array(Agent) }),
  }),
  createAgent: route('POST', '/centers/:centerId/agents', {
    summary: 'Adds an agent.',
    may: 'editPeople',
    params: CenterParams,
    body: NewAgent,
    reply: z.object({ agentId: z.number() }),
  }),
  changeAgent: route('PATCH', '/centers/:centerId/agents/:agentId', {
    summary: 'Changes an agent: name, team, skills, status.',
    may: 'editPeople',
    params: AgentParams,
    body: AgentChange,
    reply: Done,
  }),
  confirmAgents: route('POST', '/centers/:centerId/agents/confirm', {
    summary: 'Confirms several agents met in files at once: all of them or, when one is unknown, none.',
    may: 'editPeople',
    params: CenterParams,
    body: ToConfirm,
    reply: Confirmed,
  }),
  mergeAgent: route('POST', '/centers/:centerId/agents/:agentId/merge', {
    summary: 'Two names for one person: moves names and history of this one into the other.',
    may: 'editPeople',
    params: AgentParams,
    body: z.object({ into: Id }),
    reply: Done,
  }),
  listSkills: route('GET', '/centers/:centerId/skills', {
    summary: 'Skills.',
    may: 'readSettings',
    params: CenterParams,
    reply: z.object({ skills: z.array(Skill) }),
  }),
  createSkill: route('POST', '/centers/:centerId/skills', {
    summary: 'Makes a skill.',
    may: 'editPeople',
    params: CenterParams,
    body: z.object({ name: Name }),
    reply: z.object({ skillId: z.number() }),
  }),
  changeSkill: route('PATCH', '/centers/:centerId/skills/:skillId', {
    summary: 'Renames a skill, or says for which queues it is needed.',
    may: 'editPeople',
    params: SkillParams,
    body: SkillChange,
    reply: Done,
  }),
  deleteSkill: route('DELETE', '/centers/:centerId/skills/:skillId', {
    summary: 'Deletes a skill, and takes it from the agents who have it.',
    may: 'editPeople',
    params: SkillParams,
    reply: Done,
  }),
  listPauseReasons: route('GET', '/centers/:centerId/pause-reasons', {
    summary: 'Pause reasons, those to be confirmed first.',
    may: 'readSettings',
    params: CenterParams,
    reply: z.object({ pauseReasons: z.array(PauseReason) }),
  }),
  confirmPauseReasons: route('POST', '/centers/:centerId/pause-reasons/confirm', {
    summary: 'Confirms several pause reasons met in files at once: all of them or, when one is unknown, none.',
    may: 'editPeople',
    params: CenterParams,
    body: ToConfirm,
    reply: Confirmed,
  }),
  changePauseReason: route('PATCH', '/centers/:centerId/pause-reasons/:pauseReasonId', {
    summary: 'Names, confirms and classes a pause reason.',
    may: 'editPeople',
    params: ReasonParams,
    body: PauseReasonChange,
    reply: Done,
  }),
}
