import { parentPort, workerData } from 'node:worker_threads'

import type { ReportDocument } from '@pult/contract/report-words'
import {
  createQueueModel,
  explainLevels,
  explainWorkload,
  findMoves,
  findShortfalls,
  type LevelChanges,
  type Move,
  type PeriodLoad,
  type Shortfall,
  type WorkloadChange,
} from '@pult/engine/reports'

// Explains one change or prints one report and ends, so that the libraries' memory goes with it.

export interface ExplainTask {
  readonly task: 'explain'
  readonly before: PeriodLoad
  readonly now: PeriodLoad
  readonly withinOf: ReadonlyMap<number, number>
  readonly targetOf: ReadonlyMap<number, number>
  readonly most: number
}

export interface PrintTask {
  readonly task: 'pdf' | 'xlsx'
  readonly document: ReportDocument
  /** Where people open the centre in Pult; null where that is not said. */
  readonly address: string | null
}

export interface Explained {
  readonly workload: WorkloadChange | null
  readonly levels: LevelChanges
  readonly shortfalls: readonly Shortfall[]
  readonly moves: readonly Move[]
  /** Queues whose agents are known. */
  readonly modelled: readonly number[]
}

const USUAL_WITHIN_SECONDS = 20

function explain({ before, now, withinOf, targetOf, most }: ExplainTask): Explained {
  const model = createQueueModel(before, now, {
    withinSeconds: (queueId) => withinOf.get(queueId) ?? USUAL_WITHIN_SECONDS,
  })
  const options = { targetOf: (queueId: number) => targetOf.get(queueId) ?? null, most }
  return {
    workload: explainWorkload(before, now),
    levels: explainLevels(before, now, model),
    shortfalls: findShortfalls(now, model, options),
    moves: findMoves(now, model, options),
    modelled: [...model.queueIds],
  }
}

async function work(task: ExplainTask | PrintTask): Promise<unknown> {
  if (task.task === 'explain') return explain(task)
  // Loaded when asked for: the libraries are large.
  if (task.task === 'pdf') return (await import('./pdf.ts')).reportToPdf(task.document, task.address)
  return (await import('./workbook.ts')).reportToWorkbook(task.document)
}

parentPort?.postMessage(await work(workerData as ExplainTask | PrintTask))
