import { describe, expect, it } from 'vitest'

import type { PlannedShift, RosterMember } from '@pult/contract/schedule-roster'

import { gridRows } from './grid-rows.ts'

const member = (
  agentId: number,
  name: string,
  teamId: number | null = null,
  queueIds: number[] = [],
): RosterMember => ({
  agentId,
  name,
  teamId,
  queueIds,
  minutes: 0,
  minMinutes: null,
  maxMinutes: null,
  nights: 0,
  weekends: 0,
})
const shift = (shiftId: number, agentId: number, day: string): PlannedShift => ({
  shiftId,
  agentId,
  day,
  shiftTemplateId: null,
  start: `${day}T06:00:00Z`,
  end: `${day}T15:00:00Z`,
  breaks: [],
  activities: [],
  isLocked: false,
})
const days = ['2026-12-01', '2026-12-02', '2026-12-03']
const everyone = { teamId: null, queueId: null, name: '' }
const members = [member(1, 'Anna Orlova', 10, [5]), member(2, 'Ivan Petrov', 20, [5, 6])]

describe('rows of the grid', () => {
  it('puts shifts and absences into their cells', () => {
    const absence = {
      absenceId: 1,
      agentId: 2,
      kind: 'leave' as const,
      firstDay: '2026-11-28',
      lastDay: '2026-12-02',
      fromMinute: null,
      toMinute: null,
      note: '',
      madeByName: 'Head',
      madeAt: '2026-11-01T00:00:00Z',
      version: 1,
    }
    const facts = {
      days,
      members,
      shifts: [shift(7, 1, '2026-12-02')],
      absences: [absence],
      violations: [],
      wishes: [],
      refused: null,
    }
    const [anna, ivan] = gridRows(facts, everyone)
    expect(anna?.cells.map(({ shifts }) => shifts.map(({ shiftId }) => shiftId))).toEqual([[], [7], []])
    expect(ivan?.cells.map(({ absence: found }) => found?.kind ?? null)).toEqual(['leave', 'leave', null])
  })

  it('passes over what belongs to nobody shown and to no day shown', () => {
    const shifts = [shift(7, 99, '2026-12-02'), shift(8, 1, '2026-12-09')]
    const rows = gridRows({ days, members, shifts, absences: [], violations: [], wishes: [], refused: null }, everyone)
    expect(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.shifts))).toEqual([])
  })

  it('filters by team, queue and name', () => {
    const facts = { days, members, shifts: [], absences: [], violations: [], wishes: [], refused: null }
    const names = (filter: Partial<typeof everyone> & { teamId?: number; queueId?: number }): string[] =>
      gridRows(facts, { ...everyone, ...filter }).map((row) => row.member.name)
    expect(names({ teamId: 10 })).toEqual(['Anna Orlova'])
    expect(names({ queueId: 6 })).toEqual(['Ivan Petrov'])
    expect(names({ name: ' orlo' })).toEqual(['Anna Orlova'])
    expect(names({})).toHaveLength(2)
  })

  it('marks wishes as met or refused once it is known which were refused', () => {
    const wish = {
      wishId: 1,
      agentId: 1,
      kind: 'off' as const,
      firstDay: '2026-12-01',
      lastDay: '2026-12-03',
      // Tuesday and Wednesday.
      weekdays: [2, 3],
      shiftTemplateId: null,
      minute: null,
      importance: 1,
      note: '',
      madeByName: 'Anna',
      madeAt: '2026-11-01T00:00:00Z',
      version: 1,
    }
    const refusal = { wishId: 1, agentId: 1, day: '2026-12-02', price: null, forbiddenBy: [] }
    const facts = { days, members, shifts: [], absences: [], violations: [], wishes: [wish] }
    const marks = (refused: (typeof refusal)[] | null) =>
      gridRows({ ...facts, refused }, everyone)[0]?.cells.map((cell) => cell.wish)
    expect(marks([refusal])).toEqual(['met', 'refused', null])
    expect(marks(null)).toEqual([null, null, null])
  })
})
