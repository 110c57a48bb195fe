import { fairKinds } from './fair-balance.ts'
import type { PlacedActivity, Roster, RosterShift } from './roster-problem.ts'
import { createRosterState, type RosterState } from './roster-state.ts'
import type { PreparedRoster } from './prepare-roster.ts'
import { createShiftDrafts, type ShiftDrafts } from './shift-drafts.ts'
import { createDraftTrial, type DraftTrial } from './try-drafts.ts'

/** A roster being worked on: its cells, drafts of changes and their trial. */
export interface RosterDesk {
  readonly state: RosterState
  readonly drafts: ShiftDrafts
  readonly trial: DraftTrial
}

/** An empty roster with its locked shifts. */
export function createRosterDesk(prepared: PreparedRoster, uniform: () => number): RosterDesk {
  const state = createRosterState(prepared)
  const drafts = createShiftDrafts(state, uniform)
  const desk = { state, drafts, trial: createDraftTrial(state, drafts) }
  clearDesk(desk)
  return desk
}

/** Takes every shift away but the locked ones, and counts everything anew. */
export function clearDesk(desk: RosterDesk): void {
  const { state } = desk
  const { prepared, service, fair, totals, seats } = state
  for (const list of [state.start, state.end, state.option]) list.fill(-1)
  for (const list of [state.work, state.breakCount, state.atPost, state.money, state.own, state.isLocked]) list.fill(0)
  for (const list of [state.broken, state.missing, state.shortRests, state.refused, state.changed]) list.fill(0)
  seats.start.fill(-1)
  seats.cell.fill(-1)
  seats.inCell.fill(0)
  state.working.clear()
  service.clear()
  fair.reset()
  Object.assign(totals, {
    service: prepared.queues.emptyCost,
    money: 0,
    wishes: 0,
    stability: 0,
    broken: 0,
    missing: 0,
  })
  totals.activities = seats.worth.reduce((sum, worth) => sum + worth, 0)
  for (let cell = 0; cell < state.cells; cell++) beginCell(desk, cell)
  for (let agent = 0; agent < prepared.agents; agent++) desk.trial.renewRow(agent)
  placeShifts(desk, prepared.problem.locked, true)
}

/** A day off, as a cell begins: wishes refused by it and days changed by it count. */
function beginCell({ state, drafts }: RosterDesk, cell: number): void {
  drafts.off(0, cell)
  const agent = drafts.agent[0] as number
  state.wishes[cell] = drafts.wishes[0] as number
  state.stability[cell] = drafts.stability[0] as number
  state.refused[cell] = drafts.refused[0] as number
  state.changed[cell] = drafts.changed[0] as number
  state.totals.wishes += drafts.wishes[0] as number
  state.totals.stability += drafts.stability[0] as number
  state.fair.change(agent, fairKinds.indexOf('lateChanges'), drafts.changed[0] as number)
  state.fair.change(agent, fairKinds.indexOf('refusedWishes'), drafts.refused[0] as number)
}

/**
 * Lays shifts over the desk. A shift of somebody unknown, outside the days, on a locked cell or across another shift of hers is left out;
 * the answer says how many were.
 */
export function placeShifts(desk: RosterDesk, shifts: readonly RosterShift[], isLocked = false): number {
  const { state, drafts, trial } = desk
  const { prepared, isLocked: locked } = state
  const { days, problem } = prepared
  const numberById = new Map(problem.agents.map(({ agentId }, agent) => [agentId, agent]))
  let left = 0
  for (const shift of shifts) {
    const agent = numberById.get(shift.agentId)
    const cell = (agent ?? 0) * days + shift.day
    const isOutside = agent === undefined || shift.day < 0 || shift.day >= days || shift.start < 0
    if (
      isOutside ||
      shift.end <= shift.start ||
      shift.end > prepared.width ||
      locked[cell] === 1 ||
      overlaps(state, cell, shift)
    ) {
      left++
      continue
    }
    drafts.byHand(0, cell, shift)
    trial.commit(1)
    state.shapesByHand.set(cell, shift.shapeId)
    placeActivities(desk, cell, shift.activities)
    if (!isLocked) continue
    locked[cell] = 1
    state.working.set(cell, false)
  }
  return left
}

/** Whether a shift would lie across one of the same agent’s other days. */
export function overlaps(state: RosterState, cell: number, { start, end }: RosterShift): boolean {
  const { days } = state.prepared
  const first = Math.floor(cell / days) * days
  for (let other = first; other < first + days; other++)
    if (other !== cell && (state.start[other] as number) >= 0)
      if ((state.start[other] as number) < end && (state.end[other] as number) > start) return true
  return false
}

function placeActivities({ state, drafts, trial }: RosterDesk, cell: number, placed: readonly PlacedActivity[]): void {
  const { seats, prepared } = state
  const agent = Math.floor(cell / prepared.days)
  for (const { activityId, start } of placed) {
    const activity = prepared.problem.activities.findIndex((one) => one.activityId === activityId)
    for (let at = seats.ofAgent[agent] as number; at < (seats.ofAgent[agent + 1] as number); at++) {
      const seat = seats.byAgent[at] as number
      if (seats.activity[seat] !== activity || (seats.cell[seat] as number) >= 0) continue
      takeSeat(state, seat, cell, start)
      if (drafts.same(0, cell)) trial.commit(1)
      else leaveSeat(state, seat)
    }
  }
}

export function takeSeat({ seats, totals }: RosterState, seat: number, cell: number, start: number): void {
  seats.start[seat] = start
  seats.cell[seat] = cell
  seats.inCell[cell] = (seats.inCell[cell] as number) + 1
  totals.activities -= seats.worth[seat] as number
}

export function leaveSeat({ seats, totals }: RosterState, seat: number): void {
  const cell = seats.cell[seat] as number
  seats.start[seat] = -1
  seats.cell[seat] = -1
  seats.inCell[cell] = (seats.inCell[cell] as number) - 1
  totals.activities += seats.worth[seat] as number
}

/** The roster as it stands. */
export function rosterOf(state: RosterState): Roster {
  return {
    shifts: Array.from({ length: state.cells }, (_, cell) => shiftOf(state, cell)).filter((shift) => shift !== null),
  }
}

/** The shift of a cell; null for a day off. */
export function shiftOf(state: RosterState, cell: number): RosterShift | null {
  const { problem, options, days } = state.prepared
  const start = state.start[cell] as number
  if (start < 0) return null
  const agent = Math.floor(cell / days)
  const day = cell - agent * days
  const agentId = problem.agents[agent]?.agentId ?? ''
  const option = state.option[cell] as number
  const shape = option < 0 ? state.shapesByHand.get(cell) : problem.shapes[options.shapeOf[option] as number]?.shapeId
  return {
    agentId,
    day,
    shapeId: shape ?? null,
    start,
    end: state.end[cell] as number,
    breaks: Array.from({ length: state.breakCount[cell] as number }, (_, at) => {
      const from = state.breakStart[cell * state.breaks + at] as number
      return {
        kind: state.breakIsMeal[cell * state.breaks + at] === 1 ? ('meal' as const) : ('rest' as const),
        start: from,
        end: from + (state.breakSlots[cell * state.breaks + at] as number),
        isPaid: state.breakIsPaid[cell * state.breaks + at] === 1,
      }
    }),
    activities: activitiesOf(state, agent, cell),
  }
}

function activitiesOf({ prepared, seats }: RosterState, agent: number, cell: number): readonly PlacedActivity[] {
  const { problem } = prepared
  const placed: PlacedActivity[] = []
  for (let at = seats.ofAgent[agent] as number; at < (seats.ofAgent[agent + 1] as number); at++) {
    const seat = seats.byAgent[at] as number
    if (seats.cell[seat] !== cell) continue
    const start = seats.start[seat] as number
    const activityId = problem.activities[seats.activity[seat] as number]?.activityId ?? ''
    placed.push({ activityId, start, end: start + (seats.slots[seat] as number) })
  }
  return placed.toSorted((left, right) => left.start - right.start)
}
