import type { Channel } from '@pult/engine/contacts'

import type { FactBatch } from './fact-batch.ts'

/** What a batch calls queues (with the channel of a new one), agents and pause reasons. */
export interface NamesFound {
  readonly queues: ReadonlyMap<string, Channel>
  readonly agents: ReadonlySet<string>
  readonly reasons: ReadonlySet<string>
}

/** Ids of the centre's own for the names of a source; undefined for a text that is no name. */
export interface ResolvedNames {
  readonly queues: ReadonlyMap<string, number | undefined>
  readonly agents: ReadonlyMap<string, number | undefined>
  readonly reasons: ReadonlyMap<string, number | undefined>
}

export const noNames: ResolvedNames = { queues: new Map(), agents: new Map(), reasons: new Map() }

export function findNames(batch: FactBatch): NamesFound {
  const queues = new Map<string, Channel>()
  const agents = new Set<string>()
  const reasons = new Set<string>()
  for (const { queue, agent, channel } of batch.contacts) {
    if (queue !== undefined) queues.set(queue, channel)
    if (agent !== undefined) agents.add(agent)
  }
  for (const { queue, agent, reason } of batch.states) {
    if (queue !== undefined && !queues.has(queue)) queues.set(queue, 'voice')
    agents.add(agent)
    if (reason !== undefined) reasons.add(reason)
  }
  return { queues, agents, reasons }
}

/** The names nobody has looked up yet; null when there are none. */
export function unknownNames(found: NamesFound, known: ResolvedNames): NamesFound | null {
  const queues = new Map([...found.queues].filter(([name]) => !known.queues.has(name)))
  const agents = new Set([...found.agents].filter((name) => !known.agents.has(name)))
  const reasons = new Set([...found.reasons].filter((name) => !known.reasons.has(name)))
  return queues.size + agents.size + reasons.size === 0 ? null : { queues, agents, reasons }
}

export const addNames = (known: ResolvedNames, more: ResolvedNames): ResolvedNames => ({
  queues: new Map([...known.queues, ...more.queues]),
  agents: new Map([...known.agents, ...more.agents]),
  reasons: new Map([...known.reasons, ...more.reasons]),
})
