/** What somebody knows that history does not: an event to come, or a planner's correction. Applied to one queue's days. */
export interface Layer {
  /** `times`: contacts × amount; `add`: so many contacts more a day; `set`: so many contacts a day. Within its hours. */
  readonly change: 'times' | 'add' | 'set'
  readonly amount: number
  /** One standard deviation of the amount, in its unit; 0 where nobody knows. */
  readonly amountSd: number
  /** Handling time × this. */
  readonly ahtTimes: number
  /** Minutes of the wall clock; `[from, to)`. */
  readonly fromMinute: number
  readonly toMinute: number
}

/** One interval of a forecast: the expected count, quantiles of the count, handling time. */
export interface LayeredInterval {
  readonly minuteOfDay: number
  readonly offered: number
  readonly p025: number
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly p975: number
  readonly ahtSeconds: number
}

/** The band of a day's total. */
export interface DayBand {
  readonly p10: number
  readonly p90: number
}

export interface LayeredDay<Interval extends LayeredInterval> extends DayBand {
  readonly intervals: readonly Interval[]
}

/** Standard normal quantiles of the kept bands. */
const Z80 = 1.2816
const Z95 = 1.96

/**
 * Lays layers over one day of one queue, one after the other in the order given. Contacts that are added are spread as the day itself is;
 * evenly where nothing was expected. Bands move along, chance by the root of the load and the rest with it, and widen by what is not known of the
 * layer's size, which is taken to miss all intervals of a day alike. Without layers the day comes back as it was.
 *
 * Throws a RangeError for amounts that cannot be.
 */
export function applyLayers<Interval extends LayeredInterval>(
  day: LayeredDay<Interval>,
  layers: readonly Layer[],
): LayeredDay<Interval> {
  return layers.reduce(applyLayer, day)
}

function applyLayer<Interval extends LayeredInterval>(day: LayeredDay<Interval>, layer: Layer): LayeredDay<Interval> {
  checkLayer(layer)
  const { intervals } = day
  const isIn = ({ minuteOfDay }: LayeredInterval): boolean =>
    minuteOfDay >= layer.fromMinute && minuteOfDay < layer.toMinute
  const within = intervals.filter(isIn)
  const expected = within.reduce((sum, { offered }) => sum + offered, 0)
  const shareOf = ({ offered }: LayeredInterval): number =>
    expected > 0 ? offered / expected : 1 / Math.max(1, within.length)
  const { amount } = layer
  const changed = {
    times: (one: LayeredInterval) => one.offered * amount,
    add: (one: LayeredInterval) => Math.max(0, one.offered + amount * shareOf(one)),
    set: (one: LayeredInterval) => amount * shareOf(one),
  }[layer.change]
  // What one standard deviation of the amount makes in an interval.
  const unsure = (one: LayeredInterval): number =>
    layer.amountSd * (layer.change === 'times' ? one.offered : shareOf(one))
  const before = intervals.reduce((sum, { offered }) => sum + offered, 0)
  const laid = intervals.map((one) => (isIn(one) ? widened(one, changed(one), unsure(one), layer.ahtTimes) : one))
  const after = laid.reduce((sum, { offered }) => sum + offered, 0)
  const unsureDay = within.reduce((sum, one) => sum + unsure(one), 0)
  const [p10 = 0, p90 = 0] = moved([day.p10, day.p90], [-Z80, Z80], { before, after, unsure: unsureDay })
  return { intervals: laid, p10, p90 }
}

function widened<Interval extends LayeredInterval>(
  one: Interval,
  offered: number,
  unsure: number,
  ahtTimes: number,
): Interval {
  const [p025 = 0, p10 = 0, p50 = 0, p90 = 0, p975 = 0] = moved(
    [one.p025, one.p10, one.p50, one.p90, one.p975],
    [-Z95, -Z80, 0, Z80, Z95],
    { before: one.offered, after: offered, unsure },
  )
  return { ...one, offered, p025, p10, p50, p90, p975, ahtSeconds: one.ahtSeconds * ahtTimes }
}

interface Move {
  /** Expected before and after. */
  readonly before: number
  readonly after: number
  /** One standard deviation of what the layer brings. */
  readonly unsure: number
}

/**
 * Quantiles around an expectation that has moved. A count's variance is its mean, by chance alone, and a share of the mean's square: the first
 * grows with the load, the second with its square. Around an expectation of nothing there is chance alone.
 */
function moved(quantiles: readonly number[], scores: readonly number[], { before, after, unsure }: Move): number[] {
  const times = before > 0 ? after / before : 0
  let least = 0
  return quantiles.map((value, place) => {
    const score = scores[place] as number
    const apart = value - before
    const chance = score === 0 ? apart ** 2 : Math.min(apart ** 2, score ** 2 * before)
    const own =
      before > 0
        ? Math.sign(apart) * Math.sqrt(times ** 2 * (apart ** 2 - chance) + times * chance)
        : score * Math.sqrt(after)
    const wider = Math.hypot(own, score * unsure) - Math.abs(own)
    least = Math.max(least, after + own + Math.sign(score) * wider)
    return least
  })
}

function checkLayer({ amount, amountSd, ahtTimes, fromMinute, toMinute, change }: Layer): void {
  if (!Number.isFinite(amount) || (amount < 0 && change !== 'add'))
    throw new RangeError(`amount: ${amount} contacts cannot come; zero or more was wanted`)
  if (!(amountSd >= 0 && amountSd < Infinity)) throw new RangeError(`amountSd: ${amountSd} is no standard deviation`)
  if (!(ahtTimes > 0 && ahtTimes < Infinity)) throw new RangeError(`ahtTimes: ${ahtTimes} is no factor of a duration`)
  if (!(fromMinute >= 0 && fromMinute < toMinute && toMinute <= 1440))
    throw new RangeError(`fromMinute: ${fromMinute} to ${toMinute} are no hours of a day`)
}
