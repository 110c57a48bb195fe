// Instruments for published scheduling problems. The rosters of a centre are made in the room `schedule`.

export { checkShiftDaysRoster, type CheckedRoster } from './checking/check-shift-days.ts'
export type { ShiftDaysProblem, ShiftDaysRoster } from './shift-days/problem.ts'
export { readShiftDays } from './shift-days/read-instance.ts'
export { writeShiftDaysRoster } from './shift-days/roster-text.ts'
export { solveShiftDays, type ShiftDaysSearch } from './shift-days/solve.ts'
export { checkTours } from './checking/check-tours.ts'
export { readTourProblem } from './tours/read-tour-problem.ts'
export { plainlyImpossible, simpleBound } from './tours/simple-bound.ts'
export { solveTours } from './tours/solve-tours.ts'
export type { TourProblem, TourRoster } from './tours/tour-problem.ts'
export { writeTours } from './tours/write-tours.ts'
export type {
  LinearProgram,
  LinearSolver,
  ProgramColumn,
  ProgramRow,
  ProgramSolution,
  WholeProgram,
} from './linear-program.ts'
