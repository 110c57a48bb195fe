import type { Random } from '../numeric/index.ts'
import { erlangsOf } from '../queueing/index.ts'
import {
  aloneSeconds,
  deferredDemandOf,
  levelOf,
  patienceOf,
  targetOf,
  type IntervalLoad,
  type QueueRule,
} from './count-queue.ts'
import { deferredRisk } from './deferred-risk.ts'
import { planRisk, type IntervalRisk, type LevelSpread } from './plan-risk.ts'

/** An interval with the agents planned for it. */
export interface StaffedLoad extends IntervalLoad {
  /** Null where no number meets the target: of that day no chance is known. */
  readonly needed: number | null
  /** The day it lies in, from 0. */
  readonly day: number
}

export interface QueueRisk {
  /** By day; null where it is not known. */
  readonly days: readonly (LevelSpread | null)[]
  /** By interval; null where it is not known, and for work that may wait. */
  readonly intervals: readonly (IntervalRisk | null)[]
}

// Where nobody was seen to leave, an imagined overload still has an end: customers wait an hour.
const PATIENT_SECONDS = 3600
const IMAGINED_DAYS = 200
// Far beyond any queue; imagined busy days must stay within what the formulas take.
const MOST_ERLANGS = 10_000

/**
 * A queue's plan as a distribution, day by day: where its service level will lie, how likely the day keeps every part of the target (service
 * level, mean wait, hang-ups, occupancy; of work that may wait the share in time), and what one agent more is worth. `dayShapes`: how uncertain each day's rate is as a whole, gamma of this shape; null where known.
 */
export function queueRisk(
  loads: readonly StaffedLoad[],
  dayShapes: readonly (number | null)[],
  rule: QueueRule,
  { intervalSeconds, random }: { readonly intervalSeconds: number; readonly random: Random },
): QueueRisk {
  const unknown = { days: dayShapes.map(() => null), intervals: loads.map(() => null) }
  if (rule.work === 'deferred')
    return { ...unknown, days: riskOfDeferred(loads, dayShapes, rule, intervalSeconds, random) }
  const intervals: (IntervalRisk | null)[] = loads.map(() => null)
  const days = dayShapes.map((dayShape, day) => {
    const places = loads.flatMap((load, place) => (load.day === day && load.offered > 0 ? [place] : []))
    const ofDay = places.map((place) => loads[place] as StaffedLoad)
    const stretch = rule.work === 'chats' ? 1 + rule.stretchPerExtra * (rule.contactsAtOnce - 1) : 1
    const isTooMuch = ofDay.some((load) => erlangsOf({ ...load, intervalSeconds }) * stretch > MOST_ERLANGS)
    if (ofDay.length === 0 || isTooMuch || ofDay.some(({ needed }) => needed === null)) return null
    const risk = planRisk(
      ofDay.map(({ offered, ahtSeconds, needed, rateShape, ...load }) => ({
        offered,
        intervalSeconds,
        ahtSeconds: aloneSeconds(ahtSeconds, rule),
        patienceSeconds: patienceOf(load, rule) ?? PATIENT_SECONDS,
        agents: needed ?? 0,
        ...(rateShape === null ? {} : { rateShape }),
        ...(rule.work === 'chats'
          ? { contactsAtOnce: rule.contactsAtOnce, stretchPerExtra: rule.stretchPerExtra }
          : {}),
      })),
      {
        target: targetOf(rule),
        level: levelOf(rule),
        random: random.fork(day),
        days: IMAGINED_DAYS,
        ...(dayShape === null ? {} : { dayShape }),
      },
    )
    for (const [at, place] of places.entries()) intervals[place] = risk.intervals[at] ?? null
    return risk.day
  })
  return { days, intervals }
}

function riskOfDeferred(
  loads: readonly StaffedLoad[],
  dayShapes: readonly (number | null)[],
  rule: QueueRule,
  intervalSeconds: number,
  random: Random,
): readonly (LevelSpread | null)[] {
  const demand = deferredDemandOf(loads, rule, intervalSeconds)
  if (demand === null || loads.some(({ needed }) => needed === null)) return dayShapes.map(() => null)
  const risk = deferredRisk(
    {
      ...demand,
      agents: loads.map(({ needed }) => needed ?? 0),
      backlogItems: rule.backlog ?? 0,
      days: loads.map(({ day }) => day),
      dayShapes,
    },
    { fraction: rule.targetLevel ?? 1, random },
  )
  const busy = new Set(loads.filter(({ offered }) => offered > 0).map(({ day }) => day))
  return risk.map((spread, day) => (busy.has(day) ? spread : null))
}
