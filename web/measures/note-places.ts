import type { Note } from '@pult/contract/measures-notes'

import { addDays } from '../ui/period.ts'

/** Splits along which a chart follows the calendar, so that a note has its place on them. */
const calendarSplits: ReadonlySet<string> = new Set(['interval', 'day', 'week', 'month'])

/** A note on a chart: the first and the last point of the axis that it is about. */
export interface NotePlace {
  readonly text: string
  readonly first: number
  readonly last: number
}

/**
 * Where notes stand along an axis of intervals, days, weeks or months. `dayOf` says on which day of the centre an instant lies. Notes about
 * days that the axis does not show have no place on it.
 */
export function notePlaces(
  notes: readonly Note[],
  split: string,
  keys: readonly string[],
  dayOf: (instant: string) => string,
): readonly NotePlace[] {
  if (!calendarSplits.has(split)) return []
  const spans = keys.map((key) => daysOfKey(split, key, dayOf))
  const places = notes.flatMap(({ text, firstDay, lastDay }): NotePlace[] => {
    const touches = ({ first, last }: Days): boolean => firstDay <= last && first <= lastDay
    const first = spans.findIndex(touches)
    return first === -1 ? [] : [{ text, first, last: spans.findLastIndex(touches) }]
  })
  // Two about the same days would be written over each other.
  return Object.values(Object.groupBy(places, ({ first, last }) => `${first} ${last}`)).flatMap((same = []) =>
    same.slice(0, 1).map((place) => ({ ...place, text: same.map(({ text }) => text).join(' · ') })),
  )
}

interface Days {
  readonly first: string
  readonly last: string
}

function daysOfKey(split: string, key: string, dayOf: (instant: string) => string): Days {
  if (split === 'week') return { first: key, last: addDays(key, 6) }
  // Days compare as texts, and no month has a day after its 31st.
  if (split === 'month') return { first: `${key}-01`, last: `${key}-31` }
  const day = split === 'interval' ? dayOf(key) : key
  return { first: day, last: day }
}

/** The notes about what is shown: those of the whole centre, and those of its queues; without a choice of queues all. */
export const notesOfQueues = (notes: readonly Note[], queueIds: readonly number[]): readonly Note[] =>
  notes.filter(({ queueId }) => queueId === null || queueIds.length === 0 || queueIds.includes(queueId))
