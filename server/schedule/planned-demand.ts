import { sql } from 'kysely'

import type { Roster } from '@pult/contract/schedule-roster'
import type { AppliedRule, Shrinkage } from '@pult/contract/staffing'
import { shareAt, type WeekHour } from '@pult/engine/staffing'
import { addDays, MINUTE_MS, openIntervals } from '@pult/engine/time'

import { readQueueHours } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import { availabilityAt, readPlannedLoad, weekHourOf } from '../staffing/index.ts'
import { SLOT_MINUTES, type Grid } from './grid.ts'
import type { PlannedInterval, PlannedQueue } from './queue-demand.ts'

export type RosterWarning = Roster['warnings'][number]

/** What a requirement asks of a roster, by queue, before costs are worked out of it. */
export interface PlannedDemand {
  readonly queues: readonly PlannedQueue[]
  readonly warnings: readonly RosterWarning[]
}

/** Loads and needs of every queue on the roster's grid. What is asked for while a queue is closed is left out and told. */
export async function readDemand(tx: Tx, centerId: number, grid: Grid, requirementId: number): Promise<PlannedDemand> {
  const { requirement, intervals } = await readPlannedLoad(tx, centerId, requirementId)
  const { rules, shrinkage } = requirement.assumptions
  const warnings: RosterWarning[] = []
  const queues: PlannedQueue[] = []
  const count = requirement.intervalMinutes / SLOT_MINUTES
  for (const rule of rules) {
    const isOpen = await readOpenSlots(tx, centerId, rule.queueId, grid)
    const planned = intervals.flatMap(({ queueId, at, offered, ahtSeconds, needed, rateShape }): PlannedInterval[] => {
      const slot = grid.slotOf(Date.parse(at))
      if (queueId !== rule.queueId || slot + count <= 0 || slot >= grid.slots) return []
      const hour = weekHourOf(grid.zone, Date.parse(at))
      // As the requirement counted: callers as patient, and people as available, as they are at this hour.
      const patienceSeconds = rule.patienceByHour?.[hour.hour] ?? rule.patienceSeconds
      const share = shareAtPosts(rule, shrinkage, hour)
      return [{ slot, slots: count, offered, ahtSeconds, needed, rateShape, patienceSeconds, share }]
    })
    if (planned.length === 0) continue
    queues.push({ rule, isOpen, intervals: planned })
    const values = { queueId: rule.queueId, name: await queueName(tx, centerId, rule.queueId) }
    const agentHours = hoursWhileClosed(planned, isOpen)
    if (agentHours > 0) warnings.push({ code: 'needInClosedHours', values: { ...values, agentHours } })
    const unmet = planned.filter(({ needed }) => needed === null).length
    if (unmet > 0) warnings.push({ code: 'noNumberMeets', values: { ...values, intervals: unmet } })
  }
  return { queues, warnings }
}

const LEAST_SHARE = 0.05

/** Of people on shift who are on no break, how many take contacts at an hour of the week. Planned absence is on the roster itself. */
function shareAtPosts(rule: AppliedRule, shrinkage: readonly Shrinkage[], at: WeekHour): number {
  const away = shrinkage.reduce((sum, kind) => (kind.planned ? sum : sum + shareAt(kind, at)), 0)
  return Math.max(LEAST_SHARE, availabilityAt(rule, at.hour) * (1 - away))
}

function hoursWhileClosed(intervals: readonly PlannedInterval[], isOpen: Uint8Array | null): number {
  let slots = 0
  for (const { slot, slots: count, needed } of intervals)
    for (let at = Math.max(0, slot); at < slot + count; at++) if (isOpen?.[at] === 0) slots += needed ?? 0
  return (slots * SLOT_MINUTES) / 60
}

/** 1 in slots in which the queue is open; null where it has no hours. */
async function readOpenSlots(tx: Tx, centerId: number, queueId: number, grid: Grid): Promise<Uint8Array | null> {
  const hours = await readQueueHours(tx, centerId, queueId)
  if (hours === null) return null
  const open = new Uint8Array(grid.slots)
  const [first = ''] = grid.dates
  for (const date of [addDays(first, -1), ...grid.dates])
    for (const { start, end } of openIntervals(hours, date, grid.zone))
      open.fill(1, Math.max(0, grid.slotOf(start)), Math.max(0, grid.slotOf(end - MINUTE_MS) + 1))
  return open
}

async function queueName(tx: Tx, centerId: number, queueId: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from queue where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
  return rows[0]?.name ?? String(queueId)
}
