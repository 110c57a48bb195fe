import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import { UnreadableFile } from '../importers/reading.ts'
import type { Piece, ReadCounts } from './collector.ts'
import type { ReadProgress } from './read-file.ts'
import type { WorkerInput, WorkerMessage } from './read-worker.ts'

/** What is done with the records of a file, in two steps. */
export interface PieceWork<Prepared> {
  /** Begins as soon as a piece is read, while the one before it is still being stored. */
  prepare(piece: Piece): Promise<Prepared>
  /** One piece after the other, in the order of the file. */
  store(prepared: Prepared, piece: Piece, progress: ReadProgress): Promise<void>
}

/**
 * Reads a file in a thread of its own, so that the server goes on answering; the thread never is more than two pieces ahead.
 * Throws an UnreadableFile for a file that cannot be read, and what the work on a piece throws.
 */
export function readInWorker<Prepared>(
  input: WorkerInput,
  { prepare, store }: PieceWork<Prepared>,
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
        const { piece, progress } = message
        const preparing = prepare(piece)
        preparing.catch(reject)
        storing = storing
          .then(async () => store(await preparing, piece, progress))
          .then(() => worker.postMessage('stored'))
        storing.catch(reject)
      }
    })
    worker.on('error', reject)
    worker.on('exit', (status) => {
      if (status !== 0) reject(new Error(`reading ended with status ${status}`))
    })
  }).finally(async () => {
    await worker.terminate()
    // Whoever takes the import back must not meet a piece that is still on its way in.
    await storing.catch(() => undefined)
  })
}
