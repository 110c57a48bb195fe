import { sql } from 'kysely'

import type { HhAccess } from '@pult/contract/market-refresh'
import type { SourceProblem, SourceState } from '@pult/contract/market-words'

import { conflict, invalid, isoText, type SecretBox, type Tx } from '../platform/index.ts'

interface SourceRow {
  readonly kind: 'hh' | 'trudvsem'
  readonly isOn: boolean
  readonly userAgent: string | null
  readonly secret: string | null
  readonly checkedAt: string | null
  readonly problem: SourceProblem | null
}

export async function readSources(tx: Tx, centerId: number): Promise<SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select kind, is_on as "isOn", user_agent as "userAgent", secret, problem,
      ${isoText('checked_at', 'seconds')} as "checkedAt"
    from market_source where center_id = ${centerId}
  `.execute(tx)
  return (['hh', 'trudvsem'] as const).map(
    (kind) =>
      rows.find((row) => row.kind === kind) ?? {
        kind,
        // Nothing leaves the house before somebody says so.
        isOn: false,
        userAgent: null,
        secret: null,
        checkedAt: null,
        problem: null,
      },
  )
}

/** What may be told of a source: never its secret. */
export const presentSource = ({ secret, ...row }: SourceRow): SourceState => ({ ...row, hasSecret: secret !== null })

/** Keeps how hh.ru is asked. What is left out stays as it was. */
export async function keepHhAccess(tx: Tx, centerId: number, box: SecretBox, access: HhAccess): Promise<SourceState> {
  const { isOn, userAgent, token, clientId, clientSecret } = access
  const former = (await readSources(tx, centerId)).find(({ kind }) => kind === 'hh')
  const isSecretGiven = token !== undefined || clientId !== undefined
  const secret = isSecretGiven ? box.close(secretOf({ token, clientId, clientSecret })) : (former?.secret ?? null)
  const who = userAgent ?? former?.userAgent ?? null
  if (isOn && secret === null)
    throw conflict('noHhSecret', 'hh.ru lets nobody in without an application token: give one, or bring files.')
  if (isOn && who === null)
    throw invalid('noUserAgent', 'body.userAgent: hh.ru asks who is there, as Name/1.0 (mail@example.com).')
  await sql`
    insert into market_source as s (center_id, kind, is_on, user_agent, secret) values (${centerId}, 'hh', ${isOn}, ${who}, ${secret})
    on conflict (center_id, kind) do update set is_on = excluded.is_on, user_agent = excluded.user_agent, secret = excluded.secret,
      problem = case when s.secret is distinct from excluded.secret then null else s.problem end
  `.execute(tx)
  return presentSource((await readSources(tx, centerId)).find(({ kind }) => kind === 'hh') as SourceRow)
}

const secretOf = (given: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

export async function keepHhSecret(tx: Tx, centerId: number, secret: string | null): Promise<void> {
  await sql`
    update market_source set secret = ${secret}, is_on = is_on and ${secret}::text is not null where center_id = ${centerId} and kind = 'hh'
  `.execute(tx)
}

export async function switchTrudvsem(tx: Tx, centerId: number, isOn: boolean): Promise<SourceState> {
  await sql`
    insert into market_source (center_id, kind, is_on) values (${centerId}, 'trudvsem', ${isOn})
    on conflict (center_id, kind) do update set is_on = excluded.is_on
  `.execute(tx)
  return presentSource((await readSources(tx, centerId)).find(({ kind }) => kind === 'trudvsem') as SourceRow)
}

/** Remembers how asking a source went. */
export async function noteHealth(tx: Tx, centerId: number, kind: string, problem: SourceProblem | null): Promise<void> {
  await sql`
    update market_source set checked_at = now(), problem = ${problem} where center_id = ${centerId} and kind = ${kind}
  `.execute(tx)
}
