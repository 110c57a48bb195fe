export { createIntake, type FactBatch, type Intake, type IntakeCounts, type IntakeTarget } from './intake.ts'
export type { Conflict } from './conflicts.ts'
