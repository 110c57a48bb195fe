import { describe, expect, it } from 'vitest'

import type { Note } from '@pult/contract/measures-notes'

import { notePlaces, notesOfQueues } from './note-places.ts'

const note = (firstDay: string, lastDay: string, queueId: number | null = null): Note => ({
  noteId: 1,
  firstDay,
  lastDay,
  queueId,
  text: `${firstDay} ${lastDay}`,
  own: true,
  createdByName: '',
  changedAt: '2026-10-01T00:00:00Z',
})
/** Moscow: three hours ahead. */
const dayOf = (instant: string): string => new Date(Date.parse(instant) + 3 * 3_600_000).toISOString().slice(0, 10)
const placesOf = (split: string, keys: readonly string[], ...notes: Note[]): (readonly number[])[] =>
  notePlaces(notes, split, keys, dayOf).map(({ first, last }) => [first, last])

describe('a note stands on every chart that follows the calendar', () => {
  const [one, several] = [note('2026-10-07', '2026-10-07'), note('2026-09-30', '2026-10-06')]

  it('by days: on its day, or on those of its days that are shown', () => {
    const days = ['2026-10-05', '2026-10-06', '2026-10-07']
    expect(placesOf('day', days, one, several)).toEqual([
      [2, 2],
      [0, 1],
    ])
    expect(placesOf('day', ['2026-11-01'], one, several)).toEqual([])
  })

  it('with all that is said of the same day, once', () => {
    const twice = [one, { ...one, text: 'and more' }]
    expect(notePlaces(twice, 'day', ['2026-10-07'], dayOf)).toEqual([
      { first: 0, last: 0, text: '2026-10-07 2026-10-07 · and more' },
    ])
  })

  it('by weeks and months: on every one it touches', () => {
    const weeks = ['2026-09-28', '2026-10-05', '2026-10-12']
    expect(placesOf('week', weeks, one, several)).toEqual([
      [1, 1],
      [0, 1],
    ])
    expect(placesOf('month', ['2026-09', '2026-10', '2026-11'], one, several)).toEqual([
      [1, 1],
      [0, 1],
    ])
  })

  it('by intervals: on those of its day by the centre’s clock', () => {
    const evening = ['2026-10-06T20:30:00.000Z', '2026-10-06T21:00:00.000Z', '2026-10-07T20:30:00.000Z']
    expect(placesOf('interval', evening, one)).toEqual([[1, 2]])
  })

  it('by what is no calendar: nowhere', () => {
    expect(placesOf('weekday', ['1', '2'], one)).toEqual([])
    expect(placesOf('queue', ['4'], one)).toEqual([])
  })
})

describe('notes of queues', () => {
  it('are shown with their queue, and the centre’s with all', () => {
    const notes = [note('2026-10-07', '2026-10-07'), note('2026-10-07', '2026-10-07', 4)]
    expect(notesOfQueues(notes, []).length).toBe(2)
    expect(notesOfQueues(notes, [4]).length).toBe(2)
    expect(notesOfQueues(notes, [5]).map(({ queueId }) => queueId)).toEqual([null])
  })
})
