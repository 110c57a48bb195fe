import { createPairKeeper, summarizePairs, type CenterComparison, type PairKeeper } from './compare-centers.ts'
import type { CenterModel } from './center-model.ts'
import { createCenterSimulator } from './center-simulator.ts'
import type { SimulationRuns } from './replication-pieces.ts'
import {
  createTallyKeeper,
  summarizePieces,
  type PieceSimulator,
  type SimulationResult,
  type TallyKeeper,
} from './simulate-center.ts'

export interface ScenarioResult extends SimulationResult {
  /** This scenario less each one before it, the base first, on the same days; empty for the base itself. */
  readonly against: readonly CenterComparison[]
}

/**
 * Runs a base (the first) and its scenarios on the same days: every replication draws the same arrivals, handling times and patiences for
 * all of them (common random numbers), so that differences between any two are known better than either of them.
 *
 * @throws RangeError when a scenario has other contact types than the base.
 */
export function createScenarioSimulator(models: readonly CenterModel[]): PieceSimulator {
  const parts = partsOf(models)
  const simulators = models.map(createCenterSimulator)
  return {
    simulate: ({ first, count }, seed) => {
      const moments = new Float64Array(parts.reduce((sum, part) => sum + sizeOf(part), 0))
      const places = placesOf(parts, moments)
      for (let replication = first; replication < first + count; replication++) {
        const tallies = simulators.map((simulator) => simulator.run(seed, replication))
        for (const [scenario, { own, pairs }] of parts.entries()) {
          const tally = tallies[scenario]
          const place = places[scenario]
          if (tally === undefined || place === undefined) continue
          own.add(place.own, tally)
          for (const [other, pair] of pairs.entries()) {
            const former = tallies[other]
            const room = place.pairs[other]
            if (former !== undefined && room !== undefined) pair.add(room, former, tally)
          }
        }
      }
      return moments
    },
  }
}

/** What pieces of such a run, in the order of their replications, amount to: one result a model, in their order. */
export function summarizeScenarios(
  models: readonly CenterModel[],
  runs: SimulationRuns,
  pieces: readonly Float64Array[],
): readonly ScenarioResult[] {
  const parts = partsOf(models)
  const places = pieces.map((piece) => placesOf(parts, piece))
  return models.map((model, scenario) => ({
    ...summarizePieces(
      model,
      runs,
      places.flatMap((ofPiece) => ofPiece[scenario]?.own ?? []),
    ),
    against: models.slice(0, scenario).map((former, other) =>
      summarizePairs(
        former,
        runs,
        places.flatMap((ofPiece) => ofPiece[scenario]?.pairs[other] ?? []),
      ),
    ),
  }))
}

interface Part {
  readonly own: TallyKeeper
  /** With each model before this one. */
  readonly pairs: readonly PairKeeper[]
}

const partsOf = (models: readonly CenterModel[]): readonly Part[] =>
  models.map((model, scenario) => ({
    own: createTallyKeeper(model),
    pairs: models.slice(0, scenario).map((former) => createPairKeeper(former, model)),
  }))

const sizeOf = ({ own, pairs }: Part): number => pairs.reduce((sum, { size }) => sum + size, own.size)

/** Where each model's own moments and those of its pairs lie, one after the other. */
function placesOf(parts: readonly Part[], moments: Float64Array) {
  let at = 0
  const next = (size: number): Float64Array => moments.subarray(at, (at += size))
  return parts.map(({ own, pairs }) => ({ own: next(own.size), pairs: pairs.map(({ size }) => next(size)) }))
}
