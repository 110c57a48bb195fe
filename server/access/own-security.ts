import type pg from 'pg'

import type { SignInWay } from '@pult/contract/access'
import type { OwnSecurity, OwnSession, Passkey } from '@pult/contract/access-security'

import type { InSession } from './auth.ts'
import { isPassword } from './password-hash.ts'

// What the sign-in library keeps of one person, in its own schema.

/** The ways that are two factors: a passkey verifies its person, and whoever signs in elsewhere is verified there. */
const STRONG: ReadonlySet<SignInWay> = new Set(['code', 'backupCode', 'passkey', 'provider'])

export const isStrong = (way: SignInWay): boolean => STRONG.has(way)

export async function readOwnSecurity(pool: pg.Pool, user: InSession): Promise<OwnSecurity> {
  const account = await pool.query<{ hasPassword: boolean; hasCodes: boolean }>(
    `select coalesce("twoFactorEnabled", false) as "hasCodes",
       exists (select 1 from account where "userId" = $1 and "providerId" = 'credential') as "hasPassword"
     from "user" where id = $1`,
    [user.id],
  )
  const passkeys = await pool.query<Omit<Passkey, 'createdAt' | 'lastUsedAt'> & PasskeyTimes>(
    `select id as "passkeyId", name, host, "createdAt", "lastUsedAt" from passkey where "userId" = $1 order by "createdAt"`,
    [user.id],
  )
  return {
    hasPassword: account.rows[0]?.hasPassword ?? false,
    hasCodes: account.rows[0]?.hasCodes ?? false,
    passkeys: passkeys.rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    })),
    sessions: await listSessions(pool, user),
  }
}

interface PasskeyTimes {
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

interface SessionRow extends Omit<OwnSession, 'isThis' | 'beganAt' | 'lastSeenAt'> {
  readonly beganAt: Date
  readonly lastSeenAt: Date
}

async function listSessions(pool: pg.Pool, user: InSession): Promise<OwnSession[]> {
  const { rows } = await pool.query<SessionRow>(
    `select id as "sessionId", "signedInBy", coalesce("userAgent", '') as device, coalesce("ipAddress", '') as address,
       "createdAt" as "beganAt", "updatedAt" as "lastSeenAt"
     from session where "userId" = $1 and "expiresAt" > now() order by id = $2 desc, "updatedAt" desc`,
    [user.id, user.sessionId],
  )
  return rows.map((row) => ({
    ...row,
    isThis: row.sessionId === user.sessionId,
    beganAt: row.beganAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }))
}

/** Whether there was one. */
export async function endSession(pool: pg.Pool, userId: string, sessionId: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from session where "userId" = $1 and id = $2', [userId, sessionId])
  return (rowCount ?? 0) > 0
}

/** Ends all sessions of a person, but the one that is named; resolves to how many. */
export async function endSessions(pool: pg.Pool, userId: string, but: string | null): Promise<number> {
  const { rowCount } = await pool.query(
    'delete from session where "userId" = $1 and ($2::text is null or id <> $2) and "expiresAt" > now()',
    [userId, but],
  )
  return rowCount ?? 0
}

export async function removePasskey(pool: pg.Pool, userId: string, passkeyId: string): Promise<boolean> {
  const { rowCount } = await pool.query('delete from passkey where "userId" = $1 and id = $2', [userId, passkeyId])
  return (rowCount ?? 0) > 0
}

/** Forgets codes and passkeys of whoever has lost them. Sessions that came about by them go too. */
export async function forgetSecondFactors(pool: pg.Pool, userId: string): Promise<void> {
  await pool.query('delete from "twoFactor" where "userId" = $1', [userId])
  await pool.query('delete from passkey where "userId" = $1', [userId])
  await pool.query('update "user" set "twoFactorEnabled" = false, "updatedAt" = now() where id = $1', [userId])
  await endSessions(pool, userId, null)
}

export async function isPasswordOf(pool: pg.Pool, userId: string, password: string): Promise<boolean> {
  const { rows } = await pool.query<{ hash: string | null }>(
    `select password as hash from account where "userId" = $1 and "providerId" = 'credential'`,
    [userId],
  )
  const hash = rows[0]?.hash ?? null
  return hash !== null && isPassword({ hash, password })
}

/** Longer than a code of an app is good for. */
const CODE_SECONDS = 180

/** Whether a code lets in for the first time; seen again while it is still good, it was overheard. */
export async function useCode(pool: pg.Pool, userId: string, code: string): Promise<boolean> {
  await pool.query('delete from used_code where used_at < now() - make_interval(secs => $1)', [CODE_SECONDS])
  const { rowCount } = await pool.query(
    'insert into used_code (user_id, code) values ($1, $2) on conflict do nothing',
    [userId, code],
  )
  return rowCount === 1
}
