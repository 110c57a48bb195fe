import { parentPort, workerData } from 'node:worker_threads'

import { demoCenter, simulateDay } from '@pult/engine/demo'

// Simulates days asked for, one message each, so that the server goes on answering while its history is made.

const { seed, anchorDate } = workerData as { readonly seed: string; readonly anchorDate: string }
const center = demoCenter({ anchorDate })

parentPort?.on('message', (date: string) => {
  const { contacts, states } = simulateDay({ seed, date, center })
  parentPort?.postMessage({ date, contacts, states })
})
