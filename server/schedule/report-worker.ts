import { parentPort, workerData } from 'node:worker_threads'

import {
  createRosterReasons,
  explainRoster,
  type RefusedWish,
  type Roster,
  type RosterExplanation,
  type RosterProblem,
  type ShiftReason,
} from '@pult/engine/schedule'

// Answers one question about a roster: what binds it and which wishes were refused, why somebody has a shift, or which of her wishes were refused.

export interface ReportTask {
  readonly problem: RosterProblem
  readonly roster: Roster
  /** Null: the whole roster is explained; without a day: the refused wishes of one person. */
  readonly why: { readonly agentId: string; readonly day?: number } | null
}

export interface WholeReport {
  readonly explanation: RosterExplanation
  readonly refused: readonly RefusedWish[]
}

export type ReportAnswer = WholeReport | ShiftReason | readonly RefusedWish[] | null

const { problem, roster, why } = workerData as ReportTask
const reasons = createRosterReasons(problem, roster)
parentPort?.postMessage(answer() satisfies ReportAnswer)

function answer(): ReportAnswer {
  if (why === null) return { explanation: explainRoster(problem, roster), refused: reasons.refusedWishes() }
  return why.day === undefined ? reasons.refusedWishes(why.agentId) : reasons.shift(why.agentId, why.day)
}
