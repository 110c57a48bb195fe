import { erlangA } from '../queueing/index.ts'
import { estimatePatience, shrunkPatience } from '../staffing/index.ts'
import { meanHandling, sumOf, type LoadHour, type PeriodLoad } from './period-load.ts'

/** What becomes of one offered contact, as fractions. */
export interface Outcome {
  readonly answeredWithin: number
  readonly abandonedWithin: number
  readonly abandoned: number
  /** What it waits on average if it is answered, times the chance that it is: sums of these over contacts make a mean wait. */
  readonly answeredWaitSeconds: number
}

/** One hour of a queue: contacts, their handling time and who is there. */
export interface ModelHour {
  readonly queueId: number
  readonly offeredPerHour: number
  readonly ahtSeconds: number
  readonly agents: number
}

/** What a figure is judged by: each has a share of its own of the agents who are there. */
export type ModelFigure = 'level' | 'abandon' | 'asa'

/** Erlang A of each queue, set so that both periods together come out as they were. */
export interface QueueModel {
  /** Of which agents are known, somebody was answered and somebody called. */
  readonly queueIds: ReadonlySet<number>
  outcome(hour: ModelHour, figure: ModelFigure): Outcome
}

export interface ModelOptions {
  /** The threshold of each queue. */
  readonly withinSeconds: (queueId: number) => number
}

interface Queue {
  readonly patienceSeconds: number
  readonly withinSeconds: number
  readonly ahtSeconds: number
  readonly share: Readonly<Record<ModelFigure, number>>
}

/** Where nobody hangs up there is no impatience to see; an hour is longer than anybody waits. */
const ENDLESS_SECONDS = 3600
/** One contact's handling time says little: so many of the queue's own stand beside it (Brown et al. 2005). */
const PRIOR_CONTACTS = 38
const LEAST_SHARE = 0.2
const MOST_SHARE = 2
const HALVINGS = 14

/**
 * A model of the queues of two periods. Who is signed in is not there for callers all of the time: the share that is, one for each queue and
 * figure, is the one at which the model brings as many answered in time (as many abandoned, as long a wait) as there were in both periods together.
 * So it takes neither side, and what differs between the periods is left to what changed.
 */
export function createQueueModel(before: PeriodLoad, now: PeriodLoad, { withinSeconds }: ModelOptions): QueueModel {
  // Sums in one order whichever period is asked first: where everybody is answered at once, the last digit decides which share is found.
  const work = ({ hours }: PeriodLoad): number => sumOf(hours, ({ handleSeconds }) => handleSeconds)
  const all = [before, now].toSorted((one, other) => work(one) - work(other)).flatMap(({ hours }) => hours)
  const wholePatience = estimatePatience(waitsOf(all))?.meanSeconds
  const queues = new Map<number, Queue>()
  for (const [queueId, hours] of Map.groupBy(all, (hour) => hour.queueId)) {
    const ahtSeconds = meanHandling(hours)
    const isKnown = [before, now].every(({ hours: own }) =>
      own.filter((hour) => hour.queueId === queueId && hour.offered > 0).every(({ agents }) => agents !== null),
    )
    const hasAgents = hours.some(({ agents }) => (agents ?? 0) > 0)
    if (!isKnown || !hasAgents || ahtSeconds === null || !(ahtSeconds > 0)) continue
    const base = {
      ahtSeconds,
      withinSeconds: withinSeconds(queueId),
      patienceSeconds:
        wholePatience === undefined ? ENDLESS_SECONDS : bounded(shrunkPatience(waitsOf(hours), wholePatience)),
    }
    queues.set(queueId, {
      ...base,
      share: {
        level: shareOf(hours, base, 'level'),
        abandon: shareOf(hours, base, 'abandon'),
        asa: shareOf(hours, base, 'asa'),
      },
    })
  }
  return {
    queueIds: new Set(queues.keys()),
    outcome(hour, figure) {
      const queue = queues.get(hour.queueId)
      if (queue === undefined) throw new RangeError(`queue ${hour.queueId} is not in the model`)
      return outcomeOf(hour, queue, queue.share[figure])
    },
  }
}

const waitsOf = (hours: readonly LoadHour[]): { abandoned: number; totalWaitSeconds: number } => ({
  abandoned: sumOf(hours, ({ abandoned }) => abandoned),
  totalWaitSeconds: sumOf(hours, ({ waitSeconds }) => waitSeconds),
})

/** A log that measures hardly any waiting would make everybody leave at once: a second is the least, a day the most. */
const bounded = (seconds: number): number => Math.min(86_400, Math.max(1, seconds))

/** An hour's own handling time, drawn towards that of its queue. */
export const steadyHandling = (hour: LoadHour, usualSeconds: number): number =>
  (hour.handleSeconds + PRIOR_CONTACTS * usualSeconds) / (hour.answered + PRIOR_CONTACTS)

/** Nobody has two calls at once: as many were there as were busy. */
export const agentsThere = (hour: LoadHour): number =>
  Math.max(hour.agents ?? 0, hour.hours > 0 ? hour.handleSeconds / (hour.hours * 3600) : 0)

/** All figures move one way with the agents, so the share is found by halving. */
function shareOf(hours: readonly LoadHour[], queue: Omit<Queue, 'share'>, figure: ModelFigure): number {
  const busy = hours.filter(({ offered }) => offered > 0)
  const seen = betterWith(figure, {
    answeredWithin: sumOf(busy, ({ answeredWithin }) => answeredWithin),
    abandoned: sumOf(busy, ({ abandoned }) => abandoned),
    answered: sumOf(busy, ({ answered }) => answered),
    answeredWaitSeconds: sumOf(busy, ({ answeredWaitSeconds }) => answeredWaitSeconds),
  })
  const foreseen = (share: number): number => {
    const outcomes = busy.map((hour) => {
      const load = {
        queueId: hour.queueId,
        offeredPerHour: hour.offered / hour.hours,
        ahtSeconds: steadyHandling(hour, queue.ahtSeconds),
        agents: agentsThere(hour),
      }
      return { offered: hour.offered, outcome: outcomeOf(load, queue, share) }
    })
    const total = (name: keyof Outcome): number => sumOf(outcomes, ({ offered, outcome }) => offered * outcome[name])
    return betterWith(figure, {
      answeredWithin: total('answeredWithin'),
      abandoned: total('abandoned'),
      answered: sumOf(outcomes, ({ offered, outcome }) => offered * (1 - outcome.abandoned)),
      answeredWaitSeconds: total('answeredWaitSeconds'),
    })
  }
  let [low, high] = [LEAST_SHARE, MOST_SHARE]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    if (foreseen(middle) < seen) low = middle
    else high = middle
  }
  return (low + high) / 2
}

interface Totals extends Omit<Outcome, 'abandonedWithin'> {
  readonly answered: number
}

/** What grows with the agents: where nobody is answered, nobody has waited for an answer longer. */
function betterWith(figure: ModelFigure, { answeredWithin, abandoned, answered, answeredWaitSeconds }: Totals): number {
  switch (figure) {
    case 'level':
      return answeredWithin
    case 'abandon':
      return -abandoned
    case 'asa':
      return answered > 0 ? -answeredWaitSeconds / answered : Number.NEGATIVE_INFINITY
  }
}

/** Between two whole numbers of agents in proportion; below one, nobody answers for the rest of the time. */
function outcomeOf(hour: ModelHour, queue: Omit<Queue, 'share'>, share: number): Outcome {
  if (hour.offeredPerHour <= 0) return { answeredWithin: 1, abandonedWithin: 0, abandoned: 0, answeredWaitSeconds: 0 }
  const agents = hour.agents * share
  const whole = Math.floor(agents)
  const part = agents - whole
  const low = atWhole(hour, queue, whole)
  if (part === 0) return low
  const high = atWhole(hour, queue, whole + 1)
  const between = (name: keyof Outcome): number => low[name] * (1 - part) + high[name] * part
  return {
    answeredWithin: between('answeredWithin'),
    abandonedWithin: between('abandonedWithin'),
    abandoned: between('abandoned'),
    answeredWaitSeconds: between('answeredWaitSeconds'),
  }
}

function atWhole(hour: ModelHour, { patienceSeconds, withinSeconds }: Omit<Queue, 'share'>, agents: number): Outcome {
  if (agents === 0)
    return {
      answeredWithin: 0,
      abandonedWithin: -Math.expm1(-withinSeconds / patienceSeconds),
      abandoned: 1,
      answeredWaitSeconds: 0,
    }
  const { abandonRate, asaSeconds, outcomes } = erlangA({
    offered: hour.offeredPerHour,
    intervalSeconds: 3600,
    ahtSeconds: Math.max(1, hour.ahtSeconds),
    patienceSeconds,
    withinSeconds,
    agents,
  })
  return {
    answeredWithin: outcomes.answeredWithin,
    abandonedWithin: outcomes.abandonedWithin,
    abandoned: abandonRate,
    answeredWaitSeconds: (1 - abandonRate) * asaSeconds,
  }
}
