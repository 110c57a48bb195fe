import type { LaidLayer } from '@pult/contract/forecast-layers'
import type { Note } from '@pult/contract/measures-notes'

/** The longest reason of a layer, or of a stretch that is left out; a comment may be longer. */
export const MOST_REASON = 1000

/** A comment as a reason. */
export const reasonOf = ({ text }: Pick<Note, 'text'>): string => text.slice(0, MOST_REASON).trimEnd()

/** Whether a layer was made of this comment: nothing but its words, its days and its queue tells. */
export const isLaid = (
  note: Pick<Note, 'text' | 'queueId' | 'firstDay' | 'lastDay'>,
  layers: readonly Pick<LaidLayer, 'reason' | 'queueId' | 'firstDay' | 'lastDay'>[],
): boolean =>
  layers.some(
    ({ reason, queueId, firstDay, lastDay }) =>
      reason === reasonOf(note) &&
      (queueId === null || note.queueId === null || queueId === note.queueId) &&
      firstDay <= note.lastDay &&
      lastDay >= note.firstDay,
  )
