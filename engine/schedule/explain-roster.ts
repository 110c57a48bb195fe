import { brokenLimitsOf, limitsOfDays, type LimitKind } from './broken-limits.ts'
import { createRosterDesk, placeShifts, shiftOf, type RosterDesk } from './load-roster.ts'
import { shiftOfOption } from './option-shift.ts'
import { prepareRoster } from './prepare-roster.ts'
import type { Roster, RosterProblem, RosterShift } from './roster-problem.ts'
import { BREAKS_BEST } from './shift-drafts.ts'

/** A stretch of slots in which a queue has fewer agents than it asks for. */
export interface Shortage {
  readonly queueId: string
  readonly day: number
  readonly from: number
  readonly to: number
  readonly agentHours: number
  /** Money that one agent more in the whole stretch would save. */
  readonly worthOfOneMore: number
}

/** A hard limit that stands between the roster and a better one. */
export interface BindingLimit {
  readonly limit: LimitKind
  /** People for whom the best single change is refused by it. */
  readonly agents: number
  /** What those changes would save together, and hours by which the limit would be exceeded. */
  readonly worth: number
  readonly excessHours: number
  /** The same in days, where the limit counts days. */
  readonly excessDays: number | null
  /** Agent-hours now short that they would fill. */
  readonly filledHours: number
}

export interface RosterExplanation {
  /** Whether every slot of every queue has the agents it asks for. */
  readonly isCovered: boolean
  readonly shortHours: number
  readonly shortages: readonly Shortage[]
  readonly binding: readonly BindingLimit[]
  /**
   * What would cure a shortage, most filled hours for the hours exceeded first: each names a limit that, let go for these people by these
   * hours, fills so much. Empty when nothing is short.
   */
  readonly cures: readonly BindingLimit[]
}

/** What binds a roster: where it is short, and which limits refuse the changes that would help most. */
export function explainRoster(problem: RosterProblem, roster: Roster): RosterExplanation {
  const desk = createRosterDesk(prepareRoster(problem), () => 0)
  placeShifts(desk, roster.shifts)
  const shortages = shortagesOf(desk)
  const shortHours = shortages.reduce((sum, { agentHours }) => sum + agentHours, 0)
  const binding = bindingLimits(desk)
  const cures = binding
    .filter(({ filledHours }) => filledHours > 0)
    .toSorted((left, right) => right.filledHours / right.excessHours - left.filledHours / left.excessHours)
  return { isCovered: shortHours === 0, shortHours, shortages, binding, cures: shortHours > 0 ? cures : [] }
}

function shortagesOf({ state }: RosterDesk): readonly Shortage[] {
  const { problem, slots, queues, calendar } = state.prepared
  const { staffed, up } = state.service
  const hours = problem.slotMinutes / 60
  const found: Shortage[] = []
  for (const [queue, { queueId, needed }] of problem.queues.entries()) {
    const group = [...queues.masks.keys()].filter((one) => ((queues.masks[one] as number) >> queue) & 1)
    for (const [day, { slots: length }] of problem.days.entries()) {
      const first = calendar.firstSlot[day] as number
      let open: { from: number; to: number; missing: number; worth: number } | null = null
      for (let slot = first; slot <= Math.min(first + length, slots); slot++) {
        const isWithin = slot < Math.min(first + length, slots)
        const missing = isWithin ? (needed[slot] ?? 0) - (staffed[slot * queues.count + queue] as number) : 0
        if (missing > 0) {
          open ??= { from: slot, to: slot, missing: 0, worth: 0 }
          open.to = slot + 1
          open.missing += missing
          open.worth -= Math.min(0, ...group.map((one) => up[one * state.prepared.width + slot] as number))
        } else if (open !== null) {
          const { from, to, missing: all, worth } = open
          found.push({ queueId, day, from, to, agentHours: all * hours, worthOfOneMore: worth })
          open = null
        }
      }
    }
  }
  return found.toSorted((left, right) => right.agentHours - left.agentHours)
}

/** For every person the change of one day that would save most were it not refused, and what refuses it. */
function bindingLimits(desk: RosterDesk): readonly BindingLimit[] {
  const { agents } = desk.state.prepared
  const byLimit = new Map<LimitKind, { agents: number; worth: number; excessHours: number; filledHours: number }>()
  for (let agent = 0; agent < agents; agent++) {
    const best = bestRefused(desk, agent)
    if (best === null) continue
    const limits = new Set(best.broken.map(({ limit }) => limit))
    for (const limit of limits) {
      const sum = byLimit.get(limit) ?? { agents: 0, worth: 0, excessHours: 0, filledHours: 0 }
      sum.agents++
      sum.worth += best.worth
      sum.filledHours += best.filledHours
      sum.excessHours += best.broken.reduce((all, one) => all + (one.limit === limit ? one.excessHours : 0), 0)
      byLimit.set(limit, sum)
    }
  }
  return [...byLimit]
    .map(([limit, sums]) => ({ limit, ...sums, excessDays: limitsOfDays.has(limit) ? sums.excessHours / 24 : null }))
    .toSorted((left, right) => right.worth - left.worth)
}

function bestRefused(desk: RosterDesk, agent: number) {
  const { state, drafts, trial } = desk
  const { prepared } = state
  const { days, lists, listOf } = prepared
  let worth = 0
  let best: { cell: number; option: number } | null = null
  for (let cell = agent * days; cell < (agent + 1) * days; cell++) {
    if (state.isLocked[cell] === 1) continue
    for (const option of lists[listOf[cell] as number] ?? []) {
      if (option === state.option[cell] || !drafts.shift(0, cell, option, BREAKS_BEST)) continue
      const saved = -trial.price(1)
      if (saved > worth) {
        worth = saved
        best = { cell, option }
      }
    }
  }
  if (best === null) return null
  const shift = shiftOfOption(desk, best.cell, best.option)
  if (shift === null) return null
  const own = Array.from({ length: days }, (_, day) => shiftOf(state, agent * days + day)).filter((one) => one !== null)
  const broken = brokenLimitsOf(prepared, agent, [...own.filter(({ day }) => day !== shift.day), shift])
  return broken.length === 0 ? null : { worth, broken, filledHours: filledBy(desk, agent, shift) }
}

/** Agent-hours now short, of any of her queues, in which the shift would have her at her post and she is not. */
function filledBy({ state }: RosterDesk, agent: number, shift: RosterShift): number {
  const { problem, slots, width, queues } = state.prepared
  const mask = queues.masks[queues.groupOf[agent] as number] as number
  let filled = 0
  for (let slot = shift.start; slot < Math.min(shift.end, slots); slot++) {
    if (state.atPost[agent * width + slot] === 1 || shift.breaks.some(({ start, end }) => slot >= start && slot < end))
      continue
    const isShort = problem.queues.some(
      ({ needed }, queue) =>
        (mask >> queue) & 1 && (needed[slot] ?? 0) > (state.service.staffed[slot * queues.count + queue] as number),
    )
    if (isShort) filled++
  }
  return (filled * problem.slotMinutes) / 60
}
