import { addMonths, type Zone } from '@pult/engine/time'
import { sql } from 'kysely'

import { bucketOf, HALF_HOUR, rollupFromLegs } from './leg-rollup-sql.ts'
import type { Fragment } from './legs-sql.ts'
import { agentColumns } from './rollup-columns.ts'
import { summedHistogram } from './summed-histogram.ts'
import { localTime, type Span } from './zone-sql.ts'

export const agentDayColumns: readonly string[] = [
  'center_id',
  'day',
  'agent_id',
  'queue_id',
  'channel',
  'direction',
  ...agentColumns,
]
export const agentIntervalColumns: readonly string[] = ['center_id', 'at', 'agent_id', ...agentColumns]

const hasAgent = sql`l.agent_id > 0`

/** Rows of `agent_day` of whole local days. From the facts: between the day and the contact there is no grain worth keeping. */
export const agentDayFromLegs = (centerId: number, zone: Zone, days: Span): Fragment =>
  rollupFromLegs({
    centerId,
    span: days,
    bucket: (stamp) => sql`(${localTime(zone, days, stamp)})::date`,
    bucketName: 'day',
    keys: ['agent_id', 'queue_id', 'channel', 'direction'],
    where: hasAgent,
    columns: agentColumns,
  })

const dayKeys = ['agent_id', 'queue_id', 'channel', 'direction']
export const agentMonthColumns: readonly string[] = ['center_id', 'month', ...dayKeys, ...agentColumns]

/** Rows of `agent_month` of one local month, from its days. `month` is its first day. */
export function agentMonthFromDays(centerId: number, month: string): Fragment {
  const keys = sql.join(dayKeys.map((name) => sql`r.${sql.ref(name)}`))
  const sums = agentColumns
    .filter((name) => name !== 'answered_cum')
    .map((name) => sql`sum(r.${sql.ref(name)}) as ${sql.ref(name)}`)
  return sql`
    select r.center_id, ${month}::date as month, ${keys}, ${sql.join(sums)}, ${summedHistogram(['answered_cum', 'answered'])}
    from agent_day r where r.center_id = ${centerId} and r.day >= ${month}::date and r.day < ${addMonths(month, 1)}::date
    group by r.center_id, ${keys}`
}

/** Rows of `agent_interval` of whole hours. */
export const agentIntervalFromLegs = (centerId: number, span: Span): Fragment =>
  rollupFromLegs({
    centerId,
    span,
    bucket: (stamp) => bucketOf(HALF_HOUR, stamp),
    bucketName: 'at',
    keys: ['agent_id'],
    where: hasAgent,
    columns: agentColumns,
  })
