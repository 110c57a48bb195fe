import pg from 'pg'

export interface NotedBackup {
  /** The moment that the file holds. */
  readonly madeAt: Date
  readonly seconds: number
  readonly bytes: number
  readonly rows: number
  readonly tables: number
}

/** Notes in the database that a backup of it was written, so that it is known how old the newest one is. False where its Pult is too old for that. */
export async function noteBackup(
  connectionString: string,
  { madeAt, seconds, bytes, rows, tables }: NotedBackup,
): Promise<boolean> {
  const client = new pg.Client({ connectionString, application_name: 'pult backup' })
  await client.connect()
  try {
    const known = await client.query<{ isThere: boolean }>(
      `select to_regclass('pult_meta.backup') is not null as "isThere"`,
    )
    if (known.rows[0]?.isThere !== true) return false
    await client.query(
      'insert into pult_meta.backup (made_at, seconds, bytes, "rows", tables) values ($1, $2, $3, $4, $5)',
      [madeAt, seconds, bytes, rows, tables],
    )
    return true
  } finally {
    await client.end()
  }
}
