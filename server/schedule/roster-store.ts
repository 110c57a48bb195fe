import { sql } from 'kysely'

import type {
  ObjectiveParts,
  Roster,
  RosterDraft,
  RosterPrices,
  RosterProgress,
  RosterWeights,
  TracePoint,
} from '@pult/contract/schedule-roster'

import { conflict, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'
import { SLOT_MINUTES } from './grid.ts'

/** A roster as it is kept, with what its job needs. */
export interface KeptRoster extends Roster {
  readonly agentIds: readonly number[] | null
  readonly seconds: number
  readonly run: number
  readonly isStopAsked: boolean
  readonly trace: TracePoint[]
}

export const rosterColumns = sql`
  roster_id as "rosterId", name, series_id as "seriesId", edition, status,
  status = 'published' and not exists (select 1 from roster later where later.center_id = r.center_id and later.series_id = r.series_id
    and later.status = 'published' and later.edition > r.edition) as "isInForce",
  first_day as "firstDay", last_day as "lastDay", slot_minutes as "slotMinutes", requirement_id as "requirementId",
  template_ids as "templateIds",
  (select count(*) from roster_member m where m.center_id = r.center_id and m.roster_id = r.roster_id) as agents,
  weights, prices, seed, start_from as "startFrom",
  '{"share":0,"seconds":0,"objective":null,"bound":null,"gap":null,"promisedMoney":null}'::jsonb || progress as progress, trace, problem, parts, warnings, version,
  made_by_name as "madeByName", ${isoText('made_at')} as "madeAt", reason, published_by_name as "publishedByName",
  ${isoText('published_at')} as "publishedAt", agent_ids as "agentIds", seconds, run, stop_asked as "isStopAsked"`

export async function listRosters(tx: Tx, centerId: number): Promise<KeptRoster[]> {
  const { rows } = await sql<KeptRoster>`
    select ${rosterColumns} from roster r where center_id = ${centerId} order by roster_id desc limit 200`.execute(tx)
  return rows
}

export async function readRoster(tx: Tx, centerId: number, rosterId: number): Promise<KeptRoster> {
  const { rows } = await sql<KeptRoster>`
    select ${rosterColumns} from roster r where center_id = ${centerId} and roster_id = ${rosterId}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('roster')
  return found
}

/** As the contract shows it. */
export function presentRoster(kept: KeptRoster): Roster {
  const { agentIds: _asked, seconds: _given, run: _run, isStopAsked: _stop, trace: _trace, ...roster } = kept
  return roster
}

interface NewRoster extends Omit<RosterDraft, 'weights' | 'prices' | 'seed'> {
  readonly weights: RosterWeights
  readonly prices: RosterPrices
  readonly seed: number
}

/** Asked for; it is yet to be made. */
export async function createRoster(tx: Tx, caller: Caller, draft: NewRoster): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into roster (center_id, name, series_id, edition, first_day, last_day, slot_minutes, requirement_id, agent_ids, template_ids,
      weights, prices, seconds, seed, start_from, made_by, made_by_name)
    values (${caller.centerId}, ${draft.name}, 0, 1, ${draft.firstDay}, ${draft.lastDay}, ${SLOT_MINUTES}, ${draft.requirementId},
      ${draft.agentIds}::integer[], ${draft.templateIds}::integer[], ${JSON.stringify(draft.weights)}::jsonb, ${JSON.stringify(draft.prices)}::jsonb, ${draft.seconds}, ${draft.seed},
      ${draft.startFrom}, ${caller.userId}, ${caller.name})
    returning roster_id as id
  `.execute(tx)
  const rosterId = rows[0]?.id ?? 0
  await sql`
    update roster set series_id = ${rosterId} where center_id = ${caller.centerId} and roster_id = ${rosterId}`.execute(
    tx,
  )
  return rosterId
}

export interface RunChange {
  readonly status?: Roster['status']
  readonly progress?: RosterProgress
  readonly trace?: readonly TracePoint[]
  readonly problem?: string
  readonly parts?: ObjectiveParts
  readonly warnings?: Roster['warnings']
  readonly addVersion?: boolean
}

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/** Changed by the job of its run: null where it was thrown away or another run goes on; else whether it is asked to stop. */
export async function changeRun(
  tx: Tx,
  { centerId, rosterId, run }: { readonly centerId: number; readonly rosterId: number; readonly run: number },
  { status, progress, trace, problem, parts, warnings, addVersion = false }: RunChange,
): Promise<{ readonly isStopAsked: boolean } | null> {
  const { rows } = await sql<{ isStopAsked: boolean }>`
    update roster set status = coalesce(${status ?? null}, status), progress = coalesce(${json(progress)}::jsonb, progress),
      trace = coalesce(${json(trace)}::jsonb, trace), problem = ${problem ?? null}, parts = coalesce(${json(parts)}::jsonb, parts),
      warnings = coalesce(${json(warnings)}::jsonb, warnings), version = version + ${addVersion ? 1 : 0}
    where center_id = ${centerId} and roster_id = ${rosterId} and run = ${run} and status in ('waiting', 'making')
    returning stop_asked as "isStopAsked"
  `.execute(tx)
  return rows[0] ?? null
}

/**
 * A draft goes on being improved: a new run of its job, with what it costs by the weights it goes on with until the run has counted
 * again. Resolves to the number of the run.
 */
export async function beginRun(
  tx: Tx,
  centerId: number,
  rosterId: number,
  { seconds, weights }: { readonly seconds: number; readonly weights?: RosterWeights | undefined },
): Promise<number> {
  const { rows } = await sql<{ run: number }>`
    update roster set status = 'waiting', run = run + 1, stop_asked = false, seconds = ${seconds}, problem = null,
      weights = coalesce(${json(weights)}::jsonb, weights), trace = '[]',
      progress = case when coalesce(${json(weights)}::jsonb, weights) = weights then jsonb_build_object('objective', progress->'objective') else '{}' end
    where center_id = ${centerId} and roster_id = ${rosterId} and status in ('draft', 'failed') returning run
  `.execute(tx)
  const [begun] = rows
  if (begun !== undefined) return begun.run
  const { status } = await readRoster(tx, centerId, rosterId)
  throw notADraft(status)
}

/** Throws where a roster is not there to be changed. */
export function notADraft(status: Roster['status']): Error {
  if (status === 'published')
    return conflict('rosterPublished', 'A published roster is never changed: begin a new edition of it.')
  if (status === 'failed') return conflict('rosterFailed', 'This roster could not be made: there is nothing to change.')
  return conflict('rosterIsMade', 'This roster is being made: wait until it is, or stop it.')
}

export async function askToStop(tx: Tx, centerId: number, rosterId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    update roster set stop_asked = true
    where center_id = ${centerId} and roster_id = ${rosterId} and status in ('waiting', 'making')
  `.execute(tx)
  if (numAffectedRows !== 0n) return
  await readRoster(tx, centerId, rosterId)
  throw conflict('nothingToStop', 'This roster is not being made.')
}

export async function deleteRoster(tx: Tx, centerId: number, rosterId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from roster where center_id = ${centerId} and roster_id = ${rosterId} and status <> 'published'`.execute(tx)
  if (numAffectedRows !== 0n) return
  await readRoster(tx, centerId, rosterId)
  throw conflict('rosterPublished', 'A published roster stays: people work by it.')
}

export async function keepProblem(
  tx: Tx,
  centerId: number,
  rosterId: number,
  packed: Buffer,
  agentIds: readonly number[],
): Promise<void> {
  await sql`
    insert into roster_problem (center_id, roster_id, problem) values (${centerId}, ${rosterId}, ${packed})
    on conflict (center_id, roster_id) do update set problem = excluded.problem
  `.execute(tx)
  await sql`delete from roster_member where center_id = ${centerId} and roster_id = ${rosterId}`.execute(tx)
  await sql`
    insert into roster_member (center_id, roster_id, agent_id)
    select ${centerId}::integer, ${rosterId}::bigint, unnest(${agentIds}::integer[])
  `.execute(tx)
}

export async function readPackedProblem(tx: Tx, centerId: number, rosterId: number): Promise<Buffer | null> {
  const { rows } = await sql<{ problem: Buffer }>`
    select problem from roster_problem where center_id = ${centerId} and roster_id = ${rosterId}`.execute(tx)
  return rows[0]?.problem ?? null
}
