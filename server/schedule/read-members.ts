import { sql } from 'kysely'

import type { PlannedShift, RosterMember } from '@pult/contract/schedule-roster'
import type { RosterProblem } from '@pult/engine/schedule'
import { isoWeekday, MINUTE_MS, type Zone } from '@pult/engine/time'

import type { Caller, Tx } from '../platform/index.ts'
import { seenBy } from '../people/index.ts'
import { countBurdens } from './burdens.ts'

/** Members of a roster whom the caller sees, with what they work in it and what their agreements ask for. */
export async function readMembers(
  tx: Tx,
  caller: Caller,
  rosterId: number,
  { teamId, problem, shifts, zone, calendar }: MembersAsked,
): Promise<RosterMember[]> {
  const { rows } = await sql<{ agentId: number; name: string; teamId: number | null }>`
    select m.agent_id as "agentId", a.name, a.team_id as "teamId"
    from roster_member m join agent a using (center_id, agent_id)
    where center_id = ${caller.centerId} and roster_id = ${rosterId} and ${seenBy(caller, 'm.agent_id')}
      and (${teamId ?? null}::integer is null or a.team_id = ${teamId ?? null}::integer)
    order by a.name collate names
  `.execute(tx)
  const byAgent = Map.groupBy(shifts, ({ agentId }) => agentId)
  const burdens = countBurdens(
    shifts.map(({ agentId, day, start, end }) => ({ agentId, day, start: Date.parse(start), end: Date.parse(end) })),
    zone,
    calendar,
  )
  const agents = new Map(problem?.agents.map((agent) => [Number(agent.agentId), agent]))
  const last = (problem?.days.length ?? 0) - 1
  return rows.map((row) => {
    const agent = agents.get(row.agentId)
    const whole = agent?.limits.budgets.filter(({ firstDay, lastDay }) => firstDay === 0 && lastDay === last) ?? []
    const least = Math.max(0, ...whole.map(({ minMinutes }) => minMinutes))
    const most = Math.min(Infinity, ...whole.map(({ maxMinutes }) => maxMinutes))
    const own = byAgent.get(row.agentId) ?? []
    return {
      ...row,
      queueIds: agent?.queueIds.map(Number) ?? [],
      minutes: own.reduce((sum, shift) => sum + workMinutes(shift), 0),
      minMinutes: least > 0 ? least : null,
      maxMinutes: Number.isFinite(most) && most < (last + 1) * 1440 ? most : null,
      nights: burdens.get(row.agentId)?.nights ?? 0,
      weekends: own.filter(({ day }) => isoWeekday(day) >= 6).length,
    }
  })
}

interface MembersAsked {
  readonly teamId: number | undefined
  readonly problem: RosterProblem | null
  readonly shifts: readonly PlannedShift[]
  readonly zone: Zone
  readonly calendar: string
}

/** Working time: what is left of a shift without its unpaid breaks. */
export function workMinutes({ start, end, breaks }: Pick<PlannedShift, 'start' | 'end' | 'breaks'>): number {
  const length = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / MINUTE_MS
  return breaks.reduce((sum, one) => (one.isPaid ? sum : sum - length(one.start, one.end)), length(start, end))
}
