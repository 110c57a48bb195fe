import pg from 'pg'

/**
 * A connection that sees every centre, for a whole backup: row-level security would hide them all from an ordinary owner, and a backup would be
 * empty without a word. Values are written one way on every server, for sums over rows are sums over their texts. Throws an Error that says what to do.
 */
export async function connectToAllCenters(connectionString: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: name,
    options: '-c timezone=UTC -c datestyle=ISO -c intervalstyle=postgres -c extra_float_digits=1',
  })
  await client.connect()
  const { rows } = await client.query<{ sees: boolean; role: string }>(
    'select rolsuper or rolbypassrls as sees, rolname as role from pg_roles where rolname = current_user',
  )
  if (rows[0]?.sees === true) return client
  await client.end()
  throw new Error(
    `The user in DATABASE_URL sees one centre at a time, and a backup is of all. Ask an administrator of the server to run once: alter role ${rows[0]?.role ?? 'the user'} bypassrls;`,
  )
}
