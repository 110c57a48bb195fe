import { sql } from 'kysely'

import { Policy, type Center, type CenterChange, type NewCenter } from '@pult/contract/center'

import { forbidden, notFound, staleOrMissing, type Database, type Identity, type Tx } from '../platform/index.ts'

/** Reads the centre of the transaction. Throws a 404 problem where there is none. */
export async function readCenter(tx: Tx, centerId: number): Promise<Center> {
  const { rows } = await sql<Omit<Center, 'policy'> & { policy: unknown }>`
    select center_id as "centerId", name, kind, time_zone as "timeZone", calendar, currency, policy, version
    from center where center_id = ${centerId}
  `.execute(tx)
  const [row] = rows
  if (row === undefined) throw notFound('centre')
  return { ...row, policy: Policy.parse(row.policy) }
}

/**
 * Makes a centre with sensible opening hours and targets. The owner makes it, past row-level security, because a centre that does
 * not exist yet can be nobody's; everything after happens inside it.
 */
export async function createCenter(
  database: Database,
  given: NewCenter & { kind: 'own' | 'demo' },
  creator: Pick<Identity, 'userId' | 'name'>,
): Promise<number> {
  const centerId = await database.asOwner(async (tx) => {
    const { rows } = await sql<{ center_id: number }>`
      insert into center (name, kind, time_zone, calendar) values (${given.name}, ${given.kind}, ${given.timeZone}, ${given.calendar})
      returning center_id
    `.execute(tx)
    return rows[0]?.center_id ?? 0
  })
  await database.inCenter({ centerId }, (tx) => furnish(tx, centerId, creator))
  return centerId
}

const OFFICE_HOURS = Object.fromEntries(['1', '2', '3', '4', '5'].map((weekday) => [weekday, [['09:00', '18:00']]]))
const ALL_HOURS = Object.fromEntries(
  ['1', '2', '3', '4', '5', '6', '7'].map((weekday) => [weekday, [['00:00', '24:00']]]),
)

async function furnish(tx: Tx, centerId: number, { userId, name }: Pick<Identity, 'userId' | 'name'>): Promise<void> {
  await sql`
    insert into opening_hours (center_id, name, weekly) values
      (${centerId}, 'Пн–Пт 9–18', ${JSON.stringify(OFFICE_HOURS)}), (${centerId}, '24/7', ${JSON.stringify(ALL_HOURS)})
  `.execute(tx)
  await sql`
    insert into target (center_id, measure_id, value, within_seconds, valid_from, created_by) values
      (${centerId}, 'serviceLevelNeutral', 0.8, 20, '1990-01-01', ${userId}), (${centerId}, 'abandonRate', 0.05, null, '1990-01-01', ${userId})
  `.execute(tx)
  await sql`
    insert into audit (center_id, user_id, user_name, kind, act, subject)
    values (${centerId}, ${userId}, ${name}, ${userId === 'system' ? 'system' : 'user'}, 'center.center.create', ${`centre ${centerId}`})
  `.execute(tx)
  if (userId === 'system') return
  await sql`insert into membership (center_id, user_id, role) values (${centerId}, ${userId}, 'administrator') on conflict do nothing`.execute(
    tx,
  )
}

export function mayCreateCenters(identity: Identity | null): asserts identity is Identity {
  if (identity === null || !identity.administersInstallation) throw forbidden('making a centre')
}

export async function changeCenter(tx: Tx, centerId: number, change: CenterChange): Promise<void> {
  const result = await sql`
    update center set name = ${change.name}, time_zone = ${change.timeZone}, calendar = ${change.calendar},
      policy = ${JSON.stringify(change.policy)}, version = version + 1
    where center_id = ${centerId} and version = ${change.version}
  `.execute(tx)
  if (result.numAffectedRows === 0n) throw staleOrMissing(true, 'centre')
}
