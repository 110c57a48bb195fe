import { sql } from 'kysely'

import { staffing, type Backlog, type RequirementDraft, type Shrinkage } from '@pult/contract/staffing'
import { shareAt, type WeekHour } from '@pult/engine/staffing'
import { createZone, datesBetween, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { readForecasts } from '../forecast/index.ts'
import { conflict, invalid, notFound, type Caller, type Platform, type Tx } from '../platform/index.ts'
import { spanOf } from './read-load.ts'
import { requirementFile } from './requirement-file.ts'
import type { NamedQueue } from './requirement-layouts.ts'
import { newestFor, withSource } from './requirement-source.ts'
import {
  createRequirement,
  deleteRequirement,
  listRequirements,
  publishRequirement,
  readDays,
  readIntervals,
  readRequirement,
} from './requirement-store.ts'
import { listRules, listShrinkage, setRule, setShrinkage } from './rule-store.ts'

const done = { done: true } as const

const MOST_DAYS = 92

/** Serves the routes of the staffing room. */
export function serveStaffing(platform: Platform): void {
  serveAssumptions(platform)
  serveRequirements(platform)
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
  if (kinds.some(({ hours }) => new Set(hours.map(({ weekday, hour }) => `${weekday} ${hour}`)).size < hours.length))
    throw invalid('hourTwice', 'body.kinds: an hour of the week is named twice in a kind.')
  const usual = { weekday: 0, hour: 0 }
  for (const at of [usual, ...kinds.flatMap(({ hours }) => hours)])
    for (const planned of [true, false]) {
      const sum = kinds.filter((kind) => kind.planned === planned).reduce((total, kind) => total + shareAt(kind, at), 0)
      if (sum >= 1) throw invalid('nobodyLeft', `body.kinds: together they leave nobody at the posts${whenOf(at)}.`)
    }
}

const whenOf = ({ weekday, hour }: WeekHour): string => (weekday === 0 ? '' : ` on weekday ${weekday} at ${hour}:00`)

function serveRequirements({ http, jobs }: Platform): void {
  http.serve(staffing.listRequirements, async ({ caller, readCenter: read }) => ({
    requirements: await read(async (tx) =>
      withSource(tx, caller.centerId, await listRequirements(tx, caller.centerId)),
    ),
  }))
  const begin = async (tx: Tx, caller: Caller, draft: RequirementDraft): Promise<number> => {
    if (draft.forecastId !== null) await refuseUnfinished(tx, caller.centerId, draft.forecastId)
    await refuseUnknownQueues(tx, caller.centerId, draft.backlogs ?? [])
    return createRequirement(tx, caller, draft)
  }
  http.serve(staffing.createRequirement, async ({ caller, body, inCenter, audit }) => {
    refuseImpossible(body)
    const requirementId = await inCenter(async (tx) => {
      const made = await begin(tx, caller, body)
      const subject = `requirement ${made}`
      await audit(tx, { act: 'staffing.requirement.create', subject, detail: { name: body.name } })
      return made
    })
    await jobs.send('staffing', { centerId: caller.centerId, requirementId })
    return { requirementId }
  })
  http.serve(staffing.renewRequirement, async ({ caller, params, inCenter, audit }) => {
    const requirementId = await inCenter(async (tx) => {
      const former = await readRequirement(tx, caller.centerId, params.requirementId)
      const newest = newestFor(await readForecasts(tx, caller.centerId), former)
      const made = await begin(tx, caller, {
        name: former.name,
        firstDay: former.firstDay,
        lastDay: former.lastDay,
        forecastId: newest?.forecastId ?? former.forecastId,
        isRateUncertain: former.assumptions.isRateUncertain,
        backlogs: former.assumptions.backlogs,
      })
      const detail = { name: former.name, from: params.requirementId }
      await audit(tx, { act: 'staffing.requirement.create', subject: `requirement ${made}`, detail })
      return made
    })
    await jobs.send('staffing', { centerId: caller.centerId, requirementId })
    return { requirementId }
  })
  http.serve(staffing.readRequirement, ({ caller, params, query, readCenter: read }) =>
    read(async (tx) => {
      const kept = await readRequirement(tx, caller.centerId, params.requirementId)
      const [requirement] = await withSource(tx, caller.centerId, [kept])
      if (requirement === undefined) throw notFound('requirement')
      const zone = createZone((await readCenter(tx, caller.centerId)).timeZone)
      const wanted = { queueId: query.queueId, ...spanOf(zone, query) }
      const intervals = await readIntervals(tx, caller.centerId, params.requirementId, wanted)
      const days = await readDays(tx, caller.centerId, params.requirementId, wanted)
      return { requirement, intervals, days: days.filter(({ day }) => isAsked(day, query)) }
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
      const days = await readDays(tx, caller.centerId, params.requirementId, {})
      const subject = `requirement ${params.requirementId}`
      await audit(tx, { act: 'staffing.requirement.export', subject, detail: { format: query.format } })
      return requirementFile({ requirement, intervals, days }, await readQueues(tx, caller.centerId), zone, query)
    }),
  )
}

const isAsked = (
  day: LocalDate,
  { firstDay, lastDay }: { firstDay?: LocalDate | undefined; lastDay?: LocalDate | undefined },
): boolean => (firstDay === undefined || day >= firstDay) && (lastDay === undefined || day <= lastDay)

async function refuseUnfinished(tx: Tx, centerId: number, forecastId: number): Promise<void> {
  const found = (await readForecasts(tx, centerId)).find((one) => one.forecastId === forecastId)
  if (found === undefined) throw notFound('forecast')
  if (found.status !== 'draft' && found.status !== 'published')
    throw conflict('forecastUnfinished', 'This forecast is not made yet: wait until it is, then count agents from it.')
}

async function refuseUnknownQueues(tx: Tx, centerId: number, backlogs: readonly Backlog[]): Promise<void> {
  if (backlogs.length === 0) return
  const known = new Set((await readQueues(tx, centerId)).map(({ queueId }) => queueId))
  if (backlogs.some(({ queueId }) => !known.has(queueId))) throw notFound('queue')
}

async function readQueues(tx: Tx, centerId: number): Promise<NamedQueue[]> {
  const { rows } = await sql<NamedQueue>`
    select queue_id as "queueId", name, channel from queue where center_id = ${centerId}`.execute(tx)
  return rows
}

function refuseImpossible({ firstDay, lastDay }: RequirementDraft): void {
  if (lastDay < firstDay) throw invalid('periodBackwards', 'body.lastDay: must not lie before the first day.')
  if (datesBetween(firstDay, lastDay).length >= MOST_DAYS)
    throw invalid('tooManyDays', `body.lastDay: at most ${MOST_DAYS} days can be counted at once.`)
}
