import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { RosterTask, RosterWord } from './roster-worker.ts'

export interface RosterThread {
  /** Asks it to end with the best it has. */
  readonly stop: () => void
  readonly done: Promise<void>
  readonly terminate: () => Promise<void>
}

/** A thread that makes one roster; each of its words is heard before the next. */
export function openRosterThread(
  task: Omit<RosterTask, 'stop'>,
  hear: (word: RosterWord) => Promise<void>,
): RosterThread {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(join(import.meta.dirname, 'roster-worker.ts'), {
    workerData: { ...task, stop } satisfies RosterTask,
    resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 },
  })
  let hearing: Promise<void> = Promise.resolve()
  const done = new Promise<void>((resolve, reject) => {
    worker.on('message', (word: RosterWord) => {
      hearing = hearing.then(() => hear(word))
      hearing.then(() => (word.kind === 'end' ? resolve() : undefined), reject)
    })
    worker.on('error', reject)
    worker.on('exit', () => {
      hearing.then(() => reject(new Error('the thread that makes a roster ended')), reject)
    })
  })
  // Whoever waits hears of it; nobody may be waiting yet.
  done.catch(() => undefined)
  return {
    stop: () => void Atomics.store(stop, 0, 1),
    done,
    async terminate() {
      worker.removeAllListeners()
      await worker.terminate()
    },
  }
}
