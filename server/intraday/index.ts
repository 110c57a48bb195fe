import { intraday } from '@pult/contract/intraday'

import type { Platform } from '../platform/index.ts'
import { intradayFile } from './intraday-file.ts'
import { readIntraday } from './read-intraday.ts'

/** Opens the room: the running day against its plan. */
export function openIntraday({ http }: Platform, clock: () => number = Date.now): void {
  http.serve(intraday.readIntraday, ({ caller, query, readCenter }) =>
    readCenter((tx) => readIntraday(tx, caller.centerId, query, clock())),
  )
  http.serve(intraday.exportIntraday, ({ caller, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const day = await readIntraday(tx, caller.centerId, query, clock())
      await audit(tx, { act: 'intraday.day.export', subject: `day ${day.day}`, detail: { format: query.format } })
      return intradayFile(day, query)
    }),
  )
}
