import { sql } from 'kysely'

import { access, type AuditLine, type Membership, type Session, type Token } from '@pult/contract/access'

import { conflict, headersOf, isoText, notFound, type Database, type Http, type Identity } from '../platform/index.ts'
import type { Auth } from './auth.ts'
import { serveMembers } from './members.routes.ts'
import { mayGrant, membershipsOf } from './membership.ts'
import { isStrong } from './own-security.ts'
import { refusePassword } from './password-rules.ts'
import { formatToken, hashSecret, newSecret } from './token.ts'

const AUDIT_PAGE = 100

/** By what one may come in here, besides a password. */
type Ways = Pick<Session, 'resetsByMail' | 'provider'>

/** Serves the routes of the access room. */
export function serveAccess(http: Http, database: Database, auth: Auth, ways: Ways): void {
  serveSession(http, database, auth, ways)
  serveMembers(http, database, auth)
  serveTokens(http)
  http.serve(access.listAudit, async ({ caller, query, readCenter }) => {
    const lines = await readCenter(async (tx) => {
      const { rows } = await sql<AuditLine>`
        select audit_id as "auditId", ${isoText('at')} as at,
          user_name as "userName", kind, act, subject, detail
        from audit where center_id = ${caller.centerId} and (${query.before ?? null}::bigint is null or audit_id < ${query.before ?? null})
          and (${query.only ?? ''} <> 'looks' or act like 'contacts.customers.%' or act like '%.export' or act = 'privacy.person.find')
        order by audit_id desc limit ${AUDIT_PAGE}
      `.execute(tx)
      return rows
    })
    return { lines }
  })
}

function serveSession(http: Http, database: Database, auth: Auth, ways: Ways): void {
  http.serve(access.readSession, async ({ identity, request }) => {
    if (identity?.kind === 'token') {
      const { administersInstallation } = identity
      const memberships = await centersOfToken(database, identity)
      return { user: null, administersInstallation, needsPassword: false, ...ways, memberships }
    }
    const user = identity?.kind === 'user' ? await auth.signedIn(headersOf(request)) : null
    if (user === null)
      return { user: null, administersInstallation: false, needsPassword: false, ...ways, memberships: [] }
    return {
      user: { id: user.id, name: user.name, email: user.email },
      administersInstallation: user.role === 'admin',
      needsPassword: !(await auth.hasPassword(user.id)),
      ...ways,
      memberships: await membershipsOf(database, user.id, isStrong(user.signedInBy)),
    }
  })

  http.serve(access.welcome, async ({ identity, body, request }) => {
    if (identity?.kind !== 'user')
      throw conflict('notAPerson', 'Only a person who came by a one-time link can do this, not an API token.')
    const { userId } = identity
    if (await auth.hasPassword(userId))
      throw conflict('hasPassword', 'You already have a password; change it in your profile.')
    const problem = await refusePassword(body.password, body)
    if (problem !== null) throw problem
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
  { tokenCenterId, tokenRole = 'administrator', tokenOnly = null }: Identity,
): Promise<Membership[]> {
  const { rows } = await database.asOwner((tx) =>
    sql<Omit<Membership, 'role' | 'agentId' | 'only' | 'needsSecondFactor'>>`
      select center_id as "centerId", name as "centerName", kind, time_zone as "timeZone" from center
      where ${tokenCenterId ?? null}::integer is null or center_id = ${tokenCenterId ?? null} order by center_id
    `.execute(tx),
  )
  return rows.map((row) => ({
    ...row,
    role: tokenRole,
    agentId: null,
    only: tokenOnly === null ? null : [...tokenOnly],
    needsSecondFactor: false,
  }))
}

function serveTokens(http: Http): void {
  http.serve(access.listTokens, async ({ caller, readCenter }) => {
    const tokens = await readCenter(async (tx) => {
      const { rows } = await sql<Token>`
        select token_id as "tokenId", name, role, only_may as only, created_at as "createdAt", expires_at as "expiresAt",
          revoked_at as "revokedAt", last_used_at as "lastUsedAt"
        from api_token where center_id = ${caller.centerId} order by token_id desc
      `.execute(tx)
      return rows
    })
    return { tokens }
  })

  http.serve(access.createToken, async ({ caller, body, inCenter, audit }) => {
    const only = body.only ?? null
    mayGrant(caller, { role: body.role, only })
    return inCenter(async (tx) => {
      const secret = newSecret()
      const { rows } = await sql<{ token_id: number }>`
        insert into api_token (center_id, name, secret_hash, role, only_may, created_by, expires_at)
        values (${caller.centerId}, ${body.name}, ${hashSecret(secret)}, ${body.role}, ${only}::text[], ${caller.userId}, now() + ${body.days}::integer * interval '1 day')
        returning token_id
      `.execute(tx)
      const tokenId = rows[0]?.token_id ?? 0
      await audit(tx, {
        act: 'access.token.create',
        subject: `token ${tokenId}`,
        detail: { name: body.name, role: body.role, ...(only === null ? {} : { only: only.join(', ') }) },
      })
      return { token: formatToken({ centerId: caller.centerId, tokenId, secret }), tokenId }
    })
  })

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
