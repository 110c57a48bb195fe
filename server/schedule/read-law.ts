import { sql } from 'kysely'

import type { LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { isoText, type Tx } from '../platform/index.ts'
import { readWorkAround } from './published-work.ts'
import { lawOf, type LawFacts, type RosterLaw } from './roster-law.ts'
import type { KeptRoster } from './roster-store.ts'
import { readStaff } from './staff-facts.ts'

type Span = Pick<KeptRoster, 'rosterId' | 'seriesId' | 'firstDay' | 'lastDay' | 'publishedAt'>

/** How labour law looks at one roster. `today` is when an unpublished roster would be shown to people at the earliest. */
export const readLaw = async (tx: Tx, centerId: number, roster: Span, today: LocalDate): Promise<RosterLaw> =>
  lawOf(await readLawFacts(tx, centerId, roster, today))

/** What {@link readLawStamp} stands for: whatever is read here besides is told there too. */
export async function readLawFacts(tx: Tx, centerId: number, roster: Span, today: LocalDate): Promise<LawFacts> {
  const { firstDay, lastDay, publishedAt, rosterId } = roster
  const { timeZone, calendar } = await readCenter(tx, centerId)
  const staff = await readStaff(tx, centerId, roster)
  const around = await readWorkAround(tx, centerId, roster)
  const decisions = await readDecisions(tx, centerId, rosterId)
  const isFirst = await isFirstPublished(tx, centerId, roster)
  return { firstDay, lastDay, publishedAt, isFirst, today, timeZone, calendar, staff, around, decisions }
}

/** Whether the centre published nothing before it. */
async function isFirstPublished(
  tx: Tx,
  centerId: number,
  { rosterId, publishedAt }: Pick<Span, 'rosterId' | 'publishedAt'>,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from roster where center_id = ${centerId} and status = 'published' and roster_id <> ${rosterId}
      and published_at < coalesce(${publishedAt}::timestamptz, 'infinity') limit 1
  `.execute(tx)
  return rows.length === 0
}

async function readDecisions(tx: Tx, centerId: number, rosterId: number): Promise<LawFacts['decisions']> {
  const { rows } = await sql<{ key: string; reason: string; byName: string; at: string }>`
    select key, reason, by_name as "byName", ${isoText('at')} as at
    from roster_decision where center_id = ${centerId} and roster_id = ${rosterId}
  `.execute(tx)
  return new Map(rows.map(({ key, ...decision }) => [key, decision]))
}
