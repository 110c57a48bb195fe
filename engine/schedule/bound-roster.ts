import { createFairTangent } from './fair-tangent.ts'
import { createRosterDesk, placeShifts } from './load-roster.ts'
import { prepareRoster, type PreparedRoster } from './prepare-roster.ts'
import { createPricedRows } from './price-rows.ts'
import type { Roster, RosterProblem } from './roster-problem.ts'
import type { RosterState } from './roster-state.ts'

export interface BoundProgress {
  readonly rounds: number
  /** No lawful roster costs less than this, whoever searches. */
  readonly bound: number
  /** Money of the least working time agreed, at its plainest hours: no roster can save it. */
  readonly contractedMoney: number
}

/** A proof that runs in pieces: the first find prices to begin with, every other is a round with a bound of its own; the best is kept. */
export interface RosterBound {
  readonly run: (pieces: number) => BoundProgress
  readonly progress: () => BoundProgress
}

/**
 * A proven lower bound by prices. Each queue pays a price for an agent at a post in each slot; at fixed prices everything falls apart:
 * each queue takes as many agents as suit it, each person works the days that pay her best under her hard limits (found exactly by
 * dynamic programming, breaks and all), and the sum can be no more than any roster costs (Lagrange). Working time over or under a budget
 * has a price of its own, the fair share stands in by a tangent, which lies below a convex cost. The prices start from what an
 * agent more or fewer is worth in a given roster and climb along the mean slope, each by the size of its own slopes (Adam, Kingma and Ba 2015): a
 * post at night and one at the peak want steps of their own. The tangent leans to where the best rows come to lie on average.
 */
export function createRosterBound(problem: RosterProblem, roster: Roster): RosterBound {
  return boundPrepared(prepareRoster(problem), roster)
}

/** Weight of the newest slope in the mean of slopes, and in the mean of their squares. */
const NEWEST = 0.1
const NEWEST_SQUARE = 0.01
/** First step of a price, as a part of what a post costs on average, and after how many rounds it is half of that. */
const FIRST_STEP = 0.03
const HALF_AFTER = 100
/** How far the tangent leans in a round at first. */
const LEAN = 0.01
/** After so many rounds without a better bound it goes on from the best one, in smaller steps. */
const PATIENCE = 50
const CALMER = 0.6
/** How many people’s budgets are priced in a piece. */
const AGENTS_A_PIECE = 25

export function boundPrepared(prepared: PreparedRoster, roster: Roster): RosterBound {
  const desk = createRosterDesk(prepared, () => 0)
  placeShifts(desk, roster.shifts)
  const { state } = desk
  const { agents, slots, queues, people } = prepared
  const tangent = createFairTangent(state)
  const rows = createPricedRows(state, tangent.price)
  const locked = lockedPosts(state)
  const many = queues.count * slots
  const budgets = people.budgetMax.length
  const reach = reachOf(state)

  // Prices: of a post at a queue in a slot, then of a slot of working time in a budget.
  const prices = new Float64Array(many + budgets)
  prices.set(startingPrices(state))
  const scale = meanSize(prices, many) || (people.hourWorth * prepared.problem.slotMinutes) / 60
  const use = new Float64Array(many)
  const slope = new Float64Array(many + budgets)
  const mean = new Float64Array(many + budgets)
  const square = new Float64Array(many + budgets)
  const counts = new Float64Array(tangent.price.length)
  const meanCounts = new Float64Array(tangent.price.length)
  const bestPrices = prices.slice()
  let bound = Number.NEGATIVE_INFINITY
  let sinceBetter = 0
  let calm = 1
  let rounds = 0
  let priced = 0

  function run(count: number): BoundProgress {
    for (let round = 0; round < count; round++) {
      // Prices of budgets come first, for some people a piece, so that no piece is long.
      if (priced < agents) {
        priceBudgets(priced, Math.min(agents, priced + AGENTS_A_PIECE))
        priced += AGENTS_A_PIECE
        continue
      }
      if (rounds > 0) climb()
      const found = evaluate()
      rounds++
      learn()
      if (found > bound) {
        bound = found
        sinceBetter = 0
        bestPrices.set(prices)
        tangent.keep()
      } else if (++sinceBetter >= PATIENCE) {
        sinceBetter = 0
        calm *= CALMER
        prices.set(bestPrices)
        tangent.goBack()
      }
    }
    return progress()
  }

  function learn(): void {
    const weight = rounds === 1 ? 1 : NEWEST
    for (let at = 0; at < mean.length; at++) {
      const one = slope[at] as number
      mean[at] = weight * one + (1 - weight) * (mean[at] as number)
      square[at] = NEWEST_SQUARE * one * one + (1 - NEWEST_SQUARE) * (square[at] as number)
    }
    for (let at = 0; at < counts.length; at++)
      meanCounts[at] = weight * (counts[at] as number) + (1 - weight) * (meanCounts[at] as number)
  }

  function climb(): void {
    const shorter = calm / (1 + rounds / HALF_AFTER)
    const step = FIRST_STEP * scale * shorter
    const known = 1 - (1 - NEWEST_SQUARE) ** rounds
    for (let at = 0; at < prices.length; at++) {
      const size = Math.sqrt((square[at] as number) / known)
      if (size > 0) prices[at] = (prices[at] as number) + (step * (mean[at] as number)) / size
    }
    // An activity takes an agent from her post: only posts that pay keep that on the safe side.
    if (state.seats.count > 0) for (let at = 0; at < many; at++) prices[at] = Math.min(0, prices[at] as number)
    tangent.lean(meanCounts, LEAN * shorter)
  }

  /** The bound at the prices, and its slope. */
  function evaluate(): number {
    rows.prices.renew(prices)
    use.fill(0)
    counts.fill(0)
    let sum = tangent.constant + lockedPart()
    const workPrice = prices.subarray(many)
    for (let agent = 0; agent < agents; agent++) {
      const own = rows.cheapest(agent, workPrice)
      if (own === Number.POSITIVE_INFINITY) return Number.NEGATIVE_INFINITY
      sum += own
      rows.addUse(agent, use)
      rows.count(agent, counts)
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
        sum += posts * (prices[at] as number)
        use[at] = (use[at] as number) + posts
      }
    return sum
  }

  /** A first price of working time for each budget: where the best days turn from too much to enough. */
  function priceBudgets(first: number, last: number): void {
    rows.prices.renew(prices)
    const workPrice = prices.subarray(many)
    const top = (people.hourWorth * Math.max(1, prepared.problem.weights.money) * prepared.problem.slotMinutes) / 60
    for (let turn = 0; turn < 2; turn++)
      for (let agent = first; agent < last; agent++)
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
        const price = prices[at] as number
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

/** Of prices that are not 0. */
function meanSize(prices: Float64Array, count: number): number {
  let sum = 0
  let many = 0
  for (const price of prices.subarray(0, count)) {
    sum += Math.abs(price)
    if (price !== 0) many++
  }
  return many === 0 ? 0 : sum / many
}

function contractedMoney({ problem }: PreparedRoster): number {
  let sum = 0
  for (const { limits, costPerHour } of problem.agents)
    for (const { minMinutes } of limits.budgets) sum += (minMinutes / 60) * costPerHour * problem.weights.money
  return sum
}
