import { sql } from 'kysely'

import type { Database } from '../platform/index.ts'
import type { Auth } from './auth.ts'
import { oneTimeLink } from './one-time-link.ts'

/** Until she gives her own address; `.invalid` can never receive mail (RFC 2606). */
const FIRST_EMAIL = 'administrator@pult.invalid'

/**
 * The link of the first start: signs its opener in, once, as administrator of this installation and of the centres there are.
 * A new one on every start until an administrator has a password; then null. There is never a default password.
 */
export async function firstAdministratorLink(database: Database, auth: Auth, address: string): Promise<string | null> {
  const [known] = await installationAdministrators(database)
  const email = known?.email ?? FIRST_EMAIL
  const user = await auth.ensureUser({ email, name: 'Администратор', installationAdministrator: true })
  if (await auth.hasPassword(user.id)) return null
  await joinAllCenters(database, user.id)
  return oneTimeLink(address, await auth.oneTimeToken(email))
}

/** Past row-level security: people belong to the installation, and the library's schema is the owner's. */
function installationAdministrators(database: Database): Promise<{ email: string }[]> {
  return database.asOwner(async (tx) => {
    const { rows } = await sql<{ email: string }>`
      select u.email from auth."user" u where u.role = 'admin'
      order by exists (select 1 from auth.account a where a."userId" = u.id and a."providerId" = 'credential') desc, u."createdAt" limit 1
    `.execute(tx)
    return rows
  })
}

async function joinAllCenters(database: Database, userId: string): Promise<void> {
  // The owner's list of centres: on the first start that is the demonstration.
  const centers = await database.asOwner((tx) => sql<{ center_id: number }>`select center_id from center`.execute(tx))
  for (const { center_id: centerId } of centers.rows) {
    await database.inCenter({ centerId }, (tx) =>
      sql`
        insert into membership (center_id, user_id, role) values (${centerId}, ${userId}, 'administrator')
        on conflict (center_id, user_id) do nothing
      `.execute(tx),
    )
  }
}
