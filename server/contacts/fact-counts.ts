import type { Conflict } from './conflicts.ts'

/** What became of facts that were not new. */
export interface Told {
  readonly kind: 'contact' | 'state'
  readonly sourceKey: string
  readonly status: 'duplicate' | 'completed' | 'corrected'
}

export interface FactCounts {
  accepted: number
  readonly told: Told[]
  readonly conflicts: Conflict[]
}
