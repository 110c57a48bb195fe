import { likenessOf } from '@pult/engine/forecast'

import type { QueueHistory } from './queue-history.ts'

/** Four weeks of its own say more about a queue than another one can. */
const ENOUGH_DAYS = 28
/** A lender has as many days more. */
const LENT_DAYS = 28

/** For a new queue, the one of its channel with a longer past whose days look most alike; undefined where none is needed or there is none. */
export function findLender(own: QueueHistory, all: readonly QueueHistory[]): QueueHistory | undefined {
  const days = daysOf(own)
  if (days >= ENOUGH_DAYS) return undefined
  return all
    .filter((one) => one.queueId !== own.queueId && one.channel === own.channel && daysOf(one) >= days + LENT_DAYS)
    .map((one) => ({ one, likeness: likenessOf(own.rows, one.rows) }))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((left, right) => right.likeness - left.likeness)[0]?.one
}

const daysOf = ({ rows }: QueueHistory): number => new Set(rows.map(({ date }) => date)).size
