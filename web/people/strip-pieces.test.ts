import { describe, expect, it } from 'vitest'

import type { Absence } from '@pult/contract/people-time'

import { stripPieces } from './strip-pieces.ts'

const absence = (firstDay: string, lastDay: string): Absence => ({
  absenceId: 1,
  agentId: 1,
  kind: 'leave',
  firstDay,
  lastDay,
  fromMinute: null,
  toMinute: null,
  note: '',
  madeByName: '',
  madeAt: '2026-01-01T00:00:00Z',
  version: 1,
})

const shape = (absences: readonly Absence[]): unknown =>
  stripPieces(absences, '2026-03-01', '2026-03-07').map((piece) => [piece.day, piece.days, piece.absence !== null])

describe('the strip of a person’s absences', () => {
  it('is one piece a free day and one an absence', () => {
    expect(shape([absence('2026-03-03', '2026-03-05')])).toEqual([
      ['2026-03-01', 1, false],
      ['2026-03-02', 1, false],
      ['2026-03-03', 3, true],
      ['2026-03-06', 1, false],
      ['2026-03-07', 1, false],
    ])
  })

  it('cuts what reaches beyond its days at both ends', () => {
    expect(shape([absence('2026-02-20', '2026-03-02'), absence('2026-03-06', '2026-04-01')])).toEqual([
      ['2026-03-01', 2, true],
      ['2026-03-03', 1, false],
      ['2026-03-04', 1, false],
      ['2026-03-05', 1, false],
      ['2026-03-06', 2, true],
    ])
  })

  it('covers every day once, whatever the absences', () => {
    const pieces = stripPieces([absence('2026-02-01', '2026-04-30')], '2026-03-01', '2026-03-31')
    expect(pieces.map(({ days }) => days)).toEqual([31])
  })
})
