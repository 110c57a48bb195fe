import { logGamma, wilsonInterval } from '../numeric/index.ts'
import { SHARE_CONFIDENCE } from './popularity.ts'

/** So many name it, of so many that name any skill. */
export interface Naming {
  readonly naming: number
  readonly named: number
}

export interface ShareChange {
  readonly before: number
  readonly after: number
  /** After less before, with Newcombe's interval. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Fisher's exact test, two-sided. */
  readonly pValue: number
}

/**
 * Whether a share changed from one group of vacancies to another that has none of them in common. Fisher's exact test (1922) and the hybrid
 * score interval (Newcombe 1998, method 10): right for ten vacancies as for ten thousand. Null where a group is empty.
 */
export function shareChange(before: Naming, after: Naming): ShareChange | null {
  if (before.named === 0 || after.named === 0) return null
  const was = before.naming / before.named
  const is = after.naming / after.named
  const wasWithin = wilsonInterval(before.naming, before.named, SHARE_CONFIDENCE)
  const isWithin = wilsonInterval(after.naming, after.named, SHARE_CONFIDENCE)
  const difference = is - was
  return {
    before: was,
    after: is,
    difference,
    low: difference - Math.hypot(is - isWithin.low, wasWithin.high - was),
    high: difference + Math.hypot(isWithin.high - is, was - wasWithin.low),
    pValue: fisherTest(before, after),
  }
}

/** Tables as unlikely as this one up to rounding count as equally unlikely. */
const ROUNDING = 1e-7

/** The chance of a table as unlikely as this one, or more so, its margins given. */
export function fisherTest(first: Naming, second: Naming): number {
  const total = first.named + second.named
  const naming = first.naming + second.naming
  const logOf = (own: number): number => logChoose(first.named, own) + logChoose(second.named, naming - own)
  const all = logChoose(total, naming)
  const observed = logOf(first.naming)
  let sum = 0
  for (let own = Math.max(0, naming - second.named); own <= Math.min(naming, first.named); own++) {
    const one = logOf(own)
    if (one <= observed + ROUNDING) sum += Math.exp(one - all)
  }
  return Math.min(1, sum)
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1)
