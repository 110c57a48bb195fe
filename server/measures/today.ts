import type { Finding, TodayFigures, TodayReply } from '@pult/contract/measures'
import { lineChannels, type Channel } from '@pult/engine/contacts'
import { wilsonInterval } from '@pult/engine/numeric'
import { addDays, HOUR_MS, MINUTE_MS } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Caller, Tx } from '../platform/index.ts'
import { todayAgents } from './today-agents.ts'
import { curveOf } from './today-curve.ts'
import type { DayCounts, LiveQueue } from './today-counts.ts'
import { figuresOf, sumDay } from './today-figures.ts'
import { findingsOf } from './today-findings.ts'
import { lastFactAt, liveLegs, queueCounts, queuesOf } from './today-sql.ts'
import { targetsOn, withinSecondsOf } from './thresholds.ts'
import { gapsIn } from './gap.ts'
import { isoOf, zoneOf } from './zone-sql.ts'

const QUARTER_MS = 15 * MINUTE_MS

/** With how many former weeks today is compared. */
const WEEKS = 4

/** The whole centre now, from the roll-ups of today and whatever is open this moment. */
export async function readToday(tx: Tx, caller: Caller, now: number): Promise<TodayReply> {
  const { centerId } = caller
  const center = await readCenter(tx, centerId)
  const zone = zoneOf(center.timeZone)
  const day = zone.localDate(now)
  const start = zone.startOfDay(day)
  const targets = await targetsOn(tx, centerId, day)
  const queues = await queuesOf(tx, centerId)
  const within = (queueId: number): number => withinSecondsOf(targets, queueId)
  const thresholds = [...new Set([0, ...queues.map((queue) => queue.queueId)].map(within))]
  const read = (from: number, to: number): Promise<Map<number, DayCounts>> =>
    queueCounts(tx, centerId, { from, to }, thresholds)
  const today = await read(start, start + 26 * HOUR_MS)
  const former: Map<number, DayCounts>[] = []
  // Roll-ups know quarters of an hour: of the one that is running, former days count by as much of it as is over.
  const sinceStart = Math.floor((now - start) / QUARTER_MS) * QUARTER_MS
  const share = (now - start - sinceStart) / QUARTER_MS
  for (let week = 1; week <= WEEKS; week++) {
    const from = zone.startOfDay(addDays(day, -7 * week))
    const [over, running] = [
      await read(from, from + sinceStart),
      await read(from + sinceStart, from + sinceStart + QUARTER_MS),
    ]
    // Missing is not zero: a week of which nothing is known is no week to compare with.
    const gaps = await gapsIn(tx, centerId, { from, to: from + sinceStart + QUARTER_MS })
    const counts = addShare(over, running, share)
    if (counts.size > 0 && gaps.length === 0) former.push(counts)
  }
  const live = await liveLegs(tx, centerId, now)
  const seesAll = caller.reach !== 'self'
  const perQueue = queues.map((queue) => ({
    ...figuresOf({
      counts: today.get(queue.queueId),
      former: former.map((counts) => counts.get(queue.queueId)),
      live: live.get(queue.queueId),
      now,
      targets,
      queueId: queue.queueId,
      shortAbandonSeconds: center.policy.shortAbandonSeconds,
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
    shortAbandonSeconds: center.policy.shortAbandonSeconds,
  })
  const agents = await todayAgents(tx, caller, day, now)
  const seen = await lastFactAt(tx, centerId)
  const findings: Finding[] = seesAll ? findingsOf({ queues: perQueue, total, agents, lastFactAt: seen, now }) : []
  return {
    timeZone: center.timeZone,
    asOf: isoOf(now),
    day,
    lastFactAt: seen === null ? null : isoOf(seen),
    total: seesAll ? ofOwnThresholds(total, perQueue) : null,
    queues: seesAll ? perQueue.filter((queue) => isAlive(queue)) : [],
    agentsByState: agents.byState,
    agents: agents.visible,
    curve: seesAll ? await curveOf(tx, centerId, zone, day, now, WEEKS) : [],
    findings,
  }
}

/**
 * Together, each contact is judged by its own queue's threshold: twenty seconds mean nothing to an e-mail. The mean wait is of
 * those who wait on the line.
 */
function ofOwnThresholds(
  total: TodayFigures,
  queues: readonly (TodayFigures & { readonly channel: Channel })[],
): TodayFigures {
  const numerator = queues.reduce((sum, queue) => sum + queue.serviceLevel.numerator, 0)
  const denominator = queues.reduce((sum, queue) => sum + queue.serviceLevel.denominator, 0)
  const onTheLine = queues.filter((queue) => lineChannels.includes(queue.channel) && queue.asaSeconds !== null)
  const answered = onTheLine.reduce((sum, queue) => sum + queue.answered, 0)
  const waited = onTheLine.reduce((sum, queue) => sum + (queue.asaSeconds ?? 0) * queue.answered, 0)
  return {
    ...total,
    serviceLevel: {
      value: denominator === 0 ? null : numerator / denominator,
      numerator,
      denominator,
      approximate: false,
    },
    asaSeconds: answered === 0 ? null : waited / answered,
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
