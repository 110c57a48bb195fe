import { logGamma } from '../numeric/index.ts'

/** The logarithm of the chance that just so many of n values lie below their median. */
export const logChance = (n: number, below: number): number =>
  logGamma(n + 1) - logGamma(below + 1) - logGamma(n - below + 1) - n * Math.LN2
