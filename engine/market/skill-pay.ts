import { studentQuantile, normalProbability } from '../numeric/index.ts'

/** A vacancy with comparable pay: its pay, whether it names the skill, and what else moves pay (city, experience). */
export interface PaidVacancy {
  readonly pay: number
  readonly names: boolean
  readonly stratum: string
}

/** How pay of vacancies that name a skill stands to that of those that do not. No cause: who asks for it may differ in much else. */
export interface SkillPayDifference {
  /** Ratio of geometric means less one: 0.1 is a tenth more. */
  readonly difference: number
  readonly low: number
  readonly high: number
  readonly pValue: number
  readonly naming: number
  readonly others: number
}

const CONFIDENCE = 0.95
const LEAST_OF_EACH = 10

/**
 * Compares logarithms of pay within strata (the same city and experience) and puts the differences together with Mantel and Haenszel's
 * weights, so that a skill of the capital does not take credit for the capital. Null for fewer than ten vacancies on either side.
 */
export function skillPayDifference(vacancies: readonly PaidVacancy[]): SkillPayDifference | null {
  const strata = Map.groupBy(vacancies, ({ stratum }) => stratum)
  let weights = 0
  let weighted = 0
  let squares = 0
  let degrees = 0
  let naming = 0
  let others = 0
  for (const own of strata.values()) {
    const paidNaming = own.filter(({ names }) => names).map(({ pay }) => Math.log(pay))
    const paidOthers = own.filter(({ names }) => !names).map(({ pay }) => Math.log(pay))
    if (paidNaming.length === 0 || paidOthers.length === 0) continue
    const weight = (paidNaming.length * paidOthers.length) / own.length
    naming += paidNaming.length
    others += paidOthers.length
    weights += weight
    weighted += weight * (mean(paidNaming) - mean(paidOthers))
    squares += deviations(paidNaming) + deviations(paidOthers)
    degrees += own.length - 2
  }
  if (naming < LEAST_OF_EACH || others < LEAST_OF_EACH || degrees < 1 || squares === 0) return null
  const logRatio = weighted / weights
  // One variance for all strata; the variance of the weighted sum is then σ² ÷ Σw.
  const error = Math.sqrt(squares / degrees / weights)
  const half = studentQuantile((1 + CONFIDENCE) / 2, degrees) * error
  return {
    difference: Math.expm1(logRatio),
    low: Math.expm1(logRatio - half),
    high: Math.expm1(logRatio + half),
    pValue: 2 * (1 - normalProbability(Math.abs(logRatio / error))),
    naming,
    others,
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function deviations(values: readonly number[]): number {
  const center = mean(values)
  return values.reduce((sum, value) => sum + (value - center) ** 2, 0)
}
