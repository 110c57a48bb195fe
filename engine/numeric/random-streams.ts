/**
 * Many independent streams of chance on one flat array, for simulations that draw millions of times: nothing is allocated per draw.
 * Each stream is sfc32 as in `createRandom`; exponential and normal draws use the ziggurat of Marsaglia and Tsang (2000) with
 * 256 layers, the layer and the place within it from different bits (Doornik 2005, "An improved ziggurat method").
 */
export interface RandomStreams {
  /** Starts every stream anew. The same seed and turn give the same numbers; other turns give independent ones. */
  readonly restart: (seed: number, turn: number) => void
  /** In [0, 1), with 53 bits. */
  readonly uniform: (stream: number) => number
  /** In [0, 1), with 32 bits: at half the price. */
  readonly fraction: (stream: number) => number
  /** Mean 1. */
  readonly exponential: (stream: number) => number
  /** Mean 0, standard deviation 1. */
  readonly normal: (stream: number) => number
  /** Scale 1, so that the mean is the shape; the shape must be positive. */
  readonly gamma: (stream: number, shape: number) => number
}

const LAYERS = 256
const UNIT = 2 ** -53
const UNIT_32 = 2 ** -32

interface Ziggurat {
  /** Right edge of each layer; the first belongs to the tail's layer of equal area. */
  readonly edges: Float64Array
  readonly heights: Float64Array
  /** Where the tail begins. */
  readonly tail: number
}

/** So many streams, numbered from 0; `restart` them before the first draw. Throws a RangeError for a count that is no whole number from 1. */
export function createRandomStreams(count: number): RandomStreams {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`count must be a whole number from 1, not ${count}`)
  const state = new Int32Array(count * 4)
  const { edges: exponentialEdges, heights: exponentialHeights } = exponentialZiggurat
  const { edges: normalEdges, heights: normalHeights } = normalZiggurat

  function bits(stream: number): number {
    const at = stream << 2
    const b = state[at + 1] as number
    const c = state[at + 2] as number
    const counter = state[at + 3] as number
    const result = ((state[at] as number) + b + counter) | 0
    state[at + 3] = counter + 1
    state[at] = b ^ (b >>> 9)
    state[at + 1] = c + (c << 3)
    state[at + 2] = ((c << 21) | (c >>> 11)) + result
    return result
  }

  const uniform = (stream: number): number => ((bits(stream) >>> 5) * 67_108_864 + (bits(stream) >>> 6)) * UNIT

  const fraction = (stream: number): number => (bits(stream) >>> 0) * UNIT_32

  function exponential(stream: number): number {
    let passed = 0
    for (;;) {
      const word = bits(stream)
      const layer = word & 255
      const place = ((word >>> 8) * 536_870_912 + (bits(stream) >>> 3)) * UNIT
      const value = place * (exponentialEdges[layer] as number)
      if (value < (exponentialEdges[layer + 1] as number)) return passed + value
      if (layer === 0) {
        // Beyond the tail's start the law is the same again.
        passed += exponentialZiggurat.tail
        continue
      }
      const low = exponentialHeights[layer] as number
      const high = exponentialHeights[layer + 1] as number
      if (low + uniform(stream) * (high - low) < Math.exp(-value)) return passed + value
    }
  }

  function normal(stream: number): number {
    for (;;) {
      const word = bits(stream)
      const layer = word & 255
      const place = ((word >>> 9) * 1_073_741_824 + (bits(stream) >>> 2)) * UNIT
      const sign = (word & 256) === 0 ? 1 : -1
      const value = place * (normalEdges[layer] as number)
      if (value < (normalEdges[layer + 1] as number)) return sign * value
      if (layer === 0) return sign * normalTail(stream)
      const low = normalHeights[layer] as number
      const high = normalHeights[layer + 1] as number
      if (low + uniform(stream) * (high - low) < Math.exp(-0.5 * value * value)) return sign * value
    }
  }

  /** Marsaglia (1964): the normal beyond the last edge. */
  function normalTail(stream: number): number {
    const { tail } = normalZiggurat
    for (;;) {
      const beyond = exponential(stream) / tail
      if (2 * exponential(stream) > beyond * beyond) return tail + beyond
    }
  }

  /** Marsaglia and Tsang (2000), "A simple method for generating gamma variables"; below shape 1 by their boost. */
  function gamma(stream: number, shape: number): number {
    if (shape < 1) return gamma(stream, shape + 1) * Math.exp(-exponential(stream) / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal(stream)
      const v = (1 + c * x) ** 3
      if (v <= 0) continue
      if (-exponential(stream) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }

  function restart(seed: number, turn: number): void {
    for (let stream = 0; stream < count; stream++) {
      // A seed may have 53 bits: both halves take part.
      const high = Math.floor(seed / 4_294_967_296)
      const first = mix(mix(mix(0x9e3779b9, seed), high), turn)
      state[stream * 4] = mix(first, stream)
      state[stream * 4 + 1] = mix(first ^ 0x7f4a7c15, stream)
      state[stream * 4 + 2] = mix(first ^ 0x94d049bb, stream)
      state[stream * 4 + 3] = 1
      for (let round = 0; round < 12; round++) bits(stream)
    }
  }

  return { restart, uniform, fraction, exponential, normal, gamma }
}

/** murmur3's step and finalizer. */
function mix(hash: number, word: number): number {
  let value = Math.imul(word | 0, 0xcc9e2d51)
  value = Math.imul((value << 15) | (value >>> 17), 0x1b873593) ^ hash
  value = (Math.imul((value << 13) | (value >>> 19), 5) + 0xe6546b64) | 0
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}

/** Layers of equal area under a falling density with density(0) = 1; `area` counts the tail with the lowest layer. */
function buildZiggurat(
  tail: number,
  area: number,
  density: (value: number) => number,
  inverse: (height: number) => number,
): Ziggurat {
  const edges = new Float64Array(LAYERS + 1)
  const heights = new Float64Array(LAYERS + 1)
  edges[0] = area / density(tail)
  edges[1] = tail
  heights[1] = density(tail)
  for (let layer = 2; layer < LAYERS; layer++) {
    const height = (heights[layer - 1] as number) + area / (edges[layer - 1] as number)
    heights[layer] = height
    edges[layer] = inverse(height)
  }
  heights[LAYERS] = 1
  return { edges, heights, tail }
}

// Tail and area for 256 layers: Marsaglia and Tsang (2000), J. Stat. Software 5(8).
const exponentialZiggurat = buildZiggurat(
  7.697_117_470_131_05,
  0.003_949_659_822_581_557,
  (value) => Math.exp(-value),
  (height) => -Math.log(height),
)
const normalZiggurat = buildZiggurat(
  3.654_152_885_361_009,
  0.004_928_673_233_974_655,
  (value) => Math.exp(-0.5 * value * value),
  (height) => Math.sqrt(-2 * Math.log(height)),
)
