import { parentPort, workerData } from 'node:worker_threads'

import { UnreadableFile } from '../importers/reading.ts'
import { createCollector, type Piece, type ReadCounts } from './collector.ts'
import { readFile, type ReadOptions, type ReadProgress } from './read-file.ts'

export interface WorkerInput {
  readonly path: string
  readonly options: ReadOptions
  readonly recordsAPiece: number
}

/** What the worker says: a piece that must be answered before the one after the next, then the end. */
export type WorkerMessage =
  | { readonly kind: 'piece'; readonly piece: Piece; readonly progress: ReadProgress }
  | { readonly kind: 'end'; readonly counts: ReadCounts; readonly rows: number }
  | { readonly kind: 'unreadable'; readonly code: string; readonly message: string }

/** Pieces on their way: one being stored, one being read. */
const IN_FLIGHT = 2

async function main(): Promise<void> {
  const { path, options, recordsAPiece } = workerData as WorkerInput
  const collector = createCollector()
  let inFlight = 0
  let wake: (() => void) | undefined
  parentPort?.on('message', () => {
    inFlight--
    wake?.()
  })
  let progress: ReadProgress = { bytes: 0, rows: 0 }
  const post = (message: WorkerMessage): void => parentPort?.postMessage(message)
  const send = (): void => {
    inFlight++
    post({ kind: 'piece', piece: collector.take(), progress })
  }
  try {
    await readFile(path, options, collector, async (now) => {
      progress = now
      if (collector.waiting() < recordsAPiece) return
      send()
      while (inFlight >= IN_FLIGHT) await new Promise<void>((resolve) => (wake = resolve))
    })
    send()
    while (inFlight > 0) await new Promise<void>((resolve) => (wake = resolve))
    post({ kind: 'end', counts: collector.counts, rows: progress.rows })
  } catch (error) {
    if (!(error instanceof Error)) throw error
    post({ kind: 'unreadable', code: error instanceof UnreadableFile ? error.code : 'broken', message: error.message })
  }
  parentPort?.close()
}

await main()
