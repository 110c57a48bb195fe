import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'

/** Something the reader noticed, with its place in the file. */
export interface Finding {
  readonly kind: 'rejected' | 'repaired' | 'flagged' | 'conflict'
  readonly rowNumber: number | null
  readonly field: string | null
  /** A stable code, said in the reader's language by the web. */
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** A row of a contact that has several. `reached`: whom it says was tried; empty for nobody. */
export type AttemptRow = ContactRecord & { readonly reached: string }

/** Rows of one contact that are still to be joined. */
export interface ContactParts {
  /** What they share. */
  readonly ref: string
  readonly rows: readonly AttemptRow[]
  /** Whether the source names agents at all: then an answer that names nobody is nobody's. */
  readonly namesAgents: boolean
  /** Whether the same file told rows of it before, so that what is stored of it is this file's own. */
  readonly isToldHere: boolean
}

/** What a reader takes out of a file, as it goes. */
export interface Sink {
  contact(record: ContactRecord): void
  /** Some rows of a contact that earlier rows or an earlier file may have told too: to be joined with what is stored of it. */
  contactInParts(parts: ContactParts): void
  state(record: AgentStateRecord): void
  finding(finding: Finding): void
  /** A line or row that tells nothing about contacts, or that the mapping leaves out. */
  leftOut(): void
  event(name: string): void
}

/** The file is not what it was said to be: nothing was stored. `code` is stable. */
export class UnreadableFile extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'UnreadableFile'
    this.code = code
  }
}

/** Times before this are a phone system without a clock. */
export const EARLIEST_INSTANT: number = Date.UTC(1990, 0, 1)
const FUTURE_TOLERANCE_MS = 24 * 3_600_000

/** Whether a time can be true; a day ahead of now is a clock set a little wrong. */
export function isPossibleInstant(instant: number, now: number): boolean {
  return instant >= EARLIEST_INSTANT && instant <= now + FUTURE_TOLERANCE_MS
}
