import { forecast } from '@pult/contract/forecast'
import { addDays, createZone, type LocalDate, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { conflict, type Platform, type Tx } from '../platform/index.ts'
import { dayAccuracyFile, hourAccuracyFile, methodAccuracyFile } from './accuracy-file.ts'
import { readForecastAccuracy } from './forecast-accuracy.ts'
import { readMethodAccuracy, readQueueNames } from './forecast-store.ts'
import { readHourAccuracy } from './hour-accuracy.ts'
import { lastKnownDay } from './queue-history.ts'

/** Serves how good forecasts were. */
export function serveAccuracy({ http }: Platform, clock: () => number): void {
  http.serve(forecast.readForecastAccuracy, ({ caller, query, readCenter: read }) =>
    read(async (tx) => {
      const { centerId } = caller
      const asked = await periodOf(tx, centerId, query.days, clock())
      if (asked === null) return { firstDay: null, lastDay: null, accuracy: [], hours: [] }
      const { zone, ...days } = asked
      return {
        ...days,
        accuracy: await readForecastAccuracy(tx, centerId, zone, days),
        hours: await readHourAccuracy(tx, centerId, zone, days),
      }
    }),
  )
  http.serve(forecast.readMethodAccuracy, async ({ caller, readCenter: read }) => ({
    methods: await read((tx) => readMethodAccuracy(tx, caller.centerId)),
  }))
  http.serve(forecast.exportForecastAccuracy, ({ caller, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { centerId } = caller
      const { table, format } = query
      const asked = await periodOf(tx, centerId, query.days, clock())
      if (asked === null) throw conflict('noHistory', 'There is no history that forecasts could be compared with.')
      const { zone, ...days } = asked
      const file = { ...query, ...days, queueNames: await readQueueNames(tx, centerId) }
      await audit(tx, { act: 'forecast.accuracy.export', subject: 'forecast accuracy', detail: { table, format } })
      switch (table) {
        case 'days':
          return dayAccuracyFile(await readForecastAccuracy(tx, centerId, zone, days), file)
        case 'hours':
          return hourAccuracyFile(await readHourAccuracy(tx, centerId, zone, days), file)
        case 'methods':
          return methodAccuracyFile(await readMethodAccuracy(tx, centerId), file)
      }
    }),
  )
}

interface Period {
  readonly zone: Zone
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** So many days back from the last known one; null where nothing is known. */
async function periodOf(tx: Tx, centerId: number, days: number, now: number): Promise<Period | null> {
  const zone = createZone((await readCenter(tx, centerId)).timeZone)
  const lastDay = await lastKnownDay(tx, centerId, zone, now)
  return lastDay === null ? null : { zone, firstDay: addDays(lastDay, 1 - days), lastDay }
}
