import type { Absence } from '@pult/engine/schedule'
import { addDays, isoWeekday, type LocalDate } from '@pult/engine/time'

import type { Grid } from './grid.ts'
import type { Member } from './roster-members.ts'

/** When she cannot work, in slots of the grid: absences, days outside of her agreement, and what her availability leaves out. */
export function absencesOf({ staff, agreement }: Member, grid: Grid): Absence[] {
  const found: Absence[] = []
  const add = (start: number, end: number, kind: Absence['kind']): void => {
    if (end > 0 && start < grid.slots + PER_DAY && end > start) found.push({ start, end, kind })
  }
  for (const { kind, firstDay, lastDay, fromMinute, toMinute } of staff.absences)
    add(grid.slotOf(grid.wall(firstDay, fromMinute ?? 0)), slotAfter(grid, lastDay, toMinute ?? 1440), kind)
  const beyond = grid.slots + PER_DAY
  const [first = ''] = grid.dates
  for (const from of [agreement.from, staff.hiredOn])
    if (from !== null && from > first) add(-PER_DAY, grid.slotOf(grid.wall(from, 0)), 'unavailable')
  for (const to of [agreement.to, staff.leftOn]) if (to !== null) add(slotAfter(grid, to, 1440), beyond, 'unavailable')
  for (const { start, end, kind } of unavailable(staff, grid)) add(start, end, kind)
  return found
}

const PER_DAY = 96

const slotAfter = (grid: Grid, date: LocalDate, minute: number): number => grid.slotOf(grid.wall(date, minute) - 1) + 1

/** What weekly availability rules out: its own "cannot", lessons, and everything outside of "can" on days that have one. */
function unavailable({ availability }: Member['staff'], grid: Grid): Absence[] {
  const found: Absence[] = []
  const last = grid.dates.at(-1) ?? ''
  for (const date of [...grid.dates, addDays(last, 1)]) {
    const weekday = isoWeekday(date)
    const holding = availability.filter(
      ({ from, to, weekdays }) => from <= date && (to === null || to >= date) && weekdays.includes(weekday),
    )
    for (const { kind, fromMinute, toMinute } of holding)
      if (kind !== 'available')
        found.push({
          start: grid.slotOf(grid.wall(date, fromMinute)),
          end: slotAfter(grid, date, toMinute > fromMinute ? toMinute : toMinute + 1440),
          kind: kind === 'study' ? 'study' : 'unavailable',
        })
    const isLimited = availability.some(
      ({ kind, from, to }) => kind === 'available' && from <= date && (to === null || to >= date),
    )
    if (isLimited) found.push(...outsideOf(availability, grid, date))
  }
  return found
}

/** The slots of a day in which none of her "can" holds, those that began the evening before included. */
function outsideOf(availability: Member['staff']['availability'], grid: Grid, date: LocalDate): Absence[] {
  const from = grid.slotOf(grid.wall(date, 0))
  const to = slotAfter(grid, date, 1440)
  const can = [addDays(date, -1), date].flatMap((day) =>
    availability
      .filter(
        ({ kind, from: begins, to: ends, weekdays }) =>
          kind === 'available' && begins <= day && (ends === null || ends >= day) && weekdays.includes(isoWeekday(day)),
      )
      .map(({ fromMinute, toMinute }) => ({
        start: grid.slotOf(grid.wall(day, fromMinute)),
        end: slotAfter(grid, day, toMinute > fromMinute ? toMinute : toMinute + 1440),
      })),
  )
  const gaps: Absence[] = []
  let free = from
  for (const { start, end } of can.toSorted((left, right) => left.start - right.start)) {
    if (start > free) gaps.push({ start: free, end: Math.min(start, to), kind: 'unavailable' })
    free = Math.max(free, end)
    if (free >= to) break
  }
  if (free < to) gaps.push({ start: free, end: to, kind: 'unavailable' })
  return gaps
}
