import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { ContactRecord } from '@pult/engine/contacts'

import { UnreadableFile } from '../importers/reading.ts'
import { MergedMeanwhile } from '../intake.ts'
import type { NamesFound, ResolvedNames } from '../names-found.ts'
import type { ReadCounts } from './collector.ts'
import type { StagedPiece, WorkerAnswer, WorkerInput, WorkerMessage } from './read-worker.ts'

/** What is done with a file that is read in a thread of its own. */
export interface PieceWork {
  /** The centre's ids for names of the file. */
  resolve(found: NamesFound): Promise<ResolvedNames>
  /** What is stored under keys of contacts. */
  told(keys: readonly string[]): Promise<readonly ContactRecord[]>
  /** One piece after the other, in the order of the file. A piece that throws MergedMeanwhile comes again with names looked up anew. */
  store(piece: StagedPiece): Promise<void>
}

/** Gives memory back at once: this thread makes too little garbage of its own to collect it soon. */
function free({ staged: { contacts, states } }: StagedPiece): void {
  contacts.rows.buffer.transfer(0)
  states.rows.buffer.transfer(0)
}

/**
 * Reads a file in a thread of its own and makes its records ready to be stored there, so that the server goes on answering; the
 * thread never is more than two pieces ahead. Throws an UnreadableFile for a file that cannot be read, and what the work throws.
 */
export function readInWorker(
  input: WorkerInput,
  work: PieceWork,
): Promise<{ readonly counts: ReadCounts; readonly rows: number }> {
  const worker = new Worker(join(import.meta.dirname, 'read-worker.ts'), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 72 },
  })
  const answer = (message: WorkerAnswer): void => worker.postMessage(message)
  const stagedAgain = new Map<number, PromiseWithResolvers<StagedPiece>>()
  let storing: Promise<void> = Promise.resolve()

  async function store(piece: StagedPiece): Promise<void> {
    const { number } = piece
    try {
      await work.store(piece)
    } catch (error) {
      if (!(error instanceof MergedMeanwhile)) throw error
      const again = Promise.withResolvers<StagedPiece>()
      stagedAgain.set(number, again)
      answer({ kind: 'again', number })
      await store(await again.promise)
      return
    }
    free(piece)
    answer({ kind: 'stored', number })
  }

  function take(piece: StagedPiece): Promise<void> {
    const waiting = stagedAgain.get(piece.number)
    if (waiting === undefined) return (storing = storing.then(() => store(piece)))
    stagedAgain.delete(piece.number)
    waiting.resolve(piece)
    return storing
  }

  return new Promise<{ readonly counts: ReadCounts; readonly rows: number }>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      switch (message.kind) {
        case 'names':
          work.resolve(message.found).then((names) => answer({ kind: 'names', names }), reject)
          break
        case 'told':
          work.told(message.keys).then((legs) => answer({ kind: 'told', legs }), reject)
          break
        case 'piece':
          take(message).catch(reject)
          break
        case 'end':
          resolve(message)
          break
        case 'unreadable':
          reject(new UnreadableFile(message.code, message.message))
      }
    })
    worker.on('error', reject)
    worker.on('exit', (status) => {
      if (status !== 0) reject(new Error(`reading ended with status ${status}`))
    })
  }).finally(async () => {
    await worker.terminate()
    for (const { reject } of stagedAgain.values()) reject(new Error('reading ended'))
    // Whoever takes the import back must not meet a piece that is still on its way in.
    await storing.catch(() => undefined)
  })
}
