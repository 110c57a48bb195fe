import type { RosterPrices } from '@pult/contract/schedule-roster'
import { slotCosts, type QueueDemand } from '@pult/engine/schedule'
import { demandOf, type QueueRule } from '@pult/engine/staffing'

/** One interval of a requirement on the grid of a roster. */
export interface PlannedInterval {
  readonly slot: number
  readonly slots: number
  readonly offered: number
  readonly ahtSeconds: number
  /** Agents at their posts; null where no number meets the target. */
  readonly needed: number | null
  readonly rateShape: number | null
  /** Of callers at this hour; null: nobody hangs up. */
  readonly patienceSeconds: number | null
  /** Of people on shift who are on no break, how many take contacts at this hour. */
  readonly share: number
}

export interface PlannedQueue {
  readonly rule: QueueRule & { readonly queueId: number }
  /** 1 in slots in which it is open; null where it has no hours. */
  readonly isOpen: Uint8Array | null
  readonly intervals: readonly PlannedInterval[]
}

interface DemandOptions {
  readonly slots: number
  readonly slotMinutes: number
  readonly prices: RosterPrices
  /** Tables are made for so many people at most. */
  readonly mostPeople: number
}

/** Needs and costs of a queue by slot, in people on shift who are on no break. Work of minutes: not for the thread that serves. */
export function queueDemand(
  { rule, isOpen, intervals }: PlannedQueue,
  { slots, slotMinutes, prices, mostPeople }: DemandOptions,
): QueueDemand {
  const needed = new Float64Array(slots)
  const nothing = Float64Array.of(0)
  const cost: Float64Array[] = Array.from({ length: slots }, () => nothing)
  for (const interval of intervals) {
    const agents = costTable(interval, rule, prices, { slotMinutes, mostPeople })
    const { share } = interval
    const table = shareTable(agents, share, 1 / interval.slots)
    for (let slot = Math.max(0, interval.slot); slot < Math.min(slots, interval.slot + interval.slots); slot++) {
      if (isOpen?.[slot] === 0) continue
      needed[slot] = (interval.needed ?? 0) / share
      cost[slot] = table
    }
  }
  return { queueId: String(rule.queueId), needed, cost, ...(isOpen === null ? {} : { isOpen }) }
}

/** Money of one interval with 0, 1, 2 … agents at their posts. */
function costTable(
  { offered, ahtSeconds, needed, rateShape, patienceSeconds, slots }: PlannedInterval,
  rule: QueueRule,
  { lateContact, lostContact }: RosterPrices,
  { slotMinutes, mostPeople }: Pick<DemandOptions, 'slotMinutes' | 'mostPeople'>,
): Float64Array {
  const seconds = slots * slotMinutes * 60
  if (rule.work === 'deferred') {
    // Each missing agent leaves so many items lying past their time.
    const items = ahtSeconds > 0 ? seconds / ahtSeconds : 0
    const most = needed ?? 0
    return Float64Array.from({ length: most + 1 }, (_, agents) => (most - agents) * items * lateContact)
  }
  if (offered === 0 || ahtSeconds === 0) return Float64Array.of(0)
  const demand = demandOf({ offered, ahtSeconds, rateShape, patienceSeconds }, rule, seconds)
  const { withinSeconds } = rule
  return slotCosts({ demand, withinSeconds, lateMoney: lateContact, lostMoney: lostContact, mostAgents: mostPeople })
}

/** The table by people of whom a share is at posts, for a part of the interval. Convex as before. */
function shareTable(table: Float64Array, share: number, part: number): Float64Array {
  const last = table.length - 1
  return Float64Array.from({ length: Math.ceil(last / share) + 1 }, (_, people) => {
    const agents = Math.min(last, people * share)
    const whole = Math.floor(agents)
    const low = table[whole] ?? 0
    const high = table[Math.min(last, whole + 1)] ?? 0
    return part * (low + (high - low) * (agents - whole))
  })
}
