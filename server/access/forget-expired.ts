import type pg from 'pg'

/** Sessions and links that are over still say where somebody was: a day later they go. Tells how many. */
export async function forgetExpired(pool: pg.Pool | pg.ClientBase): Promise<number> {
  const sessions = await pool.query(`delete from auth.session where "expiresAt" < now() - interval '1 day'`)
  const links = await pool.query(`delete from auth.verification where "expiresAt" < now() - interval '1 day'`)
  return (sessions.rowCount ?? 0) + (links.rowCount ?? 0)
}
