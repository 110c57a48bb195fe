import { normalProbability, solveRising } from '../numeric/index.ts'

import { requireNumber } from './queue-input.ts'

/** How hard the pool is to work, and how often a caller may find all busy. */
export interface SquareRootInput {
  readonly erlangs: number
  /** The chance of waiting to aim at, between 0 and 1. */
  readonly waitProbability: number
  /** Handling time ÷ patience; left out where nobody hangs up. */
  readonly giveUp?: number
}

/**
 * Agents by the square-root rule: load + β √load (Halfin and Whitt 1981; with impatience Garnett, Mandelbaum and Reiman 2002).
 * Not whole and only near: where the exact search begins, and a planner's rule of thumb.
 */
export function squareRootAgents({ erlangs, waitProbability, giveUp }: SquareRootInput): number {
  requireNumber('erlangs', erlangs, erlangs >= 0, 'zero or more')
  requireNumber('waitProbability', waitProbability, waitProbability > 0 && waitProbability < 1, 'between 0 and 1')
  const waitAt = (beta: number): number => squareRootWait(beta, giveUp)
  const beta = solveRising((value) => -waitAt(value), -waitProbability, giveUp === undefined ? 0 : -8, 8)
  return Math.max(0, erlangs + beta * Math.sqrt(erlangs))
}

/** The chance of waiting at `beta` standard deviations of spare agents. */
export function squareRootWait(beta: number, giveUp?: number): number {
  if (giveUp === undefined) return beta <= 0 ? 1 : 1 / (1 + beta / normalHazard(-beta))
  const ratio = (Math.sqrt(giveUp) * normalHazard(beta / Math.sqrt(giveUp))) / normalHazard(-beta)
  return 1 / (1 + ratio)
}

/** Density ÷ upper tail of the standard normal. Far out the tail is too small to subtract: its asymptotic series. */
function normalHazard(value: number): number {
  if (value > 6) return value / (1 - 1 / value ** 2 + 3 / value ** 4 - 15 / value ** 6)
  const density = Math.exp(-(value * value) / 2) / Math.sqrt(2 * Math.PI)
  return density / normalProbability(-value)
}
