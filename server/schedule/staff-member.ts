import type { Agreement, PersonalFacts } from '@pult/contract/people-agreements'
import type { Absence, Availability } from '@pult/contract/people-time'
import type { LaborOverride } from '@pult/contract/schedule-settings'
import type { LocalDate } from '@pult/engine/time'

/** Somebody who may be on a roster, with all that is known of her working time. */
export interface StaffMember {
  readonly agentId: number
  readonly name: string
  readonly teamId: number | null
  readonly isConfirmed: boolean
  readonly hiredOn: LocalDate | null
  readonly leftOn: LocalDate | null
  /** In order of their days. */
  readonly agreements: readonly Agreement[]
  readonly facts: PersonalFacts | null
  readonly absences: readonly Absence[]
  readonly availability: readonly Availability[]
}

export interface StaffFacts {
  readonly members: readonly StaffMember[]
  readonly overrides: readonly LaborOverride[]
}

/** What came before a roster matters to the law for so many days. */
export const DAYS_BEFORE = 62

interface Days {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

/** The agreement that a roster of these days goes by: the one of the first day on which any holds. */
export const agreementIn = ({ agreements }: StaffMember, { firstDay, lastDay }: Days): Agreement | null =>
  agreements.find(({ from, to }) => from <= lastDay && (to === null || to >= firstDay)) ?? null
