import type { RequirementInterval, StaffingRule } from '@pult/contract/staffing'
import { createZone, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { lostInTable, type Platform, type Tx } from '../platform/index.ts'
import { ruleOf } from './applied-rules.ts'
import { makeRequirement } from './make-requirement.ts'
import { PAST_INTERVAL_MINUTES, readPastLoad, type PastLoad } from './past-load.ts'
import {
  publishedFor,
  readIntervals,
  readRequirement,
  type IntervalsWanted,
  type KeptRequirement,
} from './requirement-store.ts'
import { serveHabits } from './habits.routes.ts'
import { listRules } from './rule-store.ts'
import { serveStaffing } from './staffing.routes.ts'

export { availabilityAt, readCallRoster, weekHourOf, type CallRoster } from './roster-per-post.ts'

interface JobData {
  readonly centerId: number
  readonly requirementId: number
}

/** Opens the room: how many agents each queue needs, and why. */
export function openStaffing(platform: Platform, clock: () => number = Date.now): void {
  const patient = { concurrency: 1, retries: 3, expireSeconds: 3600 }
  platform.jobs.define<JobData>(
    'staffing',
    patient,
    ({ centerId, requirementId }, signal) =>
      makeRequirement(platform, { centerId }, { requirementId, now: clock() }, signal),
    lostInTable(platform, {
      table: 'requirement',
      key: ['requirementId'],
      waiting: 'waiting',
      begun: 'making',
      topic: 'staffing',
    }),
  )
  serveStaffing(platform)
  serveHabits(platform, clock)
}

/** What queues of calls are to keep: each its own rule, or the one for all that have none. */
export async function readCallRules(tx: Tx, centerId: number): Promise<(queueId: number) => StaffingRule> {
  const rules = await listRules(tx, centerId)
  return (queueId) => ruleOf(rules, queueId, 'calls')
}

/** What was published last for a day: the agents it counts on, and the rules it was counted by. Null where nothing was. */
export async function readRequiredDay(
  tx: Tx,
  centerId: number,
  { day, from, to }: { readonly day: LocalDate; readonly from: number; readonly to: number },
): Promise<{ readonly requirement: KeptRequirement; readonly intervals: readonly RequirementInterval[] } | null> {
  const requirement = await publishedFor(tx, centerId, day)
  if (requirement === undefined) return null
  return { requirement, intervals: await readIntervals(tx, centerId, requirement.requirementId, { from, to }) }
}

/** What usually comes on a day: the mean of the same weekday over the four weeks before it, and how much such days differ. */
export async function readUsualDay(tx: Tx, centerId: number, day: LocalDate): Promise<UsualDay> {
  const { timeZone } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const { loads, dayVariance } = await readPastLoad(
    tx,
    centerId,
    zone,
    timeZone,
    { firstDay: day, lastDay: day },
    zone.startOfDay(day),
  )
  return { loads, dayVariance, intervalMinutes: PAST_INTERVAL_MINUTES }
}

export interface UsualDay extends Pick<PastLoad, 'loads' | 'dayVariance'> {
  readonly intervalMinutes: number
}

/** The agents that a requirement asks for, by queue and interval, for whoever tries them. */
export interface Need extends Pick<RequirementInterval, 'queueId' | 'at' | 'needed'> {
  readonly intervalMinutes: number
}

export async function readNeeds(
  tx: Tx,
  centerId: number,
  requirementId: number,
  wanted: IntervalsWanted,
): Promise<Need[]> {
  const { intervalMinutes } = await readRequirement(tx, centerId, requirementId)
  const intervals = await readIntervals(tx, centerId, requirementId, wanted)
  return intervals.map(({ queueId, at, needed }) => ({ queueId, at, needed, intervalMinutes }))
}

/** A requirement with everything it rests on, for whoever plans people by it. */
export async function readPlannedLoad(
  tx: Tx,
  centerId: number,
  requirementId: number,
): Promise<{ readonly requirement: KeptRequirement; readonly intervals: readonly RequirementInterval[] }> {
  const requirement = await readRequirement(tx, centerId, requirementId)
  return { requirement, intervals: await readIntervals(tx, centerId, requirementId, {}) }
}
