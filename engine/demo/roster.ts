import type { Random } from '../numeric/index.ts'
import { dayNumber, isoWeekday, MINUTE_MS, minutesOfDay, type LocalDate } from '../time/index.ts'
import type { DemoAgent, DemoCenter } from './center.ts'
import { isOfficeDay, type DayOff } from './arrivals.ts'

/** Something an agent means to do in the shift; it begins once the agent is free. */
export interface PlannedActivity {
  readonly at: number
  readonly durationMs: number
  readonly kind: 'pause' | 'training' | 'ghostCall'
  readonly reason: string
}

/** One agent's day: instants in epoch milliseconds. */
export interface PlannedShift {
  readonly agent: number
  readonly login: number
  readonly logout: number
  /** What the shift's end should have been. */
  readonly scheduledEnd: number
  readonly activities: readonly PlannedActivity[]
}

/** Two streams: `leave` is the same on every day, `day` is the day's own. */
export interface RosterChances {
  readonly leave: Random
  readonly day: Random
}

const HOURS_BY_PATTERN = { fiveTwo: 9, twoTwo: 12, watch: 8 } as const
const SICK_SHARE = 0.025
const TURNED_UP_LATE_SHARE = 0.03
/** Share of agents on leave by month; everyone's leave is a whole week. */
const LEAVE_BY_MONTH = [0.05, 0.05, 0.05, 0.06, 0.09, 0.1, 0.12, 0.11, 0.07, 0.06, 0.05, 0.04]

/**
 * Who works that day and when each means to pause. Leave is decided by the agent's week and illness by the day, each from its
 * own stream, so that a day needs to know nothing of the others.
 */
export function planShifts(
  date: LocalDate,
  center: DemoCenter,
  midnight: number,
  isDayOff: DayOff,
  chances: RosterChances,
): PlannedShift[] {
  return center.agents.flatMap((agent, index) => {
    const stream = chances.day.fork(agent.code)
    const hours = shiftHours(agent, date, center, isDayOff)
    return hours === null || isAway(agent, date, center, chances, stream)
      ? []
      : [planShift(agent, index, midnight, hours, date, stream)]
  })
}

interface Hours {
  readonly startMs: number
  readonly lengthMs: number
}

function shiftHours(agent: DemoAgent, date: LocalDate, center: DemoCenter, isDayOff: DayOff): Hours | null {
  const day = dayNumber(date) + agent.phase
  const lengthMs = HOURS_BY_PATTERN[agent.pattern] * 60 * MINUTE_MS
  const startMs = minutesOfDay(agent.shiftStart) * MINUTE_MS
  switch (agent.pattern) {
    case 'fiveTwo':
      return isOfficeDay(date, center, isDayOff) ? { startMs, lengthMs } : null
    case 'twoTwo':
      return day % 4 < 2 ? { startMs, lengthMs } : null
    case 'watch':
      // Night, then the evening of the next day, then a day off.
      return day % 3 === 2 ? null : { startMs: day % 3 === 0 ? 0 : 16 * 60 * MINUTE_MS, lengthMs }
  }
}

function isAway(
  agent: DemoAgent,
  date: LocalDate,
  center: DemoCenter,
  chances: RosterChances,
  stream: Random,
): boolean {
  if (date < agent.hiredOn) return true
  const { from, to, absentShare } = center.badWeek
  const ill = stream.chance(date >= from && date <= to ? absentShare : SICK_SHARE)
  const leaveShare = LEAVE_BY_MONTH[Number(date.slice(5, 7)) - 1] ?? 0
  // The watch cannot be thinned by leave: four people keep the night, and a substitute stands in for the fifth.
  const week = Math.floor((dayNumber(date) + 3) / 7)
  const onLeave = chances.leave.fork(`${agent.code}/${week}`).chance(leaveShare)
  return agent.pattern === 'watch' ? ill && stream.chance(0.5) : ill || onLeave
}

function planShift(
  agent: DemoAgent,
  index: number,
  midnight: number,
  { startMs, lengthMs }: Hours,
  date: LocalDate,
  random: Random,
): PlannedShift {
  const { habits } = agent
  const start = midnight + startMs
  const scheduledEnd = start + lengthMs
  const latenessMinutes =
    random.normal(habits.usualLatenessMinutes, 2) + (random.chance(TURNED_UP_LATE_SHARE) ? random.exponential(25) : 0)
  // Nobody signs in before midnight: a day's facts begin within the day.
  const login = Math.max(midnight + random.integer(1000, 40_000), Math.round(start + latenessMinutes * MINUTE_MS))
  const earlyMs = random.chance(habits.leavesEarlyShare) ? random.exponential(12 * MINUTE_MS) : 0
  const logout = Math.max(login + 60 * MINUTE_MS, Math.round(scheduledEnd - earlyMs + random.uniform() * 90_000))
  return { agent: index, login, logout, scheduledEnd, activities: planActivities(agent, start, lengthMs, date, random) }
}

function planActivities(
  agent: DemoAgent,
  start: number,
  lengthMs: number,
  date: LocalDate,
  random: Random,
): PlannedActivity[] {
  const { habits } = agent
  const hours = lengthMs / (60 * MINUTE_MS)
  const activities: PlannedActivity[] = []
  const plan = (share: number, minutes: number, reason: string, kind: PlannedActivity['kind'] = 'pause'): void => {
    const at = Math.round(start + lengthMs * share + random.normal(0, 9 * MINUTE_MS))
    activities.push({ at, durationMs: Math.round(minutes * MINUTE_MS), kind, reason })
  }
  const stretched = (minutes: number): number => minutes * habits.breakStretch * random.lognormal(1, 0.1)
  const lunchShare = 0.42 + random.uniform() * 0.16
  plan(lunchShare, stretched(hours >= 9 ? 60 : 30), 'Обед')
  const breaks = hours >= 12 ? [0.17, 0.3, 0.68, 0.84] : [0.22, 0.76]
  for (const share of breaks) plan(share + random.uniform() * 0.04, stretched(12), 'Перерыв')
  for (let number = random.poisson(1.3); number > 0; number--)
    plan(0.05 + random.uniform() * 0.9, random.lognormal(4, 2), 'Личное')
  if (random.chance(0.04)) plan(random.uniform() * 0.8, random.lognormal(9, 6), 'Техническая')
  if (isoWeekday(date) === 2 + (dayNumber(agent.hiredOn) % 3))
    plan(0.3 + random.uniform() * 0.3, 45, 'Обучение', 'training')
  if (isoWeekday(date) === 1 && agent.pattern === 'fiveTwo') plan(0.02, 15, 'Планёрка', 'training')
  if (habits.cheat === 'ghostCalls')
    for (const share of [0.25, 0.62])
      if (random.chance(0.7)) plan(share, 8 + random.exponential(7), 'ghost', 'ghostCall')
  return activities.toSorted((left, right) => left.at - right.at)
}
