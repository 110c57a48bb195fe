/**
 * Personal income tax of the Russian Federation on wages of residents (Tax Code, article 224), as data: from which day, and the rate of each
 * part of a year's income. One pay a month is taken for twelve.
 */
export interface TaxRule {
  /** The first day it holds: `YYYY-MM-DD`. */
  readonly from: string
  /** Rates of the parts of a year's income above each bound, in roubles. */
  readonly parts: readonly { readonly above: number; readonly rate: number }[]
}

/** The oldest first. */
export const taxRules: readonly TaxRule[] = [
  { from: '2001-01-01', parts: [{ above: 0, rate: 0.13 }] },
  {
    from: '2021-01-01',
    parts: [
      { above: 0, rate: 0.13 },
      { above: 5_000_000, rate: 0.15 },
    ],
  },
  {
    from: '2025-01-01',
    parts: [
      { above: 0, rate: 0.13 },
      { above: 2_400_000, rate: 0.15 },
      { above: 5_000_000, rate: 0.18 },
      { above: 20_000_000, rate: 0.2 },
      { above: 50_000_000, rate: 0.22 },
    ],
  },
]

/** The rule of a day. Throws a RangeError for days before the first rule. */
export function taxRuleOn(day: string): TaxRule {
  const rule = taxRules.findLast(({ from }) => from <= day)
  if (rule === undefined) throw new RangeError(`day ${day} is before the first tax rule, ${taxRules[0]?.from}`)
  return rule
}

const MONTHS = 12

/** A month's pay after tax, of a month's pay before it: the mean of a year of such months. */
export function grossToNet(grossMonthly: number, { parts }: TaxRule): number {
  const year = grossMonthly * MONTHS
  const tax = parts.reduce((sum, { above, rate }, place) => {
    const below = parts[place + 1]?.above ?? Infinity
    return sum + Math.max(0, Math.min(year, below) - above) * rate
  }, 0)
  return (year - tax) / MONTHS
}

/** The other way: what must be promised before tax for this much after it. */
export function netToGross(netMonthly: number, { parts }: TaxRule): number {
  let left = netMonthly * MONTHS
  let gross = 0
  for (const [place, { above, rate }] of parts.entries()) {
    const width = (parts[place + 1]?.above ?? Infinity) - above
    const kept = width * (1 - rate)
    if (left <= kept) return (gross + left / (1 - rate)) / MONTHS
    left -= kept
    gross += width
  }
  return gross / MONTHS
}
