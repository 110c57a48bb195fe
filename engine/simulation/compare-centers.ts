import {
  estimateDifference,
  estimateGroupDifference,
  type ContactEstimates,
  type GroupEstimates,
} from './center-estimates.ts'
import type { CenterModel } from './center-model.ts'
import { createCenterSimulator } from './center-simulator.ts'
import { createEstimator } from './estimate.ts'
import { checkRuns, replicationPieces, type ReplicationPiece, type SimulationRuns } from './replication-pieces.ts'
import { CONTACT_COUNTERS, GROUP_COUNTERS, type ReplicationTally } from './replication-tally.ts'
import type { PieceSimulator, TallyKeeper } from './simulate-center.ts'
import { addMoments, addVector, layMoments, scopeMoments, type MomentsLayout } from './tally-moments.ts'

/** The second centre less the first, each number with the 95 % interval of the paired difference. */
export interface CenterComparison {
  readonly replications: number
  readonly total: ContactEstimates
  readonly perQueue: readonly (ContactEstimates & { readonly id: string })[]
  /** All groups together: the two centres may have different ones. */
  readonly agents: GroupEstimates
}

/**
 * Compares two centres with the same contact types on the same days: both see the same arrivals, handling times and patiences
 * (common random numbers), so that the difference is known better than either of them.
 *
 * @throws RangeError when the types differ, or replications or seed are out of bounds.
 */
export function compareCenters(first: CenterModel, second: CenterModel, runs: SimulationRuns): CenterComparison {
  checkRuns(runs)
  const simulator = createPairSimulator(first, second)
  return summarizePairs(
    first,
    runs,
    replicationPieces(runs.replications).map((piece) => simulator.simulate(piece, runs.seed)),
  )
}

/** @throws RangeError when the contact types of the two are not the same, in the same order. */
export function createPairSimulator(first: CenterModel, second: CenterModel): PieceSimulator {
  const keeper = createPairKeeper(first, second)
  const simulators = [createCenterSimulator(first), createCenterSimulator(second)] as const
  return {
    simulate: (piece: ReplicationPiece, seed: number) => {
      const moments = new Float64Array(keeper.size)
      for (let replication = piece.first; replication < piece.first + piece.count; replication++)
        keeper.add(moments, simulators[0].run(seed, replication), simulators[1].run(seed, replication))
      return moments
    },
  }
}

/** Adds the tallies of two centres on the same day to their common moments, a flat array of this size. */
export interface PairKeeper extends Pick<TallyKeeper, 'size'> {
  readonly add: (moments: Float64Array, first: ReplicationTally, second: ReplicationTally) => void
}

/** @throws RangeError when the contact types of the two are not the same, in the same order. */
export function createPairKeeper(first: CenterModel, second: CenterModel): PairKeeper {
  requireSameTypes(first, second)
  const layout = layoutOf(first)
  const types = first.contactTypes.length
  const agentsAt = (types + 1) * 2 * CONTACT_COUNTERS
  const sums = new Float64Array(agentsAt + 2 * GROUP_COUNTERS)
  return {
    size: layout.size,
    add: (moments, ...tallies) => {
      sums.fill(0)
      for (const [side, tally] of tallies.entries()) {
        gather(tally, types, sums, side)
        gatherAgents(tally, sums, agentsAt + side * GROUP_COUNTERS)
      }
      for (let scope = 0; scope <= types + 1; scope++)
        addVector(moments, layout, scope, sums, scope * 2 * CONTACT_COUNTERS)
    },
  }
}

/** Differences, second model less first, with their 95 % intervals, from the moments of all pieces in any order. */
export function summarizePairs(
  first: CenterModel,
  { replications }: SimulationRuns,
  pieces: readonly Float64Array[],
): CenterComparison {
  const layout = layoutOf(first)
  const whole = new Float64Array(layout.size)
  for (const piece of pieces) addMoments(whole, piece)
  const estimator = createEstimator(replications)
  const differenceOf = (scope: number): ContactEstimates =>
    estimateDifference(scopeMoments(whole, layout, scope, replications), estimator)
  return {
    replications,
    total: differenceOf(0),
    perQueue: first.contactTypes.map(({ id }, type) => ({ id, ...differenceOf(type + 1) })),
    agents: estimateGroupDifference(
      scopeMoments(whole, layout, first.contactTypes.length + 1, replications),
      estimator,
    ),
  }
}

/** For all types, for each, and for all agents, both sides' counters in one vector. */
function layoutOf({ contactTypes }: CenterModel): MomentsLayout {
  const contacts = Array.from({ length: contactTypes.length + 1 }, () => 2 * CONTACT_COUNTERS)
  return layMoments([...contacts, 2 * GROUP_COUNTERS])
}

function gather({ contacts }: ReplicationTally, types: number, sums: Float64Array, side: number): void {
  const aType = contacts.length / types
  for (let at = 0; at < contacts.length; at++) {
    const value = contacts[at] as number
    const counter = (at % CONTACT_COUNTERS) + side * CONTACT_COUNTERS
    const own = (Math.floor(at / aType) + 1) * 2 * CONTACT_COUNTERS + counter
    sums[counter] = (sums[counter] as number) + value
    sums[own] = (sums[own] as number) + value
  }
}

function gatherAgents({ groups }: ReplicationTally, sums: Float64Array, from: number): void {
  for (let at = 0; at < groups.length; at++) {
    const counter = from + (at % GROUP_COUNTERS)
    sums[counter] = (sums[counter] as number) + (groups[at] as number)
  }
}

function requireSameTypes(first: CenterModel, second: CenterModel): void {
  const [left, right] = [first, second].map(({ contactTypes }) => contactTypes.map(({ id }) => id).join(', '))
  if (left !== right)
    throw new RangeError(
      `contactTypes must be the same in both centres to be compared: ${left ?? ''} and ${right ?? ''}`,
    )
}
