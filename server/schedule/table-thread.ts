import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { FromTables, KeptChange, TableOrder, TableQuestion, TableReply, ToTables } from './table-words.ts'

/** The thread ended before it answered: another begins with the next question, knowing nothing. */
export class TablesCleared extends Error {}

export interface TableThread {
  readonly ask: <Question extends TableQuestion>(order: TableOrder<Question>) => Promise<TableReply<Question>>
  readonly keep: (kept: KeptChange) => void
  readonly close: () => Promise<void>
}

type Waiting = PromiseWithResolvers<TableReply>

/** A thread in which rosters lie laid out. It begins with the first question and holds nothing that the database does not. */
export function openTableThread(): TableThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let lastId = 0

  function hear(reply: FromTables): void {
    const asked = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (reply.kind === 'broken') asked?.reject(new Error(reply.message))
    else asked?.resolve(reply)
  }

  function clear(ended: Worker): void {
    if (worker !== ended) return
    worker = null
    for (const { reject } of waiting.values()) reject(new TablesCleared('the thread of rosters ended'))
    waiting.clear()
  }

  function begin(): Worker {
    const begun = new Worker(join(import.meta.dirname, 'table-worker.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 32 },
    })
    begun.on('message', hear)
    // Out of memory, most likely: what lay there is read again.
    begun.on('error', () => clear(begun))
    begun.on('exit', () => clear(begun))
    return begun
  }

  const say = (word: ToTables): void => {
    worker ??= begin()
    worker.postMessage(word)
  }
  return {
    ask(order) {
      const id = ++lastId
      const asked = Promise.withResolvers<TableReply>()
      waiting.set(id, asked)
      say({ kind: 'order', id, ...order })
      // The thread answers what it was asked.
      return asked.promise as Promise<TableReply<typeof order.question>>
    },
    keep: (kept) => {
      if (worker !== null) say({ kind: 'kept', ...kept })
    },
    async close() {
      const ended = worker
      if (ended === null) return
      clear(ended)
      ended.removeAllListeners()
      await ended.terminate()
    },
  }
}
