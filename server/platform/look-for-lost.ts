import type { Log } from './log.ts'
import { lookEvery, type Round } from './look-every.ts'
import type { LostWork } from './lost-work.ts'

/** A kind of work of which pieces may be lost. */
export interface LosableWork {
  readonly name: string
  readonly lost: LostWork<object>
}

interface Queue {
  isKnown(name: string, data: object): Promise<boolean>
  send(name: string, data: object): Promise<void>
}

/**
 * Looks now and then for pieces of work that their tables call underway and the queue does not know. Only what was missing at two looks in
 * sequence is lost: a piece is written first and sent then.
 */
export function lookForLost(kinds: () => readonly LosableWork[], queue: Queue, log: Log, everyMs: number): Round {
  let missing: ReadonlySet<string> = new Set()

  async function look(): Promise<void> {
    const missingNow = new Set<string>()
    for (const { name, lost } of kinds())
      for (const { data, isBegun } of (await lost.underway?.()) ?? []) {
        if (await queue.isKnown(name, data)) continue
        const key = `${name} ${JSON.stringify(data)}`
        if (!missing.has(key)) missingNow.add(key)
        else if (isBegun) {
          log.error({ job: name }, 'a job was lost: it was begun and is in the queue no more')
          await lost.givenUp(data)
        } else await queue.send(name, data)
      }
    missing = missingNow
  }

  return lookEvery(everyMs, look, (error) =>
    log.warn({ err: error }, 'lost jobs could not be looked for; trying again later'),
  )
}
