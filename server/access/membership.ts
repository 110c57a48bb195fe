import { sql } from 'kysely'

import type { Membership } from '@pult/contract/access'
import { permissions, rightsMay, type Rights, type Role } from '@pult/contract/permissions'

import { conflict, forbidden, type Caller, type Database, type Tx } from '../platform/index.ts'
import type { Auth } from './auth.ts'

/** The centres a person belongs to. `isStrong` where she has signed in by two factors. */
export function membershipsOf(database: Database, userId: string, isStrong: boolean): Promise<Membership[]> {
  return database.asUser(userId, async (tx) => {
    const { rows } = await sql<Membership>`
      select c.center_id as "centerId", c.name as "centerName", c.kind, c.time_zone as "timeZone", m.role, m.agent_id as "agentId", m.only_may as only,
        coalesce(m.role = any(p.second_factor_roles), false) and not ${isStrong}::boolean as "needsSecondFactor"
      from membership m join center c using (center_id) left join security_policy p using (center_id)
      where m.user_id = ${userId} and (m.ends_at is null or m.ends_at > now()) order by c.kind desc, c.name collate names
    `.execute(tx)
    return rows
  })
}

/**
 * Whether this person has a place in this centre and in nothing else. Of whoever administers the installation or belongs to another
 * centre, nobody here may take the place: a one-time link or a reset would lend those rights to whoever asks for it.
 */
export async function isOnlyHere(database: Database, auth: Auth, userId: string, centerId: number): Promise<boolean> {
  const user = (await auth.usersById([userId])).get(userId)
  if (user === undefined || user.role === 'admin') return false
  const memberships = await membershipsOf(database, userId, true)
  return memberships.every((membership) => membership.centerId === centerId)
}

/** The same as a refusal. Whoever administers the installation may do it for everybody. */
export async function memberOnlyHere(database: Database, auth: Auth, caller: Caller, userId: string): Promise<void> {
  if (caller.administersInstallation || (await isOnlyHere(database, auth, userId, caller.centerId))) return
  throw conflict(
    'belongsElsewhere',
    'This person belongs to other centres too, or administers this Pult: only an administrator of the installation may do that.',
  )
}

/** Nobody gives another one more than she may do herself. */
export function mayGrant(caller: Caller, rights: Rights): void {
  const more = permissions.find((permission) => rightsMay(rights, permission) && !caller.may(permission))
  if (more !== undefined) throw forbidden(more)
}

/** Administrators are made and unmade by administrators only. */
export function mayAppoint(caller: Caller, ...concerned: readonly (Role | undefined)[]): void {
  if (concerned.includes('administrator') && !caller.may('administer')) throw forbidden('appointing an administrator')
}

export async function roleOf(tx: Tx, centerId: number, userId: string): Promise<Role | undefined> {
  const { rows } = await sql<{ role: Role }>`
    select role from membership where center_id = ${centerId} and user_id = ${userId}
  `.execute(tx)
  return rows[0]?.role
}

/** Any number will do, as long as nothing else asks for the same lock. */
const MEMBERS_LOCK = 7_700_010

/** Two administrators who unmake each other at once would each see the other still in place. */
export async function oneChangeAtATime(tx: Tx, centerId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MEMBERS_LOCK}::integer, ${centerId}::integer)`.execute(tx)
}

/** A centre nobody can administer is lost to its people. */
export async function refuseWithoutAdministrator(tx: Tx, centerId: number): Promise<void> {
  const { rows } = await sql`select 1 from membership where center_id = ${centerId} and role = 'administrator'
      and only_may is null and ends_at is null limit 1`.execute(tx)
  if (rows.length === 0) {
    throw conflict(
      'lastAdministrator',
      'This person is the last administrator of the centre. Make someone else administrator first.',
    )
  }
}
