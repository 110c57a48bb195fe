import type { TodayFigures, TodayReply } from '@pult/contract/measures-today'
import { lineChannels } from '@pult/engine/contacts'
import { wilsonInterval } from '@pult/engine/numeric'
import { addDays, HOUR_MS, MINUTE_MS } from '@pult/engine/time'

import { readCenter, readOwnVersions } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import { agentsOfToday, byState, isVisible, type Sight } from './today-agents.ts'
import { definitionsOfDay, ratioOf, thresholdsOfDay } from './today-definitions.ts'
import { curveOf } from './today-curve.ts'
import type { DayCounts, LiveQueue } from './today-counts.ts'
import { figuresOf, sumDay } from './today-figures.ts'
import { findingsOf } from './today-findings.ts'
import { lastFactAt, liveLegs, queueCounts, queuesOf } from './today-sql.ts'
import { targetsOn } from './thresholds.ts'
import { gapsIn } from './gap.ts'
import { isoOf, zoneOf } from './zone-sql.ts'

const QUARTER_MS = 15 * MINUTE_MS

/** With how many former weeks today is compared. */
const WEEKS = 4

/** A day of a centre as it stands now, before it is known who looks at it. */
export interface WholeDay extends Pick<
  TodayReply,
  'timeZone' | 'asOf' | 'day' | 'lastFactAt' | 'agents' | 'definitions' | 'curve' | 'findings'
> {
  readonly total: TodayFigures
  /** Every queue that is not archived. */
  readonly queues: TodayReply['queues']
}

/** What somebody sees of the day: an agent only herself, a supervisor the people of her teams. */
export function seenOf(whole: WholeDay, sight: Sight): TodayReply {
  const { timeZone, asOf, day, lastFactAt } = whole
  const seesAll = sight.reach !== 'self'
  const agents = whole.agents.filter((agent) => isVisible(sight, agent))
  return {
    timeZone,
    asOf,
    day,
    lastFactAt,
    total: seesAll ? whole.total : null,
    queues: seesAll ? whole.queues.filter((queue) => isAlive(queue)) : [],
    agentsByState: byState(seesAll ? whole.agents : agents),
    agents,
    definitions: whole.definitions,
    curve: seesAll ? whole.curve : [],
    findings: seesAll ? whole.findings : [],
  }
}

/** The whole centre now, from the roll-ups of today and whatever is open this moment. */
export async function readWholeDay(tx: Tx, centerId: number, now: number): Promise<WholeDay> {
  const center = await readCenter(tx, centerId)
  const zone = zoneOf(center.timeZone)
  const day = zone.localDate(now)
  const start = zone.startOfDay(day)
  const targets = await targetsOn(tx, centerId, day)
  const queues = await queuesOf(tx, centerId)
  const { held, told } = definitionsOfDay(await readOwnVersions(tx, centerId), day)
  const { shortAbandonSeconds } = center.policy
  const queueIds = queues.map(({ queueId }) => queueId)
  const thresholds = thresholdsOfDay(held, targets, queueIds, shortAbandonSeconds)
  // Roll-ups know quarters of an hour: of the one that is running, former days count by as much of it as is over.
  const sinceStart = Math.floor((now - start) / QUARTER_MS) * QUARTER_MS
  const share = (now - start - sinceStart) / QUARTER_MS
  const weeks = Array.from({ length: WEEKS }, (_, week) => zone.startOfDay(addDays(day, -7 * (week + 1))))
  const [today = new Map<number, DayCounts>(), ...past] = await queueCounts(
    tx,
    centerId,
    [
      { from: start, to: start + 26 * HOUR_MS },
      ...weeks.flatMap((from) => [
        { from, to: from + sinceStart },
        { from: from + sinceStart, to: from + sinceStart + QUARTER_MS },
      ]),
    ],
    thresholds,
  )
  // Missing is not zero: a week of which nothing is known is no week to compare with.
  const gaps = await gapsIn(tx, centerId, { from: Math.min(...weeks), to: start })
  const former = weeks.flatMap((from, week) => {
    const to = from + sinceStart + QUARTER_MS
    const counts = addShare(past[2 * week] ?? new Map(), past[2 * week + 1] ?? new Map(), share)
    return counts.size > 0 && !gaps.some((gap) => gap.from < to && gap.to > from) ? [counts] : []
  })
  const live = await liveLegs(tx, centerId, now)
  const perQueue = queues.map((queue) => ({
    ...figuresOf({
      counts: today.get(queue.queueId),
      former: former.map((counts) => counts.get(queue.queueId)),
      live: live.get(queue.queueId),
      now,
      targets,
      queueId: queue.queueId,
      shortAbandonSeconds,
      held,
    }),
    ...queue,
  }))
  const total = figuresOf({
    counts: sumDay([...today.values()]),
    former: former.map((counts) => sumDay([...counts.values()])),
    live: mergeLive([...live.values()]),
    now,
    targets,
    queueId: 0,
    shortAbandonSeconds,
    held,
  })
  const onTheLine = queues.filter(({ channel }) => lineChannels.includes(channel))
  const lineCounts = sumDay(onTheLine.map(({ queueId }) => today.get(queueId) ?? {}))
  const asaOnTheLine = ratioOf(held.asaSeconds, lineCounts, shortAbandonSeconds).value
  const agents = await agentsOfToday(tx, centerId, day, now)
  const seen = await lastFactAt(tx, centerId)
  return {
    timeZone: center.timeZone,
    asOf: isoOf(now),
    day,
    lastFactAt: seen === null ? null : isoOf(seen),
    total: ofOwnThresholds(total, perQueue, asaOnTheLine),
    queues: perQueue,
    agents,
    definitions: told,
    curve: await curveOf(tx, centerId, zone, day, now, WEEKS),
    findings: findingsOf({ queues: perQueue, total, agents, lastFactAt: seen, now }),
  }
}

/**
 * Together, each contact is judged by its own queue's threshold: twenty seconds mean nothing to an e-mail. The mean wait is of
 * those who wait on the line.
 */
function ofOwnThresholds(
  total: TodayFigures,
  queues: readonly TodayFigures[],
  asaSeconds: number | null,
): TodayFigures {
  const numerator = queues.reduce((sum, queue) => sum + queue.serviceLevel.numerator, 0)
  const denominator = queues.reduce((sum, queue) => sum + queue.serviceLevel.denominator, 0)
  return {
    ...total,
    serviceLevel: {
      value: denominator === 0 ? null : numerator / denominator,
      numerator,
      denominator,
      approximate: false,
    },
    asaSeconds,
    target:
      total.target === null ? null : { ...total.target, state: stateOf(numerator, denominator, total.target.value) },
  }
}

function stateOf(numerator: number, denominator: number, target: number): 'met' | 'missed' | 'unknown' {
  if (denominator === 0) return 'unknown'
  const { low, high } = wilsonInterval(numerator, denominator, 0.95)
  return low < target && target < high ? 'unknown' : numerator / denominator >= target ? 'met' : 'missed'
}

function addShare(
  over: ReadonlyMap<number, DayCounts>,
  running: ReadonlyMap<number, DayCounts>,
  share: number,
): Map<number, DayCounts> {
  const sum = new Map(over)
  for (const [queueId, counts] of running) {
    const part = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Number(value) * share]))
    sum.set(queueId, sumDay([sum.get(queueId) ?? {}, part]))
  }
  return sum
}

/** A queue with nothing today and nothing usual is not shown. */
const isAlive = (queue: TodayFigures): boolean =>
  queue.offered > 0 || queue.waiting > 0 || queue.inService > 0 || (queue.usual?.offered ?? 0) > 0

function mergeLive(list: readonly LiveQueue[]): LiveQueue {
  return {
    waitingSince: list.flatMap((one) => one.waitingSince),
    inService: list.reduce((sum, one) => sum + one.inService, 0),
  }
}
