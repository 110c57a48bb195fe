import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { LearnTask, LearntAvailability } from './learn-availability.ts'
import type { CountedQueue, QueueTask, StaffingTask } from './staffing-worker.ts'

/** A thread that counts one queue, or learns of one, at a time. */
export interface StaffingThread {
  count(task: QueueTask): Promise<CountedQueue>
  learn(task: LearnTask): Promise<LearntAvailability>
  close(): Promise<void>
}

export function openStaffingThread(): StaffingThread {
  const worker = new Worker(join(import.meta.dirname, 'staffing-worker.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 },
  })
  const ask = <Reply>(task: StaffingTask): Promise<Reply> =>
    new Promise((resolve, reject) => {
      worker.removeAllListeners()
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the counting thread ended')))
      worker.postMessage(task)
    })
  return {
    count: (count) => ask<CountedQueue>({ count }),
    learn: (learn) => ask<LearntAvailability>({ learn }),
    async close() {
      worker.removeAllListeners()
      await worker.terminate()
    },
  }
}
