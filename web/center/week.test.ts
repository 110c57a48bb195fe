import { describe, expect, it } from 'vitest'

import { breaksOf, faultOf, isWholeDay, runsOf, tidyClock } from './week.ts'

describe('a week of opening hours', () => {
  it('reads times as people type them', () => {
    expect(['9', '930', '9.30', '24', 'noon'].map(tidyClock)).toEqual(['09:00', '09:30', '09:30', '24:00', 'noon'])
  })
  it('says what is wrong with a day', () => {
    expect(faultOf([['09:00', '18:00']])).toBeNull()
    expect(faultOf([['09:00', '25:00']])).toBe('badClock')
    expect(faultOf([['18:00', '09:00']])).toBe('badOrder')
    expect(
      faultOf([
        ['13:00', '18:00'],
        ['09:00', '14:00'],
      ]),
    ).toBe('badOverlap')
  })
  it('calls a gap a break, whatever the order', () => {
    expect(
      breaksOf([
        ['14:00', '18:00'],
        ['09:00', '13:00'],
      ]),
    ).toEqual([['13:00', '14:00']])
    expect(
      breaksOf([
        ['09:00', '13:00'],
        ['13:00', '18:00'],
      ]),
    ).toEqual([])
  })
  it('joins neighbouring days with the same hours', () => {
    const office: [string, string][] = [['09:00', '18:00']]
    expect(
      runsOf({ '1': office, '2': office, '3': office, '4': office, '5': office, '6': [], '7': [] }).map(
        ({ from, to }) => [from, to],
      ),
    ).toEqual([
      [1, 5],
      [6, 7],
    ])
  })
  it('knows a day without a night', () => {
    expect(isWholeDay([['00:00', '24:00']])).toBe(true)
    expect(isWholeDay([['00:00', '23:00']])).toBe(false)
  })
})
