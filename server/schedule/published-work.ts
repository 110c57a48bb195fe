import { sql } from 'kysely'

import type { PlannedBreak } from '@pult/contract/schedule-roster'
import type { WorkedMonth, WorkShift } from '@pult/engine/labor'
import { addDays, type LocalDate } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { workBreak } from './labor-people.ts'

/**
 * Shifts in force around a roster, by agent: those of other rosters that were published. On its own days it takes their place for whoever is
 * on it, so nothing is around it there.
 */
export interface WorkAround {
  readonly shifts: ReadonlyMap<number, readonly WorkShift[]>
  /** Months of the year that lie before those shifts. */
  readonly months: ReadonlyMap<number, readonly WorkedMonth[]>
}

interface Around {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** Editions of the same roster are not around it, they are it. 0: no roster, but a period, whose own days are asked for too. */
  readonly seriesId: number
}

/** True in SQL for a published roster `r` of which no later edition is published. */
export const isNewest = (name: string): ReturnType<typeof sql<boolean>> => {
  const [roster, column] = [sql.ref(name), (field: string) => sql.ref(`${name}.${field}`)]
  return sql<boolean>`${column('status')} = 'published' and not exists (
    select 1 from roster later where later.center_id = ${roster}.center_id and later.series_id = ${column('series_id')}
      and later.status = 'published' and later.edition > ${column('edition')})`
}

/**
 * True in SQL for shifts `s` of a roster `r` that people work by: it is published, no later edition of it is, and no other roster published
 * since holds the same person on the same day.
 */
export const inForce = sql<boolean>`${isNewest('r')} and not exists (
  select 1 from roster other join roster_member m on m.center_id = other.center_id and m.roster_id = other.roster_id
  where other.center_id = r.center_id and other.series_id <> r.series_id and other.published_at > r.published_at and m.agent_id = s.agent_id
    and s.day between other.first_day and other.last_day and ${isNewest('other')})`

export async function readWorkAround(
  tx: Tx,
  centerId: number,
  { firstDay, lastDay, seriesId }: Around,
): Promise<WorkAround> {
  const from = `${addDays(firstDay, -31).slice(0, 8)}01`
  const { rows } = await sql<{ agentId: number; start: number; end: number; breaks: PlannedBreak[] }>`
    select s.agent_id as "agentId", extract(epoch from start_at) / 60 as start, extract(epoch from end_at) / 60 as "end", breaks
    from roster_shift s join roster r using (center_id, roster_id)
    where center_id = ${centerId} and ${inForce} and r.series_id <> ${seriesId} and s.day between ${from}::date and ${addDays(lastDay, 8)}::date
      and (${seriesId} = 0 or s.day not between ${firstDay}::date and ${lastDay}::date)
    order by s.agent_id, start_at
  `.execute(tx)
  const months = await sql<{ agentId: number; month: string; minutes: number }>`
    select s.agent_id as "agentId", to_char(s.day, 'YYYY-MM') as month,
      sum(extract(epoch from end_at - start_at) / 60 - coalesce((
        select sum(extract(epoch from (b->>'end')::timestamptz - (b->>'start')::timestamptz)) / 60
        from jsonb_array_elements(breaks) b where not (b->>'isPaid')::boolean), 0)) as minutes
    from roster_shift s join roster r using (center_id, roster_id)
    where center_id = ${centerId} and ${inForce} and r.series_id <> ${seriesId} and s.day >= ${`${from.slice(0, 4)}-01-01`}::date - 365 and s.day < ${from}::date
    group by s.agent_id, month order by s.agent_id, month
  `.execute(tx)
  return {
    shifts: grouped(rows, (row) => ({ start: row.start, end: row.end, breaks: row.breaks.map(workBreak) })),
    months: grouped(months.rows, ({ month, minutes }) => ({ month, workMinutes: minutes, overtimeMinutes: 0 })),
  }
}

function grouped<Row extends { readonly agentId: number }, Item>(
  rows: readonly Row[],
  itemOf: (row: Row) => Item,
): Map<number, Item[]> {
  const items = new Map<number, Item[]>()
  for (const row of rows) {
    const list = items.get(row.agentId)
    if (list === undefined) items.set(row.agentId, [itemOf(row)])
    else list.push(itemOf(row))
  }
  return items
}
