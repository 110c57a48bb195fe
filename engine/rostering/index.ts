// Instruments for published scheduling problems. The rosters of a centre are made in the room `schedule`.

export { checkShiftDaysRoster, type CheckedRoster } from './checking/check-shift-days.ts'
export type { ShiftDaysProblem, ShiftDaysRoster } from './shift-days/problem.ts'
export { readShiftDays } from './shift-days/read-instance.ts'
export { writeShiftDaysRoster } from './shift-days/roster-text.ts'
export { solveShiftDays, type ShiftDaysSearch } from './shift-days/solve.ts'
