import type { ShiftChange } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'
import { applyCure, type Cure, type CureAction, type PersonWork, type WorkShift } from '@pult/engine/labor'
import { MINUTE_MS } from '@pult/engine/time'

import { SLOT_MINUTES } from './grid.ts'
import { workBreak } from './labor-people.ts'

type ShiftAction = Extract<CureAction, { readonly shiftStart: number }>

const up = (minute: number): number => Math.ceil(minute / SLOT_MINUTES) * SLOT_MINUTES
const down = (minute: number): number => Math.floor(minute / SLOT_MINUTES) * SLOT_MINUTES

/** The same cure in whole quarters of an hour, never less of it: a shift is cut a little shorter, a break is a little longer. */
export function cureOnGrid(cure: Cure, own: readonly PlannedShift[]): Cure {
  return cure.map((action) => {
    const shift =
      'shiftStart' in action ? own.find(({ start }) => Date.parse(start) === action.shiftStart * MINUTE_MS) : undefined
    return shift === undefined ? action : actionOnGrid(action, shift)
  })
}

function actionOnGrid(action: CureAction, shift: PlannedShift): CureAction {
  const end = Date.parse(shift.end) / MINUTE_MS
  switch (action.act) {
    case 'startLater':
      return { ...action, minutes: up(action.shiftStart + action.minutes) - action.shiftStart }
    case 'endEarlier':
      return { ...action, minutes: end - down(end - action.minutes) }
    case 'addBreak': {
      const start = down(action.break.start)
      return { ...action, break: { ...action.break, start, end: start + up(action.break.end - action.break.start) } }
    }
    case 'moveBreak':
      return { ...action, to: down(action.to) }
    case 'resizeBreak': {
      const former = shift.breaks.find((one) => Date.parse(one.start) === action.breakStart * MINUTE_MS)
      const isLonger =
        former === undefined || action.minutes > (Date.parse(former.end) - Date.parse(former.start)) / MINUTE_MS
      return { ...action, minutes: isLonger ? up(action.minutes) : down(action.minutes) }
    }
    // What is not of a shift's times has no grid.
    case 'takeAway':
    case 'getConsent':
    case 'changeAgreement':
    case 'recordHours':
    case 'startScheduleLater':
      return action
  }
}

/**
 * The changes of a person's shifts that are a cure; none where it takes more than that (a consent, another agreement), concerns a shift that
 * is not on this roster, or lies off its grid.
 */
export function cureChanges(cure: Cure, own: readonly PlannedShift[], work: PersonWork | null): ShiftChange[] {
  const actions = cure.filter((action): action is ShiftAction => 'shiftStart' in action)
  if (work === null || actions.length < cure.length) return []
  const byShift = Map.groupBy(actions, ({ shiftStart }) => shiftStart)
  const changes = [...byShift].map(([shiftStart, together]) => {
    const shift = own.find(({ start }) => Date.parse(start) === shiftStart * MINUTE_MS)
    return shift === undefined ? null : changeOf(shift, together, work)
  })
  return changes.every((change) => change !== null) ? changes : []
}

function changeOf(shift: PlannedShift, actions: Cure, work: PersonWork): ShiftChange | null {
  const was: WorkShift = {
    start: Date.parse(shift.start) / MINUTE_MS,
    end: Date.parse(shift.end) / MINUTE_MS,
    breaks: shift.breaks.map(workBreak),
  }
  const [is] = applyCure({ ...work, shifts: [was] }, actions).shifts
  const { shiftId } = shift
  if (is === undefined) return { kind: 'delete', shiftId }
  const times = [is.start, is.end, ...is.breaks.flatMap(({ start, end }) => [start, end])]
  if (times.some((minute) => minute % SLOT_MINUTES !== 0)) return null
  const breaks = is.breaks.map(({ kind, isPaid, start, end }) => ({ kind, isPaid, start: iso(start), end: iso(end) }))
  return is.start === was.start && is.end === was.end
    ? { kind: 'breaks', shiftId, breaks }
    : { kind: 'move', shiftId, start: iso(is.start), end: iso(is.end), breaks }
}

const iso = (minute: number): string => new Date(minute * MINUTE_MS).toISOString()
