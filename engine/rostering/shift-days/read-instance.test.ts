import { describe, expect, it } from 'vitest'

import { checkShiftDaysRoster } from '../checking/check-shift-days.ts'
import { readShiftDays } from './read-instance.ts'

const lines = [
  'SECTION_HORIZON',
  '# days',
  '7',
  'SECTION_SHIFTS',
  'E,480,',
  'L,480,E',
  'SECTION_STAFF',
  'A,E=7|L=2,2400,480,5,1,1,1',
  'SECTION_DAYS_OFF',
  'A,0,3',
  'SECTION_SHIFT_ON_REQUESTS',
  'A,1,E,2',
  'SECTION_SHIFT_OFF_REQUESTS',
  'A,2,L,3',
  'SECTION_COVER',
  '1,E,1,100,1',
]
const instance = lines.join('\n')
const planted = (line: number, text: string): string =>
  lines.map((own, index) => (index + 1 === line ? text : own)).join('\n')

describe('reading an instance', () => {
  it('reads every section', () => {
    const problem = readShiftDays(`\uFEFF${instance.replaceAll('\n', '\r\n')}\r\n`)
    expect(problem).toMatchObject({
      days: 7,
      shifts: [{ shiftId: 'E', minutes: 480, forbiddenNext: [] }, { forbiddenNext: ['E'] }],
      staff: [
        {
          employeeId: 'A',
          maxMinutes: 2400,
          minMinutes: 480,
          maxConsecutiveShifts: 5,
          minConsecutiveShifts: 1,
          minConsecutiveDaysOff: 1,
          maxWeekends: 1,
          daysOff: [0, 3],
        },
      ],
      onWishes: [{ employeeId: 'A', day: 1, shiftId: 'E', weight: 2 }],
      offWishes: [{ weight: 3 }],
      cover: [{ day: 1, shiftId: 'E', required: 1, underWeight: 100, overWeight: 1 }],
    })
    expect(problem.staff[0]?.maxShifts).toEqual(
      new Map([
        ['E', 7],
        ['L', 2],
      ]),
    )
  })

  it.each([
    [3, 'a week', 'line 3 (SECTION_HORIZON): the number of days must be a whole number from 1, not "a week"'],
    [4, 'SECTION_SHIFT', 'line 4: "SECTION_SHIFT" is no section; expected one of'],
    [5, 'E,-480,', 'line 5 (SECTION_SHIFTS): the length must be a whole number from 1, not "-480"'],
    [6, 'L,480,N', 'line 6 (SECTION_SHIFTS): shift L cannot be followed by "N", but there is no such shift'],
    [6, 'E,480,', 'line 6 (SECTION_SHIFTS): shift E is there a second time'],
    [8, 'A,E=7|L=2,2400,480,5,1,1', 'line 8 (SECTION_STAFF): expected 8 fields (ID, MaxShifts'],
    [8, 'A,E=7|X=2,2400,480,5,1,1,1', 'MaxShifts names "X", but there is no such shift'],
    [8, 'A,E=7,2400,-480,5,1,1,1', 'MinTotalMinutes must be a whole number from 0, not "-480"'],
    [8, 'A,E=7,480,2400,5,1,1,1', 'MinTotalMinutes 2400 of employee A is above MaxTotalMinutes 480'],
    [8, 'A,E7,2400,480,5,1,1,1', 'MaxShifts must read as in E=14|L=0, not "E7"'],
    [10, 'B,0', 'line 10 (SECTION_DAYS_OFF): there is no employee "B"'],
    [10, 'A,7', 'line 10 (SECTION_DAYS_OFF): day 7 is beyond the horizon of 7 days (0 to 6)'],
    [12, 'A,1,E,heavy', 'line 12 (SECTION_SHIFT_ON_REQUESTS): Weight must be a number from 0, not "heavy"'],
    [16, '1,N,1,100,1', 'line 16 (SECTION_COVER): there is no shift "N"'],
    [16, '1,E,1,100', 'line 16 (SECTION_COVER): expected 5 fields'],
  ])('line %i as "%s" is refused', (line, text, words) => {
    expect(() => readShiftDays(planted(line, text))).toThrow(words)
  })

  it('says which section is missing', () => {
    expect(() => readShiftDays(lines.slice(0, 14).join('\n'))).toThrow('SECTION_COVER is missing or empty')
  })
})

describe('checking a roster', () => {
  const check = (roster: string) => checkShiftDaysRoster(instance, roster)

  it('counts wishes and cover', () => {
    expect(check('A,-,E,L,-,L,-,-')).toEqual({ feasible: true, objective: 3, violations: [] })
    expect(check('A,-,-,E,-,E,-,-').objective).toBe(102)
  })

  it.each([
    ['A,E,E,-,-,-,-,-', 'Employee A: works E on day 0, a fixed day off.'],
    ['A,-,L,E,-,-,-,-', 'Employee A: shift E on day 2 cannot follow shift L on day 1.'],
    ['A,-,L,L,-,L,-,-', 'Employee A: 3 shifts L, at most 2 are allowed.'],
    ['A,-,-,-,-,-,-,-', 'Employee A: 0 minutes in all, 480 below the least.'],
    ['A,E,E,E,E,E,E,-', 'Employee A: 6 shifts in a row, days 0 to 5; at most 5.'],
  ])('%s breaks a rule', (roster, words) => {
    expect(check(roster).violations).toContain(words)
    expect(check(roster).feasible).toBe(false)
  })

  it('asks nothing of short stretches at the edges, and counts weekends once', () => {
    const strict = planted(8, 'A,E=14|L=2,4800,480,5,3,3,0').replace('\n7\n', '\n14\n')
    const sentences = checkShiftDaysRoster(strict, 'A,-,E,E,-,E,E,E,E,-,-,-,-,-,E').violations
    expect(sentences).toEqual([
      'Employee A: only 2 shifts in a row, days 1 to 2; at least 3.',
      'Employee A: only 1 days off in a row, days 3 to 3; at least 3.',
      'Employee A: works on 2 weekends, at most 0.',
    ])
  })

  it.each([
    ['B,-,E,-,-,-,-,-', 'line 1: there is no employee "B" in the instance'],
    ['A,-,E,-,-,-,-,-,-', 'line 1: employee A has 8 days, expected 7'],
    ['A,-,X,-,-,-,-,-', 'line 1: employee A, day 1: there is no shift "X"; a day off is "-"'],
    ['A,-,E,-,-,-,-,-\nA,-,E,-,-,-,-,-', 'line 2: employee A is there a second time'],
    ['', 'there is no line for employee A'],
  ])('a roster edited to "%s" is refused', (roster, words) => {
    expect(() => check(roster)).toThrow(words)
  })
})
