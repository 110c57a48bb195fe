import { coverGreedily, type CoverRow } from './multi-skill-cover.ts'
import { loadRows } from './multi-skill-load.ts'
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

const ROUNDS = 24
const SLOPES_EVERY = 2
// It is but a beginning: exchanges on more days follow.
const DAYS = 30
const JOIN = 4

/**
 * Rounds of cuts: the integer programmes begin with the load alone; their answer is simulated; each part that is missed becomes a row
 * that this staffing breaks; and again. Slopes are learnt anew every other round:
 * in between the level is new, and its slope is nearly the one before.
 */
export function cutUntilMet(search: SkillSearch, shares: readonly number[]): Staffing {
  const { model, trial, most, seed, onRound } = search
  const days = { days: DAYS, seed }
  const periods = places(model.periods.length)
  const rows: CoverRow[][] = periods.map(() => [])
  const load = periods.map((period) => loadRows(model, period, shares))
  const nobody = model.groups.map(() => periods.map(() => 0))
  const missedIn = (levels: Levels, period: number): readonly number[] =>
    places(trial.parts.length).filter((part) => levels.lack(part, period) > 0)
  const mayGrow = (staffed: Staffing, period: number): boolean =>
    staffed.some((own, group) => (own[period] ?? 0) < (most[group] ?? 0))
  let staffing = solvePeriods(search, nobody, periods, rows, load)
  let slopes: Slopes | null = null
  let open = new Set(periods)
  for (let round = 0; round < ROUNDS; round++) {
    const levels = trial.run(staffing, days, open)
    open = new Set([...open].filter((period) => mayGrow(staffing, period) && missedIn(levels, period).length > 0))
    if (open.size === 0) break
    if (slopes === null || round % SLOPES_EVERY === 0)
      slopes = learnSlopes(search, staffing, { ...days, only: open, isDownwards: () => false })
    for (const period of open)
      for (const part of missedIn(levels, period)) {
        const lack = levels.lack(part, period)
        const present = inPeriod(staffing, period)
        rows[period]?.push(...cutAt(search, present, slopes(part, period), { part, lack }))
      }
    staffing = solvePeriods(search, staffing, [...open], rows, load)
    onRound()
  }
  return staffing
}

/**
 * A row beyond all seats asks for all seats: the best there is, and the answer says what is missed. Of the rows of the load, which are
 * many, those join that an answer breaks.
 */
function solvePeriods(
  { costs, most }: SkillSearch,
  staffing: Staffing,
  periods: readonly number[],
  rows: readonly CoverRow[][],
  load: readonly (readonly CoverRow[])[],
): Staffing {
  const seated = (row: CoverRow): CoverRow => ({ ...row, atLeast: Math.min(row.atLeast, dot(row.weights, most)) })
  const solvePeriod = (period: number): readonly number[] => {
    const active = rows[period] ?? []
    for (;;) {
      const answer = coverGreedily({ costs, most, rows: active.map(seated) }) ?? most
      const broken = (load[period] ?? [])
        .map((row) => ({ row, by: seated(row).atLeast - dot(row.weights, answer) }))
        .filter(({ by }) => by > 1e-9)
        .toSorted((left, right) => right.by - left.by)
      if (broken.length === 0) return answer
      for (const { row } of broken.slice(0, JOIN)) active.push(row)
    }
  }
  return replaced(staffing, new Map(periods.map((period) => [period, solvePeriod(period)])))
}
