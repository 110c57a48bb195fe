import type { CenterModel } from '../simulation/index.ts'
import type { CoverRow, SolveCover } from './multi-skill-cover.ts'
import type { Days, Staffing, Trial } from './multi-skill-trial.ts'

/** What every step of the search works with. */
export interface SkillSearch {
  readonly model: CenterModel
  readonly trial: Trial
  readonly costs: readonly number[]
  readonly most: readonly number[]
  readonly solve: SolveCover
  readonly seed: number
  readonly searchDays: number
  /** Days on which an exchange must keep every part. */
  readonly tryDays: number
  readonly checkDays: number
  readonly onRound: () => void
}

/** The gain of one agent more, by part, period and group. */
export type Slopes = (part: number, period: number) => readonly number[]

// Less is chance.
const NO_SLOPE = 1e-4

export const places = (length: number): readonly number[] => Array.from({ length }, (_, place) => place)

export const inPeriod = (staffing: Staffing, period: number): readonly number[] =>
  staffing.map((own) => own[period] ?? 0)

export const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)

/** Of a staffing with other agents in some periods. */
export function replaced(staffing: Staffing, byPeriod: ReadonlyMap<number, readonly number[]>): Staffing {
  return staffing.map((own, group) => own.map((number, period) => byPeriod.get(period)?.[group] ?? number))
}

/** 1 for the groups that may take the type. */
export const serversOf = (model: CenterModel, type: number): readonly number[] =>
  model.groups.map(({ types }) => (types.includes(model.contactTypes[type]?.id ?? '') ? 1 : 0))

export interface SlopeDays extends Days {
  /** The periods that are looked at. */
  readonly only: ReadonlySet<number>
  /** Where one agent fewer is tried, not one more. */
  readonly isDownwards: (period: number) => boolean
}

/** What one agent more of each group is worth, on the same days: one simulation a group serves all periods at once. */
export function learnSlopes({ model, trial }: SkillSearch, staffing: Staffing, wanted: SlopeDays): Slopes {
  const { only, isDownwards } = wanted
  const slopes = trial.parts.map(() => model.periods.map((): number[] => []))
  const before = trial.run(staffing, wanted, only)
  for (const group of model.groups.keys()) {
    const step = (period: number): number => (isDownwards(period) && (staffing[group]?.[period] ?? 0) > 0 ? -1 : 1)
    const moved = staffing.map((own, other) =>
      other === group ? own.map((number, period) => number + (only.has(period) ? step(period) : 0)) : own,
    )
    const after = trial.run(moved, wanted, only)
    for (const [part, ofPart] of slopes.entries())
      for (const [period, ofPeriod] of ofPart.entries()) {
        const gain = only.has(period) ? (before.lack(part, period) - after.lack(part, period)) * step(period) : 0
        ofPeriod.push(gain < NO_SLOPE ? 0 : gain)
      }
  }
  return (part, period) => slopes[part]?.[period] ?? []
}

/**
 * The row of a level's tangent at a staffing that lacks so much; none where nothing lacks and nothing is known to help. Far below its
 * target a level hardly moves: then one agent more among those who can serve the type is asked for.
 */
export function cutAt(
  { model, trial }: SkillSearch,
  present: readonly number[],
  gain: readonly number[],
  { part, lack }: { readonly part: number; readonly lack: number },
): readonly CoverRow[] {
  const best = Math.max(...gain)
  if (best > 0) return [{ weights: gain, atLeast: lack + dot(gain, present) }]
  if (lack <= 0) return []
  const weights = serversOf(model, trial.parts[part]?.type ?? 0)
  return [{ weights, atLeast: 1 + dot(weights, present) }]
}
