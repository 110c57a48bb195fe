import { meanHandling, offeredOf, sumOf, type LoadHour, type PeriodLoad } from './period-load.ts'
import { agentsThere, steadyHandling, type Outcome, type QueueModel } from './queue-model.ts'
import { rateOf } from './level-drivers.ts'

/** An hour of the week in which a queue missed its target by the most contacts. */
export interface Shortfall {
  readonly queueId: number
  readonly weekHour: number
  /** Service level by the neutral rule, as it was. */
  readonly level: number
  readonly target: number
  /** So many more answered in time would have met it. */
  readonly missed: number
  /** Agents more with whom the model meets it; null where the model does not know the queue or twenty do not suffice. */
  readonly moreAgents: number | null
}

/** One agent from a queue that can spare her to one that is short, in one hour of the week. */
export interface Move {
  readonly fromQueueId: number
  readonly toQueueId: number
  readonly weekHour: number
  /** What the service level of the whole period gains by the model, as a fraction. */
  readonly gain: number
}

export interface RemedyOptions {
  /** The service level a queue is to keep; null where it has none. */
  readonly targetOf: (queueId: number) => number | null
  readonly most: number
}

const MOST_MORE = 20

/** Where the target was missed by most contacts, the most first. */
export function findShortfalls(load: PeriodLoad, model: QueueModel, { targetOf, most }: RemedyOptions): Shortfall[] {
  const usual = usualHandling(load)
  return load.hours
    .flatMap((hour): (Shortfall & { readonly hour: LoadHour })[] => {
      const [target, level] = [targetOf(hour.queueId), rateOf([hour], 'level')]
      if (target === null || level === null || level >= target) return []
      const missed = (target - level) * (hour.offered - hour.leftOut)
      return [{ hour, queueId: hour.queueId, weekHour: hour.weekHour, level, target, missed, moreAgents: null }]
    })
    .toSorted((left, right) => right.missed - left.missed)
    .slice(0, most)
    .map(({ hour, ...shortfall }) => ({
      ...shortfall,
      moreAgents: model.queueIds.has(hour.queueId) ? moreNeeded(hour, usual, model, shortfall.target) : null,
    }))
}

function moreNeeded(hour: LoadHour, usual: Usual, model: QueueModel, target: number): number | null {
  for (let more = 1; more <= MOST_MORE; more++)
    if (levelOf(outcomeWith(hour, usual, model, more)) >= target) return more
  return null
}

/** The moves of one agent for one hour of the week that gain most; nobody is taken from a queue that then misses its own target. */
export function findMoves(load: PeriodLoad, model: QueueModel, { targetOf, most }: RemedyOptions): Move[] {
  const usual = usualHandling(load)
  const known = load.hours.filter(({ queueId, offered }) => model.queueIds.has(queueId) && offered > 0)
  const whole = sumOf(known, ({ offered, leftOut }) => offered - leftOut)
  const moves: Move[] = []
  for (const [weekHour, hours] of Map.groupBy(known, (hour) => hour.weekHour)) {
    const donors = hours.filter((hour) => {
      const target = targetOf(hour.queueId)
      return target !== null && agentsThere(hour) >= 2 && levelOf(outcomeWith(hour, usual, model, -1)) >= target
    })
    const takers = hours.filter((hour) => (rateOf([hour], 'level') ?? 1) < (targetOf(hour.queueId) ?? 0))
    for (const taker of takers)
      for (const donor of donors) {
        if (donor.queueId === taker.queueId) continue
        const gain = (gainOf(taker, usual, model, 1) + gainOf(donor, usual, model, -1)) / whole
        if (gain > 0) moves.push({ fromQueueId: donor.queueId, toQueueId: taker.queueId, weekHour, gain })
      }
  }
  return oneAnHour(moves.toSorted((left, right) => right.gain - left.gain)).slice(0, most)
}

/** Of two moves into or out of one queue at one hour only the better can be had. */
function oneAnHour(moves: readonly Move[]): Move[] {
  const taken = new Set<string>()
  return moves.filter(({ fromQueueId, toQueueId, weekHour }) => {
    const names = [`${fromQueueId} ${weekHour}`, `${toQueueId} ${weekHour}`]
    if (names.some((name) => taken.has(name))) return false
    for (const name of names) taken.add(name)
    return true
  })
}

type Usual = ReadonlyMap<number, number | null>

const usualHandling = ({ hours }: PeriodLoad): Usual =>
  new Map([...Map.groupBy(hours, ({ queueId }) => queueId)].map(([queueId, own]) => [queueId, meanHandling(own)]))

const levelOf = ({ answeredWithin, abandonedWithin }: Outcome): number =>
  abandonedWithin < 1 ? answeredWithin / (1 - abandonedWithin) : 1

/** More contacts answered in time, added up over the hours of the period. */
const gainOf = (hour: LoadHour, usual: Usual, model: QueueModel, more: number): number =>
  offeredOf([hour]) *
  (outcomeWith(hour, usual, model, more).answeredWithin - outcomeWith(hour, usual, model, 0).answeredWithin)

const outcomeWith = (hour: LoadHour, usual: Usual, model: QueueModel, more: number): Outcome =>
  model.outcome(
    {
      queueId: hour.queueId,
      offeredPerHour: hour.offered / hour.hours,
      ahtSeconds: steadyHandling(hour, usual.get(hour.queueId) ?? 1),
      agents: Math.max(0, agentsThere(hour) + more),
    },
    'level',
  )
