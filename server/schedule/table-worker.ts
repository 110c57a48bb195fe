import { parentPort } from 'node:worker_threads'

import { createRosterTables } from './roster-tables.ts'
import type { FromTables, ToTables } from './table-words.ts'

// Rosters that planners look at lie here, ready to be asked what a change would come to; the thread that serves goes on serving.

/** Each takes about 5 MB for 100 people over four weeks and 18 MB for 500: at most 150 MB of such large ones. */
const MOST_TABLES = 8

const tables = createRosterTables(MOST_TABLES)
const tell = (word: FromTables): void => parentPort?.postMessage(word)

parentPort?.on('message', (word: ToTables) => {
  if (word.kind === 'kept') return tables.keep(word)
  const { id } = word
  try {
    tell({ id, ...tables.reply(word) })
  } catch (error) {
    tell({ id, kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
