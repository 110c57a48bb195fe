import type { AppliedRule, RequirementDay, RequirementInterval, Shrinkage, StaffingRule } from '@pult/contract/staffing'
import { addDays, createZone, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { passingTrouble, type Platform, type Scope, type Tx } from '../platform/index.ts'
import { appliedRules, ruleOf } from './applied-rules.ts'
import { readBacklog } from './backlog.ts'
import { readChatsAtOnce } from './chats-at-once.ts'
import { readLearnTask } from './queue-habits.ts'
import { readLoad, type KnownLoad, type QueueLoad } from './read-load.ts'
import {
  beginRequirement,
  changeRequirement,
  keepQueue,
  readRequirement,
  type RequirementChange,
} from './requirement-store.ts'
import { availabilityAt, rosterPerPost, weekHourOf } from './roster-per-post.ts'
import { listRules, listShrinkage } from './rule-store.ts'
import { openStaffingThread, type StaffingThread } from './staffing-thread.ts'
import type { CountedQueue } from './staffing-worker.ts'
import type { LearntAvailability } from './learn-availability.ts'
import { readWaitsByHour, type WaitsByHour } from './waits-by-hour.ts'

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
    const { timeZone } = await database.inCenter(scope, (tx) => readCenter(tx, centerId))
    const zone = createZone(timeZone)
    const known = await database.readCenter(scope, async (tx) => ({
      load: await readLoad(tx, centerId, asked, now),
      stated: await listRules(tx, centerId),
      waits: await readWaitsByHour(tx, centerId, zone, timeZone, now),
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
    const availability = await learnAvailabilities(platform, scope, thread, { ...known, timeZone })
    const seen = queues.map((queue) => ({ ...queue, workByHour: workByHour(queue, zone) }))
    const rules = appliedRules(seen, known.stated, { ...known, availability })
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
        const intervals = intervalsOf(queue, counted, rule, known.shrinkage, zone)
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
    // Stopping the server is no failure, nor is a database that is away: the job comes back.
    if (signal.aborted || passingTrouble(error) !== null) throw error
    log.error({ err: error, requirementId }, 'a requirement could not be counted')
    await change({ status: 'failed', problem: 'broken' }).catch(() => undefined)
  } finally {
    await thread.close()
  }
}

interface Known {
  readonly load: KnownLoad
  readonly stated: readonly StaffingRule[]
  readonly waits: WaitsByHour
  readonly timeZone: string
}

/** Availability of queues of calls whose rules ask the log, queue by queue in the counting thread. */
async function learnAvailabilities(
  { database }: Platform,
  scope: Scope,
  thread: StaffingThread,
  { load, stated, waits, timeZone }: Known,
): Promise<ReadonlyMap<number, LearntAvailability>> {
  const learnt = new Map<number, LearntAvailability>()
  for (const { queueId, work } of load.queues) {
    const rule = ruleOf(stated, queueId, work)
    if (!rule.isAvailabilityLearnt) continue
    const task = await database.readCenter(scope, (tx) =>
      readLearnTask(tx, scope.centerId, timeZone, queueId, rule, waits),
    )
    learnt.set(queueId, task === null ? { unlearnt: 'otherWork' } : await thread.learn(task))
  }
  return learnt
}

function workByHour({ loads }: QueueLoad, zone: Zone): readonly number[] {
  const work = Array.from({ length: 24 }, () => 0)
  for (const { at, offered, ahtSeconds } of loads) {
    const { hour } = zone.instantToLocal(Date.parse(at))
    work[hour] = (work[hour] ?? 0) + offered * ahtSeconds
  }
  return work
}

function taskOf({ loads, dayVariance }: QueueLoad, rule: AppliedRule, zone: Zone) {
  const dates = loads.map(({ at }) => zone.localDate(Date.parse(at)))
  const days = [...new Set(dates)]
  const places = new Map(days.map((day, place) => [day, place]))
  const task = {
    rule,
    loads: loads.map(({ at, offered, ahtSeconds, rateVariance }, index) => ({
      offered,
      ahtSeconds,
      rateVariance,
      day: places.get(dates[index] ?? '') ?? 0,
      patienceSeconds: rule.patienceByHour?.[zone.instantToLocal(Date.parse(at)).hour] ?? rule.patienceSeconds,
    })),
    dayVariances: days.map(dayVariance),
  }
  return { task, days }
}

function intervalsOf(
  { queueId, loads }: QueueLoad,
  { needs, rateShapes, risk }: CountedQueue,
  rule: AppliedRule,
  shrinkage: readonly Shrinkage[],
  zone: Zone,
): RequirementInterval[] {
  return needs.map((need, place): RequirementInterval => {
    const { at = '', offered = 0, ahtSeconds = 0 } = loads[place] ?? {}
    const hour = weekHourOf(zone, Date.parse(at))
    const perPost = rosterPerPost(shrinkage, availabilityAt(rule, hour.hour), hour)
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
