import { sql, type RawBuilder } from 'kysely'

import type { Database } from './database.ts'
import type { Live } from './live.ts'

/** A piece of work whose table says that it waits or is being done. */
export interface Underway<Data> {
  readonly data: Data
  readonly isBegun: boolean
}

/** What becomes of pieces of one kind of work that nobody will finish. */
export interface LostWork<Data> {
  /** Told of a piece whose every try failed or took its server with it, so that whoever waits for it hears of it. */
  givenUp(data: Data): Promise<void>
  /**
   * All pieces that ought to be in the queue, looked at now and then: one that is not there though it was begun is given up; one that was
   * never begun (its server ended before it told the queue) is sent. Left out where nothing waits for the work.
   */
  underway?(): Promise<readonly Underway<Data>[]>
}

/** Where the pieces of a kind of work stand, a row each, with `status` and `problem`. */
interface WorkTable<Data> {
  readonly table: string
  /** What tells a piece from others, as the queue's data call it: `rosterId` is the column `roster_id`. */
  readonly key: readonly (keyof Data & string)[]
  /** The statuses of one that is not over, those of one that was begun last. */
  readonly waiting: string
  readonly begun?: string
  /** The topic on which pages wait for it. */
  readonly topic: string
  /** The column that says when it was over, where there is one. */
  readonly endedAt?: string
  /** Which of its rows are made by jobs; all where left out. */
  readonly only?: RawBuilder<unknown>
}

/** The problem of work that was given up; pages have words for it. */
const GIVEN_UP = 'givenUp'

/** Pieces of work that stand in a table fail there when they are given up, and their pages hear of it. */
export function lostInTable<Data extends { readonly centerId: number }>(
  { database, live }: { readonly database: Database; readonly live: Live },
  { table, key, waiting, begun = waiting, topic, endedAt, only = sql`true` }: WorkTable<Data>,
): LostWork<Data> {
  const isUnderway = sql`(status in (${waiting}, ${begun}) and ${only})`
  const columns = key.map((name) => sql`${sql.ref(columnOf(name))}::integer as ${sql.ref(name)}`)
  return {
    async givenUp(data) {
      const { centerId } = data
      const isThis = key.map((name) => sql`${sql.ref(columnOf(name))} = ${data[name]}`)
      const over = endedAt === undefined ? sql`` : sql`, ${sql.ref(endedAt)} = now()`
      await database.inCenter({ centerId }, async (tx) => {
        const { numAffectedRows = 0n } = await sql`
          update ${sql.table(table)} set status = 'failed', problem = ${GIVEN_UP}${over}
          where center_id = ${centerId} and ${sql.join(isThis, sql` and `)} and ${isUnderway}`.execute(tx)
        const [id] = key
        if (numAffectedRows > 0n && id !== undefined) await live.announce(tx, { centerId, topic, id: Number(data[id]) })
      })
    },
    // As the owner: it is asked over all centres.
    underway: () =>
      database.asOwner(async (tx) => {
        const { rows } = await sql<Data & { readonly isBegun: boolean }>`
          select center_id as "centerId", ${sql.join(columns)}, status <> ${waiting} as "isBegun" from ${sql.table(table)}
          where ${isUnderway}`.execute(tx)
        // The rest of a type that is open is for the compiler no longer that type.
        return rows.map(({ isBegun, ...data }) => ({ isBegun, data: data as unknown as Data }))
      }),
  }
}

/** `rosterId` → `roster_id`. */
const columnOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
