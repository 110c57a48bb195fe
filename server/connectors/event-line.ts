import { setTimeout as rest } from 'node:timers/promises'

import type { LogPosition } from '@pult/contract/connectors'

import type { LogMemory } from '../contacts/index.ts'
import { readPlace } from './progress.ts'
import type { Running } from './running.ts'
import { nextInLine } from './take-lines.ts'

/** Events of a phone system on their way into the history: each written as the line that its queue_log has for it. */
export interface EventLine {
  /** What was under way when the line was up last. */
  readonly memory: LogMemory | null
  readonly write: (line: string) => void
  /** Stores what was written until told to stop; throws when it cannot be stored. */
  readonly keepStoring: (signal: AbortSignal) => Promise<void>
}

const STORE_EVERY_MS = 100
const MOST_LINES = 5000

export async function openEventLine(running: Running): Promise<EventLine> {
  const { database, runs } = running
  const place = await database.inCenter({ centerId: runs.centerId }, (tx) => readPlace(tx, runs))
  let position: LogPosition | null = place.position
  const waiting: string[] = []
  return {
    memory: place.memory,
    write: (line) => void waiting.push(line),
    async keepStoring(signal) {
      for (;;) {
        while (waiting.length > 0) {
          const lines = waiting.slice(0, MOST_LINES)
          const next = nextInLine(position)
          await running.takeLines({ after: position, position: next, lines })
          position = next
          waiting.splice(0, lines.length)
        }
        if (signal.aborted) return
        await rest(STORE_EVERY_MS, undefined, { signal }).catch(() => undefined)
      }
    },
  }
}

/** A line of queue_log. What stands in a field cannot end it. */
export function logLine(
  at: number,
  [uniqueId, queue, agent, event]: readonly [uniqueId: string, queue: string, agent: string, event: string],
  ...data: readonly (string | number)[]
): string {
  const fields = [uniqueId === '' ? 'NONE' : uniqueId, queue === '' ? 'NONE' : queue, agent === '' ? 'NONE' : agent]
  const clean = [...fields, event, ...data].map((field) => String(field).replaceAll(/[|\r\n]/g, ' '))
  return `${(at / 1000).toFixed(3)}|${clean.join('|')}`
}

/** What a phone system says is going on this moment. */
export interface GoingOn {
  /** Calls in queues, by `unique id|queue`, waiting or served. */
  readonly calls: ReadonlySet<string>
  /** Members, each with the queues she is in; `login` where a system knows no queues. */
  readonly members: ReadonlyMap<string, ReadonlySet<string>>
}

/** After a line was down: ends what is no longer there. Nobody heard how a call ended; who has gone, has gone by now. */
export function endedMeanwhile(memory: LogMemory | null, { calls, members }: GoingOn, at: number): string[] {
  if (memory === null) return []
  const lost = memory.legs
    .filter(({ uniqueId, queue }) => !calls.has(`${uniqueId}|${queue}`))
    .map(({ uniqueId, queue }) => logLine(at, [uniqueId, queue, '', 'PULTLOST']))
  const gone = memory.agents.flatMap(({ name, memberships }) =>
    memberships
      .filter((queue) => members.get(name)?.has(queue) !== true)
      .map((queue) =>
        queue === 'login' ? logLine(at, ['', '', name, 'AGENTLOGOFF']) : logLine(at, ['', queue, name, 'REMOVEMEMBER']),
      ),
  )
  return [...lost, ...gone]
}
