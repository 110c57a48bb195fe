import { sql } from 'kysely'

import { MINUTE_MS, type LocalDate } from '@pult/engine/time'

import type { Database } from '../../platform/index.ts'

interface GivenShift {
  readonly agentId: number
  readonly day: LocalDate
  /** An instant, and how long it is; with an hour of unpaid meal in its middle. */
  readonly start: string
  readonly minutes: number
}

interface GivenRoster {
  readonly centerId: number
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly shifts: readonly GivenShift[]
  /** Of an earlier one: a later edition of it. */
  readonly of?: number
}

/** A published roster as it would stand after its making, of given shifts; resolves to its id. */
export async function keepPublished(database: Database, given: GivenRoster): Promise<number> {
  const { centerId, firstDay, lastDay, shifts, of } = given
  return database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into roster (center_id, name, series_id, edition, status, first_day, last_day, slot_minutes, requirement_id, weights, prices, seconds, seed,
        made_by, made_by_name, published_by_name, published_at)
      values (${centerId}, 'Проба', ${of ?? 0}, ${of === undefined ? 1 : 2}, 'published', ${firstDay}, ${lastDay}, 15, 1, '{}', '{}', 0, 1,
        'test', 'Планировщик', 'Планировщик', now())
      returning roster_id as id
    `.execute(tx)
    const rosterId = rows[0]?.id ?? 0
    if (of === undefined)
      await sql`update roster set series_id = roster_id where center_id = ${centerId} and roster_id = ${rosterId}`.execute(
        tx,
      )
    for (const agentId of new Set(shifts.map((shift) => shift.agentId)))
      await sql`insert into roster_member (center_id, roster_id, agent_id) values (${centerId}, ${rosterId}, ${agentId})`.execute(
        tx,
      )
    for (const { agentId, day, start, minutes } of shifts) {
      const at = (minute: number): string => new Date(Date.parse(start) + minute * MINUTE_MS).toISOString()
      const meal = { kind: 'meal', isPaid: false, start: at(minutes / 2), end: at(minutes / 2 + 60) }
      await sql`
        insert into roster_shift (center_id, roster_id, agent_id, day, start_at, end_at, breaks, activities)
        values (${centerId}, ${rosterId}, ${agentId}, ${day}, ${at(0)}, ${at(minutes)}, ${JSON.stringify([meal])}::jsonb, '[]')
      `.execute(tx)
    }
    return rosterId
  })
}
