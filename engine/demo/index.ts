export type { DemoAgent, DemoCenter, DemoPauseReason, DemoQueue, DemoSkill, DemoTeam, Named } from './center.ts'
export { demoCenter } from './demo-center.ts'
export { createQueueLogWriter, type QueueLogWriter } from './queue-log-text.ts'
export { simulateDay, type DemoDay, type SimulateDayInput } from './simulate-day.ts'
