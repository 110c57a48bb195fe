import { sql } from 'kysely'

import type {
  AppliedRule,
  Requirement,
  RequirementDay,
  RequirementDraft,
  RequirementInterval,
  Shrinkage,
} from '@pult/contract/staffing'
import type { LocalDate } from '@pult/engine/time'

import { conflict, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'

/** A requirement as it is kept: what has changed since is told by `withSource`. */
export type KeptRequirement = Omit<Requirement, 'source' | 'stale'>

const columns = sql`
  requirement_id as "requirementId", name, status, progress, problem, basis, forecast_id as "forecastId", interval_minutes as "intervalMinutes",
  first_day as "firstDay", last_day as "lastDay", assumptions, made_by_name as "madeByName", ${isoText('made_at')} as "madeAt",
  ${isoText('published_at')} as "publishedAt", published_by_name as "publishedByName"`

// What was assumed before there were chats, letters and uncertain rates.
const formerly = {
  work: 'calls',
  contactsAtOnce: 1,
  stretchPerExtra: 0,
  seenAtOnce: null,
  deadlineMinutes: null,
  backlog: null,
  shortSeconds: 5,
  patienceByHour: null,
  isAvailabilityLearnt: false,
  availabilityByHour: null,
  log: null,
} as const

function whole(kept: KeptRequirement): KeptRequirement {
  const {
    rules = [],
    shrinkage = [],
    unknownDays = [],
    isRateUncertain = false,
    backlogs = [],
  } = kept.assumptions as Partial<Requirement['assumptions']>
  const filled = rules.map((rule: Partial<AppliedRule>) => ({ ...formerly, ...rule }) as AppliedRule)
  const kinds = shrinkage.map((kind) => ({ ...kind, hours: (kind as Partial<Shrinkage>).hours ?? [] }))
  return { ...kept, assumptions: { rules: filled, shrinkage: kinds, unknownDays, isRateUncertain, backlogs } }
}

export async function listRequirements(tx: Tx, centerId: number): Promise<KeptRequirement[]> {
  const { rows } = await sql<KeptRequirement>`
    select ${columns} from requirement where center_id = ${centerId} order by requirement_id desc limit 200`.execute(tx)
  return rows.map(whole)
}

export async function readRequirement(tx: Tx, centerId: number, requirementId: number): Promise<KeptRequirement> {
  const { rows } = await sql<KeptRequirement>`
    select ${columns} from requirement where center_id = ${centerId} and requirement_id = ${requirementId}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('requirement')
  return whole(found)
}

/** The requirement published last among those that cover a day. */
export async function publishedFor(tx: Tx, centerId: number, day: LocalDate): Promise<KeptRequirement | undefined> {
  const { rows } = await sql<KeptRequirement>`
    select ${columns} from requirement where center_id = ${centerId} and status = 'published'
      and first_day <= ${day}::date and last_day >= ${day}::date order by published_at desc limit 1
  `.execute(tx)
  return rows[0] === undefined ? undefined : whole(rows[0])
}

/** Asked for; it is yet to be counted. */
export async function createRequirement(tx: Tx, caller: Caller, draft: RequirementDraft): Promise<number> {
  const { isRateUncertain = true, backlogs = [] } = draft
  const assumptions = JSON.stringify({ isRateUncertain, backlogs })
  const { rows } = await sql<{ id: number }>`
    insert into requirement (center_id, name, status, progress, basis, forecast_id, interval_minutes, first_day, last_day, assumptions, made_by, made_by_name)
    values (${caller.centerId}, ${draft.name}, 'waiting', 0, ${draft.forecastId === null ? 'pastWeeks' : 'forecast'}, ${draft.forecastId}, 30,
      ${draft.firstDay}, ${draft.lastDay}, ${assumptions}::jsonb, ${caller.userId}, ${caller.name})
    returning requirement_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export interface RequirementChange {
  readonly status?: Requirement['status']
  readonly progress?: number
  readonly problem?: string
}

/** False where it is no longer being counted: thrown away, or counted to its end. */
export async function changeRequirement(
  tx: Tx,
  centerId: number,
  requirementId: number,
  { status, progress, problem }: RequirementChange,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update requirement set status = coalesce(${status ?? null}, status), progress = coalesce(${progress ?? null}::double precision, progress),
      problem = ${problem ?? null}
    where center_id = ${centerId} and requirement_id = ${requirementId} and status in ('waiting', 'making')
  `.execute(tx)
  return numAffectedRows === 1n
}

/** What it is counted with. */
export async function beginRequirement(
  tx: Tx,
  centerId: number,
  requirementId: number,
  { intervalMinutes, assumptions }: Pick<Requirement, 'intervalMinutes' | 'assumptions'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update requirement set interval_minutes = ${intervalMinutes}, assumptions = ${JSON.stringify(assumptions)}::jsonb
    where center_id = ${centerId} and requirement_id = ${requirementId} and status = 'making'
  `.execute(tx)
  return numAffectedRows === 1n
}

interface QueueKey {
  readonly centerId: number
  readonly requirementId: number
  readonly queueId: number
}

/** Puts one counted queue in the place of what a former attempt left; nothing where the requirement was thrown away. */
export async function keepQueue(
  tx: Tx,
  { centerId, requirementId, queueId }: QueueKey,
  intervals: readonly RequirementInterval[],
  days: readonly RequirementDay[],
): Promise<void> {
  const { rows } = await sql`
    select 1 from requirement where center_id = ${centerId} and requirement_id = ${requirementId} for update`.execute(
    tx,
  )
  if (rows.length === 0) return
  for (const table of ['requirement_interval', 'requirement_day'])
    await sql`delete from ${sql.table(table)} where center_id = ${centerId} and requirement_id = ${requirementId} and queue_id = ${queueId}`.execute(
      tx,
    )
  const pick = <Key extends keyof RequirementInterval>(name: Key): RequirementInterval[Key][] =>
    intervals.map((interval) => interval[name])
  const bindings = pick('binding').map((parts) => parts.join(','))
  const risks = pick('risk').map((risk) => (risk === null ? null : JSON.stringify(risk)))
  await sql`
    insert into requirement_interval (center_id, requirement_id, queue_id, at, offered, aht_seconds, needed, scheduled, service_level, asa_seconds,
      abandon_rate, occupancy, backlog, rate_shape, binding, risk)
    select ${centerId}::integer, ${requirementId}::bigint, ${queueId}::integer, at, offered, aht, needed, scheduled, level, asa, abandon, occupancy, backlog,
      shape, string_to_array(binding, ','), risk::jsonb
    from unnest(${pick('at')}::timestamptz[], ${pick('offered')}::double precision[], ${pick('ahtSeconds')}::double precision[],
      ${pick('needed')}::integer[], ${pick('scheduled')}::double precision[], ${pick('serviceLevel')}::double precision[], ${pick('asaSeconds')}::double precision[],
      ${pick('abandonRate')}::double precision[], ${pick('occupancy')}::double precision[], ${pick('backlog')}::double precision[],
      ${pick('rateShape')}::double precision[], ${bindings}::text[], ${risks}::text[])
      as given (at, offered, aht, needed, scheduled, level, asa, abandon, occupancy, backlog, shape, binding, risk)
  `.execute(tx)
  const of = (name: 'mean' | 'p10' | 'p50' | 'p90' | 'chance'): number[] => days.map((day) => day[name])
  await sql`
    insert into requirement_day (center_id, requirement_id, queue_id, day, mean, p10, p50, p90, chance)
    select ${centerId}::integer, ${requirementId}::bigint, ${queueId}::integer, * from unnest(${days.map(({ day }) => day)}::date[],
      ${of('mean')}::double precision[], ${of('p10')}::double precision[], ${of('p50')}::double precision[], ${of('p90')}::double precision[],
      ${of('chance')}::double precision[])
  `.execute(tx)
}

export async function readDays(
  tx: Tx,
  centerId: number,
  requirementId: number,
  { queueId }: IntervalsWanted,
): Promise<RequirementDay[]> {
  const { rows } = await sql<RequirementDay>`
    select queue_id as "queueId", day, mean, p10, p50, p90, chance from requirement_day
    where center_id = ${centerId} and requirement_id = ${requirementId} and (${queueId ?? null}::integer is null or queue_id = ${queueId ?? null})
    order by queue_id, day
  `.execute(tx)
  return rows
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
    select queue_id as "queueId", ${isoText('at')} as at, offered, aht_seconds as "ahtSeconds", needed, scheduled, service_level as "serviceLevel",
      asa_seconds as "asaSeconds", abandon_rate as "abandonRate", occupancy, binding, backlog, rate_shape as "rateShape", risk
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
