import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { Explained, ExplainTask } from './explain.ts'
import type { PrintTask, ReportTask } from './report-worker.ts'

const LONGEST_MS = 120_000

/** What changed and what can be done, computed in a thread of its own: the server goes on answering. */
export const explainInThread = (task: ExplainTask): Promise<Explained> =>
  inOwnThread<Explained>({ task: 'explain', ...task })

/** A report as files, in the order of the formats. */
export async function printInThread(task: Omit<PrintTask, 'task'>): Promise<Buffer[]> {
  const files = await inOwnThread<readonly Uint8Array[]>({ task: 'print', ...task })
  return files.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
}

function inOwnThread<Value>(task: ReportTask): Promise<Value> {
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
