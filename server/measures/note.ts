import { sql } from 'kysely'

import type { Note, NoteDraft } from '@pult/contract/measures-notes'

import { isoText, notFound, type Caller, type Tx } from '../platform/index.ts'

const columns = sql`
  note_id as "noteId", first_day as "firstDay", last_day as "lastDay", nullif(queue_id, 0) as "queueId", text,
  created_by_name as "createdByName", ${isoText('changed_at')} as "changedAt"`

export interface NotesQuery {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly queueId?: number | undefined
}

/** Notes that touch `[from, to)`; with a queue, its own and the centre's. */
export async function listNotes(tx: Tx, caller: Caller, { from, to, queueId }: NotesQuery): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select ${columns}, created_by = ${caller.userId} as own from note
    where center_id = ${caller.centerId} and (${from ?? null}::date is null or last_day >= ${from ?? null}::date)
      and (${to ?? null}::date is null or first_day < ${to ?? null}::date)
      and (${queueId ?? null}::integer is null or queue_id in (0, ${queueId ?? null}::integer))
    order by first_day, note_id limit 1000
  `.execute(tx)
  return rows
}

async function readNote(tx: Tx, caller: Caller, noteId: number): Promise<Note> {
  const { rows } = await sql<Note>`
    select ${columns}, created_by = ${caller.userId} as own from note where center_id = ${caller.centerId} and note_id = ${noteId}
  `.execute(tx)
  const [note] = rows
  if (note === undefined) throw notFound('note')
  return note
}

export async function createNote(tx: Tx, caller: Caller, draft: NoteDraft): Promise<Note> {
  await refuseUnknownQueue(tx, caller.centerId, draft.queueId)
  const { rows } = await sql<{ noteId: number }>`
    insert into note (center_id, first_day, last_day, queue_id, text, created_by, created_by_name)
    values (${caller.centerId}, ${draft.firstDay}, ${draft.lastDay}, ${draft.queueId ?? 0}, ${draft.text}, ${caller.userId}, ${caller.name})
    returning note_id as "noteId"
  `.execute(tx)
  return readNote(tx, caller, rows[0]?.noteId ?? 0)
}

export async function changeNote(tx: Tx, caller: Caller, noteId: number, draft: NoteDraft): Promise<Note> {
  await refuseUnknownQueue(tx, caller.centerId, draft.queueId)
  const result = await sql`
    update note set first_day = ${draft.firstDay}, last_day = ${draft.lastDay}, queue_id = ${draft.queueId ?? 0}, text = ${draft.text}, changed_at = now()
    where center_id = ${caller.centerId} and note_id = ${noteId} and created_by = ${caller.userId}
  `.execute(tx)
  if (result.numAffectedRows === 0n) throw notFound('own note')
  return readNote(tx, caller, noteId)
}

export async function deleteNote(tx: Tx, caller: Caller, noteId: number): Promise<void> {
  const result = await sql`
    delete from note where center_id = ${caller.centerId} and note_id = ${noteId} and created_by = ${caller.userId}
  `.execute(tx)
  if (result.numAffectedRows === 0n) throw notFound('own note')
}

async function refuseUnknownQueue(tx: Tx, centerId: number, queueId: number | null): Promise<void> {
  if (queueId === null) return
  const { rows } = await sql`select 1 from queue where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
  if (rows.length === 0) throw notFound('queue')
}
