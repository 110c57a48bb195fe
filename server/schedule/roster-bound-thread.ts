import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

import type { BoundProgress, Roster, RosterProblem } from '@pult/engine/schedule'

import type { BoundTask } from './roster-bound-worker.ts'

export interface BoundThread {
  /** The best proof so far; null before the first. */
  readonly proven: () => BoundProgress | null
  /** Until something is proven, or nothing will be, or so long. */
  readonly first: (milliseconds: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** A thread that proves how little any roster of the problem could cost. A proof that fails leaves none, and the roster goes on. */
export function openBoundThread(problem: RosterProblem, roster: Roster): BoundThread {
  const stop = new Int32Array(new SharedArrayBuffer(4))
  let best: BoundProgress | null = null
  const worker = new Worker(join(import.meta.dirname, 'roster-bound-worker.ts'), {
    workerData: { problem, roster, stop } satisfies BoundTask,
    resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 },
  })
  const begun = new Promise<void>((resolve) => {
    worker.on('message', (progress: BoundProgress) => {
      if (!Number.isFinite(progress.bound)) return
      best = progress
      resolve()
    })
    worker.on('error', () => resolve())
    worker.on('exit', () => resolve())
  })
  return {
    proven: () => best,
    async first(milliseconds) {
      const limit = new AbortController()
      await Promise.race([begun, rest(milliseconds, undefined, { signal: limit.signal })])
      limit.abort()
    },
    async close() {
      Atomics.store(stop, 0, 1)
      await worker.terminate()
    },
  }
}
