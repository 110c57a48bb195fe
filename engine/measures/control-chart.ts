/** One point of a series in time; null where nothing is known. */
export interface ControlPoint {
  readonly value: number | null
  /** Of a share: of how many it is a share. */
  readonly denominator: number
}

/** Limits of one point. A value between them is the series' own noise and wants no explanation. */
export interface ControlLimits {
  readonly low: number
  readonly center: number
  readonly high: number
  /** Outside the limits, or the eighth and further in a row on one side of the centre. */
  readonly signal: boolean
}

/** With fewer points the limits themselves are noise. */
const FEWEST_POINTS = 8
/** A run this long on one side happens by chance once in 128. */
const LONG_RUN = 8
/** Mean moving range of two normal values, in standard deviations. */
const RANGE_OF_TWO = 1.128
const SIGMAS = 3

/** What the limits are drawn from: `share` knows how many trials stand behind each point, `value` only the values. */
export type ControlKind = 'share' | 'value'

/**
 * Natural limits of a series, in its order. Values: individuals and moving range, mean ± 3 · mean range / 1.128 (Shewhart's
 * XmR as Wheeler teaches it). Shares: p′ (Laney 2002), where each point has its own limits by its number of trials and the
 * spread between points widens them, so that thousands of calls a day do not make every day a signal. Null for points
 * without a value, and for all points when fewer than eight have one.
 */
export function controlLimits(points: readonly ControlPoint[], kind: ControlKind): (ControlLimits | null)[] {
  const known = points.flatMap((point, index) =>
    point.value === null || (kind === 'share' && point.denominator <= 0)
      ? []
      : [{ index, value: point.value, trials: point.denominator }],
  )
  const limits: (ControlLimits | null)[] = points.map(() => null)
  if (known.length < FEWEST_POINTS) return limits
  const center = kind === 'share' ? pooled(known) : mean(known.map(({ value }) => value))
  const sigmas = kind === 'share' ? shareSigmas(known, center) : valueSigmas(known.map(({ value }) => value))
  let run = 0
  for (const [place, { index, value }] of known.entries()) {
    const half = SIGMAS * (sigmas[place] ?? 0)
    const side = Math.sign(value - center)
    run = side === 0 ? 0 : side === Math.sign(run) ? run + side : side
    const low = kind === 'share' ? Math.max(0, center - half) : center - half
    const high = kind === 'share' ? Math.min(1, center + half) : center + half
    limits[index] = { low, center, high, signal: value < low || value > high || Math.abs(run) >= LONG_RUN }
  }
  return limits
}

interface Known {
  readonly value: number
  readonly trials: number
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function pooled(points: readonly Known[]): number {
  const trials = points.reduce((sum, point) => sum + point.trials, 0)
  return points.reduce((sum, point) => sum + point.value * point.trials, 0) / trials
}

const spreadOf = (values: readonly number[]): number =>
  mean(values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)))) / RANGE_OF_TWO

function valueSigmas(values: readonly number[]): number[] {
  const sigma = spreadOf(values)
  return values.map(() => sigma)
}

function shareSigmas(points: readonly Known[], center: number): number[] {
  const binomial = points.map(({ trials }) => Math.sqrt((center * (1 - center)) / trials))
  if (center <= 0 || center >= 1) return binomial
  const spread = spreadOf(points.map(({ value }, index) => (value - center) / (binomial[index] ?? 1)))
  return binomial.map((sigma) => sigma * spread)
}
