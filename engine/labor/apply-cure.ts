import type { PersonWork, WorkShift } from './labor-facts.ts'
import { workPieces, lengthOf } from './spans.ts'
import type { Cure, CureAction } from './violation.ts'

/** A person’s work with a cure applied. What is not hers to change (the day the schedule begins) is left as it is. */
export const applyCure = (work: PersonWork, cure: Cure): PersonWork => {
  // Shifts are named by the start they had before the cure: the last action first would need renaming, so names are kept aside.
  const named = work.shifts.map((shift) => ({ name: shift.start, shift: shift as WorkShift | null }))
  let rest = work
  for (const action of cure) {
    if ('shiftStart' in action) {
      const at = named.findIndex(({ name, shift }) => name === action.shiftStart && shift !== null)
      const one = named[at]
      if (one?.shift) named[at] = { name: one.name, shift: changedShift(one.shift, action) }
    } else rest = changedPerson(rest, action)
  }
  return { ...rest, shifts: named.flatMap(({ shift }) => (shift === null ? [] : [shift])) }
}

function changedShift(shift: WorkShift, action: Extract<CureAction, { shiftStart: number }>): WorkShift | null {
  switch (action.act) {
    case 'takeAway':
      return null
    case 'startLater':
      return within(shift, shift.start + action.minutes, shift.end)
    case 'endEarlier':
      return within(shift, shift.start, shift.end - action.minutes)
    case 'addBreak':
      return { ...shift, breaks: [...shift.breaks, action.break].toSorted((left, right) => left.start - right.start) }
    case 'moveBreak':
      return {
        ...shift,
        breaks: shift.breaks
          .map((one) =>
            one.start === action.breakStart ? { ...one, start: action.to, end: action.to + one.end - one.start } : one,
          )
          .toSorted((left, right) => left.start - right.start),
      }
    case 'resizeBreak':
      return {
        ...shift,
        breaks: shift.breaks.map((one) =>
          one.start === action.breakStart ? { ...one, end: one.start + action.minutes } : one,
        ),
      }
  }
}

/** The same shift between two instants: breaks outside go, and what was cut is first of all no longer overtime. */
export function within(shift: WorkShift, start: number, end: number): WorkShift | null {
  if (end <= start) return null
  const breaks = shift.breaks
    .filter((one) => one.end > start && one.start < end)
    .map((one) => ({ ...one, start: Math.max(one.start, start), end: Math.min(one.end, end) }))
  const cut = { ...shift, start, end, breaks }
  if (shift.overtimeMinutes === undefined) return cut
  const less = lengthOf(workPieces(shift)) - lengthOf(workPieces(cut))
  return { ...cut, overtimeMinutes: Math.max(0, shift.overtimeMinutes - less) }
}

function changedPerson(work: PersonWork, action: Exclude<CureAction, { shiftStart: number }>): PersonWork {
  const { person } = work
  switch (action.act) {
    case 'getConsent': {
      const { consent: kind, from, to } = action
      return { ...work, person: { ...person, consents: [...person.consents, { kind, from, to }] } }
    }
    case 'changeAgreement':
      return { ...work, person: { ...person, agreement: { ...person.agreement, [action.field]: action.value } } }
    case 'recordHours':
      return { ...work, unrecordedDays: (work.unrecordedDays ?? []).filter((day) => !action.days.includes(day)) }
    case 'startScheduleLater':
      return work
  }
}
