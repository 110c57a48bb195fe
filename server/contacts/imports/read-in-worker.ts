import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { UnreadableFile } from '../importers/reading.ts'
import type { Piece, ReadCounts } from './collector.ts'
import type { ReadProgress } from './read-file.ts'
import type { WorkerInput, WorkerMessage } from './read-worker.ts'

/**
 * Reads a file in a thread of its own, so that the server goes on answering; `onPiece` is given records in order and the thread
 * waits for it. Throws an UnreadableFile for a file that cannot be read, and what `onPiece` throws.
 */
export function readInWorker(
  input: WorkerInput,
  onPiece: (piece: Piece, progress: ReadProgress) => Promise<void>,
): Promise<{ readonly counts: ReadCounts; readonly rows: number }> {
  const worker = new Worker(join(import.meta.dirname, 'read-worker.ts'), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 },
  })
  let storing: Promise<void> = Promise.resolve()
  return new Promise<{ readonly counts: ReadCounts; readonly rows: number }>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'end') resolve(message)
      else if (message.kind === 'unreadable') reject(new UnreadableFile(message.code, message.message))
      else {
        storing = storing.then(() => onPiece(message.piece, message.progress)).then(() => worker.postMessage('stored'))
        storing.catch(reject)
      }
    })
    worker.on('error', reject)
    worker.on('exit', (status) => {
      if (status !== 0) reject(new Error(`reading ended with status ${status}`))
    })
  }).finally(async () => {
    await worker.terminate()
  })
}
