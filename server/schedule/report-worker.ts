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

// Answers one question about a roster: what binds it and which wishes were refused, or why somebody has a shift.

export interface ReportTask {
  readonly problem: RosterProblem
  readonly roster: Roster
  /** Null: the whole roster is explained. */
  readonly why: { readonly agentId: string; readonly day: number } | null
}

export interface WholeReport {
  readonly explanation: RosterExplanation
  readonly refused: readonly RefusedWish[]
}

export type ReportAnswer = WholeReport | ShiftReason | null

const { problem, roster, why } = workerData as ReportTask
const reasons = createRosterReasons(problem, roster)
parentPort?.postMessage(
  (why === null
    ? { explanation: explainRoster(problem, roster), refused: reasons.refusedWishes() }
    : reasons.shift(why.agentId, why.day)) satisfies ReportAnswer,
)
