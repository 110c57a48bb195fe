import type { AgentStateRecord, QualityFlag } from '@pult/engine/contacts'

/** A call on its way through a queue. */
export interface Leg {
  readonly key: string
  readonly uniqueId: string
  readonly queue: string
  readonly contactRef: string
  readonly number: number
  readonly enteredAt: number
  customer: string | undefined
  agent?: string
  connectedAt?: number
  holdSeconds?: number
  ringSeconds?: number
  noAnswers: number
  /** Times the clock had been set back when it was connected. */
  stepsBefore?: number
  flags: QualityFlag[]
}

/** What a reader of a growing log knows of what is under way. Plain data: it is kept with the position in the log. */
export interface LogMemory {
  readonly previous: number
  readonly beforePrevious: number
  readonly legs: readonly Leg[]
  readonly agents: readonly {
    readonly name: string
    readonly memberships: readonly string[]
    readonly session?: AgentStateRecord
    readonly pause?: AgentStateRecord
    /** The call she is in, by unique id and queue. */
    readonly leg?: string
  }[]
  /** Keys of what is told as open, and as what. */
  readonly told: readonly (readonly [key: string, as: string])[]
}
