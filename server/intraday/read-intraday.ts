import type { Intraday, IntradayInterval, IntradayQueue } from '@pult/contract/intraday'
import type { AppliedRule, RequirementInterval } from '@pult/contract/staffing'
import { runningHandlingTimes, type HandledInterval } from '@pult/engine/forecast'
import { addDays, createZone, MINUTE_MS, minutesOfDay, wallInstant, type LocalDate, type Zone } from '@pult/engine/time'
import { sql } from 'kysely'

import { readCenter } from '../center/index.ts'
import { readPlannedDay, type PlannedDay } from '../forecast/index.ts'
import type { Tx } from '../platform/index.ts'
import { readRequiredDay, readUsualDay, type UsualDay } from '../staffing/index.ts'
import { levelOf, levelWith, neededFor } from './levels.ts'
import { renewQueue, type DayTotal, type Renewed } from './renew-queue.ts'
import { shortagesOf } from './shortages.ts'
import { renewUsualQueue } from './usual-queue.ts'
import { readCame, readGaps, readPresence, type Came, type Stretch } from './what-came.ts'

interface Asked {
  readonly day?: LocalDate | undefined
  readonly at?: string | undefined
}

const HALF_HOUR_MS = 30 * MINUTE_MS
const USUAL_WITHIN_SECONDS = 20
const USUAL_SHORT_SECONDS = 5
/** Nights in which nothing is expected say nothing of how good the plan is. */
const LEAST_PLANNED = 0.5

/** The running day against its plan. A past day can be seen as it looked at a time of its clock. */
export async function readIntraday(tx: Tx, centerId: number, asked: Asked, now: number): Promise<Intraday> {
  const { timeZone } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const day = asked.day ?? zone.localDate(now)
  const span = { from: zone.startOfDay(day), to: zone.startOfDay(addDays(day, 1)) }
  const asOf = Math.min(now, momentOf(zone, day, span, asked.at))
  const planned = await readPlannedDay(tx, centerId, { day, ...span })
  const required = await readRequiredDay(tx, centerId, { day, ...span })
  const rules = new Map((required?.requirement.assumptions.rules ?? []).map((rule) => [rule.queueId, rule]))
  const usual = planned === null ? await readUsualDay(tx, centerId, day) : null
  const minutes = planned?.forecast.intervalMinutes ?? usual?.intervalMinutes ?? 30
  const known = { planned, usual, required: required?.intervals ?? [], rules, span, asOf, minutes, day, zone }
  const queues = await queuesOf(tx, centerId, known)
  return {
    timeZone,
    day,
    asOf: new Date(asOf).toISOString(),
    intervalMinutes: minutes,
    basis: planned !== null ? 'forecast' : queues.length > 0 ? 'usualDay' : 'nothing',
    forecast:
      planned === null
        ? null
        : {
            forecastId: planned.forecast.forecastId,
            name: planned.forecast.name,
            publishedAt: planned.forecast.publishedAt ?? '',
          },
    requirement:
      required === null
        ? null
        : {
            requirementId: required.requirement.requirementId,
            name: required.requirement.name,
            publishedAt: required.requirement.publishedAt ?? '',
          },
    queues,
    shortages: shortagesOf(queues, minutes),
    presence: await presenceOf(tx, centerId, { from: span.from, to: asOf }, required?.intervals ?? [], minutes),
  }
}

function momentOf(zone: Zone, day: LocalDate, span: Stretch, at: string | undefined): number {
  if (at === undefined) return span.to
  return wallInstant(zone, day, minutesOfDay(at))
}

interface Day {
  readonly planned: PlannedDay | null
  /** In the place of a plan. */
  readonly usual: UsualDay | null
  readonly required: readonly RequirementInterval[]
  readonly rules: ReadonlyMap<number, AppliedRule>
  readonly day: LocalDate
  readonly span: Stretch
  readonly asOf: number
  readonly minutes: number
  readonly zone: Zone
}

async function queuesOf(tx: Tx, centerId: number, day: Day): Promise<IntradayQueue[]> {
  const { planned, usual, required, rules, span, asOf, minutes, zone } = day
  const byQueue = Map.groupBy(planned?.intervals ?? [], ({ queueId }) => queueId)
  const usualByQueue = Map.groupBy(usual?.loads ?? [], ({ queueId }) => queueId)
  const queueIds = [...byQueue.keys(), ...usualByQueue.keys()]
  const thresholds = new Map(
    queueIds.map((id) => {
      const { withinSeconds = USUAL_WITHIN_SECONDS, shortSeconds = USUAL_SHORT_SECONDS } = rules.get(id) ?? {}
      return [id, { withinSeconds, shortSeconds }]
    }),
  )
  const came = await readCame(tx, centerId, { from: span.from, to: asOf }, minutes, thresholds)
  const gaps = await readGaps(tx, centerId, span)
  const names = await queueNames(tx, centerId)
  const needs = new Map(required.map((one) => [`${one.queueId} ${Date.parse(one.at)}`, one]))
  return queueIds.flatMap((queueId) => {
    const name = names.get(queueId)
    if (name === undefined) return []
    const ofQueue = new Map(came.filter((one) => one.queueId === queueId).map((one) => [one.at, one]))
    const intervals = byQueue.get(queueId)
    const renewed =
      intervals === undefined
        ? renewUsualQueue({
            loads: usualByQueue.get(queueId) ?? [],
            dayVariance: usual?.dayVariance.get(queueId) ?? 0,
            came: ofQueue,
            gaps: gaps.get(queueId) ?? [],
            span,
            asOf,
            minutes,
          })
        : renewQueue({
            intervals,
            model: planned?.models.get(queueId),
            plannedBand: planned?.dayBands.get(queueId) ?? null,
            leadDays: planned?.leadDays.get(queueId) ?? 1,
            came: ofQueue,
            gaps: gaps.get(queueId) ?? [],
            asOf,
            minutes,
          })
    const rule = rules.get(queueId)
    const seen = withTodaysHandling(renewed.intervals, ofQueue).map((one) => {
      const { hour } = zone.instantToLocal(one.at)
      return present(one, needs.get(`${queueId} ${one.at}`), rule, { intervalSeconds: minutes * 60, hour })
    })
    const over = [...ofQueue.values()].filter(({ at }) => at + minutes * MINUTE_MS <= asOf)
    return [queueOf({ queueId, name, total: renewed.total }, seen, over, rule)]
  })
}

/** Today's handling time is drawn into what is still to come; what is over keeps what was planned. */
function withTodaysHandling(intervals: readonly Renewed[], came: ReadonlyMap<number, Came>): Renewed[] {
  const over = intervals.flatMap(({ at, isOver, ahtSeconds }): HandledInterval[] => {
    const fact = isOver ? came.get(at) : undefined
    if (fact === undefined) return []
    return [{ plannedAhtSeconds: ahtSeconds, handled: fact.answered, handleSeconds: fact.handleMs / 1000 }]
  })
  const times = runningHandlingTimes(over)
  return intervals.map((one) => (one.isOver ? one : { ...one, ahtSeconds: one.ahtSeconds * times }))
}

function present(
  one: Renewed,
  need: RequirementInterval | undefined,
  rule: AppliedRule | undefined,
  { intervalSeconds, hour }: { readonly intervalSeconds: number; readonly hour: number },
): IntradayInterval {
  const plannedAgents = need?.needed ?? null
  const load = {
    offered: one.expected,
    ahtSeconds: one.ahtSeconds,
    intervalSeconds,
    rateShape: need?.rateShape ?? null,
    // As the requirement had it: callers are as patient as they are at this hour.
    patienceSeconds: rule?.patienceByHour?.[hour] ?? rule?.patienceSeconds ?? null,
  }
  const counted = rule !== undefined && plannedAgents !== null && !one.isOver && one.ahtSeconds > 0
  return {
    ...one,
    at: new Date(one.at).toISOString(),
    plannedAgents,
    neededAgents: counted ? neededFor(load, rule) : null,
    expectedLevel: counted ? levelWith(load, plannedAgents, rule) : null,
  }
}

function queueOf(
  { queueId, name, total }: { readonly queueId: number; readonly name: string; readonly total: DayTotal },
  intervals: readonly IntradayInterval[],
  came: readonly Came[],
  rule: AppliedRule | undefined,
): IntradayQueue {
  const known = intervals.filter((one) => one.came !== null)
  const rest = intervals.filter((one) => !one.isOver)
  const sum = <Item>(list: readonly Item[], value: (item: Item) => number): number =>
    list.reduce((total, item) => total + value(item), 0)
  const [expectedRest, cameSoFar] = [sum(rest, (one) => one.expected), sum(known, (one) => one.came ?? 0)]
  const answered = sum(came, (one) => one.answered)
  const levelSoFar = rule === undefined ? null : levelOf(came, rule.rule)
  const counted = rest.filter((one) => one.expectedLevel !== null)
  const weight = sum(counted, (one) => one.expected)
  const levelRest = weight > 0 ? sum(counted, (one) => one.expected * (one.expectedLevel ?? 0)) / weight : null
  return {
    queueId,
    name,
    plannedSoFar: sum(known, (one) => one.planned),
    cameSoFar,
    plannedRest: sum(rest, (one) => one.planned),
    expectedRest,
    plannedDay: total.planned,
    plannedDayBand: total.plannedBand,
    expectedDay: total.expected,
    expectedDayBand: total.expectedBand,
    isUnusual: isUnusual(known),
    plannedAhtSeconds: meanBy(
      known,
      (one) => one.ahtSeconds,
      (one) => one.planned,
    ),
    ahtSeconds: answered > 0 ? sum(came, (one) => one.handleMs) / answered / 1000 : null,
    restAhtSeconds: meanBy(
      rest,
      (one) => one.ahtSeconds,
      (one) => one.expected,
    ),
    target:
      rule === undefined
        ? null
        : {
            level: rule.targetLevel,
            withinSeconds: rule.withinSeconds,
            rule: rule.rule,
            shortSeconds: rule.shortSeconds,
          },
    levelSoFar,
    levelRest,
    levelDay: together(levelSoFar, cameSoFar, levelRest, expectedRest),
    intervals: [...intervals],
  }
}

function meanBy<Item>(
  list: readonly Item[],
  value: (item: Item) => number,
  weight: (item: Item) => number,
): number | null {
  const total = list.reduce((sum, item) => sum + weight(item), 0)
  return total > 0 ? list.reduce((sum, item) => sum + value(item) * weight(item), 0) / total : null
}

function together(soFar: number | null, came: number, rest: number | null, expected: number): number | null {
  if (rest === null) return expected > 0 ? null : soFar
  if (soFar === null) return came > 0 ? null : rest
  return came + expected > 0 ? (soFar * came + rest * expected) / (came + expected) : null
}

/**
 * An 80 % band leaves one interval in five outside by itself; twice as many and two more is no chance any longer (binomial, under
 * 2 % for a day of twenty intervals).
 */
function isUnusual(known: readonly IntradayInterval[]): boolean {
  const open = known.filter(({ planned, came }) => planned >= LEAST_PLANNED || (came ?? 0) >= 1)
  const outside = open.filter(
    ({ came, plannedP10, plannedP90 }) => (came ?? 0) < plannedP10 || (came ?? 0) > plannedP90,
  )
  return outside.length >= 2 + 0.4 * open.length
}

async function presenceOf(
  tx: Tx,
  centerId: number,
  span: Stretch,
  required: readonly RequirementInterval[],
  minutes: number,
): Promise<Intraday['presence']> {
  const seen = await readPresence(tx, centerId, span)
  return seen
    .filter(({ at }) => at + HALF_HOUR_MS <= span.to)
    .map(({ at, present: agents }) => {
      const planned = required.filter((one) => {
        const start = Date.parse(one.at)
        return start < at + HALF_HOUR_MS && at < start + minutes * MINUTE_MS
      })
      // A quarter of an hour counts for half of a half-hour, an hour for all of it.
      const share = Math.min(1, minutes / 30)
      const total = planned.reduce((sum, one) => sum + (one.needed ?? 0) * share, 0)
      return { at: new Date(at).toISOString(), present: agents, planned: planned.length === 0 ? null : total }
    })
}

async function queueNames(tx: Tx, centerId: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select queue_id as id, name from queue where center_id = ${centerId}`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
