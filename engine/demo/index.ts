export type { DemoAgent, DemoCenter, DemoPauseReason, DemoQueue, DemoSkill, DemoTeam, Named } from './center.ts'
export { demoCenter } from './demo-center.ts'
export { createQueueLogWriter, type QueueLogWriter } from './queue-log-text.ts'
export { intervalOf, simulateDay, type DemoDay, type SimulateDayInput } from './simulate-day.ts'
export {
  demoWork,
  type DemoAbsence,
  type DemoAgreement,
  type DemoLessons,
  type DemoTemplate,
  type DemoWish,
  type DemoWork,
} from './demo-work.ts'
