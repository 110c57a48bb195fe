import { createPairKeeper, summarizePairs, type CenterComparison } from './compare-centers.ts'
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
  /** This scenario less the base on the same days; null for the base itself. */
  readonly difference: CenterComparison | null
}

/**
 * Runs a base (the first) and its scenarios on the same days: every replication draws the same arrivals, handling times and patiences for
 * all of them (common random numbers), so that differences to the base are known better than any of the scenarios.
 *
 * @throws RangeError when a scenario has other contact types than the base.
 */
export function createScenarioSimulator(models: readonly CenterModel[]): PieceSimulator {
  const parts = partsOf(models)
  const simulators = models.map(createCenterSimulator)
  return {
    simulate: ({ first, count }, seed) => {
      const moments = new Float64Array(parts.reduce((sum, { own, pair }) => sum + own.size + (pair?.size ?? 0), 0))
      const places = placesOf(parts, moments)
      for (let replication = first; replication < first + count; replication++) {
        const tallies = simulators.map((simulator) => simulator.run(seed, replication))
        const [base] = tallies
        for (const [scenario, { own, pair }] of parts.entries()) {
          const tally = tallies[scenario]
          const place = places[scenario]
          if (base === undefined || tally === undefined || place === undefined) continue
          own.add(place.own, tally)
          pair?.add(place.pair, base, tally)
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
  const [base] = models
  if (base === undefined) return []
  const parts = partsOf(models)
  const places = pieces.map((piece) => placesOf(parts, piece))
  return models.map((model, scenario) => {
    const of = (side: 'own' | 'pair'): Float64Array[] => places.flatMap((ofPiece) => ofPiece[scenario]?.[side] ?? [])
    return {
      ...summarizePieces(model, runs, of('own')),
      difference: scenario === 0 ? null : summarizePairs(base, runs, of('pair')),
    }
  })
}

interface Part {
  readonly own: TallyKeeper
  readonly pair: ReturnType<typeof createPairKeeper> | null
}

function partsOf(models: readonly CenterModel[]): readonly Part[] {
  const [base] = models
  return models.map((model, scenario) => ({
    own: createTallyKeeper(model),
    pair: base === undefined || scenario === 0 ? null : createPairKeeper(base, model),
  }))
}

/** Where each model's own moments and those of its pair with the base lie, one after the other. */
function placesOf(parts: readonly Part[], moments: Float64Array) {
  let at = 0
  const next = (size: number): Float64Array => moments.subarray(at, (at += size))
  return parts.map(({ own, pair }) => ({ own: next(own.size), pair: next(pair?.size ?? 0) }))
}
