import { sql } from 'kysely'

import type { ForecastLayer, LayerDraft } from '@pult/contract/forecast-layers'
import type { LocalDate } from '@pult/engine/time'

import { conflict, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'

const columns = sql`
  layer_id as "layerId", kind, queue_id as "queueId", first_day as "firstDay", last_day as "lastDay", from_minute as "fromMinute",
  to_minute as "toMinute", change, amount, amount_sd as "amountSd", aht_times as "ahtTimes", reason, expires_on as "expiresOn",
  copied_from as "copiedFrom", created_by_name as "createdByName", ${isoText('created_at')} as "createdAt",
  undone_by_name as "undoneByName", ${isoText('undone_at')} as "undoneAt"`

/** The newest first. */
export async function listLayers(tx: Tx, centerId: number, today: LocalDate): Promise<ForecastLayer[]> {
  const { rows } = await sql<ForecastLayer>`
    select ${columns}, coalesce(least(last_day, expires_on) < ${today}::date, false) as "isOver"
    from forecast_layer where center_id = ${centerId} order by layer_id desc limit 500
  `.execute(tx)
  return rows
}

/** Those that lie over a draft of these days now, in the order in which they were laid. */
export async function layersInForce(
  tx: Tx,
  centerId: number,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
  today: LocalDate,
): Promise<ForecastLayer[]> {
  const { rows } = await sql<ForecastLayer>`
    select ${columns}, false as "isOver" from forecast_layer
    where center_id = ${centerId} and undone_at is null and first_day <= ${lastDay}::date and last_day >= ${firstDay}::date
      and (expires_on is null or expires_on >= ${today}::date)
    order by layer_id
  `.execute(tx)
  return rows
}

/** When a layer over these days was last laid, taken off or expired; null when there was none. */
export async function layersChangedAt(
  tx: Tx,
  centerId: number,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Promise<string | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(greatest(l.created_at, l.undone_at, case when l.undone_at is null and gone.at <= now() then gone.at end)) as at
    from forecast_layer l
    join center c using (center_id)
    cross join lateral (select (l.expires_on + 1)::timestamp at time zone c.time_zone as at) gone
    where center_id = ${centerId} and first_day <= ${lastDay}::date and last_day >= ${firstDay}::date
  `.execute(tx)
  return rows[0]?.at?.toISOString() ?? null
}

export async function createLayer(tx: Tx, caller: Caller, draft: LayerDraft): Promise<number> {
  const { centerId } = caller
  if (draft.queueId !== null) {
    const queue = await sql`select 1 from queue where center_id = ${centerId} and queue_id = ${draft.queueId}`.execute(
      tx,
    )
    if (queue.rows.length === 0) throw notFound('queue')
  }
  const { rows } = await sql<{ id: number }>`
    insert into forecast_layer (center_id, kind, queue_id, first_day, last_day, from_minute, to_minute, change, amount, amount_sd, aht_times,
      reason, expires_on, copied_from, created_by, created_by_name)
    values (${centerId}, ${draft.kind}, ${draft.queueId}, ${draft.firstDay}, ${draft.lastDay}, ${draft.fromMinute}, ${draft.toMinute},
      ${draft.change}, ${draft.amount}, ${draft.amountSd}, ${draft.ahtTimes}, ${draft.reason}, ${draft.expiresOn}, ${draft.copiedFrom},
      ${caller.userId}, ${caller.name})
    returning layer_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function undoLayer(tx: Tx, caller: Caller, layerId: number): Promise<void> {
  const { rows } = await sql<{ by: string | null }>`
    select undone_by_name as by from forecast_layer where center_id = ${caller.centerId} and layer_id = ${layerId} for update
  `.execute(tx)
  const [layer] = rows
  if (layer === undefined) throw notFound('layer')
  if (layer.by !== null) throw conflict('layerUndone', `${layer.by} has undone this layer already.`)
  await sql`
    update forecast_layer set undone_at = now(), undone_by_name = ${caller.name}
    where center_id = ${caller.centerId} and layer_id = ${layerId}
  `.execute(tx)
}
