import { RequestProblem, type Platform, type Scope, type Tx } from '../platform/index.ts'
import { readLawFacts } from './read-law.ts'
import type { Refusal } from './refusal.ts'
import { readPackedProblem } from './roster-store.ts'
import { readShifts } from './shift-store.ts'
import { readPlace, type TablePlace } from './table-stamps.ts'
import { openTableThread, TablesCleared } from './table-thread.ts'
import type {
  KeptChange,
  TableAnswers,
  TableContents,
  TablePart,
  TableQuestion,
  TableQuestions,
  TableReply,
} from './table-words.ts'

/** Rosters that lie laid out in a thread of their own: what a change of the hand would come to, at once. */
export interface OpenTables {
  readonly place: (tx: Tx, centerId: number, rosterId: number) => Promise<TablePlace>
  /** Throws a problem where the question is refused. What the table lacks is read in the transaction. */
  readonly ask: <Question extends TableQuestion>(
    tx: Tx,
    place: TablePlace,
    question: Question,
    asked: TableQuestions[Question],
  ) => Promise<TableAnswers[Question]>
  /** The same in transactions of its own, which read nothing but stamps where the roster lies ready. `look` may refuse the place. */
  readonly askAt: <Question extends TableQuestion>(
    scope: Scope,
    rosterId: number,
    question: Question,
    asked: TableQuestions[Question],
    look?: (tx: Tx, place: TablePlace) => Promise<void>,
  ) => Promise<{ readonly place: TablePlace; readonly answer: TableAnswers[Question] }>
  readonly keep: (place: TablePlace, kept: Pick<KeptChange, 'to' | 'gone' | 'come'>) => void
  /** Lays a roster out before anybody asks; whoever calls does not wait. */
  readonly prepare: (scope: Scope, rosterId: number) => void
  readonly close: () => Promise<void>
}

export function openTables({ database, log }: Pick<Platform, 'database' | 'log'>, clock: () => number): OpenTables {
  const thread = openTableThread()
  const preparing = new Set<string>()
  let isClosed = false

  const place: OpenTables['place'] = (tx, centerId, rosterId) => readPlace(tx, centerId, rosterId, clock)

  /** Null where parts are missing and may not be read. */
  async function attempt<Question extends TableQuestion>(
    at: TablePlace,
    question: Question,
    asked: TableQuestions[Question],
    read: ((parts: readonly TablePart[]) => Promise<TableContents>) | null,
  ): Promise<{ readonly answer: TableAnswers[Question] } | null> {
    const order = { table: tableOf(at), stamps: at.stamps, question, asked }
    let reply: TableReply<Question> = await thread.ask({ ...order, contents: {} })
    // More than once only where others push the roster off the table meanwhile.
    for (let turn = 0; reply.kind === 'missing' && turn < 3; turn++) {
      if (read === null) return null
      reply = await thread.ask({ ...order, contents: await read(reply.parts) })
    }
    if (reply.kind === 'refused') throw problemOf(reply.words)
    if (reply.kind === 'missing') throw new Error(`roster ${at.roster.rosterId} could not be laid out`)
    return reply
  }

  const ask: OpenTables['ask'] = async (tx, at, question, asked) => {
    const read = (parts: readonly TablePart[]): Promise<TableContents> => readContents(tx, at, parts)
    const found = await attempt(at, question, asked, read).catch((error: unknown) => {
      if (error instanceof TablesCleared) return attempt(at, question, asked, read)
      throw error
    })
    if (found === null) throw new Error('a table that may be read is never missing')
    return found.answer
  }

  const askAt: OpenTables['askAt'] = async (scope, rosterId, question, asked, look = acceptEvery) => {
    const looked = async (tx: Tx): Promise<TablePlace> => {
      const at = await place(tx, scope.centerId, rosterId)
      await look(tx, at)
      return at
    }
    const ready = await database.inCenter(scope, looked)
    const found = await attempt(ready, question, asked, null).catch(onlyCleared)
    if (found !== null) return { place: ready, answer: found.answer }
    // Stamps and what they stand for are read of one moment, or an answer could mix two.
    return database.readSnapshot(scope, async (tx) => {
      const at = await looked(tx)
      return { place: at, answer: await ask(tx, at, question, asked) }
    })
  }

  return {
    place,
    ask,
    askAt,
    keep: (at, kept) => thread.keep({ ...kept, table: tableOf(at), from: at.stamps.shifts }),
    prepare(scope, rosterId) {
      const key = `${scope.centerId}/${rosterId}`
      if (preparing.has(key)) return
      preparing.add(key)
      void askAt(scope, rosterId, 'prepare', {})
        .catch((error: unknown) => {
          if (!isClosed) log.warn({ err: error, rosterId }, 'a roster could not be laid out before it is asked about')
        })
        .finally(() => preparing.delete(key))
    },
    async close() {
      isClosed = true
      await thread.close()
    },
  }
}

const acceptEvery = async (): Promise<void> => undefined

const tableOf = ({ centerId, roster }: TablePlace): string => `${centerId}/${roster.rosterId}`

const onlyCleared = (error: unknown): null => {
  if (error instanceof TablesCleared) return null
  throw error
}

const problemOf = ({ status, code, sentence, ...more }: Refusal['words']): RequestProblem =>
  new RequestProblem(status, code, sentence, more)

async function readContents(
  tx: Tx,
  { centerId, roster, today }: TablePlace,
  parts: readonly TablePart[],
): Promise<TableContents> {
  const { rosterId } = roster
  const problem = parts.includes('problem') ? await readPackedProblem(tx, centerId, rosterId) : null
  return {
    ...(problem === null ? {} : { problem }),
    ...(parts.includes('shifts') ? { shifts: await readShifts(tx, centerId, rosterId) } : {}),
    ...(parts.includes('law') ? { law: await readLawFacts(tx, centerId, roster, today) } : {}),
  }
}
