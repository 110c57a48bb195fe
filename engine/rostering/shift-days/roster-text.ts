import type { ShiftDaysProblem, ShiftDaysRoster } from './problem.ts'

/** One line an employee: `id,day0,day1,…` with a shift’s id or `-`. */
export function writeShiftDaysRoster(problem: ShiftDaysProblem, roster: ShiftDaysRoster): string {
  const lines = problem.staff.map(({ employeeId }, index) =>
    [employeeId, ...(roster[index] ?? []).map((shiftId) => shiftId ?? '-')].join(','),
  )
  return `${lines.join('\n')}\n`
}
