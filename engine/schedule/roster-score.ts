import type { RosterState } from './roster-state.ts'

/** The objective by its parts, each already weighted, and what hard limits are broken, in hours. */
export interface RosterScore {
  readonly objective: number
  readonly parts: {
    readonly service: number
    readonly money: number
    readonly wishes: number
    readonly fairness: number
    readonly stability: number
    /** Meetings and trainings that found no place. */
    readonly activities: number
  }
  readonly isLawful: boolean
  readonly brokenHours: number
  /** Hours missing to the least working time agreed. */
  readonly missingHours: number
}

const TINY_HOURS = 1e-6

export function scoreOf({ totals, fair }: Pick<RosterState, 'totals' | 'fair'>): RosterScore {
  const { service, money, wishes, stability, activities, broken, missing } = totals
  const parts = { service, money, wishes, fairness: fair.cost(), stability, activities }
  return {
    objective: service + money + wishes + parts.fairness + stability + activities,
    parts,
    isLawful: broken < TINY_HOURS && missing < TINY_HOURS,
    brokenHours: broken < TINY_HOURS ? 0 : broken,
    missingHours: missing < TINY_HOURS ? 0 : missing,
  }
}
