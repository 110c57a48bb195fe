import { sql } from 'kysely'

import type { PayReply } from '@pult/contract/market'
import type { PayCount } from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'
import { countPay, emptyPay, type KeptPay } from './pay-overview.ts'
import { readSnapshot } from './snapshot-store.ts'

/** Pay of the vacancies active at the latest snapshot. */
export async function readPay(tx: Tx, centerId: number, specialisationId: number, today: string): Promise<PayReply> {
  const snapshot = await readSnapshot(tx, centerId, specialisationId)
  if (snapshot === null) return { snapshot, ...emptyPay(today) }
  const { snapshotId, takenOn } = snapshot
  const { rows } = await sql<Pick<KeptPay, 'overview'>>`
    select overview from market_pay where center_id = ${centerId} and snapshot_id = ${snapshotId}`.execute(tx)
  const place = { specialisationId, snapshotId, takenOn }
  const { overview } = rows[0] ?? (await countPay(tx, centerId, place))
  return { snapshot, ...overview }
}

/** How many vacancies of the latest snapshot pay so much: roubles a month after tax. */
export async function readPayCounts(tx: Tx, centerId: number, specialisationId: number): Promise<readonly PayCount[]> {
  const snapshot = await readSnapshot(tx, centerId, specialisationId)
  if (snapshot === null) return []
  const { snapshotId } = snapshot
  const { rows } = await sql<Pick<KeptPay, 'points'>>`
    select points from market_pay where center_id = ${centerId} and snapshot_id = ${snapshotId}`.execute(tx)
  if (rows[0] !== undefined) return rows[0].points
  const { rows: counted } = await sql<PayCount>`
    select v.net_point as pay, count(*) as vacancies from market_listing l
      join market_vacancy v on v.center_id = ${centerId} and v.vacancy_id = l.vacancy_id
    where l.center_id = ${centerId} and l.specialisation_id = ${specialisationId} and v.net_point is not null group by v.net_point
  `.execute(tx)
  return counted
}
