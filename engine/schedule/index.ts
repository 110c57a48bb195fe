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
