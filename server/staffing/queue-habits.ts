import type { QueueHabits } from '@pult/contract/staffing-habits'
import type { StaffingRule } from '@pult/contract/staffing'
import { createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { notFound, type Scope, type Platform, type Tx } from '../platform/index.ts'
import { ruleOf } from './applied-rules.ts'
import type { LearnTask, LearntAvailability } from './learn-availability.ts'
import { readObservedHours } from './observed-hours.ts'
import { patienceOfQueue, type QueuePatience } from './queue-patience.ts'
import { readQueueWork } from './read-load.ts'
import { listRules } from './rule-store.ts'
import { openStaffingThread } from './staffing-thread.ts'
import { readWaitsByHour, waitsOf, type WaitsByHour } from './waits-by-hour.ts'

/** What availability is learnt from, or null where the rule does not ask the log. */
export async function readLearnTask(
  tx: Tx,
  centerId: number,
  timeZone: string,
  queueId: number,
  rule: StaffingRule,
  waits: WaitsByHour,
): Promise<LearnTask | null> {
  if (rule.work !== 'calls') return null
  const zone = createZone(timeZone)
  const { from, to } = waits
  const { withinSeconds } = rule
  const intervals = await readObservedHours(tx, centerId, zone, { queueId, withinSeconds, from, to }, waits)
  return {
    intervals,
    withinSeconds,
    wholePatienceSeconds: waits.wholePatience('calls'),
    factors: factorsOf(rule),
    certainty: null,
  }
}

/** Answering in time and losing few hang on different availabilities: a rule is counted by the lower of those it asks for. */
function factorsOf({ targetLevel, maxAsaSeconds, maxAbandonment }: StaffingRule): LearnTask['factors'] {
  const isAtOnce = targetLevel !== null || maxAsaSeconds !== null
  if (maxAbandonment === null && isAtOnce) return ['atOnce']
  return isAtOnce ? ['atOnce', 'underPressure'] : ['underPressure']
}

/** What the log says of a queue's callers and agents, hour by hour, with how sure it is. */
export async function readQueueHabits(
  platform: Platform,
  scope: Scope,
  queueId: number,
  now: number,
): Promise<QueueHabits> {
  const { centerId } = scope
  const known = await platform.database.readCenter(scope, async (tx) => {
    const work = await readQueueWork(tx, centerId, queueId)
    if (work === undefined) throw notFound('queue')
    const { timeZone } = await readCenter(tx, centerId)
    const waits = await readWaitsByHour(tx, centerId, createZone(timeZone), timeZone, now)
    const rule = ruleOf(await listRules(tx, centerId), queueId, work)
    return { work, waits, task: await readLearnTask(tx, centerId, timeZone, queueId, rule, waits) }
  })
  const { work, waits, task } = known
  const availability: LearntAvailability =
    task === null ? { unlearnt: 'otherWork' } : await learnInThread({ ...task, certainty: `habits ${queueId}` })
  return presentHabits(waits, queueId, patienceOfQueue(waits, queueId, work), availability)
}

async function learnInThread(task: LearnTask): Promise<LearntAvailability> {
  const thread = openStaffingThread()
  try {
    return await thread.learn(task)
  } finally {
    await thread.close()
  }
}

function presentHabits(
  waits: WaitsByHour,
  queueId: number,
  patience: QueuePatience | null,
  availability: LearntAvailability,
): QueueHabits {
  const hours = waits.ofQueue(queueId).filter(({ offered }) => offered > 0)
  const learnt = 'unlearnt' in availability ? null : availability
  return {
    firstDay: waits.firstDay,
    lastDay: waits.lastDay,
    calls: hours.reduce((sum, { offered }) => sum + offered, 0),
    hangUps: waitsOf(hours).abandoned,
    patienceSeconds: patience?.seconds ?? null,
    availability: learnt?.whole ?? null,
    unlearnt: 'unlearnt' in availability ? availability.unlearnt : null,
    hours: hours.map(({ hour, offered, abandoned }) => ({
      hour,
      calls: offered,
      hangUps: abandoned,
      patienceSeconds: patience?.byHour[hour] ?? null,
      availability: learnt === null ? null : (learnt.byHour[hour] ?? learnt.whole),
    })),
  }
}
