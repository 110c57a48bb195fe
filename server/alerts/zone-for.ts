import { createZone, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'

/** The clock on the wall of a centre. */
export async function zoneFor(tx: Tx, centerId: number): Promise<Zone> {
  return createZone((await readCenter(tx, centerId)).timeZone)
}
