import { likenessOf } from '@pult/engine/forecast'
import { addDays, type Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { busyQuarters, type Quarters } from './history-rows.ts'
import { readQuarters, type Past, type QueueWithPast } from './queue-history.ts'

/** Four weeks of its own say more about a queue than another one can. */
const ENOUGH_DAYS = 28
/** A lender has as many days more. */
const LENT_DAYS = 28

/** For a new queue, the one of its channel with a longer past whose days look most alike; null where none is needed or there is none. */
export async function findLender(
  tx: Tx,
  centerId: number,
  own: QueueWithPast,
  past: Past,
  zone: Zone,
): Promise<Quarters | null> {
  if (past.told.filter((day) => day >= own.firstDay).length >= ENOUGH_DAYS) return null
  const candidates = past.queues.filter(
    ({ queueId, channel, firstDay }) =>
      queueId !== own.queueId && channel === own.channel && firstDay <= addDays(own.firstDay, -LENT_DAYS),
  )
  const common = { from: zone.startOfDay(own.firstDay), to: past.to }
  const rowsOf = async (queueId: number) => busyQuarters(await readQuarters(tx, centerId, queueId, common), zone)
  const mine = await rowsOf(own.queueId)
  let best = { queueId: 0, likeness: 0 }
  for (const { queueId } of candidates) {
    const likeness = likenessOf(mine, await rowsOf(queueId))
    if (likeness > best.likeness) best = { queueId, likeness }
  }
  return best.likeness > 0 ? readQuarters(tx, centerId, best.queueId, past) : null
}
