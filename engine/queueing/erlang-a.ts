import { logGamma } from '../numeric/index.ts'
import { weightBelow } from './erlang-b.ts'
import { checkQueue, erlangsOf, requireNumber, USUAL_WITHIN_SECONDS, type ImpatientQueueInput } from './queue-input.ts'
import { emptyQueue, type QueueState } from './queue-measures.ts'
import { serviceLevelsOf } from './service-level.ts'

const NEGLIGIBLE = 1e-18
// The sums below stop by themselves; so many steps they would need only for callers who wait for years in an overloaded queue.
const MOST_STEPS = 3e7
// Longer products are taken from the gamma function, which is a little less exact and takes no time.
const MOST_FACTORS = 1e6

/** The queue in units of the handling time. */
interface Impatience {
  readonly erlangs: number
  readonly agents: number
  /** Handling time ÷ patience: how many of those waiting give up while one contact is handled. */
  readonly giveUp: number
}

/** Sums over the number waiting, each relative to the weight of the likeliest number. */
interface WaitingSums {
  readonly likeliest: number
  readonly total: number
  readonly waiting: number
  /** Sum of weight × mean wait of whoever will be answered, in handling times. */
  readonly answeredWait: number
  /** Weight of "every agent busy, nobody waiting"; 0 when it is negligible. */
  readonly nobodyWaits: number
}

/**
 * Erlang A (M/M/c+M): Erlang C with callers who hang up after an exponential patience. Exact; always in balance.
 *
 * The weights of the numbers waiting are summed outwards from the likeliest number until they no longer count, so nothing
 * overflows and 100,000 agents cost a few thousand steps. Waiting beyond T comes from the virtual wait V, whose density is
 * proportional to exp(λ(1 − e^{−θv})/θ − cμv) (Zeltyn and Mandelbaum 2005): its tail at T is the same sum with the arrival rate
 * thinned by e^{−θT}, hence Σ u_j x^j with x = e^{−θT}, all terms positive. Every measure gets better with every agent more.
 *
 * @example erlangA({ offered: 48, intervalSeconds: 60, ahtSeconds: 60, patienceSeconds: 120, agents: 50 }) // abandoned 3.1 %
 */
export function erlangA(queue: ImpatientQueueInput): QueueState {
  checkQueue(queue)
  const { patienceSeconds, ahtSeconds, agents, withinSeconds = USUAL_WITHIN_SECONDS, shortSeconds } = queue
  requireNumber('patienceSeconds', patienceSeconds, patienceSeconds > 0, 'more than zero')
  const erlangs = erlangsOf(queue)
  if (erlangs === 0) return emptyQueue(shortSeconds !== undefined)
  const system = { erlangs, agents, giveUp: ahtSeconds / patienceSeconds }
  checkSteps(system)
  const sums = waitingSums(system)
  const freeWeight = sums.nobodyWaits === 0 ? 0 : sums.nobodyWaits * weightBelow(erlangs, agents)
  // An endless weight of free states: waiting is rarer than a double can hold.
  const perTotal = 1 / (freeWeight + sums.total)

  const queueLength = sums.waiting * perTotal
  const waitProbability = sums.total * perTotal
  const abandonRate = Math.min(1, (system.giveUp * queueLength) / erlangs)
  const answered = 1 - abandonRate
  const meanWaitSeconds = (queueLength / erlangs) * ahtSeconds
  const late = lateShares(system, sums.likeliest, perTotal, withinSeconds, ahtSeconds, patienceSeconds)
  const outcomes = {
    offered: 1,
    answered,
    answeredWithin: Math.max(0, answered - late.answered),
    abandonedWithin: Math.max(0, abandonRate - late.abandoned),
    ...(shortSeconds === undefined
      ? {}
      : {
          abandonedShort: Math.max(
            0,
            abandonRate -
              lateShares(system, sums.likeliest, perTotal, shortSeconds, ahtSeconds, patienceSeconds).abandoned,
          ),
        }),
  }
  return {
    waitProbability,
    serviceLevel: serviceLevelsOf(outcomes),
    asaSeconds: answered > 0 ? (ahtSeconds * (agents / erlangs) * sums.answeredWait * perTotal) / answered : 0,
    meanWaitSeconds,
    abandonRate,
    occupancy: Math.min(1, (erlangs * answered) / agents),
    queueLength,
    outcomes,
  }
}

/** Patience so short against the handling time leaves nothing to add up. */
const MOST_GIVE_UP = 1e15

/** How far the sums reach: past the likeliest number by some nine standard deviations, or by the decay of a stable queue. */
function checkSteps({ erlangs, agents, giveUp }: Impatience): void {
  if (!(giveUp <= MOST_GIVE_UP))
    throw new RangeError(
      `patienceSeconds is too short: ${(1 / giveUp).toExponential(1)} handling times; nobody would ever wait.`,
    )
  const spread = 9 * Math.sqrt((2 * Math.max(erlangs, agents)) / giveUp)
  const decay = erlangs < agents ? 45 / (1 - erlangs / agents) : Infinity
  if (!(Math.min(spread, decay) <= MOST_STEPS))
    throw new RangeError(
      `patienceSeconds is too long for so heavy a load: ${(1 / giveUp).toExponential(1)} handling times. ` +
        'Leave patience out if nobody hangs up.',
    )
}

function waitingSums({ erlangs, agents, giveUp }: Impatience): WaitingSums {
  const likeliest = Math.max(0, Math.floor((erlangs - agents) / giveUp))
  const reachOfLikeliest = sumOfReciprocals(agents, giveUp, likeliest)
  let [total, waiting, answeredWait] = [1, likeliest, 0]

  let weight = 1
  let reach = reachOfLikeliest
  let leaving = agents + likeliest * giveUp
  for (let length = likeliest + 1; ; length++) {
    leaving += giveUp
    const one = 1 / leaving
    reach += one
    weight *= erlangs * one
    total += weight
    waiting += length * weight
    answeredWait += weight * reach
    if (length * weight <= waiting * NEGLIGIBLE) break
  }

  weight = 1
  reach = reachOfLikeliest
  for (let length = likeliest; length > 0; length--) {
    answeredWait += weight * reach
    leaving = agents + length * giveUp
    reach -= 1 / leaving
    weight *= leaving / erlangs
    total += weight
    waiting += (length - 1) * weight
    if (weight < NEGLIGIBLE * NEGLIGIBLE) {
      weight = 0
      break
    }
  }
  return { likeliest, total, waiting, answeredWait, nobodyWaits: weight }
}

/** Shares of the offered that are answered, and that hang up, after more than this wait. */
function lateShares(
  system: Impatience,
  likeliest: number,
  perTotal: number,
  seconds: number,
  ahtSeconds: number,
  patienceSeconds: number,
): { readonly answered: number; readonly abandoned: number } {
  const { erlangs, agents, giveUp } = system
  // However long the wait asked about: an endless one times nobody waiting would be no number.
  const patienceUsed = Math.min(Number.MAX_VALUE, seconds / patienceSeconds)
  const patient = Math.exp(-patienceUsed)
  const thinned = erlangs * patient
  const likeliestLate = Math.min(likeliest, Math.max(0, Math.floor((thinned - agents) / giveUp)))
  const growth = (erlangs * -Math.expm1(-patienceUsed)) / giveUp - (agents * seconds) / ahtSeconds
  const logWeight = logWeightDown(system, likeliest, likeliestLate) + growth - patienceUsed * likeliestLate
  const start = Math.exp(logWeight) * perTotal
  const { sum, waiting } = thinnedSums(thinned, agents, giveUp, likeliestLate)
  // λ P(answered, V > T) = cμ P(V > T) − density of V at T: of the sum for P(V > T) it leaves out the first term, j = 0. Those who
  // hang up later are to the thinned queue what all hang-ups are to the whole one. Nothing is subtracted, so nothing cancels.
  return { answered: (agents / erlangs) * start * sum, abandoned: (giveUp / erlangs) * start * waiting }
}

/** Sums of u_j x^j and of j u_j x^j over j ≥ 1, where the term at `from` is 1. */
function thinnedSums(
  thinned: number,
  agents: number,
  giveUp: number,
  from: number,
): { readonly sum: number; readonly waiting: number } {
  let sum = from === 0 ? 0 : 1
  let waiting = from
  let weight = 1
  let leaving = agents + from * giveUp
  for (let length = from + 1; ; length++) {
    leaving += giveUp
    weight *= thinned / leaving
    sum += weight
    waiting += length * weight
    if (length * weight <= waiting * NEGLIGIBLE) break
  }
  weight = 1
  for (let length = from; length > 1 && weight > sum * NEGLIGIBLE; length--) {
    weight *= (agents + length * giveUp) / thinned
    sum += weight
    waiting += (length - 1) * weight
  }
  return { sum, waiting }
}

/** Logarithm of the weight of `to` waiting, where `from` waiting weighs 1. */
function logWeightDown({ erlangs, agents, giveUp }: Impatience, from: number, to: number): number {
  if (from - to > MOST_FACTORS) {
    const base = agents / giveUp
    return (from - to) * Math.log(giveUp / erlangs) + logGamma(base + from + 1) - logGamma(base + to + 1)
  }
  let [logarithm, product] = [0, 1]
  for (let length = from; length > to; length--) {
    product *= (agents + length * giveUp) / erlangs
    if (product < 1e-250) {
      logarithm += Math.log(product)
      product = 1
    }
  }
  return logarithm + Math.log(product)
}

/** Σ 1/(base + i·step) for i = 1 … count; long ones by Euler and Maclaurin after the first terms. */
function sumOfReciprocals(base: number, step: number, count: number): number {
  const direct = Math.min(count, 64)
  let sum = 0
  for (let index = 1; index <= direct; index++) sum += 1 / (base + index * step)
  if (direct === count) return sum
  const first = base / step + direct + 1
  const last = base / step + count
  const tail =
    Math.log1p((last - first) / first) +
    0.5 * (1 / first + 1 / last) +
    (1 / 12) * (1 / first ** 2 - 1 / last ** 2) -
    (1 / 120) * (1 / first ** 4 - 1 / last ** 4)
  return sum + tail / step
}
