import type { AppliedRule, RequirementDay, RequirementInterval, Shrinkage } from '@pult/contract/staffing'
import { addDays, createZone, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Platform, Scope, Tx } from '../platform/index.ts'
import { appliedRules } from './applied-rules.ts'
import { readBacklog } from './backlog.ts'
import { readChatsAtOnce } from './chats-at-once.ts'
import { readPatience } from './past-load.ts'
import { readLoad, type QueueLoad } from './read-load.ts'
import {
  beginRequirement,
  changeRequirement,
  keepQueue,
  readRequirement,
  type RequirementChange,
} from './requirement-store.ts'
import { rosterPerPost } from './roster-per-post.ts'
import { listRules, listShrinkage } from './rule-store.ts'
import { openStaffingThread } from './staffing-thread.ts'
import type { CountedQueue } from './staffing-worker.ts'

/** Thrown away while it was counted. */
class Superseded extends Error {}

interface Job {
  readonly requirementId: number
  readonly now: number
}

/** Counts a requirement that was asked for, queue by queue; begun again after a crash it counts every queue anew. */
export async function makeRequirement(
  platform: Platform,
  scope: Scope,
  { requirementId, now }: Job,
  signal: AbortSignal,
): Promise<void> {
  const { database, live, log } = platform
  const { centerId } = scope
  const changing = (work: (tx: Tx) => Promise<boolean>): Promise<void> =>
    database.inCenter(scope, async (tx) => {
      if (!(await work(tx))) throw new Superseded()
      await live.announce(tx, { centerId, topic: 'staffing', id: requirementId })
    })
  const change = (next: RequirementChange): Promise<void> =>
    changing((tx) => changeRequirement(tx, centerId, requirementId, next))
  const thread = openStaffingThread()
  try {
    await change({ status: 'making', progress: 0 })
    const asked = await database.inCenter(scope, (tx) => readRequirement(tx, centerId, requirementId))
    const { isRateUncertain, backlogs } = asked.assumptions
    const zone = createZone((await database.inCenter(scope, (tx) => readCenter(tx, centerId))).timeZone)
    const known = await database.readCenter(scope, async (tx) => ({
      load: await readLoad(tx, centerId, asked, now),
      stated: await listRules(tx, centerId),
      patience: await readPatience(tx, centerId, now),
      chatsAtOnce: await readChatsAtOnce(tx, centerId, now),
      backlog: new Map([
        // What lies there now says nothing of a later day.
        ...(asked.firstDay <= addDays(zone.localDate(now), 1) ? await readBacklog(tx, centerId, now) : []),
        ...backlogs.map(({ queueId, items }) => [queueId, items] as const),
      ]),
      shrinkage: await listShrinkage(tx, centerId),
    }))
    const { queues, intervalMinutes, unknownDays } = known.load
    if (queues.every(({ loads }) => loads.length === 0)) return await change({ status: 'failed', problem: 'noLoad' })
    const rules = appliedRules(queues, known.stated, known)
    const assumptions = { rules, shrinkage: known.shrinkage, isRateUncertain, backlogs, unknownDays: [...unknownDays] }
    await changing((tx) => beginRequirement(tx, centerId, requirementId, { intervalMinutes, assumptions }))
    for (const [index, queue] of queues.entries()) {
      signal.throwIfAborted()
      const rule = rules[index]
      if (rule === undefined) continue
      const { task, days } = taskOf(queue, rule, zone)
      const counted = await thread.count({
        ...task,
        intervalSeconds: intervalMinutes * 60,
        isRateUncertain,
        seed: `requirement ${queue.queueId} ${asked.firstDay}`,
      })
      await changing(async (tx) => {
        const intervals = intervalsOf(queue, counted, rule, known.shrinkage)
        await keepQueue(
          tx,
          { centerId, requirementId, queueId: queue.queueId },
          intervals,
          daysOf(queue, counted, days),
        )
        return changeRequirement(tx, centerId, requirementId, { progress: (index + 1) / queues.length })
      })
    }
    await change({ status: 'draft', progress: 1 })
  } catch (error) {
    if (error instanceof Superseded) return
    // Stopping the server is no failure: the job comes back.
    if (signal.aborted) throw error
    log.error({ err: error, requirementId }, 'a requirement could not be counted')
    await change({ status: 'failed', problem: 'broken' }).catch(() => undefined)
  } finally {
    await thread.close()
  }
}

function taskOf({ loads, dayVariance }: QueueLoad, rule: AppliedRule, zone: Zone) {
  const dates = loads.map(({ at }) => zone.localDate(Date.parse(at)))
  const days = [...new Set(dates)]
  const places = new Map(days.map((day, place) => [day, place]))
  const task = {
    rule,
    loads: loads.map(({ offered, ahtSeconds, rateVariance }, index) => ({
      offered,
      ahtSeconds,
      rateVariance,
      day: places.get(dates[index] ?? '') ?? 0,
    })),
    dayVariances: days.map(dayVariance),
  }
  return { task, days }
}

function intervalsOf(
  { queueId, loads }: QueueLoad,
  { needs, rateShapes, risk }: CountedQueue,
  { availability }: AppliedRule,
  shrinkage: readonly Shrinkage[],
): RequirementInterval[] {
  const perPost = rosterPerPost(shrinkage, availability)
  return needs.map((need, place): RequirementInterval => {
    const { at = '', offered = 0, ahtSeconds = 0 } = loads[place] ?? {}
    return {
      ...need,
      queueId,
      at,
      offered,
      ahtSeconds,
      scheduled: need.needed === null ? null : need.needed * perPost,
      binding: [...need.binding],
      rateShape: rateShapes[place] ?? null,
      risk: risk.intervals[place] ?? null,
    }
  })
}

const daysOf = ({ queueId }: QueueLoad, { risk }: CountedQueue, days: readonly string[]): RequirementDay[] =>
  days.flatMap((day, place) => {
    const spread = risk.days[place]
    return spread === undefined || spread === null ? [] : [{ queueId, day, ...spread }]
  })
