import { sql } from 'kysely'

import type { Absence, AbsenceChange, AbsenceDraft } from '@pult/contract/people-time'
import type { LocalDate } from '@pult/engine/time'

import { conflict, invalid, isoText, notFound, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { refuseBeyondReach, seenBy } from './reach.ts'

export interface Period {
  readonly agentId?: number | undefined
  readonly firstDay?: LocalDate | undefined
  readonly lastDay?: LocalDate | undefined
}

type WhatDays = Pick<Absence, 'kind' | 'firstDay' | 'lastDay' | 'fromMinute' | 'toMinute'>

/** True in SQL for rows of the agent asked for, if one is. */
export const ofAgent = ({ agentId }: Period): ReturnType<typeof sql<boolean>> =>
  sql<boolean>`(${agentId ?? null}::integer is null or agent_id = ${agentId ?? null}::integer)`

export async function listAbsences(
  tx: Tx,
  caller: Pick<Caller, 'centerId' | 'reach' | 'teamIds' | 'agentId'>,
  period: Period,
): Promise<Absence[]> {
  const { rows } = await sql<Absence>`
    select absence_id as "absenceId", agent_id as "agentId", kind, first_day as "firstDay", last_day as "lastDay",
      from_minute as "fromMinute", to_minute as "toMinute", note, made_by_name as "madeByName",
      ${isoText('made_at')} as "madeAt", version
    from absence
    where center_id = ${caller.centerId} and ${seenBy(caller, 'agent_id')} and ${ofAgent(period)}
      and last_day >= coalesce(${period.firstDay ?? null}::date, '-infinity'::date)
      and first_day <= coalesce(${period.lastDay ?? null}::date, 'infinity'::date)
    order by agent_id, first_day, from_minute
  `.execute(tx)
  return rows
}

/** Adds it. Those of the same kind that it touches are joined with it where asked for, any other overlap is refused. */
export async function createAbsence(
  tx: Tx,
  caller: Caller,
  draft: AbsenceDraft,
): Promise<{ absenceId: number; merged: number }> {
  await refuseBeyondReach(tx, caller, draft.agentId)
  refuseImpossible(draft)
  const { centerId } = caller
  await oneAtATime(tx, centerId)
  const joined = draft.ifOverlaps === 'merge' ? await takeTouching(tx, centerId, draft) : []
  const whole: WhatDays = { ...draft, ...(joined.length === 0 ? {} : spanOf([draft, ...joined])) }
  await refuseOverlap(tx, centerId, draft.agentId, whole, 0)
  const note = [...new Set([draft.note, ...joined.map((one) => one.note)])].filter((text) => text !== '').join('; ')
  const { rows } = await sql<{ id: number }>`
    insert into absence (center_id, agent_id, kind, first_day, last_day, from_minute, to_minute, note, made_by_name)
    values (${centerId}, ${draft.agentId}, ${draft.kind}, ${whole.firstDay}, ${whole.lastDay}, ${whole.fromMinute}, ${whole.toMinute}, ${note}, ${caller.name})
    returning absence_id as id
  `.execute(tx)
  return { absenceId: rows[0]?.id ?? 0, merged: joined.length }
}

export async function changeAbsence(tx: Tx, caller: Caller, absenceId: number, change: AbsenceChange): Promise<void> {
  const agentId = await agentOf(tx, caller, absenceId)
  refuseImpossible(change)
  await oneAtATime(tx, caller.centerId)
  await refuseOverlap(tx, caller.centerId, agentId, change, absenceId)
  const { numAffectedRows } = await sql`
    update absence set kind = ${change.kind}, first_day = ${change.firstDay}, last_day = ${change.lastDay},
      from_minute = ${change.fromMinute}, to_minute = ${change.toMinute}, note = ${change.note}, version = version + 1
    where center_id = ${caller.centerId} and absence_id = ${absenceId} and version = ${change.version}
  `.execute(tx)
  if (numAffectedRows === 0n) throw staleOrMissing(true, 'absence')
}

/** Takes it back; resolves to whose it was. */
export async function deleteAbsence(tx: Tx, caller: Caller, absenceId: number): Promise<number> {
  const agentId = await agentOf(tx, caller, absenceId)
  await sql`delete from absence where center_id = ${caller.centerId} and absence_id = ${absenceId}`.execute(tx)
  return agentId
}

async function agentOf(tx: Tx, caller: Caller, absenceId: number): Promise<number> {
  const { rows } = await sql<{ agentId: number }>`
    select agent_id as "agentId" from absence
    where center_id = ${caller.centerId} and absence_id = ${absenceId} and ${seenBy(caller, 'agent_id')}
  `.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('absence')
  return found.agentId
}

function refuseImpossible({ firstDay, lastDay, fromMinute, toMinute }: WhatDays): void {
  if (lastDay < firstDay)
    throw invalid('periodBackwards', 'body.lastDay: must not lie before the first day.', { at: 'body.lastDay' })
  if (fromMinute === null && toMinute === null) return
  if (fromMinute === null || toMinute === null || toMinute <= fromMinute)
    throw invalid('minutesBackwards', 'body.toMinute: part of a day needs a beginning and an end after it.', {
      at: 'body.toMinute',
    })
  if (firstDay !== lastDay)
    throw invalid('partOfManyDays', 'body.fromMinute: only an absence of a single day may be a part of it.', {
      at: 'body.fromMinute',
    })
}

/** Takes out those of the same kind and whole days that overlap it or are next to it, chains of them too. */
async function takeTouching(
  tx: Tx,
  centerId: number,
  draft: AbsenceDraft,
): Promise<{ firstDay: LocalDate; lastDay: LocalDate; note: string }[]> {
  if (draft.fromMinute !== null) return []
  const taken: { firstDay: LocalDate; lastDay: LocalDate; note: string }[] = []
  for (;;) {
    const { firstDay, lastDay } = spanOf([draft, ...taken])
    const { rows } = await sql<{ firstDay: LocalDate; lastDay: LocalDate; note: string }>`
      delete from absence where center_id = ${centerId} and agent_id = ${draft.agentId} and kind = ${draft.kind} and from_minute is null
        and first_day <= ${lastDay}::date + 1 and last_day >= ${firstDay}::date - 1
      returning first_day as "firstDay", last_day as "lastDay", note
    `.execute(tx)
    if (rows.length === 0) return taken
    taken.push(...rows)
  }
}

function spanOf(parts: readonly { readonly firstDay: LocalDate; readonly lastDay: LocalDate }[]): {
  firstDay: LocalDate
  lastDay: LocalDate
} {
  const firstDay = parts.map((part) => part.firstDay).toSorted()[0] ?? ''
  const lastDay =
    parts
      .map((part) => part.lastDay)
      .toSorted()
      .at(-1) ?? ''
  return { firstDay, lastDay }
}

async function refuseOverlap(
  tx: Tx,
  centerId: number,
  agentId: number,
  { firstDay, lastDay, fromMinute, toMinute }: WhatDays,
  except: number,
): Promise<void> {
  const { rows } = await sql<{ kind: string; firstDay: LocalDate; lastDay: LocalDate; name: string }>`
    select b.kind, b.first_day as "firstDay", b.last_day as "lastDay", a.name
    from absence b join agent a using (center_id, agent_id)
    where center_id = ${centerId} and agent_id = ${agentId} and absence_id <> ${except}
      and first_day <= ${lastDay}::date and last_day >= ${firstDay}::date
      and (from_minute is null or ${fromMinute}::integer is null or (from_minute < ${toMinute}::integer and to_minute > ${fromMinute}::integer))
    order by first_day limit 1
  `.execute(tx)
  const [other] = rows
  if (other === undefined) return
  throw conflict(
    'absenceOverlaps',
    `${other.name} is away already from ${other.firstDay} to ${other.lastDay} (${other.kind}). Change that absence, or join the two.`,
    { values: { name: other.name, kind: other.kind, from: other.firstDay, to: other.lastDay } },
  )
}
