import { sql } from 'kysely'

import { agentStatesNow, type TodayReply } from '@pult/contract/measures-today'
import { HOUR_MS, type LocalDate } from '@pult/engine/time'

import type { Caller, Tx } from '../platform/index.ts'
import type { Fragment } from './legs-sql.ts'
import { isToldStill } from './today-sql.ts'
import { instant, isoOf } from './zone-sql.ts'

/** Nobody is signed in for longer; the end was never told. */
const LONGEST_SESSION_MS = 16 * HOUR_MS

const byName = new Intl.Collator('ru')

/** How far somebody sees. */
export type Sight = Pick<Caller, 'reach' | 'teamIds' | 'agentId'>

type StateNow = (typeof agentStatesNow)[number]
type VisibleAgent = TodayReply['agents'][number]

/** Agents signed in now, by what they do, by name. */
export async function agentsOfToday(tx: Tx, centerId: number, day: LocalDate, now: number): Promise<VisibleAgent[]> {
  const states = await agentStates(tx, centerId, now)
  const answered = await answeredOn(tx, centerId, day)
  const free = states.filter(({ state }) => state === 'available').map(({ agentId }) => agentId)
  const lastWork = await lastWorkEnds(tx, centerId, free, now)
  return states
    .map((agent) => ({
      ...agent,
      since: isoOf(sinceOf(agent, lastWork.get(agent.agentId))),
      answeredToday: answered.get(agent.agentId) ?? 0,
    }))
    .toSorted((left, right) => byName.compare(left.name, right.name))
}

/** How many do what. */
export const byState = (agents: readonly Pick<VisibleAgent, 'state'>[]): TodayReply['agentsByState'] =>
  agentStatesNow.map((state) => ({ state, agents: agents.filter((agent) => agent.state === state).length }))

interface OpenState {
  readonly agentId: number
  readonly name: string
  readonly teamId: number | null
  readonly state: string
  readonly reason: string | null
  readonly kind: string | null
  readonly since: Date
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

/** Whether the caller may see what this agent does. */
export function isVisible(caller: Sight, agent: VisibleAgent): boolean {
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

/** Of what an agent has begun, the last to end is among so many: chats run side by side. */
const LAST_BEGUN = 12

/**
 * When each of these agents last hung up or came back from a pause: most systems tell only the sign-in, not when she became free. Of each
 * only what she began last is read: a shift of a large centre is millions of states.
 */
async function lastWorkEnds(
  tx: Tx,
  centerId: number,
  agentIds: readonly number[],
  now: number,
): Promise<Map<number, number>> {
  if (agentIds.length === 0) return new Map()
  const lately = (column: string): Fragment =>
    sql`${sql.ref(column)} >= ${instant(now - LONGEST_SESSION_MS)} and ${sql.ref(column)} <= ${instant(now)}`
  const { rows } = await sql<{ agentId: number; ended: Date }>`
    select free.agent_id as "agentId", max(ended) as ended from unnest(${agentIds}::integer[]) as free(agent_id) cross join lateral (
      (select offered_at + (wait_ms + talk_ms + hold_ms + acw_ms) * interval '1 millisecond' as ended from contact_leg
       where center_id = ${centerId} and agent_id = free.agent_id and outcome <> 'open' and ${lately('offered_at')}
       order by offered_at desc limit ${sql.lit(LAST_BEGUN)})
      union all
      (select ended_at from agent_state
       where center_id = ${centerId} and agent_id = free.agent_id and ended_at <= ${instant(now)} and ${lately('started_at')}
       order by started_at desc limit ${sql.lit(LAST_BEGUN)})
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
