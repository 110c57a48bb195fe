import type { Platform } from '../platform/index.ts'
import { serveMeasures } from './measures.routes.ts'
import { serveReconciliations } from './reconcile/reconcile.routes.ts'
import { createRollups, type Rollups } from './rollups.ts'
import { createTodayFlow, type TodayFlow } from './today-flow.ts'

export { answer as answerMeasures } from './answer.ts'
export { tableOfReply } from './export-file.ts'
export {
  readLiveFigures,
  type HeldVersion,
  type LiveFigures,
  type LiveQuestion,
  type LiveWindow,
} from './live-figures.ts'
export { readPastFigures } from './past-figures.ts'
export { byState } from './today-agents.ts'
export { serviceLevelCurve } from './service-level-curve.ts'
export type { TodayFlow } from './today-flow.ts'
export type { WholeDay } from './today.ts'
export { targetOf, targetsOn, withinSecondsOf, type TargetInForce } from './thresholds.ts'
export { readView } from './view.ts'

/** What the centre did: roll-ups that follow the facts, and every question about them. */
export interface Measures extends Rollups {
  /** The running day, for whoever shows it. */
  readonly today: TodayFlow
}

/** Opens the room: serves its routes; roll-ups are kept up from `start` on. */
export function openMeasures(platform: Platform, clock: () => number = Date.now): Measures {
  const rollups = createRollups(platform, clock)
  const today = createTodayFlow(platform, clock)
  serveMeasures(platform, rollups, today, clock)
  serveReconciliations(platform)
  return { ...rollups, today }
}
