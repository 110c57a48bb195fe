import { sql } from 'kysely'

import type { Activity, ActivityChange, ActivityDraft } from '@pult/contract/schedule-settings'
import type { LocalDate } from '@pult/engine/time'

import { invalid, notFound, staleOrMissing, type Tx } from '../platform/index.ts'

export async function listActivities(
  tx: Tx,
  centerId: number,
  days: { readonly firstDay?: LocalDate; readonly lastDay?: LocalDate } = {},
): Promise<Activity[]> {
  const { rows } = await sql<Activity>`
    select activity_id as "activityId", name, kind, minutes, agent_ids as "agentIds", is_together as "isTogether",
      first_day as "firstDay", last_day as "lastDay", from_minute as "fromMinute", to_minute as "toMinute", version
    from activity
    where center_id = ${centerId} and first_day <= coalesce(${days.lastDay ?? null}::date, 'infinity'::date)
      and last_day >= coalesce(${days.firstDay ?? null}::date, '-infinity'::date)
    order by first_day, name collate names
  `.execute(tx)
  return rows
}

export async function createActivity(tx: Tx, centerId: number, draft: ActivityDraft): Promise<number> {
  await refuseImpossible(tx, centerId, draft)
  const { rows } = await sql<{ id: number }>`
    insert into activity (center_id, name, kind, minutes, agent_ids, is_together, first_day, last_day, from_minute, to_minute)
    values (${centerId}, ${draft.name}, ${draft.kind}, ${draft.minutes}, ${draft.agentIds}::integer[], ${draft.isTogether},
      ${draft.firstDay}, ${draft.lastDay}, ${draft.fromMinute}, ${draft.toMinute})
    returning activity_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changeActivity(
  tx: Tx,
  centerId: number,
  activityId: number,
  change: ActivityChange,
): Promise<void> {
  await refuseImpossible(tx, centerId, change)
  const { numAffectedRows } = await sql`
    update activity set name = ${change.name}, kind = ${change.kind}, minutes = ${change.minutes}, agent_ids = ${change.agentIds}::integer[],
      is_together = ${change.isTogether}, first_day = ${change.firstDay}, last_day = ${change.lastDay}, from_minute = ${change.fromMinute},
      to_minute = ${change.toMinute}, version = version + 1
    where center_id = ${centerId} and activity_id = ${activityId} and version = ${change.version}
  `.execute(tx)
  if (numAffectedRows !== 0n) return
  const { rows } = await sql`
    select 1 from activity where center_id = ${centerId} and activity_id = ${activityId}`.execute(tx)
  throw staleOrMissing(rows.length > 0, 'activity')
}

export async function deleteActivity(tx: Tx, centerId: number, activityId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from activity where center_id = ${centerId} and activity_id = ${activityId}`.execute(tx)
  if (numAffectedRows === 0n) throw notFound('activity')
}

async function refuseImpossible(tx: Tx, centerId: number, draft: ActivityDraft): Promise<void> {
  const refuse = (at: string, sentence: string): never => {
    throw invalid('activityImpossible', `body.${at}: ${sentence}`, { at: `body.${at}` })
  }
  if (draft.lastDay < draft.firstDay) refuse('lastDay', 'must not lie before the first day.')
  if (draft.firstDay === draft.lastDay && draft.toMinute - draft.fromMinute < draft.minutes)
    refuse('toMinute', `${draft.minutes} minutes do not fit between these times of a single day.`)
  if (draft.isTogether && new Set(draft.agentIds).size < 2) refuse('agentIds', 'together takes two people at least.')
  const ids = [...new Set(draft.agentIds)]
  const { rows } = await sql`
    select 1 from agent where center_id = ${centerId} and agent_id = any(${ids}::integer[])`.execute(tx)
  if (rows.length < ids.length) throw notFound('agent')
}
