export type { DemoAgent, DemoCenter, DemoPauseReason, DemoQueue, DemoSkill, DemoTeam, Named } from './center.ts'
export { demoCenter } from './demo-center.ts'
export { simulateDay, type DemoDay, type SimulateDayInput } from './simulate-day.ts'
