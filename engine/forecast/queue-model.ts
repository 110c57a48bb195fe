import { coveredByBands, type CoveredIntervals } from './covered-intervals.ts'
import { learnCorrelation, type DayCorrelation } from './day-correlation.ts'
import type { Member, PreparedSeries } from './history.ts'
import { learnGains } from './intraday-gain.ts'
import { learnLongSpread, type LongSpread } from './long-spread.ts'
import { defaultMembers } from './members.ts'
import type { TriedDay } from './queue-correlation.ts'
import { rollForecasts, type RolledLead } from './rolling.ts'
import { knownRoots } from './scored-roots.ts'
import { expectedCount, learnSpread, type ScoredRoots, type Spread } from './spread.ts'

/**
 * What rolling back-tests taught about a queue: learnt now and then (weekly will do), stored, and used for every forecast between.
 * Plain data.
 */
export interface QueueModel {
  readonly leads: readonly LeadModel[]
  /** How much of a running day's shift comes true once the first n intervals are over, by n. */
  readonly gains: readonly number[]
  /** How far days and weeks far ahead stray; missing in what was learnt before this was. */
  readonly long?: LongSpread
}

export interface LeadModel {
  readonly leadDays: number
  /** By member's name. Where the blend had been losing to the four-week average, that has all the weight. */
  readonly weights: Readonly<Record<string, number>>
  /** The blend's totals of days had been losing to the four-week average's: a day takes the average's total. Missing: it does not. */
  readonly takesAverageTotal?: boolean
  readonly spread: Spread
  readonly correlation: DayCorrelation
  /** How the back-tests ended; unknown of models learnt before this was kept. */
  readonly backtest?: LeadBacktest
  /** Totals of the days tried: what queues have in common is learnt from them. Unknown of models learnt before this was kept. */
  readonly tried?: readonly TriedDay[]
}

/** Over the days tried, in contacts: what came, and sums of absolute errors by interval. Every day was forecast from its own past. */
export interface LeadBacktest {
  readonly days: number
  readonly came: number
  /** Of the forecast as it is made: the blend, or the four-week average where the blend loses to it. */
  readonly chosen: number
  readonly byMember: Readonly<Record<string, number>>
  /** The same with their signs, forecast less came; unknown of models learnt before this was kept, as is what follows. */
  readonly chosenSigned?: number
  readonly signedByMember?: Readonly<Record<string, number>>
  /** Of the forecast as it is made, with bands learnt from earlier days only. Members have no bands. */
  readonly covered?: CoveredIntervals
}

export interface LearnOptions {
  readonly leads?: readonly number[]
  /** Over how many of the last open days. */
  readonly days?: number
  readonly members?: readonly Member[]
  readonly progress?: (share: number) => void
}

const USUAL_LEADS = [1, 2, 5, 10, 20, 40]
const USUAL_DAYS = 100
const FEWEST_DAYS = 3

/** Learns a queue from its own history. A history of a few days gives equal weights and a usual scatter; nothing is refused. */
export function learnQueue(series: PreparedSeries, options: LearnOptions = {}): QueueModel {
  const { leads = USUAL_LEADS, days = USUAL_DAYS, members = defaultMembers(), progress } = options
  const count = series.grid.dates.length
  const possible = leads.filter((lead) => lead + FEWEST_DAYS < count)
  const firstDay = Math.max(FEWEST_DAYS, count - days)
  const rolled = rollForecasts(series, {
    members,
    leads: possible.length > 0 ? possible : [1],
    firstDay,
    ...(progress === undefined ? {} : { progress }),
  })
  const learnt = rolled.map((lead) => learnLead(series, lead, members))
  const next = learnt[0]
  return {
    leads: learnt.map(({ model }) => model),
    long: learnLongSpread(series),
    gains:
      next === undefined
        ? []
        : learnGains(next.scored, next.model, series.grid.slotSeconds.length, series.grid.intervalSeconds),
  }
}

function learnLead(
  series: PreparedSeries,
  { leadDays, days, weightsNow, takesAverageTotal, errors }: RolledLead,
  members: readonly Member[],
): { readonly model: LeadModel; readonly scored: readonly ScoredRoots[] } {
  const slots = series.grid.slotSeconds.length
  const scored = days.map(({ day, roots }): ScoredRoots => ({
    forecastRoots: roots,
    actualRoots: knownRoots(series, day),
  }))
  const spread = learnSpread(scored, slots, leadDays)
  const model: LeadModel = {
    leadDays,
    weights: Object.fromEntries(members.map(({ name }, index) => [name, weightsNow[index] as number])),
    takesAverageTotal,
    spread,
    correlation: learnCorrelation(scored, spread, slots),
    backtest: {
      days: days.length,
      came: errors.came,
      chosen: errors.chosen,
      byMember: Object.fromEntries(members.map(({ name }, index) => [name, errors.byMember[index] ?? 0])),
      chosenSigned: errors.chosenSigned,
      signedByMember: Object.fromEntries(members.map(({ name }, index) => [name, errors.signedByMember[index] ?? 0])),
      covered: coveredByBands(scored, slots, leadDays),
    },
    tried: days.map(({ day }, place) => triedDay(series, day, scored[place] as ScoredRoots, spread)),
  }
  return { model, scored }
}

/** Of the intervals whose outcome is known; a tenth of a contact is exact enough for what is learnt from it. */
function triedDay(
  { grid }: PreparedSeries,
  day: number,
  { forecastRoots, actualRoots }: ScoredRoots,
  spread: Spread,
): TriedDay {
  let [expected, came] = [0, 0]
  for (const [slot, actual] of actualRoots.entries()) {
    if (Number.isNaN(actual)) continue
    expected += expectedCount(spread, slot, forecastRoots[slot] as number)
    came += actual * actual - 0.25
  }
  return { date: grid.dates[day] as string, expected: Math.round(expected * 10) / 10, came: Math.round(came) }
}
