import { studentQuantile, normalProbability } from '../numeric/index.ts'

/** Logarithms of pay, as far as they add up: how many, their sum, the sum of their squares. */
export interface LogPay {
  readonly n: number
  readonly sum: number
  readonly squares: number
}

/** Vacancies that are alike in what else moves pay (the same city and experience): those that name a skill, and the others. */
export interface PaidStratum {
  readonly naming: LogPay
  readonly others: LogPay
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

/** What of some pays adds up. */
export function logPay(pays: readonly number[]): LogPay {
  const logs = pays.map(Math.log)
  return { n: logs.length, sum: total(logs), squares: total(logs.map((log) => log * log)) }
}

/**
 * Compares logarithms of pay within strata and puts the differences together with Mantel and Haenszel's weights, so that a skill of
 * the capital does not take credit for the capital. Null for fewer than ten vacancies on either side.
 */
export function skillPayDifference(strata: readonly PaidStratum[]): SkillPayDifference | null {
  const told = strata.filter(({ naming, others }) => naming.n > 0 && others.n > 0)
  const weights = told.map(({ naming, others }) => (naming.n * others.n) / (naming.n + others.n))
  const weight = total(weights)
  const naming = total(told.map((stratum) => stratum.naming.n))
  const others = total(told.map((stratum) => stratum.others.n))
  const squares = total(told.map((stratum) => deviations(stratum.naming) + deviations(stratum.others)))
  const degrees = naming + others - 2 * told.length
  if (naming < LEAST_OF_EACH || others < LEAST_OF_EACH || degrees < 1 || squares === 0) return null
  const differences = told.map((stratum) => mean(stratum.naming) - mean(stratum.others))
  const logRatio = total(differences.map((difference, place) => difference * (weights[place] ?? 0))) / weight
  // One variance for all strata; the variance of the weighted sum is then σ² ÷ Σw.
  const error = Math.sqrt(squares / degrees / weight)
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

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const mean = ({ n, sum }: LogPay): number => sum / n

/** Never below nothing, however the last digits fall. */
const deviations = ({ n, sum, squares }: LogPay): number => Math.max(0, squares - (sum * sum) / n)
