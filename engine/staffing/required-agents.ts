import {
  erlangsOf,
  MOST_AGENTS,
  requireNumber,
  squareRootAgents,
  type QueueState,
  type UnstableQueue,
} from '../queueing/index.ts'
import { queueAtAgents, type StaffingDemand } from './demand.ts'
import {
  checkTarget,
  missedParts,
  thresholdsOf,
  unreachableParts,
  type StaffingTarget,
  type TargetPart,
} from './target.ts'
import { gammaRates } from './uncertain-rate.ts'

/** The fewest agents, or the parts of the target that stand in the way. */
export type StaffingRequirement =
  | {
      readonly possible: true
      /** At their posts. For people on shift divide by 1 − shrinkage. */
      readonly agents: number
      /** The parts that one agent fewer would miss; none where a single agent is the least there can be. */
      readonly binding: readonly TargetPart[]
      readonly state: QueueState
    }
  | {
      readonly possible: false
      /** The parts that no number of agents meets, or that `mostAgents` still miss. */
      readonly unreachable: readonly TargetPart[]
      /** Given where more agents would have met it. */
      readonly mostAgents?: number
      readonly state?: QueueState | UnstableQueue
    }

export interface RequiredAgentsOptions {
  /** Seats or people there are: more than these are not an answer. */
  readonly mostAgents?: number
}

/**
 * The smallest number of agents such that it and every larger one meets the target.
 *
 * With a fixed rate every measure improves with every agent more, under each rule: one agent more makes the virtual wait smaller in
 * the likelihood-ratio order (its density shrinks by e^{−μv}), and each measure is monotone in that order. So halving suffices.
 * With an uncertain rate the ratios over what was answered may dip, as more of the hard hours' callers get through; then every
 * number above the answer is tried, up to where each single rate meets the target.
 *
 * @example
 * requiredAgents(
 *   { offered: 100, intervalSeconds: 1800, ahtSeconds: 180 },
 *   { serviceLevel: { fraction: 0.8, withinSeconds: 20, rule: 'strict' } },
 * ) // 14
 */
export function requiredAgents(
  demand: StaffingDemand,
  target: StaffingTarget,
  { mostAgents = MOST_AGENTS }: RequiredAgentsOptions = {},
): StaffingRequirement {
  checkTarget(target)
  const most = Math.min(mostAgents, Math.floor(MOST_AGENTS / (demand.contactsAtOnce ?? 1)))
  requireNumber('mostAgents', mostAgents, Number.isInteger(mostAgents) && mostAgents >= 1, 'a whole number from 1')
  const stateAt = queueAtAgents(demand, thresholdsOf(target))
  if (demand.offered === 0) return { possible: true, agents: 0, binding: [], state: stateAt(1) as QueueState }
  const unreachable = unreachableParts(target, demand.patienceSeconds !== undefined)
  if (unreachable.length > 0) return { possible: false, unreachable }

  const meets = (agents: number): boolean => missedParts(stateAt(agents), target).length === 0
  const found = smallestMeeting(meets, startOf(demand, target), most)
  if (found === undefined) {
    const state = stateAt(most)
    return { possible: false, unreachable: missedParts(state, target), mostAgents: most, state }
  }
  const agents = mayDip(demand, target) ? aboveAllDips(found, demand, target, meets, most) : found
  return {
    possible: true,
    agents,
    binding: agents === 1 ? [] : missedParts(stateAt(agents - 1), target),
    state: stateAt(agents) as QueueState,
  }
}

function startOf(demand: StaffingDemand, { serviceLevel }: StaffingTarget): number {
  const { ahtSeconds, patienceSeconds, contactsAtOnce = 1, stretchPerExtra = 0 } = demand
  const stretch = 1 + stretchPerExtra * (contactsAtOnce - 1)
  const waitProbability = Math.min(0.9, Math.max(0.05, 1.5 * (1 - (serviceLevel?.fraction ?? 0.8))))
  const slots = squareRootAgents({
    erlangs: erlangsOf(demand) * stretch,
    waitProbability,
    ...(patienceSeconds === undefined ? {} : { giveUp: (ahtSeconds * stretch) / patienceSeconds }),
  })
  return Math.max(1, Math.ceil(slots / contactsAtOnce))
}

/** From a good guess outwards in growing steps, then by halving: about a dozen trials. */
function smallestMeeting(meets: (agents: number) => boolean, start: number, most: number): number | undefined {
  let step = Math.max(1, Math.round(Math.sqrt(start) / 8))
  let good = Math.min(start, most)
  let bad = 0
  if (meets(good)) {
    for (let trial = good - step; trial > 0; trial -= step *= 2) {
      if (!meets(trial)) {
        bad = trial
        break
      }
      good = trial
    }
  } else {
    do {
      if (good === most) return undefined
      bad = good
      good = Math.min(most, good + step)
      step *= 2
    } while (!meets(good))
  }
  while (good - bad > 1) {
    const middle = Math.floor((good + bad) / 2)
    if (meets(middle)) good = middle
    else bad = middle
  }
  return good
}

function mayDip({ rateShape }: StaffingDemand, { serviceLevel, maxAsaSeconds }: StaffingTarget): boolean {
  const rule = serviceLevel?.rule
  const isOverAnswered = rule === 'answered' || rule === 'neutral' || rule === 'shortExcluded'
  return rateShape !== undefined && (isOverAnswered || maxAsaSeconds !== undefined)
}

// More numbers than this are tried at even distances.
const MOST_TRIALS = 400

function aboveAllDips(
  found: number,
  demand: StaffingDemand,
  target: StaffingTarget,
  meets: (agents: number) => boolean,
  most: number,
): number {
  const { serviceLevel, maxAsaSeconds } = target
  // The heaviest of the rates behind the mixture: where it meets these parts alone, so do all, and so do their sums.
  const parts: StaffingTarget = {
    ...(serviceLevel === undefined ? {} : { serviceLevel }),
    ...(maxAsaSeconds === undefined ? {} : { maxAsaSeconds }),
  }
  const stateAt = queueAtAgents(heaviestRate(demand), thresholdsOf(target))
  const top = smallestMeeting((agents) => missedParts(stateAt(agents), parts).length === 0, found, most) ?? most
  const stride = Math.max(1, Math.ceil((top - found) / MOST_TRIALS))
  for (let agents = top; agents > found; agents -= stride) {
    if (meets(agents)) continue
    for (let number = agents + stride - 1; number > agents; number--) if (!meets(number)) return number + 1
    return agents + 1
  }
  return found
}

function heaviestRate({ rateShape, ...demand }: StaffingDemand): StaffingDemand {
  const factors = rateShape === undefined ? [1] : gammaRates(rateShape).map(({ factor }) => factor)
  return { ...demand, offered: demand.offered * Math.max(...factors) }
}
