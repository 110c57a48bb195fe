import type pg from 'pg'

import type { Database, Scope } from '../platform/index.ts'
import type { LogMemory } from './importers/queue-log/log-memory.ts'
import { createQueueLogAssembler, type QueueLogAssembler } from './importers/queue-log/queue-log.ts'
import { createCollector, type Collector } from './imports/collector.ts'
import { unfinishedAt } from './imports/unfinished.ts'
import type { Intake, IntakeCounts } from './intake.ts'
import { ensureSource } from './source.ts'
import { storeOfToday } from './store-of-today.ts'

/** Lines of a queue_log as they are written. */
export interface LiveLines {
  /** Names whoever sends them: lines of one key are taken one after another. */
  readonly key: string
  readonly source: string
  readonly lines: readonly string[]
  /** What was kept with the lines before, and where they ended: an assembler that is at another place begins anew from it. */
  readonly memory: LogMemory | null
  readonly after: string
  readonly until: string
  /** Runs in the transaction of the facts, and keeps what the next lines need. Throws where others have come in between. */
  readonly within: (client: pg.ClientBase, read: LinesRead) => Promise<void>
}

export interface LinesRead {
  readonly memory: LogMemory
  /** Lines that were events, and lines that were none. */
  readonly events: number
  readonly rejected: number
  /** The time of the last event, as the phone system tells it; null before the first. */
  readonly eventAt: number | null
}

/** Takes a growing log: what is under way is told as open and completed by later lines. Durable when it returns. */
export type KeepLines = (scope: Scope, given: LiveLines) => Promise<LinesRead & { readonly counts: IntakeCounts }>

interface Reader {
  readonly at: string
  readonly assembler: QueueLogAssembler
  readonly collector: Collector
}

export function createLiveLog(database: Database, intake: Intake, clock: () => number): KeepLines {
  const readers = new Map<string, Reader>()
  const turns = new Map<string, Promise<unknown>>()

  async function readerFor(scope: Scope, given: LiveLines): Promise<Reader> {
    const known = readers.get(given.key)
    if (known?.at === given.after) return known
    const { memory } = given
    const begins = memory?.previous ?? firstInstant(given.lines) ?? clock()
    const before = await database.inCenter(scope, async (tx) =>
      unfinishedAt(tx, scope.centerId, await ensureSource(tx, scope.centerId, given.source, 'api'), begins),
    )
    const remembered = new Set(memory?.legs.map(({ key }) => key))
    const unfinished =
      memory === null
        ? before
        : { ...before, states: [], legs: before.legs.filter(({ sourceKey }) => !remembered.has(sourceKey)) }
    const collector = createCollector()
    return {
      at: given.after,
      assembler: createQueueLogAssembler(collector, clock, unfinished, memory ?? undefined),
      collector,
    }
  }

  async function keep(scope: Scope, given: LiveLines): ReturnType<KeepLines> {
    const reader = await readerFor(scope, given)
    // Whatever goes wrong, the next lines begin from what is kept.
    readers.delete(given.key)
    const { assembler, collector } = reader
    const recognised = assembler.recognised()
    for (const [index, line] of given.lines.entries()) assembler.line(line, index + 1)
    assembler.tellOpen()
    const { contacts, states, findings } = collector.take()
    const memory = assembler.remember()
    const read: LinesRead = {
      memory,
      events: assembler.recognised() - recognised,
      rejected: findings.filter(({ kind }) => kind === 'rejected').length,
      eventAt: memory.previous === 0 ? null : memory.previous,
    }
    const { counts } = await storeOfToday(
      database,
      intake,
      { centerId: scope.centerId, userId: given.key },
      {
        source: given.source,
        onConflict: 'reject',
        facts: { contacts, states },
        now: clock(),
        // A person turned the channel on, and that stands in the log.
        audit: () => Promise.resolve(),
        within: (client) => given.within(client, read),
      },
    )
    readers.set(given.key, { ...reader, at: given.until })
    return { ...read, counts }
  }

  return (scope, given) => {
    const turn = (turns.get(given.key) ?? Promise.resolve()).then(() => keep(scope, given))
    const settled = turn.catch(() => undefined)
    turns.set(given.key, settled)
    void settled.then(() => {
      if (turns.get(given.key) === settled) turns.delete(given.key)
    })
    return turn
  }
}

function firstInstant(lines: readonly string[]): number | null {
  for (const line of lines) {
    const [, seconds] = /^(\d{9,11}(?:\.\d+)?)\|/.exec(line) ?? []
    if (seconds !== undefined) return Number(seconds) * 1000
  }
  return null
}
