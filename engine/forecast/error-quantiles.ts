import { normalQuantile, studentQuantile } from '../numeric/index.ts'

// Where the errors of whole days go together and days in a row err alike, sixty days are not sixty times as much evidence as one: ten
// runs of days may be all there is. Quantiles read off them would take the luck of a few runs for knowledge: too narrow, and to one side.

/** As so many days of evidence the quantiles are drawn to a normal distribution's. */
const NORMAL_DAYS = 3
/** A wild interval does not make its whole day wild. */
const TAME_AT = 3.5
const FEWEST_DEGREES = 3
/** Beyond that a Student distribution is a normal one for every purpose here. */
const MANY_DEGREES = 400
/** Days this far apart, and as many more as the forecast was ahead, may still err alike. */
const REMEMBERED_DAYS = 10
const OVERLAPS = 3

export interface DayErrors {
  /** Standardised errors of a day's intervals; NaN where nothing is known. */
  readonly errors: Float64Array
  /** How much the day counts. */
  readonly weight: number
}

/** What errors of days in order say about the next one's. `leadDays` is how far ahead they were forecast. */
export function errorQuantiles(
  days: readonly DayErrors[],
  leadDays: number,
  probabilities: readonly number[],
): number[] {
  const means = days.map(({ errors }) => tameMean(errors))
  const evidence = weighEvidence(days, means, leadDays)
  const sorted = mirrored(days, means, evidence)
  const trust = sorted.total === 0 ? 0 : days.length / (days.length + NORMAL_DAYS)
  return probabilities.map((probability) => {
    const normal = normalQuantile(probability)
    if (trust === 0) return normal
    const drawn = trust * weightedQuantile(sorted, probability) + (1 - trust) * normal
    return evidence.center + (drawn - evidence.center) * widening(probability, evidence.degrees)
  })
}

interface Evidence {
  /** How far days have gone astray to one side, as far as that is more than the luck of a few runs. */
  readonly center: number
  /** How much of the scatter of days' means is more than the noise of their intervals. */
  readonly reliable: number
  /** Degrees of freedom of the scatter. */
  readonly degrees: number
}

function weighEvidence(days: readonly DayErrors[], means: readonly number[], leadDays: number): Evidence {
  const remembered = OVERLAPS * leadDays + REMEMBERED_DAYS
  const around = scatterAround(0, days, means)
  if (!(around.weights > 0 && around.squares > 0)) return { center: 0, reliable: 0, degrees: MANY_DEGREES }
  const count = around.weights ** 2 / around.squaredWeights
  const luck = (around.squares / count) * (1 + 2 * memoryOf(means, 0, remembered).memory)
  const center = around.mean * Math.max(0, 1 - luck / Math.max(around.mean ** 2, 1e-12))
  const { squares, own, all } = scatterAround(center, days, means)
  // Only the share of the variance that a day's intervals have in common is known from as few runs.
  const common = Math.max(0, Math.min(1, (squares - own) / all))
  const { squaredMemory } = memoryOf(means, center, remembered)
  return {
    center,
    reliable: Math.max(0, 1 - own / Math.max(squares, 1e-12)),
    degrees: count / (1 + 2 * squaredMemory) / Math.max(1e-6, common * common),
  }
}

interface Scatter {
  readonly weights: number
  readonly squaredWeights: number
  readonly mean: number
  /** Mean square of days' means around the centre. */
  readonly squares: number
  /** What the noise of intervals alone would make of it. */
  readonly own: number
  /** Mean square of intervals around the centre. */
  readonly all: number
}

function scatterAround(center: number, days: readonly DayErrors[], means: readonly number[]): Scatter {
  let [weights, squaredWeights, sum, squares, own, all] = [0, 0, 0, 0, 0, 0]
  for (const [place, { errors, weight }] of days.entries()) {
    const mean = means[place] as number
    const { variance, known } = varianceAround(mean, errors)
    if (known === 0) continue
    weights += weight
    squaredWeights += weight * weight
    sum += weight * mean
    squares += weight * (mean - center) ** 2
    own += (weight * variance) / Math.max(1, known - 1)
    all += weight * (variance + (mean - center) ** 2)
  }
  return {
    weights,
    squaredWeights,
    mean: sum / weights,
    squares: squares / weights,
    own: own / weights,
    all: all / weights,
  }
}

interface Memory {
  readonly memory: number
  readonly squaredMemory: number
}

/** How alike days in a row err: sums of autocorrelations and of their squares, less what chance would make of them. */
function memoryOf(means: readonly number[], center: number, upTo: number): Memory {
  const known = means.map((mean) => (Number.isNaN(mean) ? 0 : mean - center))
  const count = known.length
  let [memory, squaredMemory] = [0, 0]
  for (let apart = 1; apart <= Math.min(upTo, count - 2); apart++) {
    let [product, left, right] = [0, 0, 0]
    for (let day = apart; day < count; day++) {
      const [now, then] = [known[day] as number, known[day - apart] as number]
      product += now * then
      left += now * now
      right += then * then
    }
    const correlation = product / Math.max(1e-12, Math.sqrt(left * right))
    const share = 1 - apart / count
    memory += share * correlation
    squaredMemory += share * (correlation * correlation - 1 / count)
  }
  return { memory: Math.max(0, memory), squaredMemory: Math.max(0, squaredMemory) }
}

function tameMean(errors: Float64Array): number {
  let [sum, known] = [0, 0]
  for (const error of errors) {
    if (Number.isNaN(error)) continue
    sum += tame(error)
    known++
  }
  return sum / known
}

function varianceAround(mean: number, errors: Float64Array): { readonly variance: number; readonly known: number } {
  let [sum, known] = [0, 0]
  for (const error of errors) {
    if (Number.isNaN(error)) continue
    sum += (tame(error) - mean) ** 2
    known++
  }
  return { variance: known === 0 ? 0 : sum / known, known }
}

const tame = (error: number): number => Math.max(-TAME_AT, Math.min(TAME_AT, error))

interface Weighted {
  readonly values: Float64Array
  readonly weights: Float64Array
  readonly total: number
}

/**
 * Each day as it was, and as it would have been had it gone as far astray to the other side: days are as likely too high as too low,
 * whichever way the last runs went. What an interval strays from its day is kept as it was, skew and all; and so are days of which
 * only the noise of their intervals is seen.
 */
function mirrored(days: readonly DayErrors[], means: readonly number[], { center, reliable }: Evidence): Weighted {
  const values: number[] = []
  const weights: number[] = []
  let total = 0
  for (const [place, { errors, weight }] of days.entries()) {
    const over = 2 * (center - (means[place] as number))
    for (const error of errors) {
      if (Number.isNaN(error)) continue
      values.push(error, error + over)
      weights.push(weight * (1 - reliable / 2), (weight * reliable) / 2)
      total += weight
    }
  }
  const order = Uint32Array.from(values.keys()).toSorted(
    (left, right) => (values[left] as number) - (values[right] as number),
  )
  return {
    values: Float64Array.from(order, (place) => values[place] as number),
    weights: Float64Array.from(order, (place) => weights[place] as number),
    total,
  }
}

/** Between the middles of two values' weights along a line. */
function weightedQuantile({ values, weights, total }: Weighted, probability: number): number {
  const goal = probability * total
  let before = 0
  for (const [place, weight] of weights.entries()) {
    const middle = before + weight / 2
    if (middle >= goal) {
      if (place === 0) return values[0] as number
      const previous = before - (weights[place - 1] as number) / 2
      const share = (goal - previous) / (middle - previous)
      return (values[place - 1] as number) * (1 - share) + (values[place] as number) * share
    }
    before += weight
  }
  return values.at(-1) as number
}

/** How many times wider a band of a scatter known with so many degrees of freedom is than one of a known scatter. */
function widening(probability: number, degrees: number): number {
  if (probability === 0.5 || degrees >= MANY_DEGREES) return 1
  return studentQuantile(probability, Math.max(FEWEST_DEGREES, degrees)) / normalQuantile(probability)
}
