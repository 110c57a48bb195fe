export { type ContactEstimates, type GroupEstimates } from './center-estimates.ts'
export {
  type AgentChoice,
  type AgentGroupModel,
  type CenterModel,
  type ContactTypeModel,
  type DurationModel,
  type GroupChoice,
  type PatienceModel,
  type PeriodModel,
  type Routing,
  type ShiftModel,
} from './center-model.ts'
export { createCenterSimulator, type CenterSimulator } from './center-simulator.ts'
export { changeCenter, wholeAgents, type CenterChange, type ChangeSpan } from './change-center.ts'
export { compareCenters, createPairSimulator, summarizePairs, type CenterComparison } from './compare-centers.ts'
export { type Estimate } from './estimate.ts'
export { createEventHeap, type EventHeap } from './event-heap.ts'
export { readCenterModel, type ReadCenterModel } from './read-center-model.ts'
export { checkRuns, replicationPieces, type ReplicationPiece, type SimulationRuns } from './replication-pieces.ts'
export {
  CONTACT_COUNTERS,
  contactCounters,
  GROUP_COUNTERS,
  groupCounters,
  type ContactCounter,
  type ReplicationTally,
} from './replication-tally.ts'
export {
  createPieceSimulator,
  simulateCenter,
  summarizePieces,
  type GroupResult,
  type PieceSimulator,
  type QueueResult,
  type SimulationResult,
} from './simulate-center.ts'
export { createScenarioSimulator, summarizeScenarios, type ScenarioResult } from './simulate-scenarios.ts'
export { skillGroups, type HandledContacts, type SkillGroup, type SkillGroupOptions } from './skill-groups.ts'
