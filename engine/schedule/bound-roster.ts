import { fairKinds } from './fair-balance.ts'
import { createRosterDesk, placeShifts } from './load-roster.ts'
import { prepareRoster, type PreparedRoster } from './prepare-roster.ts'
import { createPricedRows } from './price-rows.ts'
import type { Roster, RosterProblem } from './roster-problem.ts'
import { scoreOf } from './roster-score.ts'
import type { RosterState } from './roster-state.ts'

export interface BoundProgress {
  readonly rounds: number
  /** No lawful roster costs less than this, whoever searches. */
  readonly bound: number
  /** Money of the least working time agreed, at its plainest hours: no roster can save it. */
  readonly contractedMoney: number
}

/** A proof that runs in pieces: every round is a bound of its own, the best is kept. */
export interface RosterBound {
  readonly run: (rounds: number) => BoundProgress
  readonly progress: () => BoundProgress
}

/**
 * A proven lower bound by prices. Each queue pays a price for an agent at a post in each slot; at fixed prices everything falls apart:
 * each queue takes as many agents as suit it, each person works the days that pay her best under her hard limits (found exactly by
 * dynamic programming, breaks and all), and the sum can be no more than any roster costs (Lagrange). Working time over or under a budget
 * has a price of its own, the fair share stands in by its tangent, which lies below a convex cost. The prices start from what an
 * agent more or fewer is worth in a given roster, and climb by the volume algorithm (Barahona and Anbil 2000).
 */
export function createRosterBound(problem: RosterProblem, roster: Roster): RosterBound {
  return boundPrepared(prepareRoster(problem), roster)
}

const SMOOTHING = 0.05
const PATIENCE = 8

export function boundPrepared(prepared: PreparedRoster, roster: Roster): RosterBound {
  const desk = createRosterDesk(prepared, () => 0)
  placeShifts(desk, roster.shifts)
  const { state } = desk
  const { agents, slots, queues, people } = prepared
  const { objective } = scoreOf(state)
  const tangent = fairTangent(state)
  const rows = createPricedRows(state, tangent.price)
  const locked = lockedPosts(state)
  const many = queues.count * slots
  const budgets = people.budgetMax.length
  const reach = reachOf(state)

  // Prices: of a post at a queue in a slot, then of a slot of working time in a budget.
  const best = new Float64Array(many + budgets)
  best.set(startingPrices(state))
  const trial = best.slice()
  const use = new Float64Array(many)
  const slope = new Float64Array(many + budgets)
  const mean = new Float64Array(many + budgets)
  let bound = Number.NEGATIVE_INFINITY
  let step = 0.05
  let rounds = 0
  let sinceBetter = 0

  function run(count: number): BoundProgress {
    for (let round = 0; round < count; round++) {
      if (rounds > 0) climb()
      else priceBudgets()
      const found = evaluate()
      rounds++
      const weight = rounds === 1 ? 1 : SMOOTHING
      for (let at = 0; at < mean.length; at++)
        mean[at] = weight * (slope[at] as number) + (1 - weight) * (mean[at] as number)
      if (found > bound) {
        step = found > bound + 1e-5 * Math.abs(bound) ? Math.min(step * 1.1, 1.5) : step
        bound = found
        best.set(trial)
        sinceBetter = 0
      } else if (++sinceBetter >= PATIENCE) {
        step *= 0.7
        sinceBetter = 0
      }
    }
    return progress()
  }

  function climb(): void {
    let square = 0
    for (const one of mean) square += one * one
    if (square === 0) return
    // Towards the roster’s own objective, which no bound exceeds.
    const length = (step * Math.max(objective - bound, 1e-6 * Math.abs(objective))) / square
    for (let at = 0; at < trial.length; at++) trial[at] = (best[at] as number) + length * (mean[at] as number)
    // An activity takes an agent from her post: only posts that pay keep that on the safe side.
    if (state.seats.count > 0) for (let at = 0; at < many; at++) trial[at] = Math.min(0, trial[at] as number)
  }

  /** The bound at the trial prices, and its slope. */
  function evaluate(): number {
    rows.prices.renew(trial)
    use.fill(0)
    let sum = tangent.constant + lockedPart()
    const workPrice = trial.subarray(many)
    for (let agent = 0; agent < agents; agent++) {
      const own = rows.cheapest(agent, workPrice)
      if (own === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
      sum += own
      rows.addUse(agent, use)
      sum += budgetPart(agent, workPrice)
    }
    return sum + queuePart()
  }

  /** Locked shifts serve whichever of their queues is cheapest, like all others. */
  function lockedPart(): number {
    let sum = 0
    for (let group = 0; group < queues.groups; group++)
      for (let slot = 0; slot < slots; slot++) {
        const posts = locked[group * slots + slot] as number
        if (posts === 0 || queues.masks[group] === 0) continue
        const at = rows.prices.queueOf(group, slot) * slots + slot
        sum += posts * (trial[at] as number)
        use[at] = (use[at] as number) + posts
      }
    return sum
  }

  /** A first price of working time for each budget: where the best days turn from too much to enough. */
  function priceBudgets(): void {
    rows.prices.renew(trial)
    const workPrice = trial.subarray(many)
    const top = (people.hourWorth * Math.max(1, prepared.problem.weights.money) * prepared.problem.slotMinutes) / 60
    for (let turn = 0; turn < 2; turn++)
      for (let agent = 0; agent < agents; agent++)
        for (let at = people.budgetAt[agent] as number; at < (people.budgetAt[agent + 1] as number); at++) {
          // A budget of one day is kept by every choice of that day.
          if (people.budgetFirst[at] === people.budgetLast[at]) continue
          let low = -4 * top
          let high = 8 * top
          for (let halving = 0; halving < 12; halving++) {
            const price = (low + high) / 2
            workPrice[at] = price
            rows.cheapest(agent, workPrice)
            const work = rows.workIn(agent, at)
            if (work > (price > 0 ? (people.budgetMax[at] as number) : (people.budgetMin[at] as number))) low = price
            else high = price
          }
          workPrice[at] = (low + high) / 2
        }
  }

  function budgetPart(agent: number, workPrice: Float64Array): number {
    let sum = 0
    for (let at = people.budgetAt[agent] as number; at < (people.budgetAt[agent + 1] as number); at++) {
      const price = workPrice[at] as number
      const work = rows.workIn(agent, at)
      const most = people.budgetMax[at] as number
      const least = people.budgetMin[at] as number
      const limit = price > 0 ? most : least
      sum -= price * limit
      slope[many + at] = price !== 0 ? work - limit : work > most ? work - most : Math.min(0, work - least)
    }
    return sum
  }

  /** Each queue takes as many agents as suit it at the price: convex steps, so it stops at the first that does not pay. */
  function queuePart(): number {
    let sum = 0
    for (let queue = 0; queue < queues.count; queue++)
      for (let slot = 0; slot < slots; slot++) {
        const at = queue * slots + slot
        const price = trial[at] as number
        const first = queues.stepsAt[at] as number
        const length = queues.stepCount[at] as number
        const most = reach[at] as number
        let taken = 0
        while (taken < most) {
          const one = length === 0 ? 0 : (queues.steps[first + Math.min(taken, length - 1)] as number)
          if (one - price >= 0) break
          sum += one - price
          taken++
        }
        slope[at] = (use[at] as number) - taken
      }
    return sum + queues.emptyCost
  }

  const progress = (): BoundProgress => ({ rounds, bound, contractedMoney: contractedMoney(prepared) })

  return { run, progress }
}

/** The tangent of the fair share at the state’s counts: price of one more of each kind for each person, and the rest. */
function fairTangent({ prepared, fair }: RosterState) {
  const { agents, problem } = prepared
  const price = new Float64Array(fairKinds.length * agents)
  let constant = fair.cost()
  for (const [kind, name] of fairKinds.entries())
    for (let agent = 0; agent < agents; agent++) {
      const at = kind * agents + agent
      // The slope at the point: half of what one more costs less what one fewer saves.
      const slope = (fair.difference(agent, kind, 1) - fair.difference(agent, kind, -1)) / 2
      price[at] = slope
      constant -= slope * ((fair.counts[at] as number) - (problem.agents[agent]?.soFar[name] ?? 0))
    }
  return { price, constant }
}

/** Posts of locked shifts: group × slots + slot. */
function lockedPosts({ prepared, isLocked, start, end, atPost }: RosterState): Float64Array {
  const { agents, days, slots, width, queues } = prepared
  const posts = new Float64Array(queues.groups * slots)
  for (let agent = 0; agent < agents; agent++)
    for (let cell = agent * days; cell < (agent + 1) * days; cell++)
      if (isLocked[cell] === 1)
        for (let slot = start[cell] as number; slot < Math.min(end[cell] as number, slots); slot++)
          if (atPost[agent * width + slot] === 1) {
            const at = (queues.groupOf[agent] as number) * slots + slot
            posts[at] = (posts[at] as number) + 1
          }
  return posts
}

/** Most agents that a queue could have in a slot. */
function reachOf({ prepared }: RosterState): Int32Array {
  const { agents, slots, queues } = prepared
  const reach = new Int32Array(queues.count * slots)
  for (let agent = 0; agent < agents; agent++) {
    const mask = queues.masks[queues.groupOf[agent] as number] as number
    for (let queue = 0; queue < queues.count; queue++)
      if ((mask >> queue) & 1)
        for (let slot = 0; slot < slots; slot++)
          reach[queue * slots + slot] = (reach[queue * slots + slot] as number) + 1
  }
  return reach
}

/** Between what one agent more would save and one fewer would cost, at the staffing of the state. */
function startingPrices({ prepared, service }: RosterState): Float64Array {
  const { slots, queues } = prepared
  const prices = new Float64Array(queues.count * slots)
  for (let queue = 0; queue < queues.count; queue++)
    for (let slot = 0; slot < slots; slot++) {
      const at = queue * slots + slot
      const length = queues.stepCount[at] as number
      const staffed = service.staffed[slot * queues.count + queue] as number
      if (length === 0) continue
      const step = (number: number): number =>
        queues.steps[(queues.stepsAt[at] as number) + Math.min(Math.max(number, 0), length - 1)] as number
      prices[at] = (step(staffed) + step(staffed - 1)) / 2
    }
  return prices
}

function contractedMoney({ problem }: PreparedRoster): number {
  let sum = 0
  for (const { limits, costPerHour } of problem.agents)
    for (const { minMinutes } of limits.budgets) sum += (minMinutes / 60) * costPerHour * problem.weights.money
  return sum
}
