import { learnSlopes, places, serversOf, type SkillSearch, type Slopes } from './multi-skill-search.ts'
import type { Levels, Staffing } from './multi-skill-trial.ts'

export interface Settled {
  readonly staffing: Staffing
  /** Cells that miss their part, where no group may grow. */
  readonly missed: readonly MissedCell[]
}

export interface MissedCell {
  readonly part: number
  readonly period: number
  readonly lack: number
}

const ROUNDS = 60

/** On many days that the search has not seen agents are added until each cell keeps its target. */
export function settle(search: SkillSearch, from: Staffing): Settled {
  const { model, trial, seed, checkDays, searchDays } = search
  const days = { days: checkDays, seed: seed + 1 }
  let staffing = from
  let levels = trial.run(staffing, days)
  let slopes: Slopes | null = null
  for (let round = 0; round < ROUNDS; round++) {
    // The worst part of a period first; the others are looked at again once it has been helped.
    const helped = new Map<number, number>()
    const missed = missedCells(search, levels)
    for (const { part, period } of missed) {
      if (helped.has(period)) continue
      slopes ??= learnSlopes(search, staffing, {
        days: searchDays,
        seed,
        only: new Set(missed.map((one) => one.period)),
        isDownwards: () => false,
      })
      const group = bestHelper(search, staffing, slopes, part, period)
      if (group >= 0) helped.set(period, group)
    }
    if (helped.size === 0) break
    staffing = staffing.map((own, group) =>
      own.map((number, period) => (helped.get(period) === group ? number + 1 : number)),
    )
    levels = trial.run(staffing, days)
  }
  return { staffing, missed: missedCells(search, levels) }

  function bestHelper(
    { costs, most }: SkillSearch,
    present: Staffing,
    known: Slopes,
    part: number,
    period: number,
  ): number {
    const gain = known(part, period)
    const worth = gain.some((value) => value > 0) ? gain : serversOf(model, trial.parts[part]?.type ?? 0)
    let best = -1
    for (const [group, value] of worth.entries()) {
      if (value <= 0 || (present[group]?.[period] ?? 0) >= (most[group] ?? 0)) continue
      if (best < 0 || value / (costs[group] ?? 1) > (worth[best] ?? 0) / (costs[best] ?? 1)) best = group
    }
    return best
  }
}

/** Cells that are that miss their target, the worst first. */
function missedCells({ model, trial }: SkillSearch, levels: Levels): readonly MissedCell[] {
  return places(trial.parts.length)
    .flatMap((part) =>
      places(model.periods.length).map((period) => ({ part, period, lack: levels.lack(part, period) })),
    )
    .filter(({ lack }) => lack > 0)
    .toSorted((left, right) => right.lack - left.lack)
}
