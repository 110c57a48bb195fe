import { sql } from 'kysely'

import type { Wish, WishChange, WishDraft } from '@pult/contract/people-time'

import { invalid, isoText, notFound, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'
import { ofAgent, type Period } from './absence.ts'
import { refuseBeyondReach, seenBy } from './reach.ts'

export async function listWishes(
  tx: Tx,
  caller: Pick<Caller, 'centerId' | 'reach' | 'teamIds' | 'agentId'>,
  period: Period,
): Promise<Wish[]> {
  const { rows } = await sql<Wish>`
    select wish_id as "wishId", agent_id as "agentId", kind, first_day as "firstDay", last_day as "lastDay", weekdays,
      shift_template_id as "shiftTemplateId", minute, importance, note, made_by_name as "madeByName",
      ${isoText('made_at')} as "madeAt", version
    from wish
    where center_id = ${caller.centerId} and ${seenBy(caller, 'agent_id')} and ${ofAgent(period)}
      and last_day >= coalesce(${period.firstDay ?? null}::date, '-infinity'::date)
      and first_day <= coalesce(${period.lastDay ?? null}::date, 'infinity'::date)
    order by agent_id, first_day, wish_id
  `.execute(tx)
  return rows
}

export async function createWish(tx: Tx, caller: Caller, draft: WishDraft): Promise<number> {
  await refuseBeyondReach(tx, caller, draft.agentId)
  refuseImpossible(draft)
  const { rows } = await sql<{ id: number }>`
    insert into wish (center_id, agent_id, kind, first_day, last_day, weekdays, shift_template_id, minute, importance, note, made_by_name)
    values (${caller.centerId}, ${draft.agentId}, ${draft.kind}, ${draft.firstDay}, ${draft.lastDay}, ${draft.weekdays}::smallint[],
      ${draft.shiftTemplateId}, ${draft.minute}, ${draft.importance}, ${draft.note}, ${caller.name})
    returning wish_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changeWish(tx: Tx, caller: Caller, wishId: number, change: WishChange): Promise<void> {
  refuseImpossible(change)
  const { numAffectedRows } = await sql`
    update wish set kind = ${change.kind}, first_day = ${change.firstDay}, last_day = ${change.lastDay}, weekdays = ${change.weekdays}::smallint[],
      shift_template_id = ${change.shiftTemplateId}, minute = ${change.minute}, importance = ${change.importance}, note = ${change.note},
      version = version + 1
    where center_id = ${caller.centerId} and wish_id = ${wishId} and version = ${change.version} and ${seenBy(caller, 'agent_id')}
  `.execute(tx)
  if (numAffectedRows !== 0n) return
  const { rows } = await sql`
    select 1 from wish where center_id = ${caller.centerId} and wish_id = ${wishId} and ${seenBy(caller, 'agent_id')}
  `.execute(tx)
  throw staleOrMissing(rows.length > 0, 'wish')
}

export async function deleteWish(tx: Tx, caller: Caller, wishId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from wish where center_id = ${caller.centerId} and wish_id = ${wishId} and ${seenBy(caller, 'agent_id')}`.execute(
    tx,
  )
  if (numAffectedRows === 0n) throw notFound('wish')
}

function refuseImpossible({ kind, firstDay, lastDay, shiftTemplateId, minute }: Omit<WishChange, 'version'>): void {
  if (lastDay < firstDay)
    throw invalid('periodBackwards', 'body.lastDay: must not lie before the first day.', { at: 'body.lastDay' })
  if ((kind === 'template') !== (shiftTemplateId !== null))
    throw invalid('wishOfNothing', 'body.shiftTemplateId: a wish for a shift names its template, no other wish does.', {
      at: 'body.shiftTemplateId',
    })
  if ((kind === 'startFrom' || kind === 'endBy') !== (minute !== null))
    throw invalid('wishOfNothing', 'body.minute: a wish to begin or to end at a time names it, no other wish does.', {
      at: 'body.minute',
    })
}
