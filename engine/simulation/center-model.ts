import type { Random } from '../numeric/index.ts'

/** A distribution of a length of time, as plain data. `endless` is for customers who never give up. */
export type DurationModel =
  | { readonly kind: 'exponential'; readonly meanSeconds: number }
  | { readonly kind: 'lognormal'; readonly meanSeconds: number; readonly sdSeconds: number }
  | { readonly kind: 'constant'; readonly seconds: number }
  | { readonly kind: 'endless' }

export interface QueueModel {
  readonly name: string
  /** Expected arrivals in each interval; Poisson, even within the interval. */
  readonly arrivals: readonly number[]
  /** One for all intervals, or one per interval of arrival. */
  readonly patience: DurationModel | readonly DurationModel[]
  readonly handling: DurationModel | readonly DurationModel[]
  /** The 20 of 80/20. */
  readonly withinSeconds: number
}

export interface GroupModel {
  readonly name: string
  /** Agents present in each interval; who leaves while busy finishes first. */
  readonly agents: readonly number[]
  /** Which queues the group serves. Priority 1 is served before 2; equal priorities are served by the longest wait. */
  readonly skills: readonly { readonly queue: number; readonly priority: number }[]
}

export interface CenterModel {
  readonly intervalSeconds: number
  readonly queues: readonly QueueModel[]
  readonly groups: readonly GroupModel[]
  /** Contacts that arrive earlier are simulated and not counted. */
  readonly warmUpSeconds?: number
}

/** Counts of one run. Service level and the other ratios are divided from these, over as many runs as there are. */
export interface QueueTally {
  offered: number
  answered: number
  abandoned: number
  answeredWithin: number
  abandonedWithin: number
  /** Had to wait at all. */
  delayed: number
  waitAnsweredSeconds: number
  waitAbandonedSeconds: number
}

export interface CenterTally {
  readonly queues: readonly QueueTally[]
  readonly groups: readonly { readonly handlingSeconds: number; readonly presentSeconds: number }[]
}

/** A sampler for a model of duration, in seconds. */
export function samplerOf(model: DurationModel, random: Random): () => number {
  switch (model.kind) {
    case 'exponential':
      return () => random.exponential(model.meanSeconds)
    case 'lognormal':
      return () => random.lognormal(model.meanSeconds, model.sdSeconds)
    case 'constant':
      return () => model.seconds
    case 'endless':
      return () => Number.POSITIVE_INFINITY
  }
}

/** Throws a RangeError that names what does not fit. */
export function checkModel(model: CenterModel): void {
  const intervals = model.queues[0]?.arrivals.length ?? 0
  if (!(model.intervalSeconds > 0))
    throw new RangeError(`intervalSeconds must be positive, not ${model.intervalSeconds}`)
  if (intervals === 0) throw new RangeError('queues must have arrivals for at least one interval')
  for (const queue of model.queues) {
    if (queue.arrivals.length !== intervals || queue.arrivals.some((count) => !(count >= 0)))
      throw new RangeError(`arrivals of "${queue.name}" must be ${intervals} counts of zero or more`)
    for (const durations of [queue.patience, queue.handling])
      if ('length' in durations && durations.length !== intervals)
        throw new RangeError(`patience and handling of "${queue.name}" must be one model or ${intervals}`)
  }
  for (const group of model.groups) {
    if (group.agents.length !== intervals || group.agents.some((count) => !Number.isInteger(count) || count < 0))
      throw new RangeError(`agents of "${group.name}" must be ${intervals} whole numbers of zero or more`)
    for (const { queue } of group.skills)
      if (model.queues[queue] === undefined)
        throw new RangeError(`skills of "${group.name}" name queue ${queue}, which there is not`)
  }
}
