import { parentPort, workerData } from 'node:worker_threads'

import { createPairSimulator, createPieceSimulator, type PieceSimulator } from '@pult/engine/simulation'

import type { AskedPiece, SimulatedPiece, SimulationTask } from './simulate.ts'

// One thread of `pult simulate`: it builds the centre once and runs the pieces it is asked for.

const task = workerData as SimulationTask
const simulator = simulatorOf(task)

parentPort?.on('message', ({ index, piece }: AskedPiece) => {
  const moments = Float64Array.from(simulator.simulate(piece, task.seed))
  parentPort?.postMessage({ index, moments } satisfies SimulatedPiece, [moments.buffer])
})

function simulatorOf({ models }: SimulationTask): PieceSimulator {
  const [first, second] = models
  if (first === undefined) throw new Error('a worker of the simulation was started without a model')
  return second === undefined ? createPieceSimulator(first) : createPairSimulator(first, second)
}
