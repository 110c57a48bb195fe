import { parentPort, workerData } from 'node:worker_threads'

import { createScenarioSimulator } from '@pult/engine/simulation'

import type { AskedPiece, SimulatedPiece, SimulationTask } from './simulation-threads.ts'

// One thread of a run: it builds the centres once and simulates the pieces it is asked for.

const { models, seed } = workerData as SimulationTask
const simulator = createScenarioSimulator(models)

parentPort?.on('message', ({ index, piece }: AskedPiece) => {
  const moments = Float64Array.from(simulator.simulate(piece, seed))
  parentPort?.postMessage({ index, moments } satisfies SimulatedPiece, [moments.buffer])
})
