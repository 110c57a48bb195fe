export {
  answerDelayOf,
  foresee,
  learnHabits,
  type Availability,
  type CenterHabits,
  type ForeseenInterval,
  type HabitOptions,
  type ObservedInterval,
} from './availability.ts'
export {
  aloneSeconds,
  countQueue,
  demandOf,
  levelAtAgents,
  patienceOf,
  targetOf,
  type IntervalLoad,
  type IntervalNeed,
  type QueueRule,
} from './count-queue.ts'
export { deferredRisk, type DeferredPlan, type DeferredRiskOptions } from './deferred-risk.ts'
export { queueAtAgents, type QueueAtAgents, type StaffingDemand, type Thresholds } from './demand.ts'
export {
  requiredForDeferred,
  workOff,
  type DeferredDemand,
  type DeferredInterval,
  type DeferredRequirement,
} from './deferred-work.ts'
export { effectiveOutcome, type EffectiveOutcome, type EffectiveQueue } from './effective-queue.ts'
export { mixedPatience } from './kinds-of-callers.ts'
export { coverGreedily, type CoverProgram, type CoverRow, type SolveCover } from './multi-skill-cover.ts'
export { type SkillPart } from './multi-skill-parts.ts'
export {
  multiSkillRequirement,
  type KeptPart,
  type MissedPart,
  type MultiSkillInput,
  type MultiSkillRequirement,
} from './multi-skill-requirement.ts'
export {
  estimatePatience,
  patienceHazard,
  patienceSample,
  patienceSurvival,
  shrunkEstimate,
  shrunkPatience,
  waitTotals,
  type HazardPiece,
  type ObservedWait,
  type PatienceEstimate,
  type SurvivalStep,
  type WaitCount,
  type WaitTotals,
} from './patience.ts'
export { luckOfQueue, type PlannedInterval, type QueueLuck } from './plan-luck.ts'
export { planRisk, type IntervalRisk, type LevelSpread, type PlanRisk, type PlanRiskOptions } from './plan-risk.ts'
export { habitCertainty, type AvailabilityCertainty, type CertaintyOptions } from './habit-certainty.ts'
export { queueRisk, type QueueRisk, type StaffedLoad } from './queue-risk.ts'
export { queueWorks, workOfChannel, type QueueWork } from './queue-work.ts'
export { gammaShape, ownVariance, rateVariance, type CountBand } from './rate-spread.ts'
export { requiredAgents, type RequiredAgentsOptions, type StaffingRequirement } from './required-agents.ts'
export {
  observedShrinkage,
  shareAt,
  shrinkageAt,
  shrunkNeeds,
  type ShiftHours,
  type ShrinkageKind,
  type ShrunkNeed,
  type WeekHour,
  type WeeklyShare,
} from './shrinkage.ts'
export { type ServiceLevelTarget, type StaffingTarget, type TargetPart } from './target.ts'
export { gammaRates, type RateNode } from './uncertain-rate.ts'
export { wholeAgentsForDeferred } from './whole-deferred.ts'
