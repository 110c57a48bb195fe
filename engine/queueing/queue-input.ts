/** What arrives in one interval and how long each takes. */
export interface QueueDemand {
  /** Contacts in the interval; a fraction is fine. */
  readonly offered: number
  readonly intervalSeconds: number
  /** Mean handling time. */
  readonly ahtSeconds: number
}

/** A queue with its agents, and the waits one wants to know about. */
export interface QueueInput extends QueueDemand {
  /** Agents at their posts, a whole number. */
  readonly agents: number
  /** The threshold of the service level; 20 when left out. */
  readonly withinSeconds?: number
  /** An abandon before this is short. Only with it are the rules `shortCredit` and `shortExcluded` computed. */
  readonly shortSeconds?: number
}

/** A queue whose callers give up: Erlang A. */
export interface ImpatientQueueInput extends QueueInput {
  /** Mean patience: how long a caller would wait, on average, were there no answer. */
  readonly patienceSeconds: number
}

/** The 20 of 80/20: the acceptable wait where none is said. */
export const USUAL_WITHIN_SECONDS = 20

/** Offered work in erlangs: how many agents would be busy at each moment if nobody ever waited. */
export const erlangsOf = ({ offered, intervalSeconds, ahtSeconds }: QueueDemand): number =>
  (offered / intervalSeconds) * ahtSeconds

/** Throws a RangeError that names the figure which no queue can have. */
export function checkDemand({ offered, intervalSeconds, ahtSeconds }: QueueDemand): void {
  requireNumber('offered', offered, offered >= 0, 'zero or more')
  requireNumber('intervalSeconds', intervalSeconds, intervalSeconds > 0, 'more than zero')
  requireNumber('ahtSeconds', ahtSeconds, ahtSeconds > 0, 'more than zero')
  const erlangs = erlangsOf({ offered, intervalSeconds, ahtSeconds })
  if (!(erlangs <= MOST_AGENTS))
    throw new RangeError(`offered must be at most ${MOST_AGENTS} erlangs of work, not ${erlangs}`)
}

export function checkQueue(queue: QueueInput): void {
  checkDemand(queue)
  checkAgents(queue.agents, 1)
  const { withinSeconds = USUAL_WITHIN_SECONDS, shortSeconds } = queue
  requireNumber('withinSeconds', withinSeconds, withinSeconds >= 0, 'zero or more')
  if (shortSeconds !== undefined)
    requireNumber(
      'shortSeconds',
      shortSeconds,
      shortSeconds >= 0 && shortSeconds <= withinSeconds,
      `between zero and withinSeconds (${withinSeconds})`,
    )
}

/** Ten million: more would be a slip of the pen, and the sums below would take seconds. */
export const MOST_AGENTS = 10_000_000

export function checkAgents(agents: number, least: number): void {
  const isRight = Number.isInteger(agents) && agents >= least && agents <= MOST_AGENTS
  requireNumber('agents', agents, isRight, `a whole number from ${least} to ${MOST_AGENTS}`)
}

/** Throws a RangeError, `name must be expected, not value`, where a figure is not right or not finite. */
export function requireNumber(name: string, value: number, isRight: boolean, expected: string): void {
  if (!Number.isFinite(value) || !isRight) throw new RangeError(`${name} must be ${expected}, not ${value}`)
}
