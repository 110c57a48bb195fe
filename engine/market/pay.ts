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

/** So many vacancies with one pay. Counts add up over cities and sources, and there are far fewer of them than vacancies. */
export interface PayCount {
  readonly pay: number
  readonly vacancies: number
}

export interface PayFigures {
  readonly n: number
  readonly p10: number | null
  readonly p25: number | null
  readonly median: number | null
  readonly p75: number | null
  readonly p90: number | null
  readonly mean: number | null
}

/** Percentiles of pay, by linear interpolation (type 7 of Hyndman and Fan 1996, as spreadsheets do). */
export function payFigures(counts: readonly PayCount[]): PayFigures {
  const sorted = counts.toSorted((a, b) => a.pay - b.pay)
  const upTo: number[] = []
  let n = 0
  for (const { vacancies } of sorted) upTo.push((n += vacancies))
  const at = (share: number): number | null => quantile(sorted, upTo, share)
  const mean = n === 0 ? null : sorted.reduce((sum, { pay, vacancies }) => sum + pay * vacancies, 0) / n
  return { n, p10: at(0.1), p25: at(0.25), median: at(0.5), p75: at(0.75), p90: at(0.9), mean }
}

/** Which share of the vacancies pay less, half of those that pay the same with them; null of no vacancies. */
export function payStanding(counts: readonly PayCount[], pay: number): number | null {
  let below = 0
  let n = 0
  for (const one of counts) {
    n += one.vacancies
    below += one.pay < pay ? one.vacancies : one.pay === pay ? one.vacancies / 2 : 0
  }
  return n === 0 ? null : below / n
}

/** `upTo` says how many vacancies there are up to each pay, itself with them. */
function quantile(sorted: readonly PayCount[], upTo: readonly number[], share: number): number | null {
  const n = upTo.at(-1) ?? 0
  if (n === 0) return null
  const place = share * (n - 1)
  const payAt = (index: number): number => sorted[upTo.findIndex((count) => count > index)]?.pay ?? 0
  const low = payAt(Math.floor(place))
  return low + (payAt(Math.ceil(place)) - low) * (place - Math.floor(place))
}
