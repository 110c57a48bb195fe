import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import {
  replicationPieces,
  type CenterModel,
  type ReplicationPiece,
  type SimulationRuns,
} from '@pult/engine/simulation'

/** What a thread is started with; it then simulates the pieces it is sent, one at a time. */
export interface SimulationTask {
  readonly models: readonly CenterModel[]
  readonly seed: number
}

export interface AskedPiece {
  readonly index: number
  readonly piece: ReplicationPiece
}

export interface SimulatedPiece {
  readonly index: number
  readonly moments: Float64Array<ArrayBuffer>
}

const MOST_THREADS = 4

/** The pieces of a run in their order. The server goes on answering: one processor is left to it where there are several. */
export async function simulateInThreads(
  models: readonly CenterModel[],
  { replications, seed }: SimulationRuns,
  onProgress: (fraction: number) => Promise<void>,
): Promise<readonly Float64Array[]> {
  const pieces = replicationPieces(replications)
  const results = Array.from<Float64Array>({ length: pieces.length })
  const left = pieces.entries()
  let done = 0
  const threads = Array.from(
    { length: Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1), pieces.length) },
    () =>
      new Worker(join(import.meta.dirname, 'simulation-worker.ts'), {
        workerData: { models, seed } satisfies SimulationTask,
        resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 },
      }),
  )
  const work = (thread: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const askNext = (): void => {
        const next = left.next()
        if (next.done === true) resolve()
        else thread.postMessage({ index: next.value[0], piece: next.value[1] } satisfies AskedPiece)
      }
      thread.on('message', ({ index, moments }: SimulatedPiece) => {
        results[index] = moments
        onProgress(++done / pieces.length).then(askNext, reject)
      })
      thread.on('error', reject)
      thread.on('exit', () => reject(new Error('a simulating thread ended')))
      askNext()
    })
  try {
    await Promise.all(threads.map(work))
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
  return results
}
