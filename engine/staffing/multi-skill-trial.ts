import { studentQuantile } from '../numeric/index.ts'
import { createCenterSimulator, type CenterModel, type Estimate } from '../simulation/index.ts'
import type { MeasuredPart } from './multi-skill-parts.ts'

/** Agents by group and period. */
export type Staffing = readonly (readonly number[])[]

/** What came of a staffing: every measured part in every period. */
export interface Levels {
  readonly estimate: (part: number, period: number) => Estimate
  /** Above 0: so much is lacking, when the value lies so many half widths of its interval on the worse side; 0 when left out. */
  readonly lack: (part: number, period: number, halves?: number) => number
}

export interface Days {
  readonly days: number
  readonly seed: number
}

/** Tries staffings on simulated days; the same seed gives the same days, so that chance cancels between staffings. */
export interface Trial {
  readonly parts: readonly MeasuredPart[]
  /** Where only some periods are looked at, others have no contacts but for those that hand their queue over and those it is handed to. */
  readonly run: (staffing: Staffing, days: Days, only?: ReadonlySet<number>) => Levels
  readonly simulatedDays: () => number
}

// Of each ratio: sums of numerator and denominator, of their squares and of their product.
const SUMS = 5

export function createTrial(model: CenterModel, parts: readonly MeasuredPart[]): Trial {
  const periods = model.periods.length
  let simulatedDays = 0

  function run(staffing: Staffing, { days, seed }: Days, only?: ReadonlySet<number>): Levels {
    const groups = model.groups.map((group, at) => ({ ...group, agents: staffing[at] ?? [], shifts: [] }))
    const isBusy = (period: number): boolean => only === undefined || [-1, 0, 1].some((by) => only.has(period + by))
    const contactTypes = model.contactTypes.map((type) => ({
      ...type,
      arrivalsPerHour: type.arrivalsPerHour.map((rate, period) => (isBusy(period) ? rate : 0)),
    }))
    const simulator = createCenterSimulator({ ...model, groups, contactTypes })
    simulatedDays += (days * model.periods.filter((_, period) => isBusy(period)).length) / periods
    const sums = new Float64Array(parts.length * periods * SUMS)
    for (let day = 0; day < days; day++) addDay(simulator.run(seed, day), sums)
    return levelsOf(sums, days, staffing)
  }

  function addDay(tally: Parameters<MeasuredPart['read']>[0], sums: Float64Array): void {
    const pair = new Float64Array(2)
    let at = 0
    for (const { read } of parts)
      for (let period = 0; period < periods; period++, at += SUMS) {
        read(tally, period, pair)
        const [above, below] = pair as unknown as readonly [number, number]
        if (above === 0 && below === 0) continue
        sums[at] = (sums[at] as number) + above
        sums[at + 1] = (sums[at + 1] as number) + below
        sums[at + 2] = (sums[at + 2] as number) + above * above
        sums[at + 3] = (sums[at + 3] as number) + below * below
        sums[at + 4] = (sums[at + 4] as number) + above * below
      }
  }

  function levelsOf(sums: Float64Array, days: number, staffing: Staffing): Levels {
    const quantile = days < 2 ? 0 : studentQuantile(0.975, days - 1)
    const estimate = (part: number, period: number): Estimate => {
      const at = (part * periods + period) * SUMS
      return ratioOf(sums.subarray(at, at + SUMS), days, quantile, parts[part]?.whenEmpty ?? 0)
    }
    return {
      estimate,
      lack: (part, period, halves = 0) => {
        const { type = 0, lack } = parts[part] ?? {}
        if (lack === undefined) return 0
        // Where nobody can answer, a mean wait of none is no merit.
        if (!isServed(type, period, staffing)) return 1
        const { mean, halfWidth } = estimate(part, period)
        const half = halves * (halfWidth ?? 0)
        return Math.max(lack(mean - half), lack(mean + half))
      },
    }
  }

  function isServed(type: number, period: number, staffing: Staffing): boolean {
    const { id = '', arrivalsPerHour = [] } = model.contactTypes[type] ?? {}
    return (
      (arrivalsPerHour[period] ?? 0) === 0 ||
      model.groups.some(({ types }, group) => types.includes(id) && (staffing[group]?.[period] ?? 0) > 0)
    )
  }

  return { parts, run, simulatedDays: () => Math.round(simulatedDays) }
}

/** Ratio of means with its 95 % interval by the delta method. */
function ratioOf(sums: Float64Array, days: number, quantile: number, whenEmpty: number): Estimate {
  const [above, below, aboveSquares, belowSquares, products] = sums as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
  ]
  if (!(below > 0)) return { mean: whenEmpty, halfWidth: days < 2 ? null : 0 }
  const mean = above / below
  if (days < 2) return { mean, halfWidth: null }
  // Of above − mean × below, whose own mean is 0.
  const square = aboveSquares - 2 * mean * products + mean * mean * belowSquares
  const error = Math.sqrt(Math.max(0, square) / (days * (days - 1))) / (below / days)
  return { mean, halfWidth: quantile * error }
}
