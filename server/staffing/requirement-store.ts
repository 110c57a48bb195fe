import { sql } from 'kysely'

import type { Requirement, RequirementDraft, RequirementInterval } from '@pult/contract/staffing'

import type { LocalDate } from '@pult/engine/time'

import { conflict, notFound, type Caller, type Tx } from '../platform/index.ts'

const stamp = (column: string): ReturnType<typeof sql> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const columns = sql`
  requirement_id as "requirementId", name, status, basis, forecast_id as "forecastId", interval_minutes as "intervalMinutes",
  first_day as "firstDay", last_day as "lastDay", jsonb_build_object('unknownDays', '[]'::jsonb) || assumptions as assumptions, made_by_name as "madeByName", ${stamp('made_at')} as "madeAt",
  ${stamp('published_at')} as "publishedAt", published_by_name as "publishedByName"`

export async function listRequirements(tx: Tx, centerId: number): Promise<Requirement[]> {
  const { rows } = await sql<Requirement>`
    select ${columns} from requirement where center_id = ${centerId} order by requirement_id desc limit 200`.execute(tx)
  return rows
}

export async function readRequirement(tx: Tx, centerId: number, requirementId: number): Promise<Requirement> {
  const { rows } = await sql<Requirement>`
    select ${columns} from requirement where center_id = ${centerId} and requirement_id = ${requirementId}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('requirement')
  return found
}

/** The requirement published last among those that cover a day. */
export async function publishedFor(tx: Tx, centerId: number, day: LocalDate): Promise<Requirement | undefined> {
  const { rows } = await sql<Requirement>`
    select ${columns} from requirement where center_id = ${centerId} and status = 'published'
      and first_day <= ${day}::date and last_day >= ${day}::date order by published_at desc limit 1
  `.execute(tx)
  return rows[0]
}

export interface Counted {
  readonly intervalMinutes: number
  readonly assumptions: Requirement['assumptions']
  readonly intervals: readonly RequirementInterval[]
}

export async function keepRequirement(
  tx: Tx,
  caller: Caller,
  draft: RequirementDraft,
  { intervalMinutes, assumptions, intervals }: Counted,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into requirement (center_id, name, basis, forecast_id, interval_minutes, first_day, last_day, assumptions, made_by, made_by_name)
    values (${caller.centerId}, ${draft.name}, ${draft.forecastId === null ? 'pastWeeks' : 'forecast'}, ${draft.forecastId}, ${intervalMinutes},
      ${draft.firstDay}, ${draft.lastDay}, ${JSON.stringify(assumptions)}::jsonb, ${caller.userId}, ${caller.name})
    returning requirement_id as id
  `.execute(tx)
  const id = rows[0]?.id ?? 0
  const pick = <Key extends keyof RequirementInterval>(name: Key): RequirementInterval[Key][] =>
    intervals.map((interval) => interval[name])
  await sql`
    insert into requirement_interval (center_id, requirement_id, queue_id, at, offered, aht_seconds, needed, scheduled, service_level, asa_seconds,
      abandon_rate, occupancy, binding)
    select ${caller.centerId}::integer, ${id}::bigint, queue_id, at, offered, aht, needed, scheduled, level, asa, abandon, occupancy,
      string_to_array(binding, ',')
    from unnest(${pick('queueId')}::integer[], ${pick('at')}::timestamptz[], ${pick('offered')}::double precision[], ${pick('ahtSeconds')}::double precision[],
      ${pick('needed')}::integer[], ${pick('scheduled')}::double precision[], ${pick('serviceLevel')}::double precision[], ${pick('asaSeconds')}::double precision[],
      ${pick('abandonRate')}::double precision[], ${pick('occupancy')}::double precision[], ${pick('binding').map((parts) => parts.join(','))}::text[])
      as given (queue_id, at, offered, aht, needed, scheduled, level, asa, abandon, occupancy, binding)
  `.execute(tx)
  return id
}

export interface IntervalsWanted {
  readonly queueId?: number | undefined
  /** Half-open, epoch milliseconds. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export async function readIntervals(
  tx: Tx,
  centerId: number,
  requirementId: number,
  { queueId, from, to }: IntervalsWanted,
): Promise<RequirementInterval[]> {
  const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())
  const { rows } = await sql<RequirementInterval>`
    select queue_id as "queueId", ${stamp('at')} as at, offered, aht_seconds as "ahtSeconds", needed, scheduled, service_level as "serviceLevel",
      asa_seconds as "asaSeconds", abandon_rate as "abandonRate", occupancy, binding
    from requirement_interval
    where center_id = ${centerId} and requirement_id = ${requirementId} and (${queueId ?? null}::integer is null or queue_id = ${queueId ?? null})
      and (${iso(from)}::timestamptz is null or at >= ${iso(from)}::timestamptz) and (${iso(to)}::timestamptz is null or at < ${iso(to)}::timestamptz)
    order by queue_id, at
  `.execute(tx)
  return rows
}

export async function publishRequirement(tx: Tx, caller: Caller, requirementId: number): Promise<void> {
  const { status } = await readRequirement(tx, caller.centerId, requirementId)
  if (status !== 'draft') throw conflict('notDraft', 'Only a draft can be published.')
  await sql`
    update requirement set status = 'published', published_at = now(), published_by_name = ${caller.name}
    where center_id = ${caller.centerId} and requirement_id = ${requirementId}
  `.execute(tx)
}

export async function deleteRequirement(tx: Tx, centerId: number, requirementId: number): Promise<void> {
  const { status } = await readRequirement(tx, centerId, requirementId)
  if (status === 'published')
    throw conflict('requirementPublished', 'A published requirement stays: rosters are made from it.')
  await sql`delete from requirement where center_id = ${centerId} and requirement_id = ${requirementId}`.execute(tx)
}
