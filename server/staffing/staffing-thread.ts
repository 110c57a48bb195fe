import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { CountedQueue, QueueTask } from './staffing-worker.ts'

/** A thread that counts one queue at a time. */
export interface StaffingThread {
  count(task: QueueTask): Promise<CountedQueue>
  close(): Promise<void>
}

export function openStaffingThread(): StaffingThread {
  const worker = new Worker(join(import.meta.dirname, 'staffing-worker.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 },
  })
  return {
    count: (task) =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners()
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', () => reject(new Error('the counting thread ended')))
        worker.postMessage(task)
      }),
    async close() {
      worker.removeAllListeners()
      await worker.terminate()
    },
  }
}
