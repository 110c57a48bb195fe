import type { ShiftChange } from '@pult/contract/schedule'
import type { PlannedBreak, PlannedShift } from '@pult/contract/schedule-roster'

/** What is held while dragging: a whole shift, one of its ends, or a break of it. */
export type Grip =
  | { readonly part: 'shift' }
  | { readonly part: 'start' }
  | { readonly part: 'end' }
  | { readonly part: 'break'; readonly index: number }

/** A change that is being dragged and not yet made. */
export interface DragDraft {
  readonly shift: PlannedShift
  readonly grip: Grip
  /** Whole steps of the grid, in minutes; negative is earlier. */
  readonly byMinutes: number
  /** Whose row it is over. */
  readonly agentId: number
}

const MINUTE_MS = 60_000
/** Shorter than an hour is no shift, longer than a day is none either. */
const SHORTEST_MS = 60 * MINUTE_MS
const LONGEST_MS = 1440 * MINUTE_MS

const later = (instant: string, byMs: number): string => new Date(Date.parse(instant) + byMs).toISOString()
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** The shift as it would be: breaks and meetings move with it, an end stops an hour before the other, a break stays inside. */
export function draggedShift({ shift, grip, byMinutes, agentId }: DragDraft): PlannedShift {
  const by = byMinutes * MINUTE_MS
  const length = Date.parse(shift.end) - Date.parse(shift.start)
  switch (grip.part) {
    case 'shift':
      return {
        ...shift,
        agentId,
        start: later(shift.start, by),
        end: later(shift.end, by),
        breaks: shift.breaks.map((one) => moved(one, by)),
        activities: shift.activities.map((one) => moved(one, by)),
      }
    case 'start':
      return { ...shift, start: later(shift.start, clamp(by, length - LONGEST_MS, length - SHORTEST_MS)) }
    case 'end':
      return { ...shift, end: later(shift.end, clamp(by, SHORTEST_MS - length, LONGEST_MS - length)) }
    case 'break':
      return {
        ...shift,
        breaks: shift.breaks.map((one, index) => (index === grip.index ? inside(one, by, shift) : one)),
      }
  }
}

const moved = <Piece extends { readonly start: string; readonly end: string }>(piece: Piece, by: number): Piece => ({
  ...piece,
  start: later(piece.start, by),
  end: later(piece.end, by),
})

function inside(one: PlannedBreak, by: number, shift: PlannedShift): PlannedBreak {
  const earliest = Date.parse(shift.start) - Date.parse(one.start)
  const latest = Date.parse(shift.end) - Date.parse(one.end)
  return moved(one, clamp(by, earliest, latest))
}

/** The acts that make it so; none where nothing would change. */
export function draggedChanges(draft: DragDraft): ShiftChange[] {
  const { shift, grip } = draft
  const next = draggedShift(draft)
  if (grip.part === 'break') {
    const isSame = next.breaks.every((one, index) => one.start === later(shift.breaks[index]?.start ?? '', 0))
    return isSame || draft.byMinutes === 0 ? [] : [{ kind: 'breaks', shiftId: shift.shiftId, breaks: next.breaks }]
  }
  const changes: ShiftChange[] = []
  if (Date.parse(next.start) !== Date.parse(shift.start) || Date.parse(next.end) !== Date.parse(shift.end))
    changes.push({ kind: 'move', shiftId: shift.shiftId, start: next.start, end: next.end })
  if (next.agentId !== shift.agentId) changes.push({ kind: 'give', shiftId: shift.shiftId, agentId: next.agentId })
  return changes
}
