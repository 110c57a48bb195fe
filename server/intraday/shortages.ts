import type { IntradayInterval, IntradayQueue, Shortage } from '@pult/contract/intraday'
import { MINUTE_MS } from '@pult/engine/time'

/** Stretches of the rest of the day whose planned agents are too few for what is expected now, the most contacts first. */
export function shortagesOf(queues: readonly IntradayQueue[], minutes: number): Shortage[] {
  return queues
    .flatMap((queue) => runsOf(queue.intervals).map((run) => shortageOf(queue, run, minutes)))
    .toSorted((left, right) => right.contacts - left.contacts)
}

const missing = ({ neededAgents, plannedAgents }: IntradayInterval): number =>
  neededAgents === null || plannedAgents === null ? 0 : neededAgents - plannedAgents

function runsOf(intervals: readonly IntradayInterval[]): IntradayInterval[][] {
  const runs: IntradayInterval[][] = []
  let isOpen = false
  for (const one of intervals) {
    if (missing(one) <= 0) isOpen = false
    else if (isOpen) runs.at(-1)?.push(one)
    else {
      runs.push([one])
      isOpen = true
    }
  }
  return runs
}

function shortageOf(queue: IntradayQueue, run: readonly IntradayInterval[], minutes: number): Shortage {
  const contacts = run.reduce((sum, one) => sum + one.expected, 0)
  const level = run.reduce((sum, one) => sum + one.expected * (one.expectedLevel ?? 0), 0)
  return {
    queueId: queue.queueId,
    name: queue.name,
    from: run[0]?.at ?? '',
    to: new Date(Date.parse(run.at(-1)?.at ?? '') + minutes * MINUTE_MS).toISOString(),
    agents: Math.max(...run.map(missing)),
    expectedLevel: contacts > 0 ? level / contacts : null,
    targetLevel: queue.target?.level ?? null,
    contacts,
  }
}
