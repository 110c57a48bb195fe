import { logGamma } from './gamma.ts'

/**
 * A stream of chance that is an argument like any other: the same seed gives the same numbers.
 *
 * `fork` gives a stream of its own by label. It depends on the seed and the label only, not on what was drawn before, so parts
 * of a simulation can be made in any order. Same seed, same Node: `Math.log` may differ in the last bit between engines.
 */
export interface Random {
  readonly fork: (label: number | string) => Random
  /** In [0, 1), with 53 bits. */
  readonly uniform: () => number
  /** A whole number in [from, below). */
  readonly integer: (from: number, below: number) => number
  readonly chance: (probability: number) => boolean
  readonly normal: (mean?: number, sd?: number) => number
  readonly exponential: (mean: number) => number
  /** Mean is shape × scale. */
  readonly gamma: (shape: number, scale: number) => number
  /** By the mean and standard deviation of the value itself, not of its logarithm. */
  readonly lognormal: (mean: number, sd: number) => number
  readonly poisson: (mean: number) => number
  /** A Poisson count whose rate is gamma with this shape (negative binomial): variance is mean + mean² ÷ shape. */
  readonly gammaPoisson: (mean: number, shape: number) => number
  /** An index, chosen in proportion to its weight. */
  readonly weighted: (weights: readonly number[]) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** A new array in a random order. */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[]
}

const POISSON_BY_PRODUCT_UP_TO = 12

/** Makes a stream from a seed: a number or any text. */
export function createRandom(seed: number | string): Random {
  const name = typeof seed === 'number' ? `#${seed}` : `$${seed}`
  const next = createSfc32(name)
  const uniform = (): number => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992
  const positive = (): number => 1 - uniform()
  const normal = createNormal(uniform)
  const exponential = (mean: number): number => -mean * Math.log(positive())
  const gamma = (shape: number, scale: number): number => scale * drawGamma(shape, normal, positive)
  const poisson = (mean: number): number => drawPoisson(mean, uniform)
  const integer = (from: number, below: number): number => from + Math.floor(uniform() * (below - from))

  return {
    fork: (label) => createRandom(`${name}/${typeof label === 'number' ? `#${label}` : `$${label}`}`),
    uniform,
    integer,
    chance: (probability) => uniform() < probability,
    normal: (mean = 0, sd = 1) => mean + sd * normal(),
    exponential,
    gamma,
    lognormal: (mean, sd) => {
      const variance = Math.log1p((sd * sd) / (mean * mean))
      return mean * Math.exp(Math.sqrt(variance) * normal() - variance / 2)
    },
    poisson,
    gammaPoisson: (mean, shape) => poisson(gamma(shape, mean / shape)),
    weighted: (weights) => drawWeighted(weights, uniform),
    pick: (items) => {
      if (items.length === 0) throw new RangeError('items must not be empty: there is nothing to pick from')
      return items[integer(0, items.length)] as (typeof items)[number]
    },
    shuffle: (items) => drawShuffled(items, integer),
  }
}

/**
 * sfc32 (Doty-Humphrey, PractRand): 128 bits of state, passes the known batteries, and needs only 32-bit operations.
 * Returns whole numbers in [0, 2³²).
 */
function createSfc32(name: string): () => number {
  let a = hash(name, 0x9e3779b9)
  let b = hash(name, 0x7f4a7c15)
  let c = hash(name, 0x94d049bb)
  let counter = 1
  const next = (): number => {
    const result = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + result
    c |= 0
    return result >>> 0
  }
  // Seeds that differ in one bit need a dozen rounds to part.
  for (let round = 0; round < 15; round++) next()
  return next
}

/** FNV-1a over the UTF-16 units, then murmur's finalizer to spread the last letters over all bits. */
function hash(text: string, start: number): number {
  let value = start | 0
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}

/** Marsaglia's polar method: two normals at a time, no trigonometry. */
function createNormal(uniform: () => number): () => number {
  let spare = Number.NaN
  return () => {
    if (!Number.isNaN(spare)) {
      const value = spare
      spare = Number.NaN
      return value
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const factor = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * factor
      return x * factor
    }
  }
}

/** Marsaglia and Tsang (2000), "A simple method for generating gamma variables"; below shape 1 by their boost. */
function drawGamma(shape: number, normal: () => number, positive: () => number): number {
  if (!(shape > 0)) throw new RangeError(`shape must be positive, not ${shape}`)
  if (shape < 1) return drawGamma(shape + 1, normal, positive) * positive() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal()
    const v = (1 + c * x) ** 3
    if (v <= 0) continue
    if (Math.log(positive()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Products of uniforms for small means; Hörmann's transformed rejection (PTRS, 1993) for the others. */
function drawPoisson(mean: number, uniform: () => number): number {
  if (!(mean >= 0)) throw new RangeError(`mean must not be negative, not ${mean}`)
  return mean <= POISSON_BY_PRODUCT_UP_TO ? poissonByProduct(mean, uniform) : poissonByRejection(mean, uniform)
}

function poissonByProduct(mean: number, uniform: () => number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = uniform(); product > limit; product *= uniform()) count++
  return count
}

function poissonByRejection(mean: number, uniform: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean)
  const a = -0.059 + 0.02483 * b
  const logInverseAlpha = Math.log(1.1239 + 1.1328 / (b - 3.4))
  const squeeze = 0.9277 - 3.6224 / (b - 2)
  const logMean = Math.log(mean)
  for (;;) {
    const u = uniform() - 0.5
    const v = uniform()
    const edge = 0.5 - Math.abs(u)
    const count = Math.floor(((2 * a) / edge + b) * u + mean + 0.43)
    if (edge >= 0.07 && v <= squeeze) return count
    if (count < 0 || (edge < 0.013 && v > edge)) continue
    const bound = count * logMean - mean - logGamma(count + 1)
    if (Math.log(v) + logInverseAlpha - Math.log(a / (edge * edge) + b) <= bound) return count
  }
}

function drawWeighted(weights: readonly number[], uniform: () => number): number {
  let total = 0
  for (const weight of weights) total += weight
  if (!(total > 0)) throw new RangeError('weights must have a positive sum')
  let rest = uniform() * total
  for (const [index, weight] of weights.entries()) {
    rest -= weight
    if (rest < 0) return index
  }
  return weights.findLastIndex((weight) => weight > 0)
}

function drawShuffled<Item>(items: readonly Item[], integer: (from: number, below: number) => number): Item[] {
  const shuffled = [...items]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = integer(0, last + 1)
    const kept = shuffled[last] as Item
    shuffled[last] = shuffled[other] as Item
    shuffled[other] = kept
  }
  return shuffled
}
