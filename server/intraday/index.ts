import { intraday } from '@pult/contract/intraday'

import type { Platform } from '../platform/index.ts'
import { readIntraday } from './read-intraday.ts'

/** Opens the room: the running day against its plan. */
export function openIntraday({ http }: Platform, clock: () => number = Date.now): void {
  http.serve(intraday.readIntraday, ({ caller, query, readCenter }) =>
    readCenter((tx) => readIntraday(tx, caller.centerId, query, clock())),
  )
}
