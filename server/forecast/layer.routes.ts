import { forecastLayers } from '@pult/contract/forecast-layers'
import { addDays, createZone, datesBetween, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { invalid, type Platform } from '../platform/index.ts'
import { readEventSize } from './event-size.ts'
import { readLayerAccuracy } from './layer-accuracy.ts'
import { createLayer, listLayers, undoLayer } from './layer-store.ts'
import { lastKnownDay } from './queue-history.ts'

/** A past event longer than a quarter is no event, but the usual. */
const LONGEST_EVENT_DAYS = 92

/** Serves what is laid over forecasts by hand. */
export function serveLayers({ http, live }: Platform, clock: () => number): void {
  http.serve(forecastLayers.listLayers, ({ caller, readCenter: read }) =>
    read(async (tx) => {
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      return { layers: await listLayers(tx, caller.centerId, zone.localDate(clock())) }
    }),
  )
  http.serve(forecastLayers.createLayer, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      refusePast(body.lastDay, zone.localDate(clock()))
      const layerId = await createLayer(tx, caller, body)
      const { kind, queueId, firstDay, lastDay, change, amount } = body
      const detail = { kind, queueId, firstDay, lastDay, change, amount }
      await audit(tx, { act: 'forecast.layer.create', subject: `layer ${layerId}`, detail })
      await live.announce(tx, { centerId: caller.centerId, topic: 'forecast' })
      return { layerId }
    }),
  )
  http.serve(forecastLayers.undoLayer, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await undoLayer(tx, caller, params.layerId)
      await audit(tx, { act: 'forecast.layer.undo', subject: `layer ${params.layerId}` })
      await live.announce(tx, { centerId: caller.centerId, topic: 'forecast' })
      return { done: true } as const
    }),
  )
  http.serve(forecastLayers.readEventSize, ({ caller, query, readCenter: read }) =>
    read(async (tx) => {
      const { firstDay, lastDay, fromMinute, toMinute } = query
      if (toMinute <= fromMinute) throw invalid('hoursBackwards', 'query.toMinute: must lie after the hour it begins.')
      if (datesBetween(firstDay, addDays(lastDay, 1)).length > LONGEST_EVENT_DAYS)
        throw invalid('eventTooLong', `query.lastDay: at most ${LONGEST_EVENT_DAYS} days can be measured at once.`)
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      return { size: await readEventSize(tx, caller.centerId, zone, query) }
    }),
  )
  http.serve(forecastLayers.readLayerAccuracy, ({ caller, query, readCenter: read }) =>
    read(async (tx) => {
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      const lastDay = await lastKnownDay(tx, caller.centerId, zone, clock())
      if (lastDay === null) return { accuracy: [] }
      const days = { firstDay: addDays(lastDay, 1 - query.days), lastDay }
      return { accuracy: await readLayerAccuracy(tx, caller.centerId, zone, days) }
    }),
  )
}

function refusePast(lastDay: LocalDate, today: LocalDate): void {
  if (lastDay < today)
    throw invalid('layerIsPast', `body.lastDay: lies before ${today}; a layer is laid over days to come.`)
}
