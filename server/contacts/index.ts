export type { FactBatch } from './fact-batch.ts'
export { createIntake, type Intake, type IntakeCounts, type IntakeTarget } from './intake.ts'
export type { Conflict } from './conflicts.ts'
