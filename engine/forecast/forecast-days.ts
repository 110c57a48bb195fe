import type { Random } from '../numeric/index.ts'
import { dayNumber, isoWeekday, type LocalDate } from '../time/index.ts'
import { handlingTime } from './handling-time.ts'
import { historyAt, targetAt, type History, type Member, type PreparedSeries } from './history.ts'
import { farTotals } from './far-totals.ts'
import { learnLongSpread } from './long-spread.ts'
import { defaultMembers } from './members.ts'
import type { LeadModel, QueueModel } from './queue-model.ts'
import { ANCHOR, blendRoots, silenceShut, takeTotal } from './rolling.ts'
import { meanOfRoot, rootOfMean } from './root-scale.ts'
import { countAtScore, expectedCount, quantilesAt, rootOfExpected, scoreOfNormal, type Spread } from './spread.ts'

/** One day to come. Lists are by interval of the day; they add up: a day is the sum of its intervals, a week of its days. */
export interface ForecastDay {
  readonly date: LocalDate
  /** In open days after the last one known. */
  readonly leadDays: number
  /** Expected contacts. */
  readonly offered: readonly number[]
  readonly ahtSeconds: readonly number[]
  /** By interval, at the kept probabilities. Bands of intervals do not add up to the band of the day. */
  readonly quantiles: readonly (readonly number[])[]
  readonly offeredTotal: number
  readonly workSeconds: number
}

export interface ForecastOptions {
  readonly members?: readonly Member[]
}

// The blend of intervals knows the last weeks; the season and the trend of the year are the long range's. Between the two the
// day's total goes over from one to the other.
export const BLEND_ALONE_DAYS = 28
const LONG_RANGE_ALONE_DAYS = 84
/** Beyond the farthest lead that was tried, over-dispersion grows with the lead, up to so many times. */
const WIDEST = 4

/**
 * Forecasts the days that the series was prepared for, with weights and scatter learnt before. From the next day to 18 months ahead
 * by the same function, so that all grains agree.
 */
export function forecastDays(series: PreparedSeries, model: QueueModel, options: ForecastOptions = {}): ForecastDay[] {
  const { members = defaultMembers() } = options
  const { grid, dates } = series
  const known = grid.dates.length
  if (known === 0) throw new RangeError('series must have at least one open day')
  const history = historyAt(series, known - 1)
  const lastDay = dayNumber(dates[known - 1] as LocalDate)
  const isFar = dayNumber(dates.at(-1) as LocalDate) - lastDay > BLEND_ALONE_DAYS
  const farModel = model.long?.shares === undefined ? learnLongSpread : () => model.long
  const longRange = isFar ? farTotals(series, history, farModel(series)?.shares ?? []) : null
  const ahtByWeekday = new Map<number, Float64Array>()
  return dates.slice(known).map((date, index) => {
    const day = known + index
    const weekday = isoWeekday(date)
    const near = nearRoots({ series, history, model, members }, day, weekday)
    const far = longRange === null ? null : (longRange[index] ?? null)
    const roots = far === null ? near : scaleTotal(near, far, dayNumber(date) - lastDay)
    const aht = ahtByWeekday.get(weekday) ?? handlingTime(grid, known - 1, weekday)
    ahtByWeekday.set(weekday, aht)
    return presentDay(date, day - known + 1, roots, aht, spreadFor(model, day - known + 1))
  })
}

/** The totals of days as one possible future has them, the intervals of each day straying together as they do. */
export function drawDayTotals(day: ForecastDay, model: QueueModel, random: Random, count: number): Float64Array {
  const lead = nearestLead(model, day.leadDays)
  const spread = spreadFor(model, day.leadDays)
  const roots = day.offered.map((count, slot) => rootOfExpected(spread, slot, count))
  return Float64Array.from({ length: count }, () => {
    const normals = drawNormals(lead.correlation, roots.length, random)
    let total = 0
    for (const [slot, root] of roots.entries()) {
      if ((day.offered[slot] as number) === 0) continue
      const score = scoreOfNormal(spread, normals[slot] as number)
      total += Math.max(0, countAtScore(root, spread.overdispersion[slot] ?? 0, score))
    }
    return total
  })
}

interface Near {
  readonly series: PreparedSeries
  readonly history: History
  readonly model: QueueModel
  readonly members: readonly Member[]
}

function nearRoots({ series, history, model, members }: Near, day: number, weekday: number): Float64Array {
  const last = history.days - 1
  const target = targetAt(series, day, last, weekday)
  const between = leadsAround(model, target.leadDays)
  const weights = weightsFor(between, members)
  const averageShare = shareOfAverage(between)
  const roots = members.map((member, index) =>
    (weights[index] as number) > 0 || (averageShare > 0 && member.name === ANCHOR)
      ? member.forecast(history, target).map(rootOfMean)
      : new Float64Array(history.slots),
  )
  const blend = blendRoots(roots, weights)
  const average = roots[members.findIndex(({ name }) => name === ANCHOR)]
  const sized = average === undefined ? blend : takeTotal(blend, average, averageShare)
  return silenceShut(sized, series, last, weekday)
}

interface LeadsAround {
  readonly left: LeadModel
  readonly right: LeadModel
  /** 0 is all of the left one. */
  readonly share: number
}

/** Between two learnt leads things go over along the logarithm of the lead. */
function leadsAround({ leads }: QueueModel, leadDays: number): LeadsAround {
  const after = leads.findIndex((lead) => lead.leadDays >= leadDays)
  const right = leads[after < 0 ? leads.length - 1 : after] as LeadModel
  const left = leads[after < 0 ? leads.length - 1 : Math.max(0, after - 1)] as LeadModel
  const share = left === right ? 1 : Math.log(leadDays / left.leadDays) / Math.log(right.leadDays / left.leadDays)
  return { left, right, share: Math.max(0, Math.min(1, share)) }
}

/** A member the model does not know has no weight. */
function weightsFor({ left, right, share }: LeadsAround, members: readonly Member[]): Float64Array {
  const weights = Float64Array.from(
    members,
    ({ name }) => (left.weights[name] ?? 0) * (1 - share) + (right.weights[name] ?? 0) * share,
  )
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return sum > 0 ? weights.map((weight) => weight / sum) : weights.fill(1 / members.length)
}

const shareOfAverage = ({ left, right, share }: LeadsAround): number =>
  (left.takesAverageTotal === true ? 1 - share : 0) + (right.takesAverageTotal === true ? share : 0)

function nearestLead({ leads }: QueueModel, leadDays: number): LeadModel {
  return (leads.find((lead) => lead.leadDays >= leadDays) ?? leads.at(-1)) as LeadModel
}

/** The scatter of days so far ahead. */
export function scatterAt(model: QueueModel, leadDays: number): Pick<LeadModel, 'spread' | 'correlation'> {
  return { spread: spreadFor(model, leadDays), correlation: nearestLead(model, leadDays).correlation }
}

function spreadFor(model: QueueModel, leadDays: number): Spread {
  const lead = nearestLead(model, leadDays)
  const times = Math.max(1, Math.min(WIDEST, leadDays / lead.leadDays))
  if (times === 1) return lead.spread
  return { ...lead.spread, overdispersion: lead.spread.overdispersion.map((value) => value * times) }
}

function scaleTotal(roots: Float64Array, longRangeTotal: number, daysAhead: number): Float64Array {
  const share = (daysAhead - BLEND_ALONE_DAYS) / (LONG_RANGE_ALONE_DAYS - BLEND_ALONE_DAYS)
  const far = Math.max(0, Math.min(1, share))
  const counts = roots.map(meanOfRoot)
  const total = counts.reduce((sum, value) => sum + value, 0)
  if (far === 0 || !(total > 0) || !(longRangeTotal > 0)) return roots
  const times = (longRangeTotal / total) ** far
  return counts.map((count) => rootOfMean(count * times))
}

function presentDay(
  date: LocalDate,
  leadDays: number,
  roots: Float64Array,
  aht: Float64Array,
  spread: Spread,
): ForecastDay {
  const offered = Array.from(roots, (root, slot) => expectedCount(spread, slot, root))
  let offeredTotal = 0
  let workSeconds = 0
  for (const [slot, count] of offered.entries()) {
    offeredTotal += count
    workSeconds += count * (aht[slot] as number)
  }
  const quantiles = Array.from(roots, (root, slot) =>
    (offered[slot] as number) === 0 ? spread.scores.map(() => 0) : quantilesAt(spread, slot, root),
  )
  return { date, leadDays, offered, ahtSeconds: [...aht], quantiles, offeredTotal, workSeconds }
}

/** Standard normals of one day's intervals; the fading share is a first-order autoregression, drawn from interval to interval. */
function drawNormals({ common, local, reach }: LeadModel['correlation'], slots: number, random: Random): Float64Array {
  const ofDay = Math.sqrt(common) * random.normal()
  const own = Math.sqrt(Math.max(0, 1 - common - local))
  const step = Math.exp(-1 / reach)
  let near = random.normal()
  return Float64Array.from({ length: slots }, () => {
    const value = ofDay + Math.sqrt(local) * near + own * random.normal()
    near = step * near + Math.sqrt(1 - step * step) * random.normal()
    return value
  })
}
