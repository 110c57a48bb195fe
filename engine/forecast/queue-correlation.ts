import { dayNumber, type LocalDate } from '../time/index.ts'
import { clamp, mean, median, spreadAroundZero } from './statistics.ts'

/** The total of a day as a back-test had it, and what came. */
export interface TriedDay {
  readonly date: LocalDate
  readonly expected: number
  readonly came: number
}

/**
 * How the forecasts of queues go astray together. Plain data: it is stored with the forecast that was made with it. Pairs are those of
 * `queueIds` in order: 0–1, 0–2, … 1–2, …
 */
export interface QueueCorrelation {
  readonly queueIds: readonly number[]
  /** Of days, as far as the lead they were learnt at and up to the next. */
  readonly days: readonly { readonly leadDays: number; readonly pairs: readonly number[] }[]
  /** Of sums of seven days. */
  readonly weeks: readonly number[]
  /** Days on which two queues could be compared, in the middle of all pairs. */
  readonly commonDays: number
}

export interface QueueTried {
  readonly queueId: number
  readonly leads: readonly { readonly leadDays: number; readonly days: readonly TriedDay[] }[]
}

const WEEK_DAYS = 7
/** Farther leads overlap so much that they tell of one or two stretches. */
const FARTHEST_LEAD = 10
const TAME_AT = 3
/** Where nothing is known, queues are believed to share half; that weighs as much as so many days apart. */
const USUAL = 0.5
const USUAL_DAYS = 2
const FEWEST_DAYS = 10
const MOST = 0.98
const LEAST = -0.9

/**
 * Learns it from the errors of the back-tests on days that two queues have in common. Every pair is drawn to the mean of all pairs as far as
 * they differ by no more than chance would have it (a constant correlation as the target: Ledoit and Wolf, 2004). Null while there are
 * not ten days in common: nobody knows then.
 */
export function learnQueueCorrelation(queues: readonly QueueTried[]): QueueCorrelation | null {
  const leads = [...new Set(queues.flatMap(({ leads }) => leads.map(({ leadDays }) => leadDays)))]
    .filter((lead) => lead <= FARTHEST_LEAD)
    .toSorted((left, right) => left - right)
  const [nearest] = leads
  if (nearest === undefined || queues.length < 2) return null
  const daysAt = (lead: number): (readonly TriedDay[])[] =>
    queues.map(({ leads: own }) => own.find(({ leadDays }) => leadDays === lead)?.days ?? [])
  const first = measurePairs(daysAt(nearest), 1)
  const commonDays = median(first.map(({ days }) => days))
  if (!(commonDays >= FEWEST_DAYS)) return null
  const days = leads.map((leadDays) => ({
    leadDays,
    pairs: drawn(measurePairs(daysAt(leadDays), 1), Math.max(1, leadDays), USUAL),
  }))
  const farthest = leads.at(-1) as number
  const usualOfWeeks = mean(days.at(-1)?.pairs ?? [USUAL])
  const weeks = drawn(measurePairs(daysAt(farthest), WEEK_DAYS), Math.max(WEEK_DAYS, farthest), usualOfWeeks)
  return { queueIds: queues.map(({ queueId }) => queueId), days, weeks, commonDays }
}

/** A queue's total with its band of 80 %. */
export interface QueueBand {
  readonly queueId: number
  readonly offered: number
  readonly p10: number
  readonly p90: number
}

/** Between the errors of queues: of a day so many days ahead, or of a week. */
export interface PairCorrelation {
  /** Where a queue stands, −1 for one that was not known when it was learnt. */
  readonly placeOf: (queueId: number) => number
  readonly between: (leftPlace: number, rightPlace: number) => number
}

/** Everything astray together: what is known where nothing is known. Bands are then summed. */
export const allTogether: PairCorrelation = { placeOf: () => -1, between: () => 1 }

/** Queues that were not known when it was learnt go with the others as these do with each other. */
export function correlationAt(learnt: QueueCorrelation, ahead: number | 'week'): PairCorrelation {
  const { queueIds, days, weeks } = learnt
  const lead = ahead === 'week' ? undefined : (days.findLast(({ leadDays }) => leadDays <= ahead) ?? days[0])
  const pairs = lead?.pairs ?? weeks
  const usual = mean(pairs)
  const size = queueIds.length
  const matrix = new Float64Array(size * size)
  let pair = 0
  for (let left = 0; left < size; left++)
    for (let right = left + 1; right < size; right++) {
      const value = pairs[pair++] ?? usual
      matrix[left * size + right] = value
      matrix[right * size + left] = value
    }
  const places = new Map(queueIds.map((id, place) => [id, place]))
  return {
    placeOf: (queueId) => places.get(queueId) ?? -1,
    between: (left, right) => (left < 0 || right < 0 ? usual : (matrix[left * size + right] as number)),
  }
}

const Z80 = 1.2815515655446004
/** Errors that cancel out between queues are believed up to half of what each queue strays by itself. */
const LEAST_VARIANCE = 0.5

/**
 * The band of the sum of queues. Each queue is taken as a normal variable bent by its square so that its own band comes out (mean + a·z +
 * b·(z² − 1)); the moments of the sum follow from the correlations, and its quantiles from the moments (Cornish and Fisher 1938).
 */
export function sumBands(
  queues: readonly QueueBand[],
  correlation: PairCorrelation,
): { readonly p10: number; readonly p90: number } {
  const bent = queues.filter(({ p90 }) => p90 > 0).map((one) => bendOf(one, correlation.placeOf(one.queueId)))
  const offered = queues.reduce((sum, one) => sum + one.offered, 0)
  const [only] = queues
  if (queues.length === 1 && only !== undefined) return { p10: only.p10, p90: only.p90 }
  let variance = 0
  let own = 0
  let third = 0
  for (const left of bent) {
    let together = 0
    for (const right of bent) {
      const share = left === right ? 1 : correlation.between(left.place, right.place)
      together += share * right.line
      variance += share * left.line * right.line + 2 * share * share * left.bend * right.bend
    }
    own += left.line ** 2 + 2 * left.bend ** 2
    third += 6 * left.bend * together ** 2 + 8 * left.bend ** 3
  }
  const kept = Math.max(variance, LEAST_VARIANCE * own)
  if (kept === 0) return { p10: offered, p90: offered }
  const lean = (third / (6 * kept)) * (Z80 * Z80 - 1)
  const half = Z80 * Math.sqrt(kept)
  const p10 = Math.max(0, offered + lean - half)
  return { p10, p90: Math.max(p10, offered + lean + half) }
}

interface Bent {
  readonly place: number
  readonly line: number
  readonly bend: number
}

function bendOf({ offered, p10, p90 }: QueueBand, place: number): Bent {
  const line = (p90 - p10) / 2 / Z80
  // More would turn the curve around within the band.
  const most = line / (2 * Z80)
  const bend = ((p90 + p10) / 2 - offered) / (Z80 * Z80 - 1)
  return { place, line, bend: clamp(bend, -most, most) }
}

interface Measured {
  readonly correlation: number
  readonly days: number
}

function measurePairs(queues: readonly (readonly TriedDay[])[], span: number): Measured[] {
  const numbers = queues.flatMap((days) => days.map(({ date }) => dayNumber(date)))
  const axis = numbers.reduce(({ from, to }, number) => ({ from: Math.min(from, number), to: Math.max(to, number) }), {
    from: Number.POSITIVE_INFINITY,
    to: Number.NEGATIVE_INFINITY,
  })
  const errors = queues.map((days) => errorsOf(days, span, axis))
  return errors.flatMap((left, place) => errors.slice(place + 1).map((right) => measurePair(left, right)))
}

/**
 * On the root scale, wild ones drawn in, of stretches of so many days that end on each day of the axis; NaN where the queue's own days
 * do not reach back so far.
 */
function errorsOf(
  days: readonly TriedDay[],
  span: number,
  { from, to }: { readonly from: number; readonly to: number },
): Float64Array {
  const errors = new Float64Array(Math.max(0, to - from + 1)).fill(Number.NaN)
  const numbers = days.map(({ date }) => dayNumber(date))
  const first = numbers[0] ?? to
  for (const [last, number] of numbers.entries()) {
    if (number - span < first - 1) continue
    let [expected, came] = [0, 0]
    for (let place = last; place >= 0 && (numbers[place] as number) > number - span; place--) {
      expected += (days[place] as TriedDay).expected
      came += (days[place] as TriedDay).came
    }
    if (expected > 0) errors[number - from] = Math.sqrt(came + 0.25) - Math.sqrt(expected + 0.25)
  }
  const usual = spreadAroundZero(errors)
  return usual > 0 ? errors.map((error) => clamp(error, -TAME_AT * usual, TAME_AT * usual)) : errors
}

function measurePair(left: Float64Array, right: Float64Array): Measured {
  let [product, squareLeft, squareRight, days] = [0, 0, 0, 0]
  for (let day = 0; day < left.length; day++) {
    const [one, other] = [left[day] as number, right[day] as number]
    if (Number.isNaN(one + other)) continue
    product += one * other
    squareLeft += one * one
    squareRight += other * other
    days += 1
  }
  const scale = Math.sqrt(squareLeft * squareRight)
  return { correlation: scale > 0 ? product / scale : 0, days }
}

/** Each pair drawn to the mean of all, the mean to the usual; errors of so many neighbouring days count as one. */
function drawn(pairs: readonly Measured[], overlap: number, usual: number): number[] {
  const weightOf = ({ days }: Measured): number => days / overlap
  const weight = pairs.reduce((sum, one) => sum + weightOf(one), 0)
  const apart = weight / Math.max(1, pairs.length)
  const found = pairs.reduce((sum, one) => sum + weightOf(one) * one.correlation, 0) / Math.max(weight, 1e-9)
  const centre = Math.max(0, (apart * found + USUAL_DAYS * usual) / (apart + USUAL_DAYS))
  const known = pairs.filter(({ days }) => days > overlap)
  const scatter = mean(known.map(({ correlation }) => (correlation - found) ** 2))
  const chance = mean(known.map((one) => (1 - found * found) ** 2 / weightOf(one)))
  const real = known.length < 2 ? 0 : Math.max(0, scatter - chance)
  return pairs.map((one) => {
    const noise = (1 - found * found) ** 2 / Math.max(weightOf(one), 1e-9)
    const trust = real > 0 ? real / (real + noise) : 0
    const value = clamp(centre + trust * (one.correlation - found), LEAST, MOST)
    return Math.round(value * 1000) / 1000
  })
}
