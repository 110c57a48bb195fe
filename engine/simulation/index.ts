export type { CenterModel, CenterTally, DurationModel, GroupModel, QueueModel, QueueTally } from './center-model.ts'
export { createEventHeap, type EventHeap } from './event-heap.ts'
export { simulateCenter } from './simulate-center.ts'
