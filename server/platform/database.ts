import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'

import { againAfterDeadlock } from './deadlock.ts'
import type { Log } from './log.ts'
import { createSlowQueries, type SlowQuery } from './slow-queries.ts'

// Counts and sums arrive as bigint or numeric; all of ours fit a double exactly (below 2^53).
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
// A date is a day in the centre's calendar, not an instant: keep it as 'YYYY-MM-DD'.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)

const SLOW_QUERY_MS = 1000

/** The role that serves requests: never the owner of a table, so that row-level security binds it. */
export const APPLICATION_ROLE = 'pult_app'

/** Tables are typed per room with `tx.withTables<RoomTables>()`; the platform knows none. */
// oxlint-disable-next-line typescript/no-empty-object-type -- the platform's view of the schema is empty on purpose
export type NoTables = {}
export type Tx = Transaction<NoTables>

/** Whose data a transaction may touch. Set inside the transaction, so that it can never leak to the next one. */
export interface Scope {
  readonly centerId: number
  /** The signed-in person, where one acts; lets her read her own memberships. */
  readonly userId?: string | undefined
}

export interface Database {
  /** Runs `work` in one transaction that sees one centre only. */
  inCenter<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same, read only, on the pool kept for long questions, so that reports never starve the intake of facts. */
  readCenter<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The same, seeing all tables as they are at its first question, however long it takes. */
  readSnapshot<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs `work` as a person with no centre chosen: sees her memberships and the centres they are in. */
  asUser<T>(userId: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * Runs `work` as the owner, past row-level security: migrations, making a centre, jobs over all centres. Every use
   * has a sentence that says why.
   */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * A connection of its own for bulk intake (COPY), bound to one centre inside a transaction. `work` begins anew when PostgreSQL
   * ended the transaction to break a circle of waiting.
   */
  withBulkConnection<T>(scope: Scope, work: (client: pg.ClientBase) => Promise<T>): Promise<T>
  readonly connectionString: string
  /** Questions that took long since this server started. */
  slowQueries(): readonly SlowQuery[]
  /** The owner's pool, for libraries that bring their own tables in schemas of their own. */
  readonly ownerPool: pg.Pool
  close(): Promise<void>
}

export interface DatabaseOptions {
  readonly connectionString: string
  readonly log: Log
  readonly maxConnections?: number
  /** A question that takes longer is told. */
  readonly slowQueryMs?: number
}

function createPool(options: DatabaseOptions, max: number, role: string | undefined, name: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max,
    idleTimeoutMillis: 30_000,
    // A session of PostgreSQL remembers every table it has met: an import of two years meets thousands of partitions.
    maxLifetimeSeconds: 30,
    application_name: `pult ${name}`,
    // Hours and days are cut in UTC, whatever zone the server of somebody else keeps.
    options: `-c timezone=UTC${role === undefined ? '' : ` -c role=${role}`}`,
  })
  // A connection lost in the middle of a transaction tells its client, and a client without a listener would end the server.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', (error) => options.log.warn({ error: error.message, pool: name }, 'a database connection was lost'))
  return pool
}

const kyselyOver = (pool: pg.Pool): Kysely<NoTables> => new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) })

async function bindScope(tx: Tx, scope: { centerId?: number; userId?: string | undefined }): Promise<void> {
  const center = scope.centerId === undefined ? '' : String(scope.centerId)
  await sql`select set_config('pult.center_id', ${center}, true), set_config('pult.user_id', ${scope.userId ?? ''}, true)`.execute(
    tx,
  )
}

/** Opens the pools. The application role must exist: see `migrate`. */
export function openDatabase(options: DatabaseOptions): Database {
  const ownerPool = createPool(options, 6, undefined, 'owner')
  const requestPool = createPool(options, options.maxConnections ?? 12, APPLICATION_ROLE, 'requests')
  const readPool = createPool(options, 4, APPLICATION_ROLE, 'reports')
  const bulkPool = createPool(options, 4, APPLICATION_ROLE, 'intake')
  const slow = createSlowQueries(options.slowQueryMs ?? SLOW_QUERY_MS, options.log)
  for (const pool of [ownerPool, requestPool, readPool, bulkPool]) slow.watch(pool)
  const owner = kyselyOver(ownerPool)
  const requests = kyselyOver(requestPool)
  const reads = kyselyOver(readPool)
  return {
    connectionString: options.connectionString,
    ownerPool,
    slowQueries: slow.list,
    inCenter: (scope, work) =>
      requests.transaction().execute(async (tx) => {
        await bindScope(tx, scope)
        return work(tx)
      }),
    readCenter: (scope, work) =>
      reads
        .transaction()
        .setAccessMode('read only')
        .execute(async (tx) => {
          await bindScope(tx, scope)
          return work(tx)
        }),
    readSnapshot: (scope, work) =>
      reads
        .transaction()
        .setAccessMode('read only')
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          await bindScope(tx, scope)
          return work(tx)
        }),
    asUser: (userId, work) =>
      requests.transaction().execute(async (tx) => {
        await bindScope(tx, { userId })
        return work(tx)
      }),
    asOwner: (work) => owner.transaction().execute(work),
    withBulkConnection: (scope, work) => againAfterDeadlock(() => inBulkTransaction(bulkPool, scope, work)),
    async close() {
      await Promise.all([owner.destroy(), requests.destroy(), reads.destroy(), bulkPool.end()])
    },
  }
}

async function inBulkTransaction<T>(
  pool: pg.Pool,
  scope: Scope,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    await client.query("select set_config('pult.center_id', $1, true), set_config('pult.user_id', $2, true)", [
      String(scope.centerId),
      scope.userId ?? '',
    ])
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}
