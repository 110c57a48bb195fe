import type { RequirementInterval } from '@pult/contract/staffing'
import type { LocalDate } from '@pult/engine/time'

import type { Platform, Tx } from '../platform/index.ts'
import { makeRequirement } from './make-requirement.ts'
import {
  publishedFor,
  readIntervals,
  readRequirement,
  type IntervalsWanted,
  type KeptRequirement,
} from './requirement-store.ts'
import { serveStaffing } from './staffing.routes.ts'

interface JobData {
  readonly centerId: number
  readonly requirementId: number
}

/** Opens the room: how many agents each queue needs, and why. */
export function openStaffing(platform: Platform, clock: () => number = Date.now): void {
  const patient = { concurrency: 1, retries: 3, expireSeconds: 3600 }
  platform.jobs.define<JobData>('staffing', patient, ({ centerId, requirementId }, signal) =>
    makeRequirement(platform, { centerId }, { requirementId, now: clock() }, signal),
  )
  serveStaffing(platform)
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
