import { sql } from 'kysely'

import { agentStatesNow, type TodayReply } from '@pult/contract/measures'
import { HOUR_MS, type LocalDate } from '@pult/engine/time'

import type { Caller, Tx } from '../platform/index.ts'
import { isToldStill } from './today-sql.ts'
import { instant, isoOf } from './zone-sql.ts'

/** Nobody is signed in for longer; the end was never told. */
const LONGEST_SESSION_MS = 16 * HOUR_MS

type StateNow = (typeof agentStatesNow)[number]
type VisibleAgent = TodayReply['agents'][number]

export interface AgentsNow {
  readonly byState: TodayReply['agentsByState']
  readonly visible: VisibleAgent[]
  readonly signedIn: number
}

interface OpenState {
  readonly agentId: number
  readonly name: string
  readonly teamId: number | null
  readonly state: string
  readonly reason: string | null
  readonly kind: string | null
  readonly since: Date
}

/** Agents signed in now, by what they do. The counts are of the whole centre; people are shown as far as the caller sees. */
export async function todayAgents(tx: Tx, caller: Caller, day: LocalDate, now: number): Promise<AgentsNow> {
  const states = await agentStates(tx, caller.centerId, now)
  const answered = await answeredOn(tx, caller.centerId, day)
  const lastWork = await lastWorkEnds(tx, caller.centerId, now)
  const agents = states.map((agent) => ({
    ...agent,
    since: isoOf(sinceOf(agent, lastWork.get(agent.agentId))),
    answeredToday: answered.get(agent.agentId) ?? 0,
  }))
  const visible = agents
    .filter((agent) => isVisible(caller, agent))
    .toSorted((left, right) => left.name.localeCompare(right.name, 'ru'))
  const counted = caller.reach === 'self' ? visible : agents
  return {
    byState: agentStatesNow.map((state) => ({
      state,
      agents: counted.filter((agent) => agent.state === state).length,
    })),
    visible,
    signedIn: agents.length,
  }
}

/** What every agent who is signed in does now. */
export async function agentStates(
  tx: Tx,
  centerId: number,
  now: number,
): Promise<Omit<VisibleAgent, 'answeredToday'>[]> {
  const states = await openStates(tx, centerId, now)
  return [...Map.groupBy(states, (state) => state.agentId).values()].flatMap((list) => stateNow(list) ?? [])
}

function isVisible(caller: Caller, agent: VisibleAgent): boolean {
  if (caller.reach === 'center') return true
  if (caller.reach === 'self') return agent.agentId === caller.agentId
  return agent.teamId !== null && caller.teamIds.includes(agent.teamId)
}

/** Open states, and open contacts as talking. */
async function openStates(tx: Tx, centerId: number, now: number): Promise<OpenState[]> {
  const { rows } = await sql<OpenState>`
    select a.agent_id as "agentId", a.name, a.team_id as "teamId", s.state, r.name as reason, r.kind, s.since from (
      select agent_id, state, pause_reason_id, started_at as since from agent_state
      where center_id = ${centerId} and ended_at is null and started_at >= ${instant(now - LONGEST_SESSION_MS)} and started_at <= ${instant(now)}
        and ${isToldStill('agent_state', centerId, now)}
      union all
      select agent_id, 'talking', null, offered_at + wait_ms * interval '1 millisecond' from contact_leg
      where center_id = ${centerId} and outcome = 'open' and agent_id is not null and not coalesce('endMissing' = any(flags), false)
        and offered_at >= ${instant(now - LONGEST_SESSION_MS)} and offered_at <= ${instant(now)}
        and ${isToldStill('contact_leg', centerId, now)}
    ) s
    join agent a on a.center_id = ${centerId} and a.agent_id = s.agent_id
    left join pause_reason r on r.center_id = ${centerId} and r.pause_reason_id = s.pause_reason_id
  `.execute(tx)
  return rows
}

/** When each agent last hung up or came back from a pause: most systems tell only the sign-in, not when she became free. */
async function lastWorkEnds(tx: Tx, centerId: number, now: number): Promise<Map<number, number>> {
  const { rows } = await sql<{ agentId: number; ended: Date }>`
    select agent_id as "agentId", max(ended) as ended from (
      select agent_id, offered_at + (wait_ms + talk_ms + hold_ms + acw_ms) * interval '1 millisecond' as ended from contact_leg
      where center_id = ${centerId} and agent_id is not null and outcome <> 'open'
        and offered_at >= ${instant(now - LONGEST_SESSION_MS)} and offered_at <= ${instant(now)}
      union all
      select agent_id, ended_at from agent_state
      where center_id = ${centerId} and ended_at <= ${instant(now)}
        and started_at >= ${instant(now - LONGEST_SESSION_MS)} and started_at <= ${instant(now)}
    ) work where ended <= ${instant(now)} group by 1
  `.execute(tx)
  return new Map(rows.map((row) => [row.agentId, row.ended.getTime()]))
}

/** Whoever is free has been free since her last work, not since she signed in. */
function sinceOf(agent: Pick<VisibleAgent, 'state' | 'since'>, lastWork: number | undefined): number {
  const told = Date.parse(agent.since)
  return agent.state === 'available' ? Math.max(told, lastWork ?? told) : told
}

async function answeredOn(tx: Tx, centerId: number, day: LocalDate): Promise<Map<number, number>> {
  const { rows } = await sql<{ agentId: number; answered: number }>`
    select agent_id as "agentId", sum(answered) as answered from agent_day where center_id = ${centerId} and day = ${day} group by 1
  `.execute(tx)
  return new Map(rows.map((row) => [row.agentId, row.answered]))
}

/** The state that says most, first: a customer before everything. */
const precedence: readonly StateNow[] = ['talking', 'acw', 'ringing', 'training', 'offQueue', 'pause', 'available']

function stateNow(list: readonly OpenState[]): Omit<VisibleAgent, 'answeredToday'> | null {
  const [first] = list
  if (first === undefined) return null
  const told = list.map((state) => ({ ...state, word: wordOf(state) }))
  const best = precedence.map((word) => told.find((state) => state.word === word)).find((state) => state !== undefined)
  const chosen = best ?? { ...first, word: 'available' as const }
  return {
    agentId: chosen.agentId,
    name: chosen.name,
    teamId: chosen.teamId,
    state: chosen.word,
    reason: chosen.word === 'pause' || chosen.word === 'training' ? chosen.reason : null,
    since: isoOf(chosen.since.getTime()),
  }
}

function wordOf(state: OpenState): StateNow {
  if (state.state === 'session') return 'available'
  if (state.state === 'dialing') return 'talking'
  if (state.state === 'pause' && (state.kind === 'training' || state.kind === 'offQueue')) return state.kind
  return state.state as StateNow
}
