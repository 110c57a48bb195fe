export { queueAtAgents, type QueueAtAgents, type StaffingDemand, type Thresholds } from './demand.ts'
export { requiredAgents, type RequiredAgentsOptions, type StaffingRequirement } from './required-agents.ts'
export { type ServiceLevelTarget, type StaffingTarget, type TargetPart } from './target.ts'
export { gammaRates, type RateNode } from './uncertain-rate.ts'
