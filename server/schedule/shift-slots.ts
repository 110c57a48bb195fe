import type { PlannedShift } from '@pult/contract/schedule-roster'
import type { RosterProblem, RosterShift } from '@pult/engine/schedule'
import { MINUTE_MS, type LocalDate } from '@pult/engine/time'

import type { NewShift } from './shift-store.ts'

/** Shifts of people and instants as those of a problem's slots, and back. */
export interface ShiftSlots {
  /** Null where a shift begins outside of the roster's days, or off its quarters of an hour. */
  readonly toSlots: (shift: NewShift) => RosterShift | null
  readonly fromSlots: (shift: RosterShift, isLocked: boolean) => NewShift
  readonly slotOf: (instant: string) => number
  readonly instantOf: (slot: number) => string
}

type Frame = Pick<RosterProblem, 'startMinute' | 'slotMinutes' | 'days' | 'activities'>

export function shiftSlots({ startMinute, slotMinutes, days, activities }: Frame): ShiftSlots {
  const dayOf = new Map<LocalDate, number>(days.map(({ date }, day) => [date, day]))
  const slotOf = (instant: string): number => (Date.parse(instant) / MINUTE_MS - startMinute) / slotMinutes
  const instantOf = (slot: number): string => new Date((startMinute + slot * slotMinutes) * MINUTE_MS).toISOString()
  const named = new Map(activities.map((activity) => [activity.activityId, activity]))
  return {
    slotOf,
    instantOf,
    toSlots({ agentId, day, shiftTemplateId, ...shift }) {
      const place = dayOf.get(day)
      if (place === undefined) return null
      const slots: RosterShift = {
        agentId: String(agentId),
        day: place,
        shapeId: shiftTemplateId === null ? null : String(shiftTemplateId),
        start: slotOf(shift.start),
        end: slotOf(shift.end),
        breaks: shift.breaks.map(({ kind, isPaid, start, end }) => ({
          kind,
          isPaid,
          start: slotOf(start),
          end: slotOf(end),
        })),
        activities: shift.activities.map(({ activityId, start, end }) => ({
          activityId: String(activityId),
          start: slotOf(start),
          end: slotOf(end),
        })),
      }
      return isWhole(slots) ? slots : null
    },
    fromSlots: (shift, isLocked) => ({
      agentId: Number(shift.agentId),
      day: days[shift.day]?.date ?? '',
      shiftTemplateId: shift.shapeId === null ? null : Number(shift.shapeId),
      start: instantOf(shift.start),
      end: instantOf(shift.end),
      breaks: shift.breaks.map(({ kind, isPaid, start, end }) => ({
        kind,
        isPaid,
        start: instantOf(start),
        end: instantOf(end),
      })),
      activities: shift.activities.flatMap(({ activityId, start, end }): PlannedShift['activities'] => {
        const activity = named.get(activityId)
        if (activity === undefined) return []
        const { name, kind } = activity
        return [{ activityId: Number(activityId), name, kind, start: instantOf(start), end: instantOf(end) }]
      }),
      isLocked,
    }),
  }
}

const isWhole = ({ start, end, breaks, activities }: RosterShift): boolean =>
  [start, end, ...[...breaks, ...activities].flatMap((part) => [part.start, part.end])].every(Number.isInteger)
