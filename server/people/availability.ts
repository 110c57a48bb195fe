import { sql } from 'kysely'

import type { Availability, AvailabilityChange, AvailabilityDraft } from '@pult/contract/people-time'

import { invalid, notFound, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'
import { ofAgent, type Period } from './absence.ts'
import { refuseBeyondReach, seenBy } from './reach.ts'

export async function listAvailability(
  tx: Tx,
  caller: Pick<Caller, 'centerId' | 'reach' | 'teamIds' | 'agentId'>,
  period: Period,
): Promise<Availability[]> {
  const { rows } = await sql<Availability>`
    select availability_id as "availabilityId", agent_id as "agentId", kind, valid_from as "from", valid_to as "to", weekdays,
      from_minute as "fromMinute", to_minute as "toMinute", note, version
    from availability
    where center_id = ${caller.centerId} and ${seenBy(caller, 'agent_id')} and ${ofAgent(period)}
      and coalesce(valid_to, 'infinity'::date) >= coalesce(${period.firstDay ?? null}::date, '-infinity'::date)
      and valid_from <= coalesce(${period.lastDay ?? null}::date, 'infinity'::date)
    order by agent_id, valid_from, availability_id
  `.execute(tx)
  return rows
}

export async function createAvailability(tx: Tx, caller: Caller, draft: AvailabilityDraft): Promise<number> {
  await refuseBeyondReach(tx, caller, draft.agentId)
  refuseImpossible(draft)
  const { rows } = await sql<{ id: number }>`
    insert into availability (center_id, agent_id, kind, valid_from, valid_to, weekdays, from_minute, to_minute, note)
    values (${caller.centerId}, ${draft.agentId}, ${draft.kind}, ${draft.from}, ${draft.to}, ${draft.weekdays}::smallint[], ${draft.fromMinute}, ${draft.toMinute}, ${draft.note})
    returning availability_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changeAvailability(
  tx: Tx,
  caller: Caller,
  availabilityId: number,
  change: AvailabilityChange,
): Promise<void> {
  refuseImpossible(change)
  const { numAffectedRows } = await sql`
    update availability set kind = ${change.kind}, valid_from = ${change.from}, valid_to = ${change.to}, weekdays = ${change.weekdays}::smallint[],
      from_minute = ${change.fromMinute}, to_minute = ${change.toMinute}, note = ${change.note}, version = version + 1
    where center_id = ${caller.centerId} and availability_id = ${availabilityId} and version = ${change.version} and ${seenBy(caller, 'agent_id')}
  `.execute(tx)
  if (numAffectedRows !== 0n) return
  const { rows } = await sql`
    select 1 from availability where center_id = ${caller.centerId} and availability_id = ${availabilityId} and ${seenBy(caller, 'agent_id')}
  `.execute(tx)
  throw staleOrMissing(rows.length > 0, 'availability')
}

export async function deleteAvailability(tx: Tx, caller: Caller, availabilityId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from availability where center_id = ${caller.centerId} and availability_id = ${availabilityId} and ${seenBy(caller, 'agent_id')}
  `.execute(tx)
  if (numAffectedRows === 0n) throw notFound('availability')
}

function refuseImpossible({ from, to, fromMinute, toMinute }: Omit<AvailabilityChange, 'version'>): void {
  if (to !== null && to < from)
    throw invalid('periodBackwards', 'body.to: must not lie before the first day.', { at: 'body.to' })
  if (fromMinute === toMinute)
    throw invalid('minutesBackwards', 'body.toMinute: a stretch of the day has a beginning and another end.', {
      at: 'body.toMinute',
    })
}
