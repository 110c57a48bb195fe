import type { PreparedDays } from './prepare-days.ts'
import type { RosterProblem } from './roster-problem.ts'
import { NIGHT_SHIFT_MINUTES } from './roster-worth.ts'

interface Nights {
  readonly calendar: Pick<PreparedDays, 'nightsBefore'>
  readonly problem: Pick<RosterProblem, 'slotMinutes'>
}

/** Whether so much of a shift lies in the night that it counts as one. */
export function isNightShift({ calendar, problem }: Nights, start: number, end: number): boolean {
  const { nightsBefore } = calendar
  return ((nightsBefore[end] as number) - (nightsBefore[start] as number)) * problem.slotMinutes >= NIGHT_SHIFT_MINUTES
}
