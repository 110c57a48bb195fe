import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { QueueForecast, QueueTask } from './forecast-worker.ts'

/** A thread that forecasts one queue at a time. */
export interface ForecastThread {
  /** Null for a queue of which no day can be learnt from. */
  forecast(task: QueueTask): Promise<QueueForecast | null>
  close(): Promise<void>
}

export function openForecastThread(): ForecastThread {
  const worker = new Worker(join(import.meta.dirname, 'forecast-worker.ts'), {
    resourceLimits: { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 24 },
  })
  return {
    forecast: (task) =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners()
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', () => reject(new Error('the forecasting thread ended')))
        worker.postMessage(task)
      }),
    async close() {
      worker.removeAllListeners()
      await worker.terminate()
    },
  }
}
