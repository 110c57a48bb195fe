import { grossToNet, taxRuleOn } from './tax.ts'

/** Pay as a vacancy tells it. */
export interface ToldPay {
  readonly from: number | null
  readonly to: number | null
  /** ISO 4217, with RUR read as RUB. */
  readonly currency: string
  /** Before tax, after it, or not said. */
  readonly isGross: boolean | null
  /** For what it is paid. */
  readonly per: PayPeriod
}
export const payPeriods = ['month', 'shift', 'hour', 'other'] as const
export type PayPeriod = (typeof payPeriods)[number]

/** Why a vacancy's pay stands in no monthly figure, or that it does. */
export const payKinds = ['monthly', 'missing', 'perShift', 'perHour', 'perOther', 'foreign', 'impossible'] as const
export type PayKind = (typeof payKinds)[number]

/** Pay made comparable: roubles a month after tax, where it can be. */
export interface ComparablePay {
  readonly kind: PayKind
  readonly netFrom: number | null
  readonly netTo: number | null
  /** The middle of from and to; the one that is told where the other is open. */
  readonly netPoint: number | null
}

const NOTHING = { netFrom: null, netTo: null, netPoint: null }

/**
 * Roubles a month after tax, by the tax rule of the day. What is not said to be before tax is taken as it stands. Pay per shift or hour,
 * in another currency, missing, or with "from" above "to" stands in no monthly figure; its kind says why, so that it is counted.
 */
export function comparablePay(pay: ToldPay | null, day: string): ComparablePay {
  const kind = payKind(pay)
  if (kind !== 'monthly' || pay === null) return { kind, ...NOTHING }
  const rule = taxRuleOn(day)
  const net = (value: number | null): number | null =>
    value === null ? null : pay.isGross === true ? grossToNet(value, rule) : value
  const netFrom = net(pay.from)
  const netTo = net(pay.to)
  const netPoint = netFrom !== null && netTo !== null ? (netFrom + netTo) / 2 : (netFrom ?? netTo)
  return { kind, netFrom, netTo, netPoint }
}

function payKind(pay: ToldPay | null): PayKind {
  if (pay === null || (pay.from === null && pay.to === null)) return 'missing'
  const { from, to, currency, per } = pay
  if ([from, to].some((value) => value !== null && !(value > 0 && Number.isFinite(value)))) return 'impossible'
  if (from !== null && to !== null && from > to) return 'impossible'
  if (per === 'shift') return 'perShift'
  if (per === 'hour') return 'perHour'
  if (per === 'other') return 'perOther'
  return currency === 'RUB' ? 'monthly' : 'foreign'
}

/** hh.ru still says RUR for roubles. */
export const currencyCode = (code: string): string => (code === 'RUR' ? 'RUB' : code.toUpperCase())

export interface PayFigures {
  readonly n: number
  readonly p10: number | null
  readonly p25: number | null
  readonly median: number | null
  readonly p75: number | null
  readonly p90: number | null
  readonly mean: number | null
}

/** Percentiles of pay points, by linear interpolation (type 7 of Hyndman and Fan 1996, as spreadsheets do). */
export function payFigures(points: readonly number[]): PayFigures {
  const sorted = points.toSorted((a, b) => a - b)
  const n = sorted.length
  const at = (share: number): number | null => quantile(sorted, share)
  const mean = n === 0 ? null : sorted.reduce((sum, value) => sum + value, 0) / n
  return { n, p10: at(0.1), p25: at(0.25), median: at(0.5), p75: at(0.75), p90: at(0.9), mean }
}

/** Which share of the points lie below a pay, half of the equal ones with them; null of no points. */
export function payStanding(points: readonly number[], pay: number): number | null {
  if (points.length === 0) return null
  const below = points.filter((point) => point < pay).length
  const equal = points.filter((point) => point === pay).length
  return (below + equal / 2) / points.length
}

function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null
  const place = share * (sorted.length - 1)
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}
