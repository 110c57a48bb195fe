import type { Bilingual, ConditionKind } from '@pult/contract/alert-words'

import type { Tx } from '../platform/index.ts'

/** Something that a room has judged itself: a connector that fell silent, an import that failed. */
export interface Condition {
  readonly kind: ConditionKind
  /** On what, the same at every look: `connector 3`. */
  readonly subject: string
  readonly state: 'bad' | 'good'
  /** What is out of line, as a sentence. */
  readonly words: Bilingual
}

/** Tells how everything of its kinds stands. What it does not name any more is good. */
export type ConditionSource = (tx: Tx, centerId: number, now: number) => Promise<readonly Condition[]>
