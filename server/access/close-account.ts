import { sql } from 'kysely'

import type { Database, Tx } from '../platform/index.ts'
import type { Auth } from './auth.ts'
import { isOnlyHere, oneChangeAtATime, refuseWithoutAdministrator } from './membership.ts'

/** Takes a person's place in a centre away; resolves to whether her account may go with it, because it opens nothing else. */
export async function leaveCenter(
  tx: Tx,
  database: Database,
  auth: Auth,
  centerId: number,
  userId: string,
): Promise<boolean> {
  const isAlone = await isOnlyHere(database, auth, userId, centerId)
  await oneChangeAtATime(tx, centerId)
  await sql`delete from team_supervisor where center_id = ${centerId} and user_id = ${userId}`.execute(tx)
  await sql`delete from membership where center_id = ${centerId} and user_id = ${userId}`.execute(tx)
  await refuseWithoutAdministrator(tx, centerId)
  return isAlone
}

/** Deletes an account with its password, factors and sessions. */
export async function deleteAccount(auth: Auth, userId: string): Promise<void> {
  const client = await auth.pool.connect()
  try {
    await client.query('begin')
    for (const table of ['session', 'account', '"twoFactor"', 'passkey'])
      await client.query(`delete from ${table} where "userId" = $1`, [userId])
    await client.query('delete from used_code where user_id = $1', [userId])
    // Links that were asked for: the library keeps whose they are as the value, and what they are called as a hash.
    await client.query('delete from verification where value = $1', [userId])
    await client.query('delete from "user" where id = $1', [userId])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
