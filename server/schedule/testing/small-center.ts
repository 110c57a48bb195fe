import { setTimeout as rest } from 'node:timers/promises'

import { sql } from 'kysely'

import type { PlannedShift, Roster, RosterMember } from '@pult/contract/schedule-roster'
import { addDays, createZone, datesBetween, type LocalDate } from '@pult/engine/time'

import { done, type TestApp, type Visitor } from '../../testing/test-app.ts'

export const FIRST_DAY: LocalDate = '2026-06-01'

/** A small centre that can be rostered: one queue, a few agents with agreements and a skill, a template, a week's requirement. */
export interface SmallCenter {
  readonly centerId: number
  readonly queueId: number
  readonly skillId: number
  readonly templateId: number
  readonly agentIds: readonly number[]
  readonly requirementId: number
  readonly planner: Visitor & { readonly userId: string }
  readonly path: (rest: string) => string
}

export const agreement = {
  jurisdiction: 'RU',
  weekHours: 40,
  rate: 1,
  weekPattern: 'shifts',
  accountingMonths: 3,
  isNightWorkEqualised: true,
  isContinuousOperation: true,
  isSideJob: false,
  minShiftHours: null,
  maxShiftHours: 12,
  minWeekHours: null,
  maxWeekHours: null,
  costPerHour: 400,
}

export const dayTemplate = {
  name: 'День',
  startFromMinute: 480,
  startToMinute: 720,
  startStepMinutes: 60,
  lengthFromMinutes: 540,
  lengthToMinutes: 540,
  lengthStepMinutes: 60,
  breaks: [
    { kind: 'rest', minutes: 15, isPaid: true, earliestMinute: 90, latestMinute: 120 },
    { kind: 'meal', minutes: 60, isPaid: false, earliestMinute: 210, latestMinute: 255 },
    { kind: 'rest', minutes: 15, isPaid: true, earliestMinute: 375, latestMinute: 420 },
  ],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  skillIds: [],
  teamIds: [],
  isArchived: false,
}

interface Wanted {
  readonly name: string
  readonly agents?: number
  readonly days?: number
  readonly firstDay?: LocalDate
  readonly timeZone?: string
}

export async function openSmallCenter(
  pult: TestApp,
  { name, agents = 6, days = 7, firstDay = FIRST_DAY, timeZone = 'Europe/Moscow' }: Wanted,
): Promise<SmallCenter> {
  const centerId = await pult.createCenter(name, timeZone)
  const path = (rest: string): string => `/centers/${centerId}${rest}`
  const make = async <Reply>(at: string, body: object): Promise<Reply> =>
    done<Reply>(await pult.system.send('POST', path(at), body))
  const { queueId } = await make<{ queueId: number }>('/queues', { name: 'Заказы', channel: 'voice' })
  const { skillId } = await make<{ skillId: number }>('/skills', { name: 'Заказы' })
  done(await pult.system.send('PATCH', path(`/skills/${skillId}`), { name: 'Заказы', queueIds: [queueId] }))
  const agentIds: number[] = []
  for (let index = 0; index < agents; index++) {
    const { agentId } = await make<{ agentId: number }>('/agents', { name: `Агент ${index + 1}`, teamId: null })
    agentIds.push(agentId)
    await giveSkill(pult, path, agentId, skillId)
    await make('/agreements', { agentId, from: '2026-01-01', to: null, ...agreement })
  }
  const { shiftTemplateId } = await make<{ shiftTemplateId: number }>('/shift-templates', dayTemplate)
  const lastDay = addDays(firstDay, days - 1)
  const requirementId = await requireAgents(pult, { centerId, queueId, timeZone, firstDay, lastDay })
  const planner = await pult.comeIn(centerId, 'planner')
  return { centerId, queueId, skillId, templateId: shiftTemplateId, agentIds, requirementId, planner, path }
}

async function giveSkill(pult: TestApp, path: SmallCenter['path'], agentId: number, skillId: number): Promise<void> {
  const { agents } = done<{ agents: { agentId: number; version: number; name: string }[] }>(
    await pult.system.get(path('/agents')),
  )
  const agent = agents.find((one) => one.agentId === agentId)
  if (agent === undefined) throw new Error('no such agent')
  const { name, version } = agent
  const change = { name, version, teamId: null, status: 'confirmed', hiredOn: null, leftOn: null, skillIds: [skillId] }
  done(await pult.system.send('PATCH', path(`/agents/${agentId}`), change))
}

interface Required {
  readonly centerId: number
  readonly queueId: number
  readonly timeZone: string
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** Hours of the day in which agents are needed, and how many. */
  readonly hours?: readonly [from: number, to: number]
  readonly needed?: number
}

/** A published requirement of a queue of calls: the same agents in each half-hour of the same hours. */
export async function requireAgents(pult: TestApp, required: Required): Promise<number> {
  const { centerId, queueId, timeZone, firstDay, lastDay, hours = [9, 19], needed = 2 } = required
  const rule = {
    queueId,
    work: 'calls',
    targetLevel: 0.8,
    withinSeconds: 20,
    rule: 'neutral',
    maxAbandonment: null,
    maxOccupancy: null,
    maxAsaSeconds: null,
    patienceSeconds: 120,
    isPatienceEstimated: false,
    availability: 1,
    contactsAtOnce: 1,
    stretchPerExtra: 0,
    seenAtOnce: null,
    deadlineMinutes: null,
    backlog: null,
  }
  const assumptions = { rules: [rule], shrinkage: [], isRateUncertain: false, backlogs: [], unknownDays: [] }
  const zone = createZone(timeZone)
  return pult.app.database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into requirement (center_id, name, status, progress, basis, interval_minutes, first_day, last_day, assumptions, made_by, made_by_name, published_at)
      values (${centerId}, 'Неделя', 'published', 1, 'pastWeeks', 30, ${firstDay}, ${lastDay}, ${JSON.stringify(assumptions)}::jsonb, 'test', 'Тест', now())
      returning requirement_id as id
    `.execute(tx)
    const requirementId = rows[0]?.id ?? 0
    for (const date of datesBetween(firstDay, addDays(lastDay, 1)))
      await sql`
        insert into requirement_interval (center_id, requirement_id, queue_id, at, offered, aht_seconds, needed, scheduled, binding)
        select ${centerId}, ${requirementId}, ${queueId}, ${new Date(zone.startOfDay(date)).toISOString()}::timestamptz + half * interval '30 minutes', 9, 180, ${needed}::integer, ${needed}::integer, '{}'
        from generate_series(${hours[0] * 2}::integer, ${hours[1] * 2 - 1}::integer) half
      `.execute(tx)
    return requirementId
  })
}

export interface ReadRoster {
  readonly roster: Roster
  readonly members: RosterMember[]
  readonly shifts: PlannedShift[]
}

/** Asks for a roster of the week and waits until it is made, or could not be. */
export async function makeRoster(center: SmallCenter, more: object = {}): Promise<ReadRoster> {
  const draft = {
    name: 'Неделя',
    requirementId: center.requirementId,
    firstDay: FIRST_DAY,
    lastDay: addDays(FIRST_DAY, 6),
    agentIds: null,
    seconds: 2,
    seed: 7,
    startFrom: null,
    ...more,
  }
  const made = await center.planner.send('POST', center.path('/rosters'), draft)
  return settledRoster(center, done<{ rosterId: number }>(made).rosterId)
}

export async function settledRoster(center: SmallCenter, rosterId: number): Promise<ReadRoster> {
  for (let turn = 0; turn < 600; turn++) {
    const read = done<ReadRoster>(await center.planner.get(center.path(`/rosters/${rosterId}`)))
    if (read.roster.status !== 'waiting' && read.roster.status !== 'making') return read
    await rest(100)
  }
  throw new Error('the roster is still being made')
}
