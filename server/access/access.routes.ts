import { sql } from 'kysely'

import { access, type AuditLine, type Membership, type Token } from '@pult/contract/access'
import type { Role } from '@pult/contract/permissions'

import {
  conflict,
  forbidden,
  headersOf,
  notFound,
  type Caller,
  type Database,
  type Http,
  type Identity,
  type Tx,
} from '../platform/index.ts'
import { LINK_HOURS, type Auth } from './auth.ts'
import { readMembers } from './members.ts'
import { formatToken, hashSecret, newSecret } from './token.ts'

const AUDIT_PAGE = 100

/** Serves the routes of the access room. */
export function serveAccess(http: Http, database: Database, auth: Auth): void {
  serveSession(http, database, auth)
  serveMembers(http, database, auth)
  serveTokens(http)
  http.serve(access.listAudit, async ({ caller, query, readCenter }) => {
    const lines = await readCenter(async (tx) => {
      const { rows } = await sql<AuditLine>`
        select audit_id as "auditId", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
          user_name as "userName", kind, act, subject, detail
        from audit where center_id = ${caller.centerId} and (${query.before ?? null}::bigint is null or audit_id < ${query.before ?? null})
        order by audit_id desc limit ${AUDIT_PAGE}
      `.execute(tx)
      return rows
    })
    return { lines }
  })
}

function serveSession(http: Http, database: Database, auth: Auth): void {
  http.serve(access.readSession, async ({ identity, request }) => {
    if (identity?.kind === 'token') {
      const { administersInstallation } = identity
      const memberships = await centersOfToken(database, identity)
      return { user: null, administersInstallation, needsPassword: false, memberships }
    }
    const user = identity?.kind === 'user' ? await auth.signedIn(headersOf(request)) : null
    if (user === null) return { user: null, administersInstallation: false, needsPassword: false, memberships: [] }
    return {
      user: { id: user.id, name: user.name, email: user.email },
      administersInstallation: user.role === 'admin',
      needsPassword: !(await auth.hasPassword(user.id)),
      memberships: await membershipsOf(database, user.id),
    }
  })

  http.serve(access.welcome, async ({ identity, body, request }) => {
    if (identity?.kind !== 'user')
      throw conflict('notAPerson', 'Only a person who came by a one-time link can do this, not an API token.')
    const { userId } = identity
    if (await auth.hasPassword(userId))
      throw conflict('hasPassword', 'You already have a password; change it in your profile.')
    if ((await auth.setProfile(userId, body)) === 'emailTaken') {
      throw conflict('emailTaken', 'Another person here already uses this e-mail address.', { at: 'body.email' })
    }
    await auth.setPassword(headersOf(request), body.password)
    return { done: true as const }
  })
}

/** A token opens its own centre; the one of the machine's own command line opens all, so it is asked past row-level security. */
async function centersOfToken(
  database: Database,
  { tokenCenterId, tokenRole = 'administrator' }: Identity,
): Promise<Membership[]> {
  const { rows } = await database.asOwner((tx) =>
    sql<Omit<Membership, 'role' | 'agentId'>>`
      select center_id as "centerId", name as "centerName", kind, time_zone as "timeZone" from center
      where ${tokenCenterId ?? null}::integer is null or center_id = ${tokenCenterId ?? null} order by center_id
    `.execute(tx),
  )
  return rows.map((row) => ({ ...row, role: tokenRole, agentId: null }))
}

function membershipsOf(database: Database, userId: string): Promise<Membership[]> {
  return database.asUser(userId, async (tx) => {
    const { rows } = await sql<Membership>`
      select c.center_id as "centerId", c.name as "centerName", c.kind, c.time_zone as "timeZone", m.role, m.agent_id as "agentId"
      from membership m join center c using (center_id)
      where m.user_id = ${userId} order by c.kind desc, c.name collate names
    `.execute(tx)
    return rows
  })
}

function serveMembers(http: Http, database: Database, auth: Auth): void {
  http.serve(access.listMembers, async ({ caller: { centerId }, readCenter }) => ({
    members: await readCenter((tx) => readMembers(tx, auth, centerId)),
  }))

  http.serve(access.invite, async ({ caller, body, inCenter, audit, request }) => {
    const user = await auth.ensureUser({
      email: body.email.toLowerCase(),
      name: body.name,
      installationAdministrator: false,
    })
    await inCenter(async (tx) => {
      await oneChangeAtATime(tx, caller.centerId)
      const former = await sql<{ role: Role }>`
        select role from membership where center_id = ${caller.centerId} and user_id = ${user.id} for update
      `.execute(tx)
      mayAppoint(caller, body.role, former.rows[0]?.role)
      await sql`
        insert into membership (center_id, user_id, role, agent_id)
        values (${caller.centerId}, ${user.id}, ${body.role}, ${body.agentId ?? null})
        on conflict (center_id, user_id) do update set role = excluded.role, agent_id = excluded.agent_id
      `.execute(tx)
      if (former.rows[0]?.role === 'administrator') await refuseWithoutAdministrator(tx, caller.centerId)
      await audit(tx, { act: 'access.member.invite', subject: `user ${user.id}`, detail: { role: body.role } })
    })
    const address = `${request.protocol}://${request.headers.host ?? ''}`
    if (!(await isOnlyHere(database, auth, user.id, caller.centerId)))
      return { link: `${address}/sign-in`, expiresAt: null }
    const token = await auth.oneTimeToken(user.email)
    const expiresAt = new Date(Date.now() + LINK_HOURS * 3_600_000).toISOString()
    return { link: oneTimeLink(address, token), expiresAt }
  })

  http.serve(access.changeMember, async ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await oneChangeAtATime(tx, caller.centerId)
      mayAppoint(caller, body.role, await roleOf(tx, caller.centerId, params.userId))
      const result = await sql`
        update membership set role = ${body.role} where center_id = ${caller.centerId} and user_id = ${params.userId}
      `.execute(tx)
      if (result.numAffectedRows === 0n) throw notFound('person')
      await refuseWithoutAdministrator(tx, caller.centerId)
      await audit(tx, { act: 'access.member.change', subject: `user ${params.userId}`, detail: { role: body.role } })
      return { done: true as const }
    }),
  )

  http.serve(access.removeMember, async ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await oneChangeAtATime(tx, caller.centerId)
      mayAppoint(caller, await roleOf(tx, caller.centerId, params.userId))
      const result =
        await sql`delete from membership where center_id = ${caller.centerId} and user_id = ${params.userId}`.execute(
          tx,
        )
      if (result.numAffectedRows === 0n) throw notFound('person')
      await refuseWithoutAdministrator(tx, caller.centerId)
      await audit(tx, { act: 'access.member.remove', subject: `user ${params.userId}` })
      return { done: true as const }
    }),
  )
}

/**
 * Whether a one-time link for this person opens nothing but this centre. Whoever has a password, administers the installation or has
 * a place in another centre signs in as herself: a link would lend her rights to whoever invites her.
 */
async function isOnlyHere(database: Database, auth: Auth, userId: string, centerId: number): Promise<boolean> {
  const user = (await auth.usersById([userId])).get(userId)
  if (user === undefined || user.hasPassword || user.role === 'admin') return false
  const memberships = await membershipsOf(database, userId)
  return memberships.every((membership) => membership.centerId === centerId)
}

/** Administrators are made and unmade by administrators only. */
function mayAppoint(caller: Caller, ...concerned: readonly (Role | undefined)[]): void {
  if (concerned.includes('administrator') && !caller.may('administer')) throw forbidden('appointing an administrator')
}

async function roleOf(tx: Tx, centerId: number, userId: string): Promise<Role | undefined> {
  const { rows } = await sql<{ role: Role }>`
    select role from membership where center_id = ${centerId} and user_id = ${userId}
  `.execute(tx)
  return rows[0]?.role
}

/** Any number will do, as long as nothing else asks for the same lock. */
const MEMBERS_LOCK = 7_700_010

/** Two administrators who unmake each other at once would each see the other still in place. */
async function oneChangeAtATime(tx: Tx, centerId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MEMBERS_LOCK}::integer, ${centerId}::integer)`.execute(tx)
}

/** A centre nobody can administer is lost to its people. */
async function refuseWithoutAdministrator(tx: Tx, centerId: number): Promise<void> {
  const { rows } =
    await sql`select 1 from membership where center_id = ${centerId} and role = 'administrator' limit 1`.execute(tx)
  if (rows.length === 0) {
    throw conflict(
      'lastAdministrator',
      'This person is the last administrator of the centre. Make someone else administrator first.',
    )
  }
}

/** Where a one-time link leads: sign-in, then the page that asks for name and password. */
export function oneTimeLink(address: string, token: string): string {
  return `${address}/api/auth/magic-link/verify?token=${encodeURIComponent(token)}&callbackURL=%2Fwelcome&errorCallbackURL=%2Fsign-in`
}

function serveTokens(http: Http): void {
  http.serve(access.listTokens, async ({ caller, readCenter }) => {
    const tokens = await readCenter(async (tx) => {
      const { rows } = await sql<Token>`
        select token_id as "tokenId", name, role, created_at as "createdAt", expires_at as "expiresAt",
          revoked_at as "revokedAt", last_used_at as "lastUsedAt"
        from api_token where center_id = ${caller.centerId} order by token_id desc
      `.execute(tx)
      return rows
    })
    return { tokens }
  })

  http.serve(access.createToken, async ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const secret = newSecret()
      const { rows } = await sql<{ token_id: number }>`
        insert into api_token (center_id, name, secret_hash, role, created_by, expires_at)
        values (${caller.centerId}, ${body.name}, ${hashSecret(secret)}, ${body.role}, ${caller.userId}, now() + ${body.days}::integer * interval '1 day')
        returning token_id
      `.execute(tx)
      const tokenId = rows[0]?.token_id ?? 0
      await audit(tx, {
        act: 'access.token.create',
        subject: `token ${tokenId}`,
        detail: { name: body.name, role: body.role },
      })
      return { token: formatToken({ centerId: caller.centerId, tokenId, secret }), tokenId }
    }),
  )

  http.serve(access.revokeToken, async ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      const result = await sql`
        update api_token set revoked_at = now() where center_id = ${caller.centerId} and token_id = ${params.tokenId} and revoked_at is null
      `.execute(tx)
      if (result.numAffectedRows === 0n) throw notFound('token')
      await audit(tx, { act: 'access.token.revoke', subject: `token ${params.tokenId}` })
      return { done: true as const }
    }),
  )
}
