import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'

import type pg from 'pg'

import { RequestProblem } from '../platform/index.ts'

// Whoever guesses a password waits longer each time, and keeps nobody else out: failures count by account and by the network they come from.
// Guessers of many networks together get a hundred tries at an account; then it takes a network from which its owner has come in before,
// or a link by mail or by an administrator.

/** Mistakes of a tired person. */
const FREE_TRIES = 5
const FIRST_WAIT_SECONDS = 15
const LONGEST_WAIT_SECONDS = 900
/** NIST SP 800-63B-4 §3.2.2: no more than a hundred failures in a row. */
const MOST_FAILURES = 100
const KEPT_DAYS = 30

export interface Guess {
  /** The e-mail address as typed. */
  readonly email: string
  /** From where. */
  readonly address: string
}

const accountOf = (email: string): Buffer => createHash('sha256').update(email.trim().toLowerCase()).digest()

/** An address may change within its network: 24 bits of IPv4, 64 of IPv6. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (!isIPv6(plain)) return plain.split('.').slice(0, 3).join('.')
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':')
}

/**
 * Counts a try as failed before it is made, so that many at once do not slip by; `succeeded` takes it back. Throws a RequestProblem when
 * it is not the time for another one; resolves to how many have failed in a row.
 */
export async function countTry(pool: pg.Pool, { email, address }: Guess): Promise<number> {
  const account = accountOf(email)
  const network = networkOf(address)
  await refuseWhereManyGuess(pool, account, network)
  const { rows } = await pool.query<{ failures: number }>(
    `insert into guess as g (account, network, failures) values ($1, $2, 1)
     on conflict (account, network) do update set failures = g.failures + 1, last_at = now()
       where now() >= g.last_at + make_interval(secs => ${waitSeconds('g.failures')})
     returning failures`,
    [account, network],
  )
  const failures = rows[0]?.failures
  if (failures === undefined) throw await tooSoon(pool, account, network)
  return failures
}

/** After the fifth failure 15 seconds, then twice as long each time, at most a quarter of an hour. */
const waitSeconds = (failures: string): string =>
  `case when ${failures} < ${FREE_TRIES} then 0
    else least(${FIRST_WAIT_SECONDS} * power(2, least(${failures} - ${FREE_TRIES}, 10)), ${LONGEST_WAIT_SECONDS}) end`

/** Whether this many failures are the ones that begin to be told: once in a row of them. */
export const beginsToWait = (failures: number): boolean => failures === FREE_TRIES

async function tooSoon(pool: pg.Pool, account: Buffer, network: string): Promise<RequestProblem> {
  const { rows } = await pool.query<{ seconds: number }>(
    `select ceil(extract(epoch from last_at - now()) + ${waitSeconds('failures')})::integer as seconds
     from guess where account = $1 and network = $2`,
    [account, network],
  )
  const seconds = Math.max(1, rows[0]?.seconds ?? 1)
  return new RequestProblem(
    429,
    'guessedTooOften',
    `Too many wrong passwords in a row. Try again in ${seconds} seconds, or ask for a link that sets a new one.`,
    { values: { seconds } },
  )
}

async function refuseWhereManyGuess(pool: pg.Pool, account: Buffer, network: string): Promise<void> {
  const { rows } = await pool.query<{ failures: number; isKnown: boolean }>(
    `select coalesce(sum(failures) filter (where known_at is null), 0)::integer as failures,
       coalesce(bool_or(network = $2 and known_at is not null), false) as "isKnown"
     from guess where account = $1 and last_at > now() - make_interval(days => ${KEPT_DAYS})`,
    [account, network],
  )
  if ((rows[0]?.failures ?? 0) < MOST_FAILURES || rows[0]?.isKnown === true) return
  throw new RequestProblem(
    429,
    'guessedFromAll',
    'Somebody guesses the password of this account from many places. Sign in from where you have signed in before, or ask for a link that sets a new password.',
  )
}

/** She is who she says: her own mistakes are forgotten, and from there she may always try. */
export async function succeeded(pool: pg.Pool, { email, address }: Guess): Promise<void> {
  await pool.query(
    'update guess set failures = 0, last_at = now(), known_at = now() where account = $1 and network = $2',
    [accountOf(email), networkOf(address)],
  )
  await pool.query(`delete from guess where last_at < now() - make_interval(days => ${KEPT_DAYS})`)
}

/** With a new password all begins anew. */
export async function forgetGuesses(pool: pg.Pool, email: string): Promise<void> {
  await pool.query('delete from guess where account = $1', [accountOf(email)])
}
