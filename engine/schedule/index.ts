export { type BrokenLimit, type LimitKind } from './broken-limits.ts'
export { checkRoster, type RosterCheck, type RosterViolation } from './check-roster.ts'
export {
  createRosterOptimiser,
  type OptimiserOptions,
  type RosterOptimiser,
  type RosterProgress,
} from './optimise-roster.ts'
export { rosterLimits, type RosterLimitsQuestion } from './roster-limits.ts'
export {
  absenceKinds,
  wishKinds,
  type Absence,
  type AbsenceKind,
  type AgentLimits,
  type BreakRule,
  type FairShare,
  type PlacedActivity,
  type QueueDemand,
  type Roster,
  type RosterActivity,
  type RosterAgent,
  type RosterBreak,
  type RosterDay,
  type RosterProblem,
  type RosterShift,
  type RosterWeights,
  type ShiftShape,
  type Wish,
  type WishKind,
  type WorkBudget,
} from './roster-problem.ts'
export { type RosterScore } from './roster-score.ts'
export { scoreRoster } from './score-roster.ts'
export { convexBelow, slotCosts, type SlotWorth } from './service-cost.ts'
export {
  createRosterBoard,
  type ChangeEffect,
  type ChangeProblem,
  type ChangeResult,
  type CoverageChange,
  type RosterBoard,
  type RosterChange,
} from './roster-board.ts'
export { createRosterBound, type BoundProgress, type RosterBound } from './bound-roster.ts'
export { explainRoster, type BindingLimit, type RosterExplanation, type Shortage } from './explain-roster.ts'
export { createRosterReasons, type RefusedWish, type RosterReasons, type ShiftReason } from './explain-shift.ts'
export {
  countShare,
  fairLedger,
  ledgerOf,
  noShare,
  type FairLedger,
  type LedgerRow,
  type LedgerShift,
  type LedgerSpread,
  type LedgerWish,
} from './fair-share.ts'
export { rosterFaults, type FaultCode, type RosterFault } from './roster-faults.ts'
export { layRotation, type LaidRotation, type Rotation, type RotationDay } from './rotation.ts'
