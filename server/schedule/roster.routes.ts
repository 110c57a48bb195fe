import { randomInt } from 'node:crypto'

import { sql } from 'kysely'

import { schedule } from '@pult/contract/schedule'
import type { RosterDraft, RosterPrices } from '@pult/contract/schedule-roster'
import { createZone, datesBetween } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { seenBy } from '../people/index.ts'
import { conflict, invalid, notFound, type Caller, type Platform, type Tx } from '../platform/index.ts'
import { readPlannedLoad } from '../staffing/index.ts'
import type { OpenTables } from './open-tables.ts'
import { readKeptProblem } from './problem-cache.ts'
import { readMembers } from './read-members.ts'
import {
  askToStop,
  beginRun,
  createRoster,
  deleteRoster,
  listRosters,
  presentRoster,
  readRoster,
} from './roster-store.ts'
import { readShifts } from './shift-store.ts'

const done = { done: true } as const
const usualWeights = { service: 1, money: 1, wishes: 1, fairness: 1, stability: 1 }

/** Serves making, reading and throwing away rosters. */
export function serveRosters({ http, jobs }: Platform, tables: OpenTables): void {
  http.serve(schedule.listRosters, async ({ caller, readCenter: read }) => ({
    rosters: (await read((tx) => listRosters(tx, caller.centerId))).map(presentRoster),
  }))
  http.serve(schedule.createRoster, async ({ caller, body, inCenter, audit }) => {
    const rosterId = await inCenter(async (tx) => {
      await refuseImpossible(tx, caller, body)
      const made = await createRoster(tx, caller, {
        ...body,
        weights: body.weights ?? usualWeights,
        prices: body.prices ?? (await usualPrices(tx, caller.centerId)),
        seed: body.seed ?? randomInt(4_294_967_295),
      })
      const { name, requirementId, firstDay, lastDay } = body
      const detail = { name, requirementId, firstDay, lastDay }
      await audit(tx, { act: 'schedule.roster.create', subject: `roster ${made}`, detail })
      return made
    })
    await jobs.send('schedule', { centerId: caller.centerId, rosterId, run: 1 })
    return { rosterId }
  })
  http.serve(schedule.readRoster, ({ caller, params, query, readCenter: read }) =>
    read(async (tx) => {
      const { centerId } = caller
      const roster = await readRoster(tx, centerId, params.rosterId)
      // Whoever looks at a draft may soon drag a shift of it.
      if (roster.status === 'draft' && caller.may('editSchedule')) tables.prepare(caller, params.rosterId)
      const { timeZone, calendar } = await readCenter(tx, centerId)
      const problem = await readKeptProblem(tx, centerId, params.rosterId)
      const seen = seenBy(caller, 's.agent_id')
      const all = await readShifts(tx, centerId, params.rosterId, { seen })
      const asked = { teamId: query.teamId, problem, shifts: all, zone: createZone(timeZone), calendar }
      const members = await readMembers(tx, caller, params.rosterId, asked)
      const shown = new Set(members.map(({ agentId }) => agentId))
      const shifts = all.filter(
        ({ agentId, day }) =>
          shown.has(agentId) &&
          (query.firstDay === undefined || day >= query.firstDay) &&
          (query.lastDay === undefined || day <= query.lastDay),
      )
      return { roster: presentRoster(roster), members, shifts }
    }),
  )
  http.serve(schedule.deleteRoster, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteRoster(tx, caller.centerId, params.rosterId)
      await audit(tx, { act: 'schedule.roster.delete', subject: `roster ${params.rosterId}` })
      return done
    }),
  )
  http.serve(schedule.stopRoster, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await askToStop(tx, caller.centerId, params.rosterId)
      await audit(tx, { act: 'schedule.roster.stop', subject: `roster ${params.rosterId}` })
      return done
    }),
  )
  http.serve(schedule.continueRoster, async ({ caller, params, body, inCenter, audit }) => {
    const { centerId } = caller
    const { rosterId } = params
    const run = await inCenter(async (tx) => {
      const begun = await beginRun(tx, centerId, rosterId, body)
      await audit(tx, { act: 'schedule.roster.continue', subject: `roster ${rosterId}`, detail: { ...body } })
      return begun
    })
    await jobs.send('schedule', { centerId, rosterId, run })
    return done
  })
}

const MOST_DAYS = 42

async function refuseImpossible(tx: Tx, { centerId }: Caller, draft: RosterDraft): Promise<void> {
  const { firstDay, lastDay, requirementId, agentIds, templateIds, startFrom } = draft
  if (lastDay < firstDay)
    throw invalid('periodBackwards', 'body.lastDay: must not lie before the first day.', { at: 'body.lastDay' })
  if (datesBetween(firstDay, lastDay).length >= MOST_DAYS)
    throw invalid('tooManyDays', `body.lastDay: a roster holds at most ${MOST_DAYS} days.`, {
      at: 'body.lastDay',
      values: { most: MOST_DAYS },
    })
  const { requirement } = await readPlannedLoad(tx, centerId, requirementId)
  if (requirement.status !== 'draft' && requirement.status !== 'published')
    throw conflict('requirementUnfinished', 'This requirement is not counted yet: wait until it is.')
  if (firstDay < requirement.firstDay || lastDay > requirement.lastDay)
    throw invalid(
      'beyondRequirement',
      `body.firstDay: the requirement covers ${requirement.firstDay} to ${requirement.lastDay}; the roster's days must lie within.`,
      { at: 'body.firstDay', values: { from: requirement.firstDay, to: requirement.lastDay } },
    )
  if (agentIds !== null) {
    const { rows } = await sql`
      select 1 from agent where center_id = ${centerId} and agent_id = any(${agentIds}::integer[])`.execute(tx)
    if (rows.length < new Set(agentIds).size) throw notFound('agent')
  }
  if (templateIds !== null) {
    const { rows } = await sql`
      select 1 from shift_template where center_id = ${centerId} and shift_template_id = any(${templateIds}::integer[])`.execute(
      tx,
    )
    if (rows.length < new Set(templateIds).size) throw notFound('shift template')
  }
  if (startFrom !== null) await readRoster(tx, centerId, startFrom)
}

/** A late contact is worth a quarter of an hour of pay and a lost one three, until somebody says otherwise. */
async function usualPrices(tx: Tx, centerId: number): Promise<RosterPrices> {
  const { rows } = await sql<{ mean: number | null }>`
    select avg(cost_per_hour) as mean from agreement where center_id = ${centerId}`.execute(tx)
  const hour = rows[0]?.mean ?? 400
  return { lateContact: Math.round(hour / 4), lostContact: Math.round((hour * 3) / 4) }
}
