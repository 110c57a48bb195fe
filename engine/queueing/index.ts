export { erlangA } from './erlang-a.ts'
export { erlangB } from './erlang-b.ts'
export { erlangC, type UnstableQueue } from './erlang-c.ts'
export {
  checkDemand,
  erlangsOf,
  MOST_AGENTS,
  requireNumber,
  USUAL_WITHIN_SECONDS,
  type ImpatientQueueInput,
  type QueueDemand,
  type QueueInput,
} from './queue-input.ts'
export { type QueueMeasures, type QueueState } from './queue-measures.ts'
export {
  serviceLevelRules,
  serviceLevelsOf,
  type ServiceLevelRule,
  type ServiceLevels,
  type WaitOutcomes,
} from './service-level.ts'
export { squareRootAgents, squareRootWait, type SquareRootInput } from './square-root-agents.ts'
