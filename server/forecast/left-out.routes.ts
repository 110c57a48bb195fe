import { forecastLeftOut } from '@pult/contract/forecast-left-out'
import { DAY_MS, createZone, minutesOfDay, wallInstant, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { invalid, type Platform } from '../platform/index.ts'
import { createLeftOut, deleteLeftOut, listLeftOut } from './left-out-store.ts'

/** A stretch longer than a quarter is no outage, but how things are. */
const LONGEST_DAYS = 92

/** Serves the stretches that forecasts do not learn from. */
export function serveLeftOut({ http }: Platform, clock: () => number): void {
  http.serve(forecastLeftOut.listLeftOut, async ({ caller, readCenter: read }) => ({
    leftOut: await read((tx) => listLeftOut(tx, caller.centerId)),
  }))
  http.serve(forecastLeftOut.createLeftOut, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      const stretch = { ...body, from: instantOf(body.from, zone), to: instantOf(body.to, zone) }
      refuseImpossible(stretch, clock())
      const leftOutId = await createLeftOut(tx, caller, stretch)
      const { queueId, from, to } = body
      await audit(tx, {
        act: 'forecast.leftOut.create',
        subject: `left out ${leftOutId}`,
        detail: { queueId, from, to },
      })
      return { leftOutId }
    }),
  )
  http.serve(forecastLeftOut.deleteLeftOut, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteLeftOut(tx, caller.centerId, params.leftOutId)
      await audit(tx, { act: 'forecast.leftOut.delete', subject: `left out ${params.leftOutId}` })
      return { done: true } as const
    }),
  )
}

function instantOf(local: string, zone: Zone): number {
  const [day = '', time = ''] = local.split('T')
  return wallInstant(zone, day, minutesOfDay(time))
}

function refuseImpossible({ from, to }: { readonly from: number; readonly to: number }, now: number): void {
  if (to <= from) throw invalid('stretchBackwards', 'body.to: must lie after the start of the stretch.')
  if (from > now) throw invalid('stretchAhead', 'body.from: lies ahead; only what has been can be left out.')
  if (to - from > LONGEST_DAYS * DAY_MS)
    throw invalid('stretchTooLong', `body.to: at most ${LONGEST_DAYS} days can be left out at once.`)
}
