import { sql } from 'kysely'

import { rightsByRole, rightsMay, type Permission, type Rights, type Role } from '@pult/contract/permissions'

import { RequestProblem, type Caller, type Database, type Gatekeeper, type Identity } from '../platform/index.ts'
import { writeAudit } from './audit.ts'
import type { Auth } from './auth.ts'
import { isStrong } from './own-security.ts'
import { hashSecret, parseToken, sameSecret, type ParsedToken } from './token.ts'

/** The user id under which this machine's own command line acts. */
export const SYSTEM_USER = 'system'

export interface GatekeeperOptions {
  readonly database: Database
  readonly auth: Auth
  /** The secret in the data folder that lets the command line of the same machine in. */
  readonly localToken: string
}

/** Says who sends a request and what her place in a centre is. */
export function createGatekeeper({ database, auth, localToken }: GatekeeperOptions): Gatekeeper {
  return {
    async identify(headers) {
      const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
      if (bearer !== undefined) return identifyToken(database, bearer, localToken)
      if (!headers.has('cookie')) return null
      const user = await auth.signedIn(headers)
      if (user === null) return null
      return {
        kind: 'user',
        userId: user.id,
        name: user.name,
        administersInstallation: user.role === 'admin',
        isStrong: isStrong(user.signedInBy),
      }
    },
    async admit(identity, centerId) {
      if (identity.kind === 'token') return admitToken(database, identity, centerId)
      return admitMember(database, identity, centerId)
    },
    audit: writeAudit,
  }
}

const badToken = (): RequestProblem =>
  new RequestProblem(401, 'badToken', 'This token is not known, has expired or was revoked.')

const secondFactorNeeded = (): RequestProblem =>
  new RequestProblem(
    403,
    'secondFactorNeeded',
    'This centre asks people of your role for a second factor: set up codes or a passkey under your name, then sign in by it.',
  )

async function identifyToken(database: Database, text: string, localToken: string): Promise<Identity> {
  if (sameSecret(text, hashSecret(localToken)))
    return { kind: 'token', userId: SYSTEM_USER, name: 'pult', administersInstallation: true }
  const token = parseToken(text)
  if (token === null) throw badToken()
  const found = await findToken(database, token)
  if (found === undefined || !sameSecret(token.secret, found.secret_hash)) throw badToken()
  return {
    kind: 'token',
    userId: found.created_by,
    name: found.name,
    administersInstallation: false,
    tokenCenterId: token.centerId,
    tokenRole: found.role,
    tokenOnly: found.only,
  }
}

interface TokenRow {
  readonly name: string
  readonly role: Role
  readonly only: readonly Permission[] | null
  readonly secret_hash: Buffer
  readonly created_by: string
}

async function findToken(database: Database, token: ParsedToken): Promise<TokenRow | undefined> {
  return database.inCenter({ centerId: token.centerId }, async (tx) => {
    const { rows } = await sql<TokenRow>`
      select name, role, only_may as only, secret_hash, created_by from api_token
      where center_id = ${token.centerId} and token_id = ${token.tokenId}
        and revoked_at is null and (expires_at is null or expires_at > now())
    `.execute(tx)
    // Once a minute is enough to see whether a token is still used.
    await sql`
      update api_token set last_used_at = now()
      where center_id = ${token.centerId} and token_id = ${token.tokenId}
        and (last_used_at is null or last_used_at < now() - interval '1 minute')
    `.execute(tx)
    return rows[0]
  })
}

function callerOf(
  identity: Identity,
  centerId: number,
  { role, only }: Rights,
  teamIds: readonly number[],
  agentId: number | null,
): Caller {
  return {
    ...identity,
    centerId,
    role,
    reach: rightsByRole[role].reach,
    may: (permission) => rightsMay({ role, only }, permission),
    teamIds,
    agentId,
  }
}

async function admitToken(database: Database, identity: Identity, centerId: number): Promise<Caller | null> {
  // Not by the user id: a token made from the command line was created by the same "system" and still opens one centre only.
  if (!identity.administersInstallation) {
    const fits = identity.tokenCenterId === centerId && identity.tokenRole !== undefined
    return fits
      ? callerOf(
          identity,
          centerId,
          { role: identity.tokenRole ?? 'agent', only: identity.tokenOnly ?? null },
          [],
          null,
        )
      : null
  }
  const exists = await database.inCenter({ centerId }, (tx) =>
    sql`select 1 from center where center_id = ${centerId}`.execute(tx),
  )
  return exists.rows.length === 0 ? null : callerOf(identity, centerId, { role: 'administrator', only: null }, [], null)
}

async function admitMember(database: Database, identity: Identity, centerId: number): Promise<Caller | null> {
  return database.inCenter({ centerId, userId: identity.userId }, async (tx) => {
    const { rows } = await sql<Rights & { agent_id: number | null; needs_second_factor: boolean }>`
      select role, only_may as only, agent_id, coalesce(role = any(second_factor_roles), false) as needs_second_factor
      from membership left join security_policy using (center_id) where center_id = ${centerId} and user_id = ${identity.userId}
        and (ends_at is null or ends_at > now())
    `.execute(tx)
    const [membership] = rows
    if (membership === undefined) return null
    if (membership.needs_second_factor && identity.isStrong !== true) throw secondFactorNeeded()
    const teams = await sql<{ team_id: number }>`
      select team_id from team_supervisor where center_id = ${centerId} and user_id = ${identity.userId}
    `.execute(tx)
    return callerOf(
      identity,
      centerId,
      membership,
      teams.rows.map((row) => row.team_id),
      membership.agent_id,
    )
  })
}
