import type { ShiftChange } from '@pult/contract/schedule'
import type { PlannedBreak, PlannedShift } from '@pult/contract/schedule-roster'
import type { RosterProblem } from '@pult/engine/schedule'
import { MINUTE_MS, type LocalDate, type Zone } from '@pult/engine/time'

import { SLOT_MINUTES } from './grid.ts'
import { placeBreaks } from './problem-parts.ts'
import { refusedInput, refusedState, refusedUnknown, type Refusal } from './refusal.ts'

/** What changes of the hand are held against. */
export interface Table {
  readonly zone: Zone
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly problem: RosterProblem
  readonly names: ReadonlyMap<number, string>
}

/** The shifts after the changes, each in its order; a new one has a number below zero until it is kept, and what a hand has placed is locked. Throws a refusal that names the change and says what is wrong with it. */
export function applyChanges(
  table: Table,
  shifts: readonly PlannedShift[],
  changes: readonly ShiftChange[],
): readonly PlannedShift[] {
  const byId = new Map(shifts.map((shift) => [shift.shiftId, shift]))
  let fresh = 0
  for (const [index, change] of changes.entries()) {
    const at = `body.changes.${index}`
    const put = (shift: PlannedShift): void => {
      refuseImpossible(table, shift, at)
      byId.set(shift.shiftId, shift)
      refuseTwice(table, [...byId.values()], shift, at)
    }
    const find = (shiftId: number): PlannedShift => {
      const found = byId.get(shiftId)
      if (found === undefined) throw refusedUnknown('shift')
      return found
    }
    switch (change.kind) {
      case 'add':
        put(newShift(table, --fresh, change))
        break
      case 'move':
        put(moved(table, find(change.shiftId), change))
        break
      case 'breaks':
        put({ ...find(change.shiftId), breaks: inOrder(change.breaks), isLocked: true })
        break
      case 'give':
        put({ ...find(change.shiftId), agentId: change.agentId, activities: [], isLocked: true })
        break
      case 'swap': {
        const [one, other] = [find(change.shiftId), find(change.withShiftId)]
        byId.delete(other.shiftId)
        put({ ...one, agentId: other.agentId, activities: [], isLocked: true })
        put({ ...other, agentId: one.agentId, activities: [], isLocked: true })
        break
      }
      case 'delete':
        byId.delete(find(change.shiftId).shiftId)
        break
      case 'lock':
        for (const shiftId of change.shiftIds) byId.set(shiftId, { ...find(shiftId), isLocked: change.isLocked })
        break
      case 'activity':
        put(withActivity(table, find(change.shiftId), change))
        break
    }
  }
  return [...byId.values()]
}

type Add = Extract<ShiftChange, { kind: 'add' }>
type Move = Extract<ShiftChange, { kind: 'move' }>
type Place = Extract<ShiftChange, { kind: 'activity' }>

const iso = (instant: number): string => new Date(instant).toISOString()

function newShift(table: Table, shiftId: number, { agentId, shiftTemplateId, ...change }: Add): PlannedShift {
  const [start, end] = [iso(Date.parse(change.start)), iso(Date.parse(change.end))]
  return {
    shiftId,
    agentId,
    day: table.zone.localDate(Date.parse(start)),
    shiftTemplateId,
    start,
    end,
    breaks: inOrder(change.breaks ?? breaksOf(table, shiftTemplateId, start, end)),
    activities: [],
    isLocked: true,
  }
}

/** Breaks as a template places them, at their earliest. */
function breaksOf({ problem }: Table, shiftTemplateId: number | null, start: string, end: string): PlannedBreak[] {
  const shape = problem.shapes.find(({ shapeId }) => shapeId === String(shiftTemplateId))
  if (shape === undefined) return []
  const slotMs = SLOT_MINUTES * MINUTE_MS
  const length = (Date.parse(end) - Date.parse(start)) / slotMs
  return placeBreaks(shape, 0, length).map(({ kind, isPaid, ...slots }) => ({
    kind,
    isPaid,
    start: iso(Date.parse(start) + slots.start * slotMs),
    end: iso(Date.parse(start) + slots.end * slotMs),
  }))
}

/** Breaks go along with the start and those that no longer lie within are left out; meetings stay where they are or are taken out. */
function moved({ zone }: Table, shift: PlannedShift, change: Move): PlannedShift {
  const [start, end] = [Date.parse(change.start), Date.parse(change.end)]
  const by = start - Date.parse(shift.start)
  const along = shift.breaks.map((one) => ({
    ...one,
    start: iso(Date.parse(one.start) + by),
    end: iso(Date.parse(one.end) + by),
  }))
  const isWithin = (part: { readonly start: string; readonly end: string }): boolean =>
    Date.parse(part.start) > start && Date.parse(part.end) < end
  return {
    ...shift,
    day: zone.localDate(start),
    start: iso(start),
    end: iso(end),
    breaks: inOrder(change.breaks ?? along.filter(isWithin)),
    activities: shift.activities.filter(isWithin),
    isLocked: true,
  }
}

function withActivity({ problem }: Table, shift: PlannedShift, { activityId, start }: Place): PlannedShift {
  const others = shift.activities.filter((one) => one.activityId !== activityId)
  if (start === null) return { ...shift, activities: others }
  const activity = problem.activities.find((one) => one.activityId === String(activityId))
  if (activity === undefined) throw refusedUnknown('activity')
  const from = Date.parse(start)
  const placed = {
    activityId,
    name: activity.name,
    kind: activity.kind,
    start: iso(from),
    end: iso(from + activity.slots * SLOT_MINUTES * MINUTE_MS),
  }
  return { ...shift, activities: inOrder([...others, placed]) }
}

function inOrder<Part extends { readonly start: string; readonly end: string }>(parts: readonly Part[]): Part[] {
  return parts
    .map((part) => ({ ...part, start: iso(Date.parse(part.start)), end: iso(Date.parse(part.end)) }))
    .toSorted((left, right) => left.start.localeCompare(right.start))
}

const LONGEST_SHIFT_MS = 24 * 60 * MINUTE_MS

function refuseImpossible(table: Table, shift: PlannedShift, at: string): void {
  const refuse = (code: string, sentence: string): Refusal => refusedInput(code, `${at}: ${sentence}`, { at })
  const { agentId, day, start, end, breaks, activities } = shift
  if (!table.names.has(agentId)) throw refuse('notAMember', 'this agent is not on the roster.')
  if (day < table.firstDay || day > table.lastDay)
    throw refuse('beyondRoster', `the shift begins on ${day}; the roster holds ${table.firstDay} to ${table.lastDay}.`)
  const [from, to] = [Date.parse(start), Date.parse(end)]
  if (to <= from || to - from > LONGEST_SHIFT_MS)
    throw refuse('shiftImpossible', 'a shift ends after it begins, and lasts at most 24 hours.')
  const parts = [...breaks, ...activities]
  for (const instant of [from, to, ...parts.flatMap((part) => [Date.parse(part.start), Date.parse(part.end)])])
    if (instant % (SLOT_MINUTES * MINUTE_MS) !== 0)
      throw refuse('offTheGrid', 'shifts, breaks and meetings begin and end at quarters of an hour.')
  let free = from
  for (const part of inOrder(parts)) {
    const [begins, ends] = [Date.parse(part.start), Date.parse(part.end)]
    if (ends <= begins || begins < free || ends > to)
      throw refuse('partsOverlap', 'breaks and meetings lie within the shift, one after another.')
    free = ends
  }
}

/** Nobody has two shifts that begin on the same day, or lie across each other. */
function refuseTwice({ names }: Table, shifts: readonly PlannedShift[], shift: PlannedShift, at: string): void {
  const [start, end] = [Date.parse(shift.start), Date.parse(shift.end)]
  const other = shifts.find(
    (one) =>
      one.shiftId !== shift.shiftId &&
      one.agentId === shift.agentId &&
      (one.day === shift.day || (Date.parse(one.start) < end && Date.parse(one.end) > start)),
  )
  if (other === undefined) return
  const name = names.get(shift.agentId) ?? ''
  throw refusedState('dayTaken', `${at}: ${name} has a shift already that begins on ${other.day}.`, {
    at,
    values: { name, day: other.day, shiftId: other.shiftId },
  })
}
