/** A small integer program: the cheapest whole numbers of agents by group that keep every row. */
export interface CoverProgram {
  readonly costs: readonly number[]
  readonly most: readonly number[]
  readonly rows: readonly CoverRow[]
}

/** Σ weight × agents ≥ atLeast. Weights are not negative. */
export interface CoverRow {
  readonly weights: readonly number[]
  readonly atLeast: number
}

/** Answers the agents by group, or undefined where no whole numbers keep the rows. A MIP solver fits here (HiGHS). */
export type SolveCover = (program: CoverProgram) => readonly number[] | undefined

const SLACK = 1e-9

/** So many agents more or fewer in each of these groups. */
type Steps = readonly (readonly [group: number, by: number])[]

/**
 * A good answer without a solver: agents are added where they close most of the missing for their cost, then dropped where nobody misses
 * them, then exchanged where one may stand for a dearer one or for two. Not always the cheapest; always feasible.
 */
export const coverGreedily: SolveCover = ({ costs, most, rows }) => {
  const agents = costs.map(() => 0)
  const missing = Float64Array.from(rows, ({ atLeast }) => atLeast)
  const gains = costs.map((_, group) => Float64Array.from(rows, ({ weights }) => weights[group] ?? 0))
  // The row that refused the last exchange mostly refuses the next one too: it is asked first.
  let strict = 0

  const isRefused = (row: number, steps: Steps): boolean => {
    let left = missing[row] as number
    for (const [group, by] of steps) left -= by * (gains[group]?.[row] as number)
    return left > SLACK
  }
  const move = (steps: Steps): void => {
    for (const [group, by] of steps) {
      agents[group] = (agents[group] ?? 0) + by
      const gain = gains[group] as Float64Array
      for (let row = 0; row < missing.length; row++)
        missing[row] = (missing[row] as number) - by * (gain[row] as number)
    }
  }
  const isKept = (): boolean => missing.every((amount) => amount <= SLACK)
  const tryMove = (steps: Steps): boolean => {
    for (const [group, by] of steps) {
      const next = (agents[group] ?? 0) + by
      if (next < 0 || next > (most[group] ?? 0)) return false
    }
    if (strict < missing.length && isRefused(strict, steps)) return false
    for (let row = 0; row < missing.length; row++)
      if (isRefused(row, steps)) {
        strict = row
        return false
      }
    move(steps)
    return true
  }

  while (!isKept()) {
    const group = mostHelpful(missing, agents, { costs, most, rows })
    if (group < 0) return undefined
    move([[group, 1]])
  }
  const dearFirst = [...costs.keys()].toSorted((left, right) => (costs[right] ?? 0) - (costs[left] ?? 0))
  while (dropOrExchange(dearFirst, costs, agents, tryMove));
  return agents
}

function mostHelpful(missing: Float64Array, agents: readonly number[], program: CoverProgram): number {
  const { costs, most, rows } = program
  let best = -1
  let bestWorth = 0
  for (const [group, cost] of costs.entries()) {
    if ((agents[group] ?? 0) >= (most[group] ?? 0)) continue
    let help = 0
    for (const [row, { weights, atLeast }] of rows.entries()) {
      const open = missing[row] ?? 0
      if (open > SLACK) help += Math.min(weights[group] ?? 0, open) / Math.max(Math.abs(atLeast), SLACK)
    }
    if (help / cost > bestWorth) [best, bestWorth] = [group, help / cost]
  }
  return best
}

function dropOrExchange(
  dearFirst: readonly number[],
  costs: readonly number[],
  agents: readonly number[],
  tryMove: (steps: Steps) => boolean,
): boolean {
  const saves = (steps: Steps): boolean =>
    steps.reduce((sum, [group, by]) => sum + by * (costs[group] ?? 0), 0) < -SLACK
  for (const gone of dearFirst) {
    if ((agents[gone] ?? 0) === 0) continue
    if (tryMove([[gone, -1]])) return true
    for (const come of dearFirst) {
      if (come === gone) continue
      const swap = [
        [gone, -1],
        [come, 1],
      ] as const
      if (saves(swap) && tryMove(swap)) return true
      for (const also of dearFirst) {
        if (also < gone || also === come || (agents[also] ?? 0) === 0) continue
        const two =
          also === gone
            ? ([
                [gone, -2],
                [come, 1],
              ] as const)
            : ([...swap, [also, -1]] as const)
        if (saves(two) && tryMove(two)) return true
      }
    }
  }
  return false
}
