import { describe, expect, it } from 'vitest'

import { smallInstance } from '../tours/testing/small-instance.ts'
import { checkTours } from './check-tours.ts'

interface Said {
  readonly day?: number | string
  readonly start?: string
  /** Task and minutes, as in `1 360`. */
  readonly tasks?: readonly string[]
}

const shift = ({ day = 0, start = '06:00:00', tasks = ['1 360'] }: Said = {}): string =>
  `<Shift><Day>${day}</Day><Start>${start}</Start>${tasks
    .map((task) => task.split(' '))
    .map(([id, minutes]) => `<Task WorkLength="${minutes}"><ID>${id}</ID><Length>${minutes}</Length></Task>`)
    .join('')}</Shift>`

const employee = (id: string, ...shifts: readonly string[]): string =>
  `<Employee ID="${id}">${shifts.join('')}</Employee>`

const solution = (...employees: readonly string[]): string =>
  `<?xml version="1.0"?>\n<!-- a roster -->\n<Solution>\n${employees.join('\n')}\n</Solution>\n`

const week = smallInstance({ days: 7, staff: ['1,360,2400', 'B,0,2400'] })

describe('the checker of tours', () => {
  it('finds nothing wrong with a roster that is right', () => {
    expect(checkTours(week, solution(employee('1', shift()), employee('B')))).toEqual({
      feasible: true,
      objective: 0,
      violations: [],
    })
  })

  it('counts the square of what is too much, also where nobody is wanted', () => {
    const roster = solution(employee('1', shift()), employee('B', shift({ tasks: ['1 120', '2 240'] })))
    // Two hours of task 1 with one too many, four hours of task 2 that nobody wants.
    expect(checkTours(week, roster).objective).toBe(8 + 16)
  })

  const late = shift({ day: 1, start: '00:00:00' })
  const cases: readonly (readonly [rule: string, shifts: readonly string[], words: string])[] = [
    [
      'a short shift',
      [shift({ tasks: ['1 345'] })],
      'Employee 1, day 0 06:00: the shift has 345 minutes; at least 360',
    ],
    ['a long shift', [shift({ tasks: ['1 615'] })], 'Employee 1, day 0 06:00: the shift has 615 minutes; at most 600'],
    [
      'a short task',
      [shift({ tasks: ['1 345', '2 45'] })],
      'Employee 1, day 0 06:00: task 2 has 45 minutes; at least 60',
    ],
    ['a task off the grid', [shift({ tasks: ['1 360', '2 65'] })], 'task 2 has 65 minutes, no whole quarters'],
    ['a start off the grid', [shift({ start: '06:05:00' })], 'the shift does not begin on a quarter of an hour'],
    ['little rest', [shift(), shift({ day: 1, start: '01:45:00' })], 'day 1 01:45: 825 minutes of rest'],
    [
      'two shifts a day',
      [shift(), shift({ day: 1, start: '05:45:00' })],
      'a second shift begins on the day from day 0 06:00',
    ],
    [
      'six days in a row',
      [0, 1, 2, 3, 4, 5].map((day) => shift({ day })),
      'Employee 1: works 6 days in a row from day 0 06:00; at most 5',
    ],
    ['too little work', [], 'Employee 1: 0 minutes in all, 360 below MinTotalMinutes'],
    [
      'too much work',
      [0, 1, 2, 4, 5].map((day) => shift({ day, tasks: ['1 495'] })),
      'Employee 1: 2475 minutes in all, 75 above MaxTotalMinutes',
    ],
    ['a shift before the horizon', [shift({ start: '05:45:00' })], 'outside the horizon'],
    [
      'a shift after the horizon',
      [shift(), shift({ day: 7, start: '00:15:00' })],
      'the shift ends day 7 06:15, outside',
    ],
    [
      'missing people',
      [shift({ start: '08:00:00' })],
      'Task 1, day 0 06:00 to day 0 08:00: 1 below the minimum cover.',
    ],
  ]
  for (const [rule, shifts, words] of cases)
    it(`finds ${rule}, and says who and when`, () => {
      const { feasible, violations } = checkTours(
        week,
        solution(employee('1', ...shifts), employee('B', shift(), late)),
      )
      const found = checkTours(week, solution(employee('1', ...shifts), employee('B')))
      expect(found.feasible).toBe(false)
      expect(found.violations.join('\n')).toContain(words)
      // Six hours each on one day, and a second begun after midnight of the same planning day: two rules at once.
      expect(feasible).toBe(false)
      expect(violations.length).toBeGreaterThanOrEqual(1)
    })

  it('takes a shift after midnight for the day before', () => {
    const nights = [0, 1, 2, 3, 4].map((day) => shift({ day: day + 1, start: '00:00:00' }))
    const { violations } = checkTours(week, solution(employee('1', ...nights), employee('B', shift())))
    expect(violations).toEqual([])
  })

  it('finds a WorkLength that is not the length', () => {
    const roster = solution(employee('1', shift().replace('WorkLength="360"', 'WorkLength="345"')))
    expect(checkTours(week, roster).violations.join('\n')).toContain('360 minutes and a WorkLength of 345')
  })

  const unreadable: readonly (readonly [name: string, text: string, words: string])[] = [
    ['no XML', 'id,shift', 'expected one element that holds everything'],
    ['another document', '<Roster></Roster>', 'expected <Solution>, not <Roster>'],
    [
      'an element that is not closed',
      '<Solution>\n<Employee ID="1">\n',
      '<Employee>, opened in line 2, is never closed',
    ],
    ['elements that cross', '<Solution><Employee ID="1"></Solution></Employee>', '</Solution> closes <Employee>'],
    ['a stray bracket', '<Solution> 1 < 2 </Solution>', 'line 1: a "<" begins nothing'],
    ['an unknown employee', solution(employee('9')), 'there is no employee "9" in the instance'],
    ['an employee twice', solution(employee('1'), employee('1')), 'employee 1 is there a second time'],
    ['an employee without an ID', solution('<Employee></Employee>'), '<Employee> has no ID'],
    ['an unknown task', solution(employee('1', shift({ tasks: ['3 360'] }))), 'there is no task "3" in the instance'],
    ['a day that is no number', solution(employee('1', shift({ day: 'Monday' }))), '<Day> must be a whole number'],
    ['a start that is no time', solution(employee('1', shift({ start: '25:00:00' }))), 'Start must be as 07:45:00'],
    ['a shift without tasks', solution(employee('1', shift({ tasks: [] }))), 'a shift has no <Task>'],
    [
      'a task without a length',
      solution(employee('1', shift().replace(/<Length>.*?<.Length>/, ''))),
      'must have one <Length>',
    ],
  ]
  for (const [name, text, words] of unreadable)
    it(`refuses ${name}`, () => {
      expect(() => checkTours(week, text)).toThrow(words)
    })
})
