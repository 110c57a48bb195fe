import type { Platform } from '../platform/index.ts'
import { serveMeasures } from './measures.routes.ts'
import { serveReconciliations } from './reconcile/reconcile.routes.ts'
import { createRollups, type Rollups } from './rollups.ts'

export { answer as answerMeasures } from './answer.ts'
export { readLiveFigures, type LiveFigures, type LiveQuestion, type LiveWindow } from './live-figures.ts'
export { readPastFigures } from './past-figures.ts'
export { targetsOn, withinSecondsOf } from './thresholds.ts'

/** What the centre did: roll-ups that follow the facts, and every question about them. */
export type Measures = Rollups

/** Opens the room: serves its routes; roll-ups are kept up from `start` on. */
export function openMeasures(platform: Platform, clock: () => number = Date.now): Measures {
  const rollups = createRollups(platform, clock)
  serveMeasures(platform, rollups, clock)
  serveReconciliations(platform)
  return rollups
}
