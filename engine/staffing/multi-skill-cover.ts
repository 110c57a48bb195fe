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

/**
 * A good answer without a solver: agents are added where they close most of the missing for their cost, then dropped where nobody misses
 * them, then exchanged where one may stand for a dearer one or for two. Not always the cheapest; always feasible.
 */
export const coverGreedily: SolveCover = ({ costs, most, rows }) => {
  const agents = costs.map(() => 0)
  const missing = rows.map(({ atLeast }) => atLeast)
  const move = (group: number, by: number): void => {
    agents[group] = (agents[group] ?? 0) + by
    for (const [row, { weights }] of rows.entries()) missing[row] = (missing[row] ?? 0) - by * (weights[group] ?? 0)
  }
  const isKept = (): boolean => missing.every((amount) => amount <= SLACK)
  const tryMove = (steps: readonly (readonly [group: number, by: number])[]): boolean => {
    for (const [group, by] of steps) move(group, by)
    const inBounds = steps.every(([group]) => (agents[group] ?? 0) >= 0 && (agents[group] ?? 0) <= (most[group] ?? 0))
    if (inBounds && isKept()) return true
    for (const [group, by] of steps) move(group, -by)
    return false
  }

  while (!isKept()) {
    const group = mostHelpful(missing, agents, { costs, most, rows })
    if (group < 0) return undefined
    move(group, 1)
  }
  const dearFirst = [...costs.keys()].toSorted((left, right) => (costs[right] ?? 0) - (costs[left] ?? 0))
  while (dropOrExchange(dearFirst, costs, agents, tryMove));
  return agents
}

function mostHelpful(missing: readonly number[], agents: readonly number[], program: CoverProgram): number {
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
  tryMove: (steps: readonly (readonly [number, number])[]) => boolean,
): boolean {
  const saves = (steps: readonly (readonly [number, number])[]): boolean =>
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
