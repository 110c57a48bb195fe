import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { Explained, ExplainTask, PrintTask } from './report-worker.ts'

const LONGEST_MS = 120_000

/** What changed and what can be done, computed in a thread of its own: the server goes on answering. */
export const explainInThread = (task: Omit<ExplainTask, 'task'>): Promise<Explained> =>
  inOwnThread<Explained>({ task: 'explain', ...task })

/** A report as PDF or workbook. */
export const printInThread = async (task: PrintTask): Promise<Buffer> => {
  const bytes = await inOwnThread<Uint8Array>(task)
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function inOwnThread<Value>(task: ExplainTask | PrintTask): Promise<Value> {
  const worker = new Worker(join(import.meta.dirname, 'report-worker.ts'), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 48 },
    stdout: true,
    stderr: true,
  })
  return new Promise<Value>((resolve, reject) => {
    const giveUp = setTimeout(
      () => reject(new Error('a report took more than two minutes and was given up')),
      LONGEST_MS,
    )
    giveUp.unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (status) => {
      clearTimeout(giveUp)
      reject(new Error(`the thread of reports ended with status ${status}`))
    })
  }).finally(() => worker.terminate())
}
