import type { WhatIfBase, WhatIfDraft } from '@pult/contract/simulation'
import type { CenterModel } from '@pult/engine/simulation'
import { rateVariance } from '@pult/engine/staffing'
import { addDays, createZone, type LocalDate, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { readDayTotal, readForecastLoad } from '../forecast/index.ts'
import { targetsOn, withinSecondsOf } from '../measures/index.ts'
import type { Tx } from '../platform/index.ts'
import { readNeeds } from '../staffing/index.ts'
import { baseCenter, seenDay, type SlotLoad } from './base-center.ts'
import {
  readElsewhere,
  readHandled,
  readPresence,
  readVoiceQueues,
  readWaitCounts,
  readWhatCame,
  readWorkShapes,
  type CameRow,
  type DaySpan,
} from './day-facts.ts'
import { HALF_HOUR_MS, slotsIn, spanOf } from './half-hours.ts'
import { presentAgents, type DayPresence } from './present-agents.ts'

/** Why there is nothing to simulate; the page says it in its words. */
export type BaseProblem = 'noLoad' | 'noAgents'

export interface ReadBase {
  readonly base: WhatIfBase
  readonly model: CenterModel
}

const LEARN_DAYS = 28

/** The day that was asked for, with everything that its centre is learnt from. */
export async function readBase(
  tx: Tx,
  centerId: number,
  draft: WhatIfDraft,
  now: number,
): Promise<ReadBase | BaseProblem> {
  const zone = createZone((await readCenter(tx, centerId)).timeZone)
  const today = zone.localDate(now)
  const span = spanOf(zone, draft.day)
  const learntTo = draft.day < today ? draft.day : addDays(today, -1)
  const learntFrom = addDays(learntTo, 1 - LEARN_DAYS)
  const learnt = spanOf(zone, learntFrom, learntTo)
  const queueIds = draft.queueIds.length > 0 ? draft.queueIds : await readVoiceQueues(tx, centerId, learnt)
  const targets = await targetsOn(tx, centerId, draft.day)
  const within = (queueId: number): number => withinSecondsOf(targets, queueId)
  const shapes = await readWorkShapes(tx, centerId, learnt, queueIds)
  const came = await readWhatCame(
    tx,
    centerId,
    span,
    queueIds.map((queueId) => ({ queueId, withinSeconds: within(queueId) })),
    draft.shortSeconds,
  )
  const rings = new Map(shapes.map(({ queueId, ringSeconds }) => [queueId, ringSeconds]))
  const loads =
    draft.forecastId === null
      ? came.map(loadThatCame)
      : await forecastLoads(tx, centerId, draft.forecastId, span, rings, now)
  if (!loads.some(({ offered, queueId }) => offered > 0 && queueIds.includes(queueId))) return 'noLoad'
  const agentsDay = draft.requirementId === null ? (draft.agentsDay ?? likeDay(draft, today)) : null
  const staffed =
    agentsDay === null
      ? await requiredAgents(tx, centerId, draft.requirementId ?? 0, span, queueIds)
      : await agentsOf(tx, centerId, zone, agentsDay, learnt, queueIds, slotsIn(span))
  const daySpread = draft.daySpread ?? (await spreadOf(tx, centerId, draft, queueIds, now))
  const base = baseCenter(
    { ...draft, daySpread },
    {
      slotStarts: Array.from({ length: slotsIn(span) }, (_, slot) => span.from + slot * HALF_HOUR_MS),
      loads: loads.filter(({ queueId, offered }) => offered > 0 && queueIds.includes(queueId)),
      shapes,
      waits: await readWaitCounts(tx, centerId, learnt, queueIds),
      within,
      groups: staffed.groups,
    },
  )
  if (base === null) return 'noAgents'
  const isAsItWas = draft.forecastId === null && agentsDay === draft.day
  return {
    model: base.model,
    base: {
      intervals: [...base.intervals],
      agentsDay,
      daySpread,
      presence: staffed.presence,
      learntFrom,
      learntTo,
      queues: base.queues,
      groups: base.groups,
      leftOut: queueIds.filter((id) => !base.queues.some(({ queueId }) => queueId === id)),
      seen: isAsItWas ? seenDay(base, draft.rule, { came, presentSeconds: staffed.presentSeconds }) : null,
    },
  }
}

/** What the forecast's band of the day is wider than chance alone; nobody doubts contacts that came. */
async function spreadOf(
  tx: Tx,
  centerId: number,
  { forecastId, day }: WhatIfDraft,
  queueIds: readonly number[],
  now: number,
): Promise<number> {
  if (forecastId === null) return 0
  const total = await readDayTotal(tx, centerId, forecastId, { day, queueIds }, now)
  if (total === null) return 0
  const { offered: mean, p10, p90 } = total
  return Math.min(1, Math.sqrt(rateVariance({ mean, p10, p90 })))
}

const loadThatCame = ({ queueId, slot, offered, answered, workSeconds }: CameRow): SlotLoad => ({
  queueId,
  slot,
  offered,
  workSeconds: answered > 0 ? workSeconds / answered : null,
})

/** A forecast of hours is spread evenly over their halves, one of quarters is added up. */
async function forecastLoads(
  tx: Tx,
  centerId: number,
  forecastId: number,
  span: DaySpan,
  rings: ReadonlyMap<number, number>,
  now: number,
): Promise<SlotLoad[]> {
  const told = await readForecastLoad(tx, centerId, forecastId, span, now)
  const cells = told.flatMap(({ queueId, at, intervalMinutes, offered, ahtSeconds }) => {
    const slot = Math.floor((Date.parse(at) - span.from) / HALF_HOUR_MS)
    const halves = Math.max(1, intervalMinutes / 30)
    return Array.from({ length: halves }, (_, half) => ({
      queueId,
      slot: slot + half,
      offered: offered / halves,
      ahtSeconds,
    }))
  })
  return [...Map.groupBy(cells, ({ queueId, slot }) => `${queueId} ${slot}`).values()].map((same) => {
    const { queueId = 0, slot = 0 } = same[0] ?? {}
    const offered = same.reduce((sum, cell) => sum + cell.offered, 0)
    const work = same.reduce((sum, cell) => sum + cell.offered * cell.ahtSeconds, 0)
    return { queueId, slot, offered, workSeconds: work > 0 ? work / offered + (rings.get(queueId) ?? 0) : null }
  })
}

/** The day itself; for one that is still to come the last known day of the same weekday. */
function likeDay({ day, forecastId }: WhatIfDraft, today: LocalDate): LocalDate {
  let like = day
  while (like >= today || (forecastId !== null && like === day)) like = addDays(like, -7)
  return like
}

type Staffed = Omit<DayPresence, 'presence'> & { readonly presence: WhatIfBase['presence'] }

async function agentsOf(
  tx: Tx,
  centerId: number,
  zone: Zone,
  day: LocalDate,
  learnt: DaySpan,
  queueIds: readonly number[],
  slots: number,
): Promise<Staffed> {
  const span = spanOf(zone, day)
  const rows = await readPresence(tx, centerId, span)
  const elsewhere = await readElsewhere(tx, centerId, span, queueIds)
  const handled = await readHandled(tx, centerId, learnt, queueIds)
  return presentAgents(rows, elsewhere, handled, span.from, slots)
}

/** One group a queue, of as many agents as the requirement asks for. */
async function requiredAgents(
  tx: Tx,
  centerId: number,
  requirementId: number,
  span: DaySpan,
  queueIds: readonly number[],
): Promise<Staffed> {
  const needs = await readNeeds(tx, centerId, requirementId, span)
  const groups = [...Map.groupBy(needs, ({ queueId }) => queueId)]
    .filter(([queueId]) => queueIds.includes(queueId))
    .map(([queueId, rows]) => {
      const agents = Array.from({ length: slotsIn(span) }, () => 0)
      for (const { at, needed, intervalMinutes } of rows) {
        const slot = Math.floor((Date.parse(at) - span.from) / HALF_HOUR_MS)
        for (let half = 0; half < Math.max(1, intervalMinutes / 30); half++)
          agents[slot + half] = Math.max(agents[slot + half] ?? 0, needed ?? 0)
      }
      return { queueIds: [queueId], people: Math.max(...agents), agents: agents.slice(0, slotsIn(span)) }
    })
  return { presence: 'requirement', groups, presentSeconds: 0 }
}
