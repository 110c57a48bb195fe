import { parentPort, workerData } from 'node:worker_threads'

import type { ReportDocument, ReportFormat } from '@pult/contract/report-words'

import type { ExplainTask } from './explain.ts'

// Explains one change or prints one report and ends, so that the libraries' memory goes with it.

export interface PrintTask {
  readonly task: 'print'
  readonly formats: readonly ReportFormat[]
  readonly document: ReportDocument
  /** Where people open the centre in Pult; null where that is not said. */
  readonly address: string | null
}

export type ReportTask = ({ readonly task: 'explain' } & ExplainTask) | PrintTask

// Each is loaded when asked for: the libraries are large.
async function work(task: ReportTask): Promise<unknown> {
  if (task.task === 'explain') return (await import('./explain.ts')).explain(task)
  const files: Uint8Array[] = []
  for (const format of task.formats)
    files.push(
      format === 'pdf'
        ? await (await import('./pdf.ts')).reportToPdf(task.document, task.address)
        : await (await import('./workbook.ts')).reportToWorkbook(task.document),
    )
  return files
}

parentPort?.postMessage(await work(workerData as ReportTask))
