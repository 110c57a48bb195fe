import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'

interface SimulatedDay {
  readonly date: string
  readonly contacts: ContactRecord[]
  readonly states: AgentStateRecord[]
}

/**
 * Simulates days in a thread and hands them over in the asked order, one being stored while the next is made. Ends early when
 * `isStopped`.
 */
export async function simulateDays(
  input: { readonly seed: string; readonly anchorDate: string },
  dates: readonly string[],
  store: (day: SimulatedDay) => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  if (dates.length === 0) return
  const worker = new Worker(join(import.meta.dirname, 'simulate-worker.ts'), { workerData: input })
  const next = (date: string): Promise<SimulatedDay> =>
    new Promise((resolve, reject) => {
      worker.removeAllListeners('error')
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.postMessage(date)
    })
  try {
    let coming = next(dates[0] ?? '')
    for (let index = 0; index < dates.length && !isStopped(); index++) {
      const day = await coming
      const following = dates[index + 1]
      if (following !== undefined) coming = next(following)
      // Awaited at the next turn; a failure there must not go unheard if this turn fails first.
      coming.catch(() => undefined)
      await store(day)
    }
  } finally {
    await worker.terminate()
  }
}
