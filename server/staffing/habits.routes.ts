import { staffingHabits } from '@pult/contract/staffing-habits'

import type { Platform } from '../platform/index.ts'
import { readObservedShrinkage } from './observed-shrinkage.ts'
import { readQueueHabits } from './queue-habits.ts'

/** Serves what the centre's own log says of its callers and agents. */
export function serveHabits(platform: Platform, clock: () => number): void {
  const { http } = platform
  http.serve(staffingHabits.readHabits, ({ caller, query }) =>
    readQueueHabits(platform, { centerId: caller.centerId }, query.queueId, clock()),
  )
  http.serve(staffingHabits.observeShrinkage, ({ caller, readCenter: read }) =>
    read((tx) => readObservedShrinkage(tx, caller.centerId, clock())),
  )
}
