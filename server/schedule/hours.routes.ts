import { scheduleHours } from '@pult/contract/schedule-hours'
import { createZone, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { refuseBeyondReach } from '../people/index.ts'
import type { Platform, Tx } from '../platform/index.ts'
import { fairnessFile } from './fairness-file.ts'
import { readFairness } from './fairness.ts'
import { hoursFile, readHours } from './hours.ts'
import { explainRefusals } from './read-report.ts'
import { readWishOutcomes } from './wish-outcomes.ts'
import { readRostersOf } from './wish-refusals.ts'

/** Serves hours for pay by period, and how one person stands. */
export function serveHours({ http }: Platform, clock: () => number): void {
  const today = async (tx: Tx, centerId: number): Promise<LocalDate> =>
    createZone((await readCenter(tx, centerId)).timeZone).localDate(clock())
  http.serve(scheduleHours.readHours, ({ caller, query, readCenter: read }) =>
    read(async (tx) => ({ rows: await readHours(tx, caller, query, await today(tx, caller.centerId)) })),
  )
  http.serve(scheduleHours.exportHours, ({ caller, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const rows = await readHours(tx, caller, query, await today(tx, caller.centerId))
      await audit(tx, { act: 'schedule.hours.export', subject: 'hours', detail: { ...query } })
      return hoursFile(rows, query)
    }),
  )
  http.serve(scheduleHours.exportFairness, ({ caller, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { rows } = await readFairness(tx, caller, query.year)
      await audit(tx, { act: 'schedule.fairness.export', subject: 'fairness', detail: { ...query } })
      return fairnessFile(rows, query)
    }),
  )
  http.serve(scheduleHours.readStanding, ({ caller, query, readCenter: read }) =>
    read(async (tx) => {
      const agentId = query.agentId ?? caller.agentId
      if (agentId === null) return { hours: null, wishes: [] }
      await refuseBeyondReach(tx, caller, agentId)
      const question = { firstDay: query.firstDay, lastDay: query.lastDay, agentId }
      const [hours = null] = await readHours(tx, caller, question, await today(tx, caller.centerId))
      return { hours, wishes: await readWishOutcomes(tx, caller.centerId, question) }
    }),
  )
  http.serve(scheduleHours.explainWishes, async ({ caller, query, readCenter: read }) => {
    const agentId = query.agentId ?? caller.agentId
    if (agentId === null) return { refusals: [] }
    const { firstDay, lastDay } = query
    const rosters = await read(async (tx) => {
      await refuseBeyondReach(tx, caller, agentId)
      return readRostersOf(tx, caller.centerId, { agentId, firstDay, lastDay })
    })
    const refusals = await Promise.all(rosters.map((roster) => explainRefusals(roster, agentId)))
    return { refusals: refusals.flat().filter(({ day }) => firstDay <= day && day <= lastDay) }
  })
}
