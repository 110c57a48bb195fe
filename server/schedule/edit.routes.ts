import { schedule } from '@pult/contract/schedule'

import type { Caller, Platform } from '../platform/index.ts'
import { listChanges } from './change-store.ts'
import { compareRosters } from './compare-rosters.ts'
import { changeDraft, openDraft, refuseFinished, refuseStale, resultOf, undoChange } from './edit-roster.ts'
import type { OpenTables } from './open-tables.ts'
import { publishRoster, reviseRoster } from './publish-roster.ts'
import { readRoster } from './roster-store.ts'

const done = { done: true } as const

/** Serves the planner's hand: changes, undoing, the law, publishing, editions, comparison. */
export function serveEdits(platform: Platform, tables: OpenTables, clock: () => number): void {
  serveChanges(platform, tables)
  servePublishing(platform, tables)
  platform.http.serve(schedule.compareRosters, ({ caller, params, readCenter: read }) =>
    read((tx) => compareRosters(tx, caller, [params.rosterId, params.otherId], clock())),
  )
}

function serveChanges({ http, live }: Platform, tables: OpenTables): void {
  http.serve(schedule.editShifts, async ({ caller, params, body, inCenter, audit }) => {
    const { rosterId } = params
    const { version, changes, isTrial } = body
    const change = { by: 'hand', changes } as const
    if (isTrial) {
      const { answer } = await tables.askAt(caller, rosterId, 'change', { change }, async (tx, place) => {
        refuseFinished(place)
        await refuseStale(tx, place, version)
      })
      return resultOf(version, answer)
    }
    return inCenter(async (tx) => {
      const place = await openDraft(tx, tables, caller.centerId, rosterId, version)
      const result = await changeDraft(tx, tables, caller, place, change)
      const detail = { version: result.version, changes: changes.slice(0, 20), of: changes.length }
      await audit(tx, { act: 'schedule.roster.edit', subject: `roster ${rosterId}`, detail })
      await live.announce(tx, { centerId: caller.centerId, topic: 'schedule', id: rosterId })
      return result
    })
  })
  http.serve(schedule.undoChange, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { rosterId } = params
      const result = await undoChange(tx, tables, caller, rosterId, body.version)
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
  http.serve(schedule.readViolations, async ({ caller, params }) => {
    const { answer } = await tables.askAt(caller, params.rosterId, 'violations', {})
    return { violations: answer.violations.filter(({ agentId }) => sees(caller, agentId, answer.teamOf)) }
  })
}

/** Whether a violation is of somebody whom the caller sees; those of the roster as a whole are everybody's. */
function sees(caller: Caller, agentId: number | null, teamOf: ReadonlyMap<number, number | null>): boolean {
  if (agentId === null || caller.reach === 'center') return true
  const teamId = teamOf.get(agentId) ?? null
  return caller.reach === 'teams' && teamId !== null && caller.teamIds.includes(teamId)
}

function servePublishing({ http, live }: Platform, tables: OpenTables): void {
  http.serve(schedule.publishRoster, ({ caller, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { rosterId } = params
      const { decided } = await publishRoster(tx, tables, caller, rosterId, body)
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
