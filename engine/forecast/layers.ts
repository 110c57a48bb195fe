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
 * evenly where nothing was expected. Bands keep their width relative to the median, and widen by what is not known of the layer's size, which
 * is taken to miss all intervals of a day alike. Without layers the day comes back as it was.
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
  const [p10 = 0, p90 = 0] = bandOf(before, after, unsureDay, [
    [day.p10, -Z80],
    [day.p90, Z80],
  ])
  return { intervals: laid, p10, p90 }
}

function widened<Interval extends LayeredInterval>(
  one: Interval,
  offered: number,
  unsure: number,
  ahtTimes: number,
): Interval {
  const { p025, p10, p90, p975 } = one
  const p50 = one.offered > 0 ? (one.p50 * offered) / one.offered : offered
  const [low95 = 0, low80 = 0, high80 = 0, high95 = 0] = bandOf(one.offered > 0 ? one.p50 : 0, p50, unsure, [
    [p025, -Z95],
    [p10, -Z80],
    [p90, Z80],
    [p975, Z95],
  ])
  const ahtSeconds = one.ahtSeconds * ahtTimes
  return { ...one, offered, p025: low95, p10: low80, p50, p90: high80, p975: high95, ahtSeconds }
}

/** Quantiles around a middle that has moved from `before` to `after`; a count of which nothing was known scatters as chance alone would have it. */
function bandOf(
  before: number,
  after: number,
  unsure: number,
  quantiles: readonly (readonly [value: number, z: number])[],
): number[] {
  return quantiles.map(([value, z]) => {
    const own = before > 0 ? ((value - before) * after) / before : z * Math.sqrt(after)
    const apart = Math.hypot(own, z * unsure)
    // Nothing widens: what was skewed stays as skewed as it was.
    return Math.max(0, unsure === 0 ? after + own : z < 0 ? after - apart : after + apart)
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
