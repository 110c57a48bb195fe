import { accuracyOf, type Accuracy, type ScoredDay } from './accuracy.ts'
import { handlingTimeByDay } from './handling-time.ts'
import { historyAt, targetAt, type History, type Member, type PreparedSeries } from './history.ts'
import { baselineMembers, defaultMembers } from './members.ts'
import { ANCHOR, rollForecasts, type RolledDay, type RolledLead } from './rolling.ts'
import { knownRoots } from './scored-roots.ts'
import { expectedCount, keptProbabilities, learnSpread, quantilesAt, type ScoredRoots, type Spread } from './spread.ts'

export interface BacktestOptions {
  /** In open days. */
  readonly leads: readonly number[]
  /** How many of the last open days are scored. */
  readonly days: number
  /** What is blended; {@link defaultMembers} when left out. A library's model may stand among them. */
  readonly members?: readonly Member[]
  readonly baselines?: readonly Member[]
  readonly progress?: (share: number) => void
}

export interface BacktestLead extends Accuracy {
  readonly leadDays: number
  /** Share of what came that lay within the 80 % interval. */
  readonly coverage80: number
  readonly coverage95: number
  /** What made most of the forecasts. */
  readonly model: 'blend' | typeof ANCHOR
  readonly days: number
  readonly intervals: number
  /** Weight of each member in the next forecast at this lead. */
  readonly weights: Readonly<Record<string, number>>
  /** Of the mean handling time, weighted by contacts; where the series has it. */
  readonly handlingTime?: HandlingAccuracy
  /** Of offered × handling time, in seconds of work; where the series has it. */
  readonly workload?: Accuracy
}

export interface HandlingAccuracy {
  readonly wape: number
  readonly bias: number
}

export interface BacktestBaseline extends Accuracy {
  readonly leadDays: number
}

export interface Backtest {
  readonly leads: readonly BacktestLead[]
  readonly baselines: Readonly<Record<string, readonly BacktestBaseline[]>>
  readonly from: string
  readonly to: string
  /** Zeros that look like outages or closures among the scored intervals; they are scored like all others. */
  readonly doubtedIntervals: number
}

/** Weights and intervals are learnt on so many days before the first scored one, where there are as many. */
const LEARNING_DAYS = 130
/** No forecast is tried from less than a week and a half of days. */
const FEWEST_DAYS = 8

/**
 * Forecasts each of the last days from what was known before its origin only, and scores the forecasts beside plain methods. Every
 * interval that has a row counts, also one that looks like an outage. Throws a RangeError that says what is too short or out of range.
 */
export function backtest(series: PreparedSeries, options: BacktestOptions): Backtest {
  const { leads, members = defaultMembers(), baselines = baselineMembers(), progress } = options
  const count = series.grid.dates.length
  const firstScored = firstScoredDay(count, options)
  const firstDay = Math.max(FEWEST_DAYS + Math.min(...leads) - 1, firstScored - LEARNING_DAYS)
  const rolled = rollForecasts(series, { members, leads, firstDay, ...(progress === undefined ? {} : { progress }) })
  return {
    leads: rolled.map((lead) => scoreLead(series, lead, firstScored, members)),
    baselines: scoreBaselines(series, baselines, leads, firstScored),
    from: series.grid.dates[firstScored] as string,
    to: series.grid.dates[count - 1] as string,
    doubtedIntervals: series.unusual.doubted
      .subarray(firstScored * series.grid.slotSeconds.length)
      .reduce((sum, one) => sum + one, 0),
  }
}

function firstScoredDay(count: number, { leads, days }: BacktestOptions): number {
  for (const lead of leads)
    if (!Number.isInteger(lead) || lead < 1) throw new RangeError(`leads must be whole days from 1, not ${lead}`)
  if (leads.length === 0) throw new RangeError('leads must name at least one')
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`days must be a whole number from 1, not ${days}`)
  const needed = FEWEST_DAYS + Math.max(...leads) - 1
  if (count < needed + days)
    throw new RangeError(
      `days must leave ${needed} open days before the first scored one: the series has ${count} open days, so at most ${Math.max(0, count - needed)} can be scored, not ${days}`,
    )
  return count - days
}

/** The day's values as they came. */
function actualOf({ grid }: PreparedSeries, day: number): Float64Array {
  const slots = grid.slotSeconds.length
  return grid.offered.subarray(day * slots, (day + 1) * slots)
}

function scoreLead(
  series: PreparedSeries,
  rolled: RolledLead,
  firstScored: number,
  members: readonly Member[],
): BacktestLead {
  const { leadDays, weightsNow } = rolled
  const scored = spreadDays(series, rolled, firstScored)
  const accuracy = requireAccuracy(scored.map(({ day, forecast }) => ({ actual: actualOf(series, day), forecast })))
  const blended = scored.filter(({ isBlend }) => isBlend).length
  const covered = coverage(series, scored)
  return {
    leadDays,
    ...accuracy,
    coverage80: covered.within80 / covered.intervals,
    coverage95: covered.within95 / covered.intervals,
    model: blended * 2 >= scored.length ? 'blend' : ANCHOR,
    days: scored.length,
    intervals: covered.intervals,
    weights: Object.fromEntries(members.map(({ name }, index) => [name, weightsNow[index] as number])),
    ...scoreHandling(series, scored, leadDays),
  }
}

interface SpreadDay extends RolledDay {
  readonly spread: Spread
  /** Expected counts. */
  readonly forecast: Float64Array
}

/** The scored days with the scatter as it was known at their origins. */
function spreadDays(series: PreparedSeries, { leadDays, days }: RolledLead, firstScored: number): SpreadDay[] {
  const slots = series.grid.slotSeconds.length
  const past = days.map(({ day, roots }): ScoredRoots => ({
    forecastRoots: roots,
    actualRoots: knownRoots(series, day),
  }))
  return days
    .filter(({ day }) => day >= firstScored)
    .map((rolled) => {
      const known = days.findLastIndex((one) => one.day <= rolled.day - leadDays) + 1
      const spread = learnSpread(past.slice(0, known), slots, leadDays)
      return { ...rolled, spread, forecast: rolled.roots.map((root, slot) => expectedCount(spread, slot, root)) }
    })
}

interface Covered {
  readonly within80: number
  readonly within95: number
  readonly intervals: number
}

function coverage(series: PreparedSeries, days: readonly SpreadDay[]): Covered {
  const [low80, high80, low95, high95] = [0.1, 0.9, 0.025, 0.975].map((one) =>
    keptProbabilities.findIndex((kept) => kept === one),
  ) as [number, number, number, number]
  let within80 = 0
  let within95 = 0
  let intervals = 0
  for (const { day, roots, spread } of days)
    for (const [slot, came] of actualOf(series, day).entries()) {
      if (Number.isNaN(came)) continue
      const quantiles = quantilesAt(spread, slot, roots[slot] as number)
      const isBetween = (low: number, high: number): boolean =>
        came >= (quantiles[low] as number) && came <= (quantiles[high] as number)
      intervals++
      if (isBetween(low80, high80)) within80++
      if (isBetween(low95, high95)) within95++
    }
  return { within80, within95, intervals }
}

function scoreHandling(
  series: PreparedSeries,
  scored: readonly SpreadDay[],
  leadDays: number,
): Pick<BacktestLead, 'handlingTime' | 'workload'> {
  const { grid } = series
  if (!grid.ahtSeconds.some((value) => !Number.isNaN(value))) return {}
  const slots = grid.slotSeconds.length
  const expected = handlingTimeByDay(
    grid,
    scored.map(({ day }) => ({ day, lastKnownDay: day - leadDays })),
  )
  let absolute = 0
  let signed = 0
  let total = 0
  const work = scored.map(({ day, forecast }, index): ScoredDay => {
    const aht = expected[index] as Float64Array
    const actual = new Float64Array(slots).fill(Number.NaN)
    for (let slot = 0; slot < slots; slot++) {
      const cell = day * slots + slot
      const offered = grid.offered[cell] as number
      const came = grid.ahtSeconds[cell] as number
      if (offered === 0) actual[slot] = 0
      if (Number.isNaN(came) || Number.isNaN(offered)) continue
      actual[slot] = offered * came
      const handled = grid.handled[cell] as number
      absolute += handled * Math.abs((aht[slot] as number) - came)
      signed += handled * ((aht[slot] as number) - came)
      total += handled * came
    }
    return { actual, forecast: forecast.map((value, slot) => value * (aht[slot] as number)) }
  })
  const workload = accuracyOf(work)
  return {
    ...(total > 0 ? { handlingTime: { wape: absolute / total, bias: signed / total } } : {}),
    ...(workload === null ? {} : { workload }),
  }
}

/** On the history as it was given: what anybody with a spreadsheet would get. */
function scoreBaselines(
  series: PreparedSeries,
  baselines: readonly Member[],
  leads: readonly number[],
  firstScored: number,
): Backtest['baselines'] {
  const { grid } = series
  const count = grid.dates.length
  const plain = plainHistories(series)
  return Object.fromEntries(
    baselines.map((member) => [
      member.name,
      leads.map((leadDays): BacktestBaseline => {
        const scored: ScoredDay[] = []
        for (let day = firstScored; day < count; day++) {
          const target = targetAt(series, day, day - leadDays, grid.weekdays[day] as number)
          scored.push({ actual: actualOf(series, day), forecast: member.forecast(plain(day - leadDays), target) })
        }
        return { leadDays, ...requireAccuracy(scored) }
      }),
    ]),
  )
}

function plainHistories(series: PreparedSeries): (lastDay: number) => History {
  const trusting = {
    ...series,
    unusual: { ...series.unusual, ignoredSince: new Int32Array(series.grid.offered.length).fill(2 ** 31 - 1) },
  }
  const known = new Map<number, History>()
  return (lastDay) => {
    const history = known.get(lastDay) ?? historyAt(trusting, lastDay)
    known.set(lastDay, history)
    return history
  }
}

function requireAccuracy(days: readonly ScoredDay[]): Accuracy {
  const accuracy = accuracyOf(days)
  if (accuracy === null) throw new RangeError('series must hold contacts in the scored days: all of them are empty')
  return accuracy
}
