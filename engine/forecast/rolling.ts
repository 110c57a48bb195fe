import { errorProducts, learnWeights, type ErrorProducts } from './blend-weights.ts'
import { historyAt, targetAt, type History, type Member, type PreparedSeries } from './history.ts'
import { meanOfRoot, rootOfCount, rootOfMean } from './root-scale.ts'

/** One day as it was forecast from what was known `leadDays` open days before. */
export interface RolledDay {
  readonly day: number
  /** On the root scale. */
  readonly roots: Float64Array
  /** False where the blend had been losing to the four-week average and gave way to it. */
  readonly isBlend: boolean
}

export interface RolledLead {
  readonly leadDays: number
  readonly days: readonly RolledDay[]
  /** What the next forecast at this lead is to be made with: all on the four-week average where the blend loses to it. */
  readonly weightsNow: Float64Array
  /** Whether the blend's totals of days have been losing to the average's: then its days keep their shape and take the average's total. */
  readonly takesAverageTotal: boolean
  /** Over the days whose outcome is known, in contacts: what came, and sums of absolute errors by interval. */
  readonly errors: RolledErrors
}

export interface RolledErrors {
  readonly came: number
  /** Of what was chosen: the blend, or the average it gave way to. */
  readonly chosen: number
  /** In the order of the members. */
  readonly byMember: readonly number[]
  /** The same with their signs, forecast less came. */
  readonly chosenSigned: number
  readonly signedByMember: readonly number[]
}

export interface RollingOptions {
  readonly members: readonly Member[]
  readonly leads: readonly number[]
  /** First day of the grid to forecast. */
  readonly firstDay: number
  /** Called after each origin with the share done. */
  readonly progress?: (share: number) => void
}

/** The name of the member nothing may lose to. */
export const ANCHOR = 'average4w'
const GATE_HALF_LIFE_DAYS = 60
const GATE_DAYS = 8

/**
 * Walks through the history: at the end of each day every member forecasts the days at the asked leads from that day's past only, and
 * the blend is made with weights learnt from forecasts whose days had come by then.
 */
export function rollForecasts(series: PreparedSeries, options: RollingOptions): readonly RolledLead[] {
  const { members, leads, firstDay, progress } = options
  const lastDay = series.grid.dates.length - 1
  const tracks = leads.map((leadDays) => createTrack(series, members, leadDays))
  const firstOrigin = Math.max(0, firstDay - Math.max(...leads))
  for (let origin = firstOrigin; origin < lastDay; origin++) {
    const history = historyAt(series, origin)
    for (const track of tracks) if (origin + track.leadDays >= firstDay) track.forecastFrom(origin, history)
    progress?.((origin + 1 - firstOrigin) / (lastDay - firstOrigin))
  }
  return tracks.map((track) => track.finish())
}

interface Track {
  readonly leadDays: number
  readonly forecastFrom: (origin: number, history: History) => void
  readonly finish: () => RolledLead
}

interface Scored {
  readonly products: ErrorProducts | null
  readonly blendLoss: number
  readonly anchorLoss: number
  /** The same of the day's total. */
  readonly blendTotalLoss: number
  readonly anchorTotalLoss: number
  readonly came: number
  readonly chosenLoss: number
  readonly memberLosses: readonly number[]
  readonly chosenSigned: number
  readonly memberSigned: readonly number[]
}

/** The forecasts of one lead: made at an origin, scored when their day has come, then learnt from. */
function createTrack(series: PreparedSeries, members: readonly Member[], leadDays: number): Track {
  const { grid } = series
  const slots = grid.slotSeconds.length
  const anchor = members.findIndex(({ name }) => name === ANCHOR)
  const waiting: {
    readonly day: number
    readonly roots: readonly Float64Array[]
    readonly blend: Float64Array
    readonly chosen: Float64Array
  }[] = []
  const scored: Scored[] = []
  const days: RolledDay[] = []

  const score = (upTo: number): void => {
    while (waiting[0] !== undefined && waiting[0].day <= upTo) {
      const { day, roots, blend, chosen } = waiting.shift() as (typeof waiting)[number]
      const actual = actualRoots(series, day, upTo)
      const memberLosses = roots.map((values) => absoluteError(actual, values))
      const blendLoss = absoluteError(actual, blend)
      scored.push({
        products: errorProducts(actual, roots),
        blendLoss,
        anchorLoss: memberLosses[anchor] ?? blendLoss,
        blendTotalLoss: Math.abs(signedError(actual, blend)),
        anchorTotalLoss: Math.abs(signedError(actual, roots[anchor] ?? blend)),
        came: totalCame(actual),
        chosenLoss: absoluteError(actual, chosen),
        memberLosses,
        chosenSigned: signedError(actual, chosen),
        memberSigned: roots.map((values) => signedError(actual, values)),
      })
    }
  }
  const weigh = (): { weights: Float64Array; isBlend: boolean; takesAverageTotal: boolean } => ({
    weights: learnWeights(
      scored.map(({ products }) => products),
      members.length,
    ),
    isBlend: anchor < 0 || !loses(scored, ({ blendLoss, anchorLoss }) => blendLoss - anchorLoss),
    takesAverageTotal:
      anchor >= 0 && loses(scored, ({ blendTotalLoss, anchorTotalLoss }) => blendTotalLoss - anchorTotalLoss),
  })

  return {
    leadDays,
    forecastFrom(origin, history) {
      const day = origin + leadDays
      if (day >= grid.dates.length) return
      score(origin)
      const weekday = grid.weekdays[day] as number
      const target = targetAt(series, day, origin, weekday)
      const roots = members.map((member) => member.forecast(history, target).map(rootOfMean))
      const { weights, isBlend, takesAverageTotal } = weigh()
      const blend = blendRoots(roots, weights)
      const average = roots[anchor] ?? blend
      const sized = takesAverageTotal ? takeTotal(blend, average, 1) : blend
      const chosen = silenceShut(isBlend ? sized : average, series, origin, weekday)
      waiting.push({ day, roots, blend, chosen })
      days.push({ day, roots: chosen, isBlend })
    },
    finish() {
      score(grid.dates.length - 1)
      const { weights, isBlend, takesAverageTotal } = weigh()
      const anchorOnly = weights.map((_, member) => (member === anchor ? 1 : 0))
      return {
        leadDays,
        days,
        weightsNow: isBlend ? weights : anchorOnly,
        takesAverageTotal,
        errors: summedErrors(scored, members.length),
      }
    },
  }

  function actualRoots({ unusual }: PreparedSeries, day: number, known: number): Float64Array {
    return Float64Array.from({ length: slots }, (_, slot) => {
      const cell = day * slots + slot
      return (unusual.ignoredSince[cell] as number) <= known ? Number.NaN : rootOfCount(grid.offered[cell] as number)
    })
  }
}

/** A weighted mean on the root scale. */
export function blendRoots(roots: readonly Float64Array[], weights: Float64Array): Float64Array {
  const blend = new Float64Array(roots[0]?.length ?? 0)
  for (const [member, values] of roots.entries()) {
    const weight = weights[member] as number
    if (weight === 0) continue
    for (let slot = 0; slot < blend.length; slot++)
      blend[slot] = (blend[slot] as number) + weight * (values[slot] as number)
  }
  return blend
}

/** The shape of one day with the total of another, taken over as far as `share` says; a day of nothing keeps what it has. */
export function takeTotal(roots: Float64Array, other: Float64Array, share: number): Float64Array {
  const [total, wanted] = [totalOfRoots(roots), totalOfRoots(other)]
  if (share === 0 || !(total > 0) || !(wanted > 0)) return roots
  const times = (wanted / total) ** share
  return roots.map((root) => rootOfMean(meanOfRoot(root) * times))
}

/** Intervals that have been shut for weeks stay shut. */
export function silenceShut(
  roots: Float64Array,
  { unusual }: PreparedSeries,
  origin: number,
  weekday: number,
): Float64Array {
  const shut = unusual.shutAfter(origin)
  return roots.map((value, slot) => ((shut[weekday * roots.length + slot] as number) === 1 ? rootOfMean(0) : value))
}

/** In contacts, as accuracy is told, not in roots. */
function absoluteError(actualRoots: Float64Array, forecastRoots: Float64Array): number {
  let sum = 0
  for (const [slot, root] of actualRoots.entries())
    if (!Number.isNaN(root)) sum += Math.abs(root * root - 0.25 - meanOfRoot(forecastRoots[slot] as number))
  return sum
}

/** Of the intervals whose outcome is known. */
function signedError(actualRoots: Float64Array, forecastRoots: Float64Array): number {
  let sum = 0
  for (const [slot, root] of actualRoots.entries())
    if (!Number.isNaN(root)) sum += meanOfRoot(forecastRoots[slot] as number) - (root * root - 0.25)
  return sum
}

const totalOfRoots = (roots: Float64Array): number => roots.reduce((sum, root) => sum + meanOfRoot(root), 0)

function totalCame(actualRoots: Float64Array): number {
  let sum = 0
  for (const root of actualRoots) if (!Number.isNaN(root)) sum += root * root - 0.25
  return sum
}

function summedErrors(scored: readonly Scored[], members: number): RolledErrors {
  const total = (of: (one: Scored) => number): number => scored.reduce((sum, one) => sum + of(one), 0)
  return {
    came: total(({ came }) => came),
    chosen: total(({ chosenLoss }) => chosenLoss),
    byMember: Array.from({ length: members }, (_, member) => total(({ memberLosses }) => memberLosses[member] ?? 0)),
    chosenSigned: total(({ chosenSigned }) => chosenSigned),
    signedByMember: Array.from({ length: members }, (_, member) =>
      total(({ memberSigned }) => memberSigned[member] ?? 0),
    ),
  }
}

/** Whether the blend's loss over the average's has lately been above nothing. */
function loses(scored: readonly Scored[], lossOver: (one: Scored) => number): boolean {
  if (scored.length < GATE_DAYS) return false
  let balance = 0
  for (const [index, one] of scored.entries())
    balance += 0.5 ** ((scored.length - 1 - index) / GATE_HALF_LIFE_DAYS) * lossOver(one)
  return balance > 0
}
