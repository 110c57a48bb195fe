import { sql, type RawBuilder } from 'kysely'

import { createZone, type LocalDate } from '@pult/engine/time'

import { notFound, type Tx } from '../platform/index.ts'
import { DAYS_BEFORE } from './staff-member.ts'
import { rosterColumns, type KeptRoster } from './roster-store.ts'
import type { TableStamps } from './table-words.ts'

/** Which roster is asked about, and what each part of its table has to have been made from. */
export interface TablePlace {
  readonly centerId: number
  readonly roster: KeptRoster
  readonly today: LocalDate
  /** An empty stamp of the problem: there is none yet. */
  readonly stamps: TableStamps
}

interface PlaceRow extends KeptRoster {
  readonly timeZone: string
  readonly shiftsStamp: string
  readonly problemStamp: string
  readonly lawStamp: string
}

/**
 * A roster with the stamps of all that its table is made from, in one statement, so that they are of one moment. A row that changes becomes
 * another row to PostgreSQL, of another transaction (`xmin`): rows that bear the same numbers are the same rows, on every server and for
 * everybody who writes them. Shifts change with their roster alone, and those of published rosters never.
 */
export async function readPlace(tx: Tx, centerId: number, rosterId: number, clock: () => number): Promise<TablePlace> {
  const { rows } = await sql<PlaceRow>`
    select ${rosterColumns}, r.xmin::text as "shiftsStamp", (select time_zone from center c where c.center_id = r.center_id) as "timeZone",
      coalesce((select p.xmin::text from roster_problem p where p.center_id = r.center_id and p.roster_id = r.roster_id), '') as "problemStamp",
      concat_ws('/', r.published_at, ${lawStamps}) as "lawStamp"
    from roster r where center_id = ${centerId} and roster_id = ${rosterId}
  `.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('roster')
  const { timeZone, shiftsStamp, problemStamp, lawStamp, ...roster } = found
  const today = createZone(timeZone).localDate(clock())
  const stamps = { problem: problemStamp, shifts: shiftsStamp, law: `${today}/${lawStamp}` }
  return { centerId, roster, today, stamps }
}

/** How many rows there are and which, of the rows of a centre's table that some condition picks. */
const rowsOf = (table: string, id: string, isMeant: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> => sql`
  (select concat(count(*), ':', sum(hash_record_extended(row(t.${sql.id(id)}, t.xmin), 0)))
    from ${sql.table(table)} t where t.center_id = r.center_id and ${isMeant})`

/** All that law facts are read from, of the days that they are read of. */
const lawStamps = sql.join([
  rowsOf('center', 'center_id'),
  rowsOf('agent', 'agent_id'),
  rowsOf('agreement', 'agreement_id'),
  rowsOf('personal_facts', 'agent_id'),
  rowsOf(
    'absence',
    'absence_id',
    sql`t.last_day >= r.first_day - ${sql.lit(DAYS_BEFORE)} and t.first_day <= r.last_day + 7`,
  ),
  rowsOf('availability', 'availability_id'),
  rowsOf('labor_override', 'override_id'),
  rowsOf('roster', 'roster_id', sql`t.status = 'published'`),
  rowsOf('roster_decision', 'key', sql`t.roster_id = r.roster_id`),
])
