import { schedule } from '@pult/contract/schedule'
import { createZone, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Platform, Tx } from '../platform/index.ts'
import { listChanges } from './change-store.ts'
import { compareRosters } from './compare-rosters.ts'
import { editShifts, undoChange } from './edit-roster.ts'
import { publishRoster, reviseRoster } from './publish-roster.ts'
import { readLaw } from './roster-law.ts'
import { readRoster } from './roster-store.ts'
import { readShifts } from './shift-store.ts'

const done = { done: true } as const

/** Serves the planner's hand: changes, undoing, the law, publishing, editions, comparison. */
export function serveEdits(platform: Platform, clock: () => number): void {
  const today = async (tx: Tx, centerId: number): Promise<LocalDate> =>
    createZone((await readCenter(tx, centerId)).timeZone).localDate(clock())
  serveChanges(platform, today)
  servePublishing(platform, today)
  platform.http.serve(schedule.compareRosters, ({ caller, params, readCenter: read }) =>
    read((tx) => compareRosters(tx, caller, [params.rosterId, params.otherId], clock())),
  )
}

type Today = (tx: Tx, centerId: number) => Promise<LocalDate>

function serveChanges({ http, live }: Platform, today: Today): void {
  http.serve(schedule.editShifts, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { rosterId } = params
      const result = await editShifts(tx, caller, rosterId, body, await today(tx, caller.centerId))
      if (body.isTrial) return result
      const detail = { version: result.version, changes: body.changes.slice(0, 20), of: body.changes.length }
      await audit(tx, { act: 'schedule.roster.edit', subject: `roster ${rosterId}`, detail })
      await live.announce(tx, { centerId: caller.centerId, topic: 'schedule', id: rosterId })
      return result
    }),
  )
  http.serve(schedule.undoChange, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { rosterId } = params
      const result = await undoChange(tx, caller, rosterId, body.version, await today(tx, caller.centerId))
      const detail = { version: result.version }
      await audit(tx, { act: 'schedule.roster.undo', subject: `roster ${rosterId}`, detail })
      await live.announce(tx, { centerId: caller.centerId, topic: 'schedule', id: rosterId })
      return result
    }),
  )
  http.serve(schedule.listChanges, ({ caller, params, readCenter: read }) =>
    read(async (tx) => {
      await readRoster(tx, caller.centerId, params.rosterId)
      return { changes: await listChanges(tx, caller.centerId, params.rosterId) }
    }),
  )
  http.serve(schedule.readViolations, ({ caller, params, readCenter: read }) =>
    read(async (tx) => {
      const roster = await readRoster(tx, caller.centerId, params.rosterId)
      const shifts = await readShifts(tx, caller.centerId, params.rosterId)
      const law = await readLaw(tx, caller.centerId, roster, await today(tx, caller.centerId))
      const isSeen = ({ agentId }: { readonly agentId: number | null }): boolean => {
        if (agentId === null || caller.reach === 'center') return true
        const teamId = law.staff.get(agentId)?.member.teamId
        return caller.reach === 'teams' && teamId !== undefined && teamId !== null && caller.teamIds.includes(teamId)
      }
      return { violations: law.check(shifts).filter(isSeen) }
    }),
  )
}

function servePublishing({ http, live }: Platform, today: Today): void {
  http.serve(schedule.publishRoster, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { rosterId } = params
      const { decided } = await publishRoster(tx, caller, rosterId, body, await today(tx, caller.centerId))
      const subject = `roster ${rosterId}`
      await audit(tx, { act: 'schedule.roster.publish', subject, detail: { version: body.version } })
      for (const { violation, reason } of decided) {
        const { key, ruleId, article, agentId, day } = violation
        const detail = { key, ruleId, article, agentId, day, reason }
        await audit(tx, { act: 'schedule.roster.decide', subject, detail })
      }
      await live.announce(tx, { centerId: caller.centerId, topic: 'schedule', id: rosterId })
      return done
    }),
  )
  http.serve(schedule.reviseRoster, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const rosterId = await reviseRoster(tx, caller, params.rosterId, body.reason)
      const detail = { from: params.rosterId, reason: body.reason }
      await audit(tx, { act: 'schedule.roster.revise', subject: `roster ${rosterId}`, detail })
      return { rosterId }
    }),
  )
}
