import { sql } from 'kysely'

import type {
  Forecast,
  ForecastDay,
  ForecastDraft,
  ForecastInterval,
  ForecastQueue,
  ForecastWeek,
  MethodAccuracy,
} from '@pult/contract/forecast'
import type { LaidLayer } from '@pult/contract/forecast-layers'
import type { DoubtedStretch, QueueCorrelation, QueueModel } from '@pult/engine/forecast'
import { addDays, wallInstant, wallTime, type LocalDate, type Zone } from '@pult/engine/time'

import { conflict, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'
import type { QueueForecast } from './forecast-worker.ts'

const columns = sql`
  forecast_id as "forecastId", name, status, interval_minutes as "intervalMinutes", interval_days as "intervalDays", first_day as "firstDay", last_day as "lastDay",
  known_until as "knownUntil", progress, problem, created_by_name as "createdByName", ${isoText('created_at')} as "createdAt",
  ${isoText('published_at')} as "publishedAt", published_by_name as "publishedByName"`

export async function listForecasts(tx: Tx, centerId: number): Promise<Forecast[]> {
  const { rows } = await sql<Forecast>`
    select ${columns} from forecast where center_id = ${centerId} order by forecast_id desc limit 200`.execute(tx)
  return rows
}

export async function readForecast(tx: Tx, centerId: number, forecastId: number): Promise<Forecast> {
  const { rows } = await sql<Forecast>`
    select ${columns} from forecast where center_id = ${centerId} and forecast_id = ${forecastId}`.execute(tx)
  const [found] = rows
  if (found === undefined) throw notFound('forecast')
  return found
}

export async function createForecast(tx: Tx, caller: Caller, draft: ForecastDraft): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into forecast (center_id, name, interval_minutes, interval_days, first_day, last_day, created_by, created_by_name)
    values (${caller.centerId}, ${draft.name}, ${draft.intervalMinutes}, ${draft.intervalDays}, ${draft.firstDay}, ${draft.lastDay}, ${caller.userId}, ${caller.name})
    returning forecast_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export interface ForecastChange {
  readonly status?: Forecast['status']
  readonly progress?: number
  readonly problem?: string
  readonly knownUntil?: string
}

/** While it waits or is made; what was stopped or thrown away meanwhile stays so. */
export async function changeForecast(
  tx: Tx,
  centerId: number,
  forecastId: number,
  { status, progress, problem, knownUntil }: ForecastChange,
): Promise<void> {
  await sql`
    update forecast set status = coalesce(${status ?? null}, status), progress = coalesce(${progress ?? null}::double precision, progress),
      problem = ${problem ?? null}, known_until = coalesce(${knownUntil ?? null}::date, known_until)
    where center_id = ${centerId} and forecast_id = ${forecastId} and status in ('waiting', 'making')
  `.execute(tx)
}

/** How its queues go astray together; null where too little is known. */
export async function keepCorrelation(
  tx: Tx,
  centerId: number,
  forecastId: number,
  correlation: QueueCorrelation | null,
): Promise<void> {
  const json = correlation === null ? null : JSON.stringify(correlation)
  await sql`
    update forecast set queue_correlation = ${json}::jsonb where center_id = ${centerId} and forecast_id = ${forecastId}`.execute(
    tx,
  )
}

export async function readCorrelation(tx: Tx, centerId: number, forecastId: number): Promise<QueueCorrelation | null> {
  const { rows } = await sql<{ correlation: QueueCorrelation | null }>`
    select queue_correlation as correlation from forecast where center_id = ${centerId} and forecast_id = ${forecastId}`.execute(
    tx,
  )
  return rows[0]?.correlation ?? null
}

/** Its job looks before every queue and ends by itself. */
export async function cancelForecast(tx: Tx, centerId: number, forecastId: number): Promise<void> {
  await readForecast(tx, centerId, forecastId)
  const { numAffectedRows = 0n } = await sql`
    update forecast set status = 'failed', problem = 'cancelled'
    where center_id = ${centerId} and forecast_id = ${forecastId} and status in ('waiting', 'making')
  `.execute(tx)
  if (numAffectedRows === 0n) throw conflict('notRunning', 'This forecast is not being made.')
}

/** Its figures are written down by `publish-forecast`. */
export async function markPublished(
  tx: Tx,
  caller: Caller,
  forecastId: number,
  layers: readonly LaidLayer[],
): Promise<void> {
  await sql`
    update forecast set status = 'published', published_at = now(), published_by_name = ${caller.name}, layers = ${JSON.stringify(layers)}::jsonb
    where center_id = ${caller.centerId} and forecast_id = ${forecastId}
  `.execute(tx)
}

/** The layers a forecast was published with. */
export async function frozenLayers(tx: Tx, centerId: number, forecastId: number): Promise<LaidLayer[]> {
  const { rows } = await sql<{ layers: LaidLayer[] }>`
    select layers from forecast where center_id = ${centerId} and forecast_id = ${forecastId}`.execute(tx)
  return rows[0]?.layers ?? []
}

export async function deleteForecast(tx: Tx, centerId: number, forecastId: number): Promise<void> {
  const { status } = await readForecast(tx, centerId, forecastId)
  if (status === 'published') throw conflict('published', 'A published forecast stays: plans were made from it.')
  await sql`delete from forecast where center_id = ${centerId} and forecast_id = ${forecastId}`.execute(tx)
}

export interface KeptForecast extends Omit<QueueForecast, 'model' | 'hasBorrowed'> {
  readonly borrowedFrom: number | null
}

/** Puts one queue's forecast in the place of what a former attempt left. */
export async function keepQueueForecast(
  tx: Tx,
  key: { readonly centerId: number; readonly forecastId: number; readonly queueId: number },
  zone: Zone,
  { days, weeks, slotSeconds, historyDays, borrowedFrom, outages }: KeptForecast,
): Promise<void> {
  const { centerId, forecastId, queueId } = key
  for (const table of ['forecast_interval', 'forecast_day', 'forecast_week', 'forecast_queue'])
    await sql`delete from ${sql.table(table)} where center_id = ${centerId} and forecast_id = ${forecastId} and queue_id = ${queueId}`.execute(
      tx,
    )
  const cells = days.flatMap((day) =>
    (day.offered.length === 0 ? [] : slotSeconds).flatMap((second, slot) => {
      const local = wallTime(day.date, second)
      const { instant, kind } = zone.localToInstant(local)
      // Spring's hour that never comes has no contacts; autumn's that comes twice shares its own between its passes.
      if (kind === 'skipped') return []
      const instants = kind === 'doubled' ? [instant, zone.localToInstant(local, 'later').instant] : [instant]
      const share = (value: number | undefined): number => (value ?? 0) / instants.length
      const [p025 = 0, p10 = 0, p50 = 0, p90 = 0, p975 = 0] = (day.quantiles[slot] ?? []).map(share)
      const offered = share(day.offered[slot])
      const ahtSeconds = day.ahtSeconds[slot] ?? 0
      return instants.map((at) => ({ at: new Date(at).toISOString(), offered, p025, p10, p50, p90, p975, ahtSeconds }))
    }),
  )
  const pick = <Key extends keyof (typeof cells)[number]>(name: Key): (typeof cells)[number][Key][] =>
    cells.map((cell) => cell[name])
  await sql`
    insert into forecast_interval (center_id, forecast_id, queue_id, at, offered, p025, p10, p50, p90, p975, aht_seconds)
    select ${centerId}::integer, ${forecastId}::bigint, ${queueId}::integer, * from unnest(
      ${pick('at')}::timestamptz[], ${pick('offered')}::double precision[], ${pick('p025')}::double precision[], ${pick('p10')}::double precision[],
      ${pick('p50')}::double precision[], ${pick('p90')}::double precision[], ${pick('p975')}::double precision[], ${pick('ahtSeconds')}::double precision[])
  `.execute(tx)
  await sql`
    insert into forecast_day (center_id, forecast_id, queue_id, day, offered, p10, p90, work_seconds)
    select ${centerId}::integer, ${forecastId}::bigint, ${queueId}::integer, * from unnest(
      ${days.map(({ date }) => date)}::date[], ${days.map(({ total }) => total)}::double precision[], ${days.map(({ p10 }) => p10)}::double precision[],
      ${days.map(({ p90 }) => p90)}::double precision[], ${days.map(({ workSeconds }) => workSeconds)}::double precision[])
  `.execute(tx)
  await sql`
    insert into forecast_week (center_id, forecast_id, queue_id, week, offered, p10, p90, work_seconds)
    select ${centerId}::integer, ${forecastId}::bigint, ${queueId}::integer, * from unnest(
      ${weeks.map(({ monday }) => monday)}::date[], ${weeks.map(({ total }) => total)}::double precision[], ${weeks.map(({ p10 }) => p10)}::double precision[],
      ${weeks.map(({ p90 }) => p90)}::double precision[], ${weeks.map(({ workSeconds }) => workSeconds)}::double precision[])
  `.execute(tx)
  await sql`
    insert into forecast_queue (center_id, forecast_id, queue_id, history_days, borrowed_from, outages)
    values (${centerId}, ${forecastId}, ${queueId}, ${historyDays}, ${borrowedFrom}, ${JSON.stringify(outages.map((one) => stretchOf(one, zone)))}::jsonb)
  `.execute(tx)
}

function stretchOf({ date, fromSecond, toSecond }: DoubtedStretch, zone: Zone): ForecastQueue['outages'][number] {
  const at = (second: number): string =>
    new Date(
      second >= DAY_SECONDS ? zone.startOfDay(addDays(date, 1)) : wallInstant(zone, date, second / 60),
    ).toISOString()
  return { from: at(fromSecond), to: at(toSecond) }
}

const DAY_SECONDS = 86_400

/** As they are written down, without layers. */
export async function storedWeeks(tx: Tx, centerId: number, forecastId: number): Promise<ForecastWeek[]> {
  const { rows } = await sql<ForecastWeek>`
    select queue_id as "queueId", week, offered, p10, p90, work_seconds as "workSeconds" from forecast_week
    where center_id = ${centerId} and forecast_id = ${forecastId} order by queue_id, week
  `.execute(tx)
  return rows
}

/** What each queue's forecast was made from. */
export async function readForecastQueues(tx: Tx, centerId: number, forecastId: number): Promise<ForecastQueue[]> {
  const { rows } = await sql<ForecastQueue>`
    select queue_id as "queueId", history_days as "historyDays", borrowed_from as "borrowedFrom", outages from forecast_queue
    where center_id = ${centerId} and forecast_id = ${forecastId} order by queue_id
  `.execute(tx)
  return rows
}

/** As they are written down: of a draft without the layers of now. */
export async function storedDays(tx: Tx, centerId: number, forecastId: number): Promise<ForecastDay[]> {
  const { rows } = await sql<ForecastDay>`
    select queue_id as "queueId", day, offered, coalesce(base_offered, offered) as "baseOffered", p10, p90, work_seconds as "workSeconds" from forecast_day
    where center_id = ${centerId} and forecast_id = ${forecastId} order by queue_id, day
  `.execute(tx)
  return rows
}

export interface IntervalsWanted {
  readonly queueId?: number | undefined
  /** Half-open, epoch milliseconds. */
  readonly from?: number | undefined
  readonly to?: number | undefined
}

/** As they are written down: of a draft without the layers of now. */
export async function storedIntervals(
  tx: Tx,
  centerId: number,
  forecastId: number,
  { queueId, from, to }: IntervalsWanted,
): Promise<ForecastInterval[]> {
  const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString())
  const { rows } = await sql<ForecastInterval>`
    select queue_id as "queueId", ${isoText('at')} as at, offered, coalesce(base_offered, offered) as "baseOffered", p025, p10, p50, p90, p975,
      aht_seconds as "ahtSeconds"
    from forecast_interval
    where center_id = ${centerId} and forecast_id = ${forecastId} and (${queueId ?? null}::integer is null or queue_id = ${queueId ?? null})
      and (${iso(from)}::timestamptz is null or at >= ${iso(from)}::timestamptz) and (${iso(to)}::timestamptz is null or at < ${iso(to)}::timestamptz)
    order by queue_id, at
  `.execute(tx)
  return rows
}

export async function readQueueNames(tx: Tx, centerId: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select queue_id as id, name from queue where center_id = ${centerId}`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const MODEL_LASTS = sql`interval '7 days'`

/** What was learnt about a queue in the last week; null when it is time to learn anew. */
export async function readModel(
  tx: Tx,
  centerId: number,
  queueId: number,
  minutes: number,
): Promise<QueueModel | null> {
  const { rows } = await sql<{ model: QueueModel }>`
    select model from forecast_model where center_id = ${centerId} and queue_id = ${queueId} and interval_minutes = ${minutes}
      and learnt_at > now() - ${MODEL_LASTS}
  `.execute(tx)
  return rows[0]?.model ?? null
}

export async function keepModel(
  tx: Tx,
  centerId: number,
  queueId: number,
  minutes: number,
  model: QueueModel,
): Promise<void> {
  await sql`
    insert into forecast_model (center_id, queue_id, interval_minutes, learnt_at, model)
    values (${centerId}, ${queueId}, ${minutes}, now(), ${JSON.stringify(model)}::jsonb)
    on conflict (center_id, queue_id, interval_minutes) do update set learnt_at = excluded.learnt_at, model = excluded.model
  `.execute(tx)
}

/** The forecast published last among those that cover a day. */
export async function publishedFor(tx: Tx, centerId: number, day: LocalDate): Promise<Forecast | undefined> {
  const { rows } = await sql<Forecast>`
    select ${columns} from forecast where center_id = ${centerId} and status = 'published'
      and first_day <= ${day}::date and last_day >= ${day}::date order by published_at desc limit 1
  `.execute(tx)
  return rows[0]
}

/** What was learnt about the queues, however long ago: a day that was planned with it is renewed with it. */
export async function readModels(tx: Tx, centerId: number, minutes: number): Promise<Map<number, QueueModel>> {
  const { rows } = await sql<{ queueId: number; model: QueueModel }>`
    select queue_id as "queueId", model from forecast_model where center_id = ${centerId} and interval_minutes = ${minutes}
  `.execute(tx)
  return new Map(rows.map(({ queueId, model }) => [queueId, model]))
}

/** How the back-tests of each queue ended, the leads in their order. */
export async function readMethodAccuracy(tx: Tx, centerId: number): Promise<MethodAccuracy[]> {
  const { rows } = await sql<{ queueId: number; intervalMinutes: number; learntAt: string; model: QueueModel }>`
    select queue_id as "queueId", interval_minutes as "intervalMinutes", ${isoText('learnt_at')} as "learntAt", model
    from forecast_model where center_id = ${centerId} order by queue_id, interval_minutes
  `.execute(tx)
  return rows.flatMap(({ model, ...learnt }) =>
    model.leads.flatMap(({ leadDays, weights, backtest }): MethodAccuracy[] => {
      if (backtest === undefined) return []
      const { days, came, chosen, chosenSigned = null, byMember, signedByMember = {}, covered = null } = backtest
      const byMethod = Object.fromEntries(
        Object.entries(byMember).map(([name, absolute]) => [
          name,
          { absolute, signed: signedByMember[name] ?? null, weight: weights[name] ?? 0 },
        ]),
      )
      return [{ ...learnt, leadDays, days, came, chosen, chosenSigned, byMethod, covered }]
    }),
  )
}
