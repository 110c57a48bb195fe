import type { Readable } from 'node:stream'
import { setTimeout as rest } from 'node:timers/promises'

import { linesOf, type Line } from '../contacts/index.ts'

/** So many records are stored at once at most. */
const MOST_RECORDS = 1000
/** Nobody waits longer for the next one before what is there is stored. */
const PATIENCE_MS = 200

/** Lines of a request as they come: as soon as there are many, or nothing more has come for a moment. Blank ones keep a line alive. */
export async function* streamPieces(stream: Readable): AsyncGenerator<readonly Line[]> {
  const source = linesOf(stream, 'utf8')
  let waiting: Line[] = []
  let next = source.next()
  for (;;) {
    const came = await (waiting.length === 0 ? next : Promise.race([next, rest(PATIENCE_MS, null)]))
    if (came === null) {
      yield waiting
      waiting = []
      continue
    }
    if (came.done === true) break
    waiting.push(...came.value.filter(({ text }) => text.trim() !== ''))
    next = source.next()
    while (waiting.length >= MOST_RECORDS) {
      yield waiting.slice(0, MOST_RECORDS)
      waiting = waiting.slice(MOST_RECORDS)
    }
  }
  if (waiting.length > 0) yield waiting
}
