import { queueAtAgents, type StaffingDemand } from '../staffing/index.ts'

/** What an agent more or fewer means to a queue in one slot, in money. */
export interface SlotWorth {
  readonly demand: StaffingDemand
  readonly withinSeconds: number
  /** A contact answered or gone after the threshold, and one lost. Somebody who hangs up late is both. */
  readonly lateMoney: number
  readonly lostMoney: number
  /** Agents beyond which nothing is told apart. */
  readonly mostAgents: number
}

/** Steps below this share of a lost contact end a table: more agents would change nothing that anybody could see. */
const NEGLIGIBLE_STEP = 1e-4

/**
 * Expected money of contacts late and lost in a slot with 0, 1, 2 … agents at their posts, as a roster needs it: convex. The share in time
 * rises in an S over the agents; where it is bent the other way the line between the ends of the bend is taken, the tightest convex
 * table below the true one.
 */
export function slotCosts({ demand, withinSeconds, lateMoney, lostMoney, mostAgents }: SlotWorth): Float64Array {
  const { offered } = demand
  if (offered === 0) return Float64Array.of(0)
  const at = queueAtAgents(demand, { withinSeconds })
  const costs = [offered * (lateMoney + lostMoney)]
  for (let agents = 1; agents <= mostAgents; agents++) {
    const state = at(agents)
    if ('unstable' in state) {
      costs.push(costs[0] as number)
      continue
    }
    const { answeredWithin, abandonedWithin, offered: all } = state.outcomes
    const late = Math.max(0, 1 - (answeredWithin + abandonedWithin) / all)
    costs.push(offered * (late * lateMoney + state.abandonRate * lostMoney))
    const saved = (costs[agents - 1] as number) - (costs[agents] as number)
    if (
      saved < NEGLIGIBLE_STEP * (lateMoney + lostMoney) &&
      agents * 1.2 * demand.intervalSeconds > offered * demand.ahtSeconds
    )
      break
  }
  return convexBelow(costs)
}

/** The greatest convex table that is nowhere above the given one. */
export function convexBelow(costs: readonly number[]): Float64Array {
  const corners: number[] = []
  for (let at = 0; at < costs.length; at++) {
    while (corners.length >= 2) {
      const middle = corners[corners.length - 1] as number
      const first = corners[corners.length - 2] as number
      const rise = ((costs[at] as number) - (costs[first] as number)) / (at - first)
      if ((costs[middle] as number) - (costs[first] as number) <= rise * (middle - first)) break
      corners.pop()
    }
    corners.push(at)
  }
  const convex = new Float64Array(costs.length)
  for (let index = 0; index + 1 < corners.length; index++) {
    const from = corners[index] as number
    const to = corners[index + 1] as number
    const rise = ((costs[to] as number) - (costs[from] as number)) / (to - from)
    for (let at = from; at <= to; at++) convex[at] = (costs[from] as number) + rise * (at - from)
  }
  if (corners.length === 1) convex[0] = costs[0] as number
  return convex
}
