import { parentPort, workerData } from 'node:worker_threads'

import type { RosterPrices } from '@pult/contract/schedule-roster'
import {
  createRosterOptimiser,
  rosterFaults,
  scoreRoster,
  type Roster,
  type RosterFault,
  type RosterProblem,
  type RosterScore,
  type RosterShift,
} from '@pult/engine/schedule'

import { queueDemand, type PlannedQueue } from './queue-demand.ts'

// Makes one roster: works out what queues cost, then improves until its time is over or it is asked to stop.

export interface RosterTask {
  readonly problem: Omit<RosterProblem, 'queues'>
  readonly queues: readonly PlannedQueue[]
  readonly prices: RosterPrices
  readonly seed: number
  /** Time left to improve in; 0 takes the start as it is. */
  readonly seconds: number
  readonly start: readonly RosterShift[]
  /** Set to 1 from outside to stop. */
  readonly stop: Int32Array
}

export type RosterWord =
  | { readonly kind: 'problem'; readonly problem: RosterProblem; readonly faults: readonly RosterFault[] }
  | { readonly kind: 'best'; readonly seconds: number; readonly score: RosterScore; readonly roster: Roster | null }
  | { readonly kind: 'end'; readonly seconds: number; readonly score: RosterScore; readonly roster: Roster }

const MOVES_AT_ONCE = 100_000
const TELL_EVERY_MS = 1000

const tell = (word: RosterWord): void => parentPort?.postMessage(word)

function work(task: RosterTask): void {
  const mostPeople = task.problem.agents.length + 1
  const { slotMinutes, days } = task.problem
  const slots = days.reduce((sum, day) => sum + day.slots, 0)
  const options = { slots, slotMinutes, prices: task.prices, mostPeople }
  const problem: RosterProblem = { ...task.problem, queues: task.queues.map((queue) => queueDemand(queue, options)) }
  tell({ kind: 'problem', problem, faults: rosterFaults(problem) })
  const start: Roster = { shifts: task.start }
  if (task.seconds === 0) {
    const shifts = [...task.start, ...problem.locked.filter((locked) => !hasDay(task.start, locked))]
    return tell({ kind: 'end', seconds: 0, score: scoreRoster(problem, { shifts }), roster: { shifts } })
  }
  improve(problem, start, task)
}

const hasDay = (shifts: readonly RosterShift[], { agentId, day }: RosterShift): boolean =>
  shifts.some((shift) => shift.agentId === agentId && shift.day === day)

function improve(problem: RosterProblem, start: Roster, { seed, seconds, stop }: RosterTask): void {
  const began = performance.now()
  const spent = (): number => (performance.now() - began) / 1000
  const optimiser = createRosterOptimiser(problem, { seed, plannedMoves: MOVES_AT_ONCE * 100, start })
  let [moves, told, toldObjective] = [0, 0, Infinity]
  while (spent() < seconds && Atomics.load(stop, 0) === 0) {
    const { best } = optimiser.run(MOVES_AT_ONCE)
    moves += MOVES_AT_ONCE
    // So that the search is cold when its time is over.
    optimiser.plan(Math.max(moves + 1, Math.round((moves / spent()) * seconds * 0.97)))
    if (performance.now() - told < TELL_EVERY_MS) continue
    told = performance.now()
    const isBetter = best.objective < toldObjective || !best.isLawful
    tell({ kind: 'best', seconds: spent(), score: best, roster: isBetter ? optimiser.best() : null })
    toldObjective = best.objective
  }
  tell({ kind: 'end', seconds: spent(), score: optimiser.bestScore(), roster: optimiser.best() })
}

work(workerData as RosterTask)
