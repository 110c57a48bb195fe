import { parentPort } from 'node:worker_threads'

import { createRandom } from '@pult/engine/numeric'
import {
  countQueue,
  gammaShape,
  ownVariance,
  queueRisk,
  type IntervalNeed,
  type QueueRisk,
  type QueueRule,
} from '@pult/engine/staffing'

import { learnAvailability, type LearnTask } from './learn-availability.ts'

// Counts one queue, or learns its agents' availability, for each message, so that the server goes on answering meanwhile.

export interface QueueTask {
  readonly rule: QueueRule
  readonly intervalSeconds: number
  /** In order of time; `day` is the place of its day in `dayVariances`. */
  readonly loads: readonly {
    readonly offered: number
    readonly ahtSeconds: number
    readonly rateVariance: number
    readonly day: number
    /** Of this hour's callers; null: nobody hangs up. */
    readonly patienceSeconds: number | null
  }[]
  readonly dayVariances: readonly number[]
  /** Whether agents are counted for rates that are uncertain. Chances always are. */
  readonly isRateUncertain: boolean
  readonly seed: string
}

export interface CountedQueue {
  readonly needs: readonly IntervalNeed[]
  readonly rateShapes: readonly (number | null)[]
  readonly risk: QueueRisk
}

export type StaffingTask = { readonly count: QueueTask } | { readonly learn: LearnTask }

parentPort?.on('message', (task: StaffingTask) =>
  parentPort?.postMessage('count' in task ? count(task.count) : learnAvailability(task.learn)),
)

function count({ rule, intervalSeconds, loads, dayVariances, isRateUncertain, seed }: QueueTask): CountedQueue {
  const rateShapes = loads.map((load) => (isRateUncertain ? gammaShape(load.rateVariance) : null))
  const needs = countQueue(
    loads.map((load, place) => ({ ...load, rateShape: rateShapes[place] ?? null })),
    rule,
    intervalSeconds,
  )
  const staffed = loads.map((load, place) => ({
    ...load,
    rateShape: gammaShape(ownVariance(load.rateVariance, dayVariances[load.day] ?? 0)),
    needed: needs[place]?.needed ?? null,
  }))
  const risk = queueRisk(staffed, dayVariances.map(gammaShape), rule, { intervalSeconds, random: createRandom(seed) })
  return { needs, rateShapes, risk }
}
