import { sql } from 'kysely'

import { LONGEST_STATE_MS } from '@pult/engine/contacts'

import type { Tx } from '../../platform/index.ts'
import { readHead } from '../importers/file-bytes.ts'
import { detectEncoding } from '../importers/text-lines.ts'
import { CONVERSATION_MS } from '../importers/queue-log/log-state.ts'
import type { ToldConversation, ToldLeg, Unfinished } from '../importers/queue-log/unfinished-log.ts'
import type { ImportWork } from './import-store.ts'
import { headText } from './read-file.ts'

/** Whole seconds in logs: the end of a call by its durations may lie so far from its row. */
const ROUNDING_MS = 5000

/** The time of the first row of a log; null where none is to be seen. */
async function firstInstant(path: string): Promise<number | null> {
  const head = await readHead(path)
  const [, seconds] = /^(\d{9,11}(?:\.\d+)?)\|/m.exec(headText(head, detectEncoding(head.bytes))) ?? []
  return seconds === undefined ? null : Number(seconds) * 1000
}

/** No caller waits and talks longer. */
const LONGEST_CALL_MS = 24 * 3_600_000

/**
 * What earlier logs of this source left open, and what was under way when this one begins. A log of another time continues nothing:
 * what was open a month before its first row ended unheard. A table's rows are whole in themselves.
 */
export async function unfinishedOf(
  tx: Tx,
  centerId: number,
  { kind, sourceId, importId }: Pick<ImportWork, 'kind' | 'sourceId' | 'importId'>,
  path: string,
): Promise<Unfinished> {
  const begins = kind === 'queueLog' ? await firstInstant(path) : null
  return begins === null ? { legs: [], states: [] } : unfinishedAt(tx, centerId, sourceId, begins, importId)
}

/** The same for lines that begin at an instant. `importId` is the import that reads them, where it may have stopped and begun before. */
export async function unfinishedAt(
  tx: Tx,
  centerId: number,
  sourceId: number,
  begins: number,
  importId?: number,
): Promise<Unfinished> {
  const since = (longest: number): string => new Date(begins - longest).toISOString()
  const until = new Date(begins + ROUNDING_MS).toISOString()
  const legs = await sql<Omit<Unfinished['legs'][number], 'offeredAt'> & { offeredAt: Date }>`
    select l.source_key as "sourceKey", l.contact_ref as "contactRef", l.leg, l.offered_at as "offeredAt", l.customer, coalesce(n.name, a.name) as agent,
      l.wait_ms as "waitMs", l.ring_ms as "ringMs", l.agent_no_answers as "agentNoAnswers"
    from contact_leg l left join agent a on a.center_id = l.center_id and a.agent_id = l.agent_id
    left join lateral (select name from agent_name n where n.center_id = l.center_id and n.agent_id = l.agent_id order by name limit 1) n on true
    where l.center_id = ${centerId} and l.source_id = ${sourceId} and l.outcome = 'open'
      and l.offered_at >= ${since(LONGEST_CALL_MS)}::timestamptz and l.offered_at <= ${until}::timestamptz
  `.execute(tx)
  const states = await openStates(tx, centerId, sourceId, { since: since(LONGEST_STATE_MS), until }, importId)
  const told = await underWay(tx, centerId, sourceId, begins)
  const reckoned = await reckonedLater(tx, centerId, sourceId, begins)
  return {
    told,
    reckoned,
    conversations: await conversationsBefore(tx, centerId, sourceId, begins),
    legs: legs.rows.map((leg) => ({ ...leg, offeredAt: leg.offeredAt.getTime() })),
    states,
  }
}

/**
 * Sessions and pauses without an end. What this import itself has told before it stopped is looked at as it was before: a session that
 * it has ended meanwhile was still open when its file began.
 */
async function openStates(
  tx: Tx,
  centerId: number,
  sourceId: number,
  { since, until }: { readonly since: string; readonly until: string },
  importId?: number,
): Promise<Unfinished['states']> {
  const { rows } = await sql<{
    sourceKey: string
    agent: string
    state: 'session' | 'pause'
    reason: string | null
    startedAt: Date
  }>`
    with own as materialized (
      select source_key from state_key where center_id = ${centerId} and source_id = ${sourceId} and held_by = array[${importId ?? 0}::integer]
        and started_at >= ${since}::timestamptz and started_at <= ${until}::timestamptz
    ),
    known as (
      select s.source_key, s.agent_id, s.state, s.pause_reason_id, s.started_at, s.ended_at from agent_state s
      where s.center_id = ${centerId} and s.source_id = ${sourceId} and s.ended_at is null
        and s.started_at >= ${since}::timestamptz and s.started_at <= ${until}::timestamptz and s.source_key not in (select source_key from own)
      union all
      select former.source_key, former.agent_id, former.state, former.pause_reason_id, former.started_at, former.ended_at
      from (
        select distinct on (source_key) fact from fact_replaced
        where center_id = ${centerId} and source_id = ${sourceId} and kind = 'state' and source_key in (select source_key from own)
        order by source_key, replaced_id desc
      ) newest, jsonb_populate_record(null::agent_state, newest.fact) former
    )
    select s.source_key as "sourceKey", coalesce(n.name, a.name) as agent, s.state, rn.name as reason, s.started_at as "startedAt"
    from known s join agent a on a.center_id = ${centerId} and a.agent_id = s.agent_id
    left join lateral (select name from agent_name n where n.center_id = ${centerId} and n.agent_id = s.agent_id order by name limit 1) n on true
    left join lateral (
      select name from pause_reason_name r where r.center_id = ${centerId} and r.pause_reason_id = s.pause_reason_id order by name limit 1
    ) rn on true
    where s.ended_at is null and s.state in ('session', 'pause') and s.started_at >= ${since}::timestamptz and s.started_at <= ${until}::timestamptz
  `.execute(tx)
  return rows.map(({ reason, ...state }) => ({
    ...state,
    startedAt: state.startedAt.getTime(),
    ...(reason === null ? {} : { reason }),
  }))
}

/** Legs that are stored to their end and that were under way when the file begins. */
async function underWay(tx: Tx, centerId: number, sourceId: number, begins: number): Promise<ToldLeg[]> {
  const around = (milliseconds: number): string => new Date(begins + milliseconds).toISOString()
  const { rows } = await sql<Omit<ToldLeg, 'offeredAt'> & { offeredAt: Date }>`
    select source_key as "sourceKey", contact_ref as "contactRef", leg, offered_at as "offeredAt" from contact_leg
    where center_id = ${centerId} and source_id = ${sourceId} and outcome <> 'open'
      and offered_at >= ${around(-LONGEST_CALL_MS)}::timestamptz and offered_at <= ${around(ROUNDING_MS)}::timestamptz
      and offered_at + (wait_ms + talk_ms) * interval '1 millisecond' >= ${around(-ROUNDING_MS)}::timestamptz
  `.execute(tx)
  return rows.map((leg) => ({ ...leg, offeredAt: leg.offeredAt.getTime() }))
}

/** Contacts with legs before the file's beginning: one that a transfer cut there goes on with the next leg, not with another first. */
async function conversationsBefore(
  tx: Tx,
  centerId: number,
  sourceId: number,
  begins: number,
): Promise<ToldConversation[]> {
  const before = (milliseconds: number): string => new Date(begins - milliseconds).toISOString()
  const { rows } = await sql<Omit<ToldConversation, 'lastAt'> & { lastAt: Date }>`
    select distinct on (1) split_part(source_key, '|', 1) as "uniqueId", contact_ref as "contactRef", leg as legs,
      offered_at + (wait_ms + talk_ms) * interval '1 millisecond' as "lastAt"
    from contact_leg
    where center_id = ${centerId} and source_id = ${sourceId}
      and offered_at >= ${before(LONGEST_CALL_MS)}::timestamptz and offered_at < ${before(0)}::timestamptz
      and offered_at + (wait_ms + talk_ms) * interval '1 millisecond' >= ${before(CONVERSATION_MS)}::timestamptz
    order by 1, offered_at desc, leg desc
  `.execute(tx)
  return rows.map((told) => ({ ...told, lastAt: told.lastAt.getTime() }))
}

const MOST_RECKONED = 100_000

/**
 * Legs after the file's beginning whose key is reckoned from durations: files came in newest first, and the call in between was told
 * by its end. It keeps that key when its beginning is told after all.
 */
async function reckonedLater(tx: Tx, centerId: number, sourceId: number, begins: number): Promise<ToldLeg[]> {
  const { rows } = await sql<Omit<ToldLeg, 'offeredAt'> & { offeredAt: Date }>`
    select source_key as "sourceKey", contact_ref as "contactRef", leg, offered_at as "offeredAt" from contact_leg
    where center_id = ${centerId} and source_id = ${sourceId} and offered_at >= ${new Date(begins).toISOString()}::timestamptz
      and ('enterMissing' = any(flags) or source_key not like '%|' || floor(extract(epoch from offered_at))::bigint::text)
    order by offered_at limit ${MOST_RECKONED}
  `.execute(tx)
  return rows.map((leg) => ({ ...leg, offeredAt: leg.offeredAt.getTime() }))
}
