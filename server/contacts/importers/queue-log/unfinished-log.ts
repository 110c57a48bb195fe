/** A leg or state that an earlier file of the same source left open. */
export interface OpenLeg {
  readonly sourceKey: string
  readonly contactRef: string
  readonly leg: number
  readonly offeredAt: number
  readonly customer: string | null
  /** Who answered it; null while it waited still. */
  readonly agent: string | null
  readonly waitMs: number
  readonly ringMs: number
  readonly agentNoAnswers: number
}
export interface OpenState {
  readonly sourceKey: string
  readonly agent: string
  readonly state: 'session' | 'pause'
  readonly reason?: string
  readonly startedAt: number
}

/** A leg that an earlier file told to its end and that was under way when this file begins. */
export type ToldLeg = Pick<OpenLeg, 'sourceKey' | 'contactRef' | 'leg' | 'offeredAt'>

/** A contact of an earlier file: how many legs it had before this one begins, and when the last of them ended. */
export interface ToldConversation {
  readonly uniqueId: string
  readonly contactRef: string
  readonly legs: number
  readonly lastAt: number
}

/** What earlier files of this source left unfinished; this file may finish it. */
export interface Unfinished {
  readonly legs: readonly OpenLeg[]
  readonly states: readonly OpenState[]
  /** Where this file overlaps an earlier one: its rows alone tell the beginning to the second before or after only. */
  readonly told?: readonly ToldLeg[]
  /** Contacts whose legs ended shortly before this file begins: a transfer may go on in it. */
  readonly conversations?: readonly ToldConversation[]
  /** Legs after this file's beginning that a later file told first, with a beginning reckoned from their durations. */
  readonly reckoned?: readonly ToldLeg[]
}
