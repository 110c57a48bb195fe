import { sql } from 'kysely'

import { staffing, type RequirementDraft, type Shrinkage } from '@pult/contract/staffing'
import { addDays, createZone, datesBetween, type LocalDate, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { readForecastLoad } from '../forecast/index.ts'
import { conflict, invalid, type Platform, type Tx } from '../platform/index.ts'
import { appliedRules, countAgents } from './count-agents.ts'
import { PAST_INTERVAL_MINUTES, readPastLoad, readPatience, type PastLoad } from './past-load.ts'
import { requirementFile } from './requirement-file.ts'
import {
  deleteRequirement,
  keepRequirement,
  listRequirements,
  publishRequirement,
  readIntervals,
  readRequirement,
} from './requirement-store.ts'
import { listRules, listShrinkage, setRule, setShrinkage } from './rule-store.ts'

const done = { done: true } as const

const MOST_DAYS = 92

/** Serves the routes of the staffing room. */
export function serveStaffing(platform: Platform, clock: () => number): void {
  serveAssumptions(platform)
  serveRequirements(platform, clock)
}

function serveAssumptions({ http }: Platform): void {
  http.serve(staffing.listRules, async ({ caller, readCenter: read }) => ({
    rules: await read((tx) => listRules(tx, caller.centerId)),
  }))
  http.serve(staffing.setRule, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await setRule(tx, caller.centerId, body)
      await audit(tx, { act: 'staffing.rule.set', subject: `queue ${body.queueId ?? 'all'}`, detail: { ...body } })
      return done
    }),
  )
  http.serve(staffing.listShrinkage, async ({ caller, readCenter: read }) => ({
    kinds: await read((tx) => listShrinkage(tx, caller.centerId)),
  }))
  http.serve(staffing.setShrinkage, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      refuseEmptyPosts(body.kinds)
      await setShrinkage(tx, caller.centerId, body.kinds)
      await audit(tx, { act: 'staffing.shrinkage.set', subject: 'shrinkage', detail: { kinds: body.kinds } })
      return done
    }),
  )
}

function refuseEmptyPosts(kinds: readonly Shrinkage[]): void {
  if (new Set(kinds.map(({ kind }) => kind)).size < kinds.length)
    throw invalid('kindTwice', 'body.kinds: a kind is named twice.')
  for (const planned of [true, false]) {
    const sum = kinds.filter((kind) => kind.planned === planned).reduce((total, { share }) => total + share, 0)
    if (sum >= 1) throw invalid('nobodyLeft', 'body.kinds: together they leave nobody at the posts.')
  }
}

function serveRequirements({ http }: Platform, clock: () => number): void {
  http.serve(staffing.listRequirements, async ({ caller, readCenter: read }) => ({
    requirements: await read((tx) => listRequirements(tx, caller.centerId)),
  }))
  http.serve(staffing.createRequirement, async ({ caller, body, readCenter: read, inCenter, audit }) => {
    refuseImpossible(body)
    const known = await read(async (tx) => ({
      ...(await readLoad(tx, caller.centerId, body, clock())),
      rules: await listRules(tx, caller.centerId),
      patience: await readPatience(tx, caller.centerId, clock()),
      shrinkage: await listShrinkage(tx, caller.centerId),
    }))
    if (known.loads.length === 0) throw conflict('noLoad', 'There is no load in these days to count agents for.')
    const queueIds = [...new Set(known.loads.map(({ queueId }) => queueId))]
    const rules = appliedRules(queueIds, known.rules, known.patience)
    const intervals = await countAgents(known.loads, known.intervalMinutes, rules, known.shrinkage)
    const counted = {
      intervalMinutes: known.intervalMinutes,
      assumptions: { rules, shrinkage: known.shrinkage, unknownDays: [...known.unknownDays] },
      intervals,
    }
    return inCenter(async (tx) => {
      const requirementId = await keepRequirement(tx, caller, body, counted)
      const subject = `requirement ${requirementId}`
      await audit(tx, { act: 'staffing.requirement.create', subject, detail: { name: body.name } })
      return { requirementId }
    })
  })
  http.serve(staffing.readRequirement, ({ caller, params, query, readCenter: read }) =>
    read(async (tx) => {
      const requirement = await readRequirement(tx, caller.centerId, params.requirementId)
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      const wanted = { queueId: query.queueId, ...spanOf(zone, query) }
      return { requirement, intervals: await readIntervals(tx, caller.centerId, params.requirementId, wanted) }
    }),
  )
  http.serve(staffing.publishRequirement, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await publishRequirement(tx, caller, params.requirementId)
      await audit(tx, { act: 'staffing.requirement.publish', subject: `requirement ${params.requirementId}` })
      return done
    }),
  )
  http.serve(staffing.deleteRequirement, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteRequirement(tx, caller.centerId, params.requirementId)
      await audit(tx, { act: 'staffing.requirement.delete', subject: `requirement ${params.requirementId}` })
      return done
    }),
  )
  http.serve(staffing.exportRequirement, ({ caller, params, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const requirement = await readRequirement(tx, caller.centerId, params.requirementId)
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      const intervals = await readIntervals(tx, caller.centerId, params.requirementId, {})
      const subject = `requirement ${params.requirementId}`
      await audit(tx, { act: 'staffing.requirement.export', subject, detail: { format: query.format } })
      return requirementFile(requirement, intervals, await queueNames(tx, caller.centerId), zone, query)
    }),
  )
}

interface KnownLoad extends PastLoad {
  readonly intervalMinutes: number
}

async function readLoad(tx: Tx, centerId: number, draft: RequirementDraft, now: number): Promise<KnownLoad> {
  const { timeZone } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  if (draft.forecastId === null) {
    return {
      ...(await readPastLoad(tx, centerId, zone, timeZone, draft, now)),
      intervalMinutes: PAST_INTERVAL_MINUTES,
    }
  }
  const loads = await readForecastLoad(tx, centerId, draft.forecastId, spanOf(zone, draft))
  // A queue that never handled anything has no handling time to plan with.
  const usable = loads.filter(({ offered, ahtSeconds }) => offered > 0 && ahtSeconds > 0)
  return { loads: usable, unknownDays: [], intervalMinutes: loads[0]?.intervalMinutes ?? PAST_INTERVAL_MINUTES }
}

interface Days {
  readonly firstDay?: LocalDate | undefined
  readonly lastDay?: LocalDate | undefined
}

const spanOf = (zone: Zone, { firstDay, lastDay }: Days): { from: number | undefined; to: number | undefined } => ({
  from: firstDay === undefined ? undefined : zone.startOfDay(firstDay),
  to: lastDay === undefined ? undefined : zone.startOfDay(addDays(lastDay, 1)),
})

async function queueNames(tx: Tx, centerId: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select queue_id as id, name from queue where center_id = ${centerId}`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function refuseImpossible({ firstDay, lastDay }: RequirementDraft): void {
  if (lastDay < firstDay) throw invalid('periodBackwards', 'body.lastDay: must not lie before the first day.')
  if (datesBetween(firstDay, lastDay).length >= MOST_DAYS)
    throw invalid('tooManyDays', `body.lastDay: at most ${MOST_DAYS} days can be counted at once.`)
}
