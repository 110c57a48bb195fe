import { forecast } from '@pult/contract/forecast'
import { addDays, createZone, datesBetween, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { conflict, invalid, type Platform } from '../platform/index.ts'
import { forecastFile, totalsFile } from './forecast-file.ts'
import {
  cancelForecast,
  createForecast,
  deleteForecast,
  listForecasts,
  readCorrelation,
  readForecast,
  readForecastQueues,
  readQueueNames,
  storedWeeks,
} from './forecast-store.ts'
import { togetherOf } from './forecast-together.ts'
import { readDays, readIntervals } from './layered-forecast.ts'
import { publishForecast } from './publish-forecast.ts'
import { lastKnownDay } from './queue-history.ts'
import { weeksWithLayers } from './total-weeks.ts'

const done = { done: true } as const

/** Eighteen months and a little. */
const FARTHEST_DAYS = 560

/** Serves the routes of the forecast room. */
export function serveForecast({ http, jobs }: Platform, clock: () => number): void {
  http.serve(forecast.listForecasts, async ({ caller, readCenter: read }) => ({
    forecasts: await read((tx) => listForecasts(tx, caller.centerId)),
  }))
  http.serve(forecast.createForecast, async ({ caller, body, inCenter, audit }) => {
    const forecastId = await inCenter(async (tx) => {
      const { timeZone } = await readCenter(tx, caller.centerId)
      refuseImpossible(body, await lastKnownDay(tx, caller.centerId, createZone(timeZone), clock()))
      const made = await createForecast(tx, caller, body)
      await audit(tx, { act: 'forecast.forecast.create', subject: `forecast ${made}`, detail: { name: body.name } })
      return made
    })
    await jobs.send('forecast', { centerId: caller.centerId, forecastId })
    return { forecastId }
  })
  http.serve(forecast.readForecast, ({ caller, params, readCenter: read }) =>
    read(async (tx) => {
      const { centerId } = caller
      const { forecastId } = params
      const asked = await readForecast(tx, centerId, forecastId)
      const { days, layers } = await readDays(tx, centerId, forecastId, clock())
      const weeks = weeksWithLayers(await storedWeeks(tx, centerId, forecastId), days, layers)
      const together = togetherOf(await readCorrelation(tx, centerId, forecastId), asked.knownUntil, days, weeks)
      return {
        forecast: asked,
        days,
        weeks,
        together,
        queues: await readForecastQueues(tx, centerId, forecastId),
        layers,
      }
    }),
  )
  http.serve(forecast.readForecastIntervals, ({ caller, params, query, readCenter: read }) =>
    read(async (tx) => {
      await readForecast(tx, caller.centerId, params.forecastId)
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      const startOf = (day: LocalDate | undefined, add: number): number | undefined =>
        day === undefined ? undefined : zone.startOfDay(addDays(day, add))
      return {
        intervals: await readIntervals(
          tx,
          caller.centerId,
          params.forecastId,
          { queueId: query.queueId, from: startOf(query.firstDay, 0), to: startOf(query.lastDay, 1) },
          clock(),
        ),
      }
    }),
  )
  http.serve(forecast.exportForecast, ({ caller, params, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { centerId } = caller
      const asked = await readForecast(tx, centerId, params.forecastId)
      const zone = createZone((await readCenter(tx, centerId)).timeZone)
      const names = await readQueueNames(tx, centerId)
      const subject = `forecast ${params.forecastId}`
      await audit(tx, { act: 'forecast.forecast.export', subject, detail: { format: query.format } })
      if (query.grain === 'interval') {
        const intervals = await readIntervals(tx, centerId, params.forecastId, {}, clock())
        return forecastFile(asked, intervals, names, zone, query)
      }
      const { days, layers } = await readDays(tx, centerId, params.forecastId, clock())
      const weeks = weeksWithLayers(await storedWeeks(tx, centerId, params.forecastId), days, layers)
      const correlation = await readCorrelation(tx, centerId, params.forecastId)
      const together = togetherOf(correlation, asked.knownUntil, days, weeks)
      return totalsFile(asked, query.grain === 'day' ? days : weeks, together, names, query)
    }),
  )
  http.serve(forecast.cancelForecast, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await cancelForecast(tx, caller.centerId, params.forecastId)
      await audit(tx, { act: 'forecast.forecast.cancel', subject: `forecast ${params.forecastId}` })
      return done
    }),
  )
  http.serve(forecast.publishForecast, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await publishForecast(tx, caller, params.forecastId, clock())
      await audit(tx, { act: 'forecast.forecast.publish', subject: `forecast ${params.forecastId}` })
      return done
    }),
  )
  http.serve(forecast.deleteForecast, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteForecast(tx, caller.centerId, params.forecastId)
      await audit(tx, { act: 'forecast.forecast.delete', subject: `forecast ${params.forecastId}` })
      return done
    }),
  )
}

function refuseImpossible(
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
  known: LocalDate | null,
): void {
  if (lastDay < firstDay) throw invalid('periodBackwards', 'body.lastDay: must not lie before the first day.')
  if (known === null) throw conflict('noHistory', 'There is no history to forecast from yet. Import contacts first.')
  if (firstDay <= known)
    throw invalid('dayIsKnown', `body.firstDay: must lie after ${known}, the last day that is known.`)
  if (datesBetween(known, lastDay).length > FARTHEST_DAYS)
    throw invalid('tooFar', `body.lastDay: at most ${FARTHEST_DAYS} days after ${known} can be forecast.`)
}
