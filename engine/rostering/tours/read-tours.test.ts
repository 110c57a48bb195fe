import { describe, expect, it } from 'vitest'

import { readTourProblem } from './read-tour-problem.ts'
import { smallInstance } from './testing/small-instance.ts'

describe('reading an instance of tour scheduling', () => {
  it('reads days, tasks, staff and cover, with lines ended either way', () => {
    const problem = readTourProblem(smallInstance().replaceAll('\n', '\r\n'))
    expect(problem).toMatchObject({ days: 1, slots: 96, taskIds: ['1', '2'] })
    expect(problem.staff).toEqual([
      { id: '1', minSlots: 24, maxSlots: 40 },
      { id: 'B', minSlots: 0, maxSlots: 40 },
    ])
    expect([problem.least[0], problem.most[0], problem.least[1], problem.most[1]]).toEqual([1, 1, 0, 1])
  })

  it('takes longer intervals and those past midnight', () => {
    const { least } = readTourProblem(smallInstance({ cover: ['1,23:30-00:30,1,3,4', '2,05:00-06:00,2,2,2'] }))
    expect(
      [...least.keys()].filter((place) => (least[place] ?? 0) > 0).map((place) => [place >> 1, place & 1]),
    ).toEqual([...[70, 71, 72, 73].map((slot) => [slot, 0]), ...[92, 93, 94, 95].map((slot) => [slot, 1])])
  })

  const cases: readonly (readonly [string, Parameters<typeof smallInstance>[0], string])[] = [
    ['a number of days that is none', { days: 'seven' }, 'SECTION_HORIZON, line 2: the number of days must be'],
    ['a staff line short of a field', { staff: ['1,360'] }, 'SECTION_STAFF, line 6: expected ID,MinTotalMinutes'],
    ['negative minutes', { staff: ['1,-360,600'] }, 'MinTotalMinutes must be a whole number from 0, not "-360"'],
    ['a least above the most', { staff: ['1,700,600'] }, 'MinTotalMinutes 700 is above MaxTotalMinutes 600'],
    ['a person twice', { staff: ['1,0,600', '1,0,600'] }, 'SECTION_STAFF, line 7: person 1 is already in line 6'],
    ['an unknown task', { cover: ['1,06:00-06:15,3,0,1'] }, 'TaskID must be a whole number from 1 to 2, not "3"'],
    ['a cover below the horizon', { cover: ['1,05:45-06:00,1,0,1'] }, 'lies outside the horizon'],
    ['a cover after the horizon', { cover: ['2,06:00-06:15,1,0,1'] }, 'day 2 06:00-06:15 lies outside the horizon'],
    ['a time off the grid', { cover: ['1,06:05-06:15,1,0,1'] }, 'must lie on quarters of an hour'],
    ['no time', { cover: ['1,6 o’clock,1,0,1'] }, 'Time must be as 06:00-06:15'],
    ['a place twice', { cover: ['1,06:00-06:30,1,0,1', '1,06:15-06:30,1,0,1'] }, 'is already in line'],
    ['a least cover above the most', { cover: ['1,06:00-06:15,1,2,1'] }, 'Min 2 is above Max 1'],
    ['nobody', { staff: [] }, 'the section SECTION_STAFF is empty'],
  ]
  for (const [name, change, words] of cases)
    it(`refuses ${name}`, () => {
      expect(() => readTourProblem(smallInstance(change))).toThrow(words)
    })

  it('refuses a section that is missing, unknown or there twice', () => {
    expect(() => readTourProblem('')).toThrow('the section SECTION_HORIZON is missing')
    expect(() => readTourProblem('SECTION_BREAKS\n1')).toThrow('line 1: "SECTION_BREAKS" is none of')
    expect(() => readTourProblem(`${smallInstance()}\nSECTION_STAFF\n`)).toThrow('SECTION_STAFF comes a second time')
    expect(() => readTourProblem('1\nSECTION_HORIZON')).toThrow('line 1: expected a section')
  })
})
