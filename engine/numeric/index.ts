export { betaProbability, gammaProbability, logGamma } from './gamma.ts'
export { meanInterval, poissonInterval, wilsonInterval, type ConfidenceInterval } from './intervals.ts'
export { gammaQuantile, normalProbability, normalQuantile, solveRising, studentQuantile } from './quantiles.ts'
export { createRandom, type Random } from './random.ts'
