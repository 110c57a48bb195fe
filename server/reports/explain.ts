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

export interface ExplainTask {
  readonly before: PeriodLoad
  readonly now: PeriodLoad
  readonly withinOf: ReadonlyMap<number, number>
  readonly targetOf: ReadonlyMap<number, number>
  /** Of what can be done. */
  readonly most: number
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

/** What made the figures change, and what can be done. */
export function explain({ before, now, withinOf, targetOf, most }: ExplainTask): Explained {
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
