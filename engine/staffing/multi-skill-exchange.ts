import type { CoverRow } from './multi-skill-cover.ts'
import {
  cutAt,
  dot,
  inPeriod,
  learnSlopes,
  places,
  replaced,
  type SkillSearch,
  type Slopes,
} from './multi-skill-search.ts'
import type { Levels, Staffing } from './multi-skill-trial.ts'

const ROUNDS = 2
const TRIES = 8
// Agents more or fewer of a group that one exchange may change: a tangent does not hold far.
const REACH = 1
const CHEAPER = 1e-6

/**
 * Exchanges on the same days that bring a period to its targets, or keep them more cheaply: agents are left out, or one group's are
 * taken in place of others'. What is tried in each period is the cheapest that the levels' tangents promise; where the simulation refuses,
 * the tangent at the refused becomes a row, and the next cheapest is tried. All periods are tried in one simulation. A part is kept when its
 * whole interval keeps it, so that what these days favoured by chance holds on others.
 */
export function exchange(search: SkillSearch, from: Staffing, halves: number): Staffing {
  const { model, trial, seed, searchDays, tryDays, onRound } = search
  const days = { days: tryDays, seed }
  const periods = places(model.periods.length)
  const worst = (levels: Levels, period: number): number =>
    Math.max(...trial.parts.map((_, part) => levels.lack(part, period, halves)))
  const best = periods.map(() => Infinity)
  let staffing = from
  let open = new Set(periods)
  for (let round = 0; round < ROUNDS && open.size > 0; round++) {
    const levels = trial.run(staffing, days, open)
    for (const period of open) best[period] = worst(levels, period)
    const isKept = (period: number): boolean => (best[period] ?? 0) <= 0
    const slopes = learnSlopes(search, staffing, { days: searchDays, seed, only: open, isDownwards: isKept })
    const rows = periods.map((period) => [...rowsAt(search, { staffing, levels, slopes, halves }, period)])
    const changed = new Set<number>()
    let asked = [...open]
    for (let attempt = 0; attempt < TRIES && asked.length > 0; attempt++) {
      const tries = proposals(search, { staffing, isKept, rows }, asked)
      if (tries.size === 0) break
      const tried = replaced(staffing, tries)
      const after = trial.run(tried, days, new Set(tries.keys()))
      for (const period of tries.keys()) {
        const refusals = rowsAt(search, { staffing: tried, levels: after, slopes, halves }, period)
        rows[period]?.push(
          ...refusals.filter(({ weights, atLeast }) => dot(weights, inPeriod(tried, period)) < atLeast),
        )
      }
      const taken = new Map([...tries].filter(([period]) => worst(after, period) <= Math.max(0, best[period] ?? 0)))
      for (const period of taken.keys()) {
        best[period] = worst(after, period)
        changed.add(period)
      }
      staffing = replaced(staffing, taken)
      asked = [...tries.keys()]
      onRound()
    }
    open = changed
  }
  return staffing
}

interface At {
  readonly staffing: Staffing
  readonly levels: Levels
  readonly slopes: Slopes
  readonly halves: number
}

function rowsAt(search: SkillSearch, { staffing, levels, slopes, halves }: At, period: number): readonly CoverRow[] {
  const present = inPeriod(staffing, period)
  return search.trial.parts.flatMap((_, part) =>
    cutAt(search, present, slopes(part, period), { part, lack: levels.lack(part, period, halves) }),
  )
}

interface Around {
  readonly staffing: Staffing
  readonly isKept: (period: number) => boolean
  readonly rows: readonly (readonly CoverRow[])[]
}

/** Near the present staffing, the cheapest that the rows allow: where the targets are kept already, only what costs less. */
function proposals(
  { costs, most, solve }: SkillSearch,
  { staffing, isKept, rows }: Around,
  periods: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>()
  for (const period of periods) {
    const present = inPeriod(staffing, period)
    const least = present.map((number) => Math.max(0, number - REACH))
    const room = present.map((number, group) => Math.min(most[group] ?? 0, number + REACH) - (least[group] ?? 0))
    const shifted = (rows[period] ?? []).map(({ weights, atLeast }) => ({
      weights,
      atLeast: atLeast - dot(weights, least),
    }))
    const extra = solve({ costs, most: room, rows: shifted.filter(({ atLeast }) => atLeast > 0) })
    const next = extra?.map((number, group) => number + (least[group] ?? 0))
    if (next === undefined || next.every((number, group) => number === present[group])) continue
    if (!isKept(period) || dot(costs, next) < dot(costs, present) - CHEAPER) found.set(period, next)
  }
  return found
}
