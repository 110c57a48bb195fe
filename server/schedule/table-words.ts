import type { CoverageChange, ShiftChange } from '@pult/contract/schedule'
import type { Coverage } from '@pult/contract/schedule-reports'
import type { LawViolation, ObjectiveParts, PlannedShift } from '@pult/contract/schedule-roster'
import type { LocalDate } from '@pult/engine/time'

import type { RefusalWords } from './refusal.ts'
import type { LawChange, LawFacts } from './roster-law.ts'

// What the thread that serves and the thread in which rosters lie on the table say to each other.

export const tableParts = ['problem', 'shifts', 'law'] as const
export type TablePart = (typeof tableParts)[number]

/** What each part was read from: the same stamp is the same content, whichever server read it. */
export type TableStamps = Readonly<Record<TablePart, string>>

/** Parts that the thread lacks, as they were read. */
export interface TableContents {
  /** Packed. */
  readonly problem?: Uint8Array
  readonly shifts?: readonly PlannedShift[]
  readonly law?: LawFacts
}

/** How the roster's shifts are to become others. */
export type TableChange =
  | { readonly by: 'hand'; readonly changes: readonly ShiftChange[] }
  | { readonly by: 'undoing'; readonly takeAway: readonly number[]; readonly putBack: readonly PlannedShift[] }
  | { readonly by: 'file'; readonly after: readonly PlannedShift[] }

export interface TableQuestions {
  /** Lays the roster out, so that questions that follow need not wait. */
  readonly prepare: Record<never, never>
  readonly change: { readonly change: TableChange }
  readonly coverage: { readonly firstDay?: LocalDate | undefined; readonly lastDay?: LocalDate | undefined }
  readonly violations: Record<never, never>
}
export type TableQuestion = keyof TableQuestions

/** What would come of a change; nothing is changed. */
export interface CountedChange extends LawChange {
  /** Shifts that are no more as they were, and those that are new or different; numbers below zero are new. */
  readonly gone: readonly PlannedShift[]
  readonly come: readonly PlannedShift[]
  readonly before: ObjectiveParts
  readonly after: ObjectiveParts
  readonly coverage: CoverageChange[]
}

export interface TableAnswers {
  readonly prepare: null
  readonly change: CountedChange
  /** Queues bear no names. */
  readonly coverage: Coverage
  readonly violations: {
    readonly violations: LawViolation[]
    readonly teamOf: ReadonlyMap<number, number | null>
  }
}

/** What a question needs to lie on the table. */
export const partsFor: { readonly [Question in TableQuestion]: readonly TablePart[] } = {
  prepare: tableParts,
  change: tableParts,
  coverage: ['problem', 'shifts'],
  violations: ['shifts', 'law'],
}

export interface TableOrder<Question extends TableQuestion = TableQuestion> {
  /** Centre and roster. */
  readonly table: string
  readonly stamps: TableStamps
  readonly contents: TableContents
  readonly question: Question
  readonly asked: TableQuestions[Question]
}

/** A change was kept: the shifts of one stamp are those of another from now on, should its transaction end well. */
export interface KeptChange {
  readonly table: string
  readonly from: string
  readonly to: string
  readonly gone: readonly number[]
  readonly come: readonly PlannedShift[]
}

export type TableReply<Question extends TableQuestion = TableQuestion> =
  | { readonly kind: 'answer'; readonly answer: TableAnswers[Question] }
  | { readonly kind: 'missing'; readonly parts: readonly TablePart[] }
  | { readonly kind: 'refused'; readonly words: RefusalWords }

export type ToTables =
  | ({ readonly kind: 'order'; readonly id: number } & TableOrder)
  | ({ readonly kind: 'kept' } & KeptChange)
export type FromTables =
  | ({ readonly id: number } & TableReply)
  | { readonly id: number; readonly kind: 'broken'; readonly message: string }
