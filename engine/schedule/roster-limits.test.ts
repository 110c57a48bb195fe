import { describe, expect, it } from 'vitest'

import { rosterCenter, shapes } from '../../bench/roster-center.ts'
import {
  checkLaw,
  createLaborCalendar,
  rulesOf,
  type LaborPerson,
  type PersonWork,
  type WorkAgreement,
} from '../labor/index.ts'
import { createZone } from '../time/index.ts'
import { createRosterOptimiser, rosterLimits, type AgentLimits, type Roster } from './index.ts'

const problem = rosterCenter({ agents: 12, weeks: 3, seed: 3, firstDate: '2026-10-26' })
const calendar = createLaborCalendar('ru', createZone('Europe/Moscow'))

const base: WorkAgreement = {
  jurisdiction: 'RU',
  weekHours: 40,
  rate: 1,
  weekPattern: 'shifts',
  accountingMonths: 1,
  isNightWorkEqualised: true,
  isContinuousOperation: true,
  isSideJob: false,
}

/** All kinds of people and laws, one agent each in turn. */
const kinds: readonly (Partial<WorkAgreement> & { readonly group?: LaborPerson['groups'][number]['group'] })[] = [
  {},
  { accountingMonths: 3 },
  { rate: 0.5 },
  { group: 'pregnant' },
  { group: 'womanWithChildUnder3', isContinuousOperation: false },
  { weekPattern: 'fiveDay', isContinuousOperation: false },
  { weekPattern: 'fiveDay' },
  { group: 'disabledGroup1or2', weekHours: 35 },
  { jurisdiction: 'UA' },
  { jurisdiction: 'KZ' },
  { jurisdiction: 'EU' },
  { isContinuousOperation: false },
]

const people: PersonWork[] = problem.agents.map(({ agentId }, index) => {
  const { group, ...how } = kinds[index] ?? {}
  const agreement = { ...base, ...how }
  const groups = group === undefined ? [] : [{ group, from: '2026-01-01', to: null }]
  return { person: { personId: agentId, bornOn: '1990-01-01', groups, consents: [], agreement }, shifts: [] }
})

const limitsOf = (work: PersonWork, index: number): AgentLimits =>
  rosterLimits({
    work,
    rules: rulesOf(work.person.agreement.jurisdiction),
    calendar,
    keep: 'blocking',
    days: problem.days,
    slotMinutes: problem.slotMinutes,
    shapes: shapes.filter(({ shapeId }) => problem.agents[index]?.shapeIds.includes(shapeId)),
    maxConsecutiveDays: 6,
  })

const worked = (roster: Roster, work: PersonWork): PersonWork => {
  const minute = (slot: number): number => problem.startMinute + slot * problem.slotMinutes
  return {
    ...work,
    shifts: roster.shifts
      .filter(({ agentId }) => agentId === work.person.personId)
      .map(({ start, end, breaks }) => ({
        start: minute(start),
        end: minute(end),
        breaks: breaks.map((one) => ({ ...one, start: minute(one.start), end: minute(one.end) })),
      })),
  }
}

describe('the limits that law leaves a roster', () => {
  const lawful = {
    ...problem,
    agents: problem.agents.map((agent, index) => ({
      ...agent,
      before: null,
      limits: limitsOf(people[index] as PersonWork, index),
    })),
  }

  it('are such that a roster which keeps them breaks no blocking rule', () => {
    const optimiser = createRosterOptimiser(lawful, { seed: 1, plannedMoves: 150_000 })
    optimiser.run(150_000)
    expect(optimiser.bestScore().isLawful).toBe(true)
    const roster = optimiser.best()
    expect(roster.shifts.length).toBeGreaterThan(80)
    const found = checkLaw({
      people: people.map((work) => worked(roster, work)),
      rulesFor: ({ agreement }) => rulesOf(agreement.jurisdiction),
      calendar,
      from: problem.days[0]?.date ?? '',
      to: problem.days.at(-1)?.date ?? '',
      publishedOn: null,
    })
    expect(found.filter(({ severity }) => severity === 'block')).toEqual([])
  })

  it('keep the expectant from nights and holidays, and who did not consent from days off', () => {
    const [expectant, office] = [lawful.agents[3]?.limits, lawful.agents[5]?.limits]
    expect(expectant?.forbiddenNight).toEqual({ from: 88, to: 24 })
    const holiday = problem.days.findIndex(({ date }) => date === '2026-11-04')
    const saturday = problem.days.findIndex(({ date }) => date === '2026-10-31')
    expect(expectant?.mayWork[holiday]).toBe(false)
    expect(expectant?.mayWork[saturday]).toBe(true)
    expect(office?.mayWork[holiday]).toBe(false)
    expect(office?.mayWork[saturday]).toBe(false)
    expect(office?.maxShiftMinutes).toBe(480)
  })

  it('give a month its norm, less what was worked in it already', () => {
    const before = {
      ...(people[0] as PersonWork),
      workedBefore: [{ month: '2026-10', workMinutes: 160 * 60, overtimeMinutes: 0 }],
    }
    // October: 176 hours, 160 of them worked; November goes on after the roster, so it gets its share and one shift more.
    expect(limitsOf(before, 0).budgets[0]).toMatchObject({ firstDay: 0, lastDay: 5, maxMinutes: 16 * 60 })
  })

  it('follow a shift of twelve hours with at least twenty-one in Ukraine', () => {
    const ukraine = lawful.agents[8]?.limits
    // Twelve hours with an hour unpaid: twice eleven of work, less the hour.
    expect((ukraine?.restPerShiftLength ?? 0) * 48).toBeGreaterThanOrEqual(21 * 4)
  })
})
