import { scheduleAcknowledgement } from '@pult/contract/schedule-acknowledgement'
import { createZone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { refuseBeyondReach } from '../people/index.ts'
import type { Platform } from '../platform/index.ts'
import { acknowledgeRoster, listMyRosters, listReaders } from './acknowledgement.ts'

/** Serves who has read which published roster. */
export function serveAcknowledgements({ http, live }: Platform, clock: () => number): void {
  http.serve(scheduleAcknowledgement.listMyRosters, ({ caller, query, readCenter: read }) =>
    read(async (tx) => {
      const agentId = query.agentId ?? caller.agentId
      if (agentId === null) return { rosters: [] }
      await refuseBeyondReach(tx, caller, agentId)
      const today = createZone((await readCenter(tx, caller.centerId)).timeZone).localDate(clock())
      return { rosters: await listMyRosters(tx, caller.centerId, { agentId, today }) }
    }),
  )
  http.serve(scheduleAcknowledgement.acknowledgeRoster, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { centerId } = caller
      const { rosterId } = params
      if (await acknowledgeRoster(tx, caller, rosterId)) {
        await audit(tx, { act: 'schedule.roster.acknowledge', subject: `roster ${rosterId}` })
        await live.announce(tx, { centerId, topic: 'schedule', id: rosterId })
      }
      return { done: true } as const
    }),
  )
  http.serve(scheduleAcknowledgement.listReaders, ({ caller, params, readCenter: read }) =>
    read(async (tx) => ({ readers: await listReaders(tx, caller, params.rosterId) })),
  )
}
