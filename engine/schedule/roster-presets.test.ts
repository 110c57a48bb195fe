import { describe, expect, it } from 'vitest'

import { rosterCenter } from '../../bench/roster-center.ts'
import { checkLaw, createLaborCalendar, rulesOf, type PersonWork, type WorkAgreement } from '../labor/index.ts'
import { createZone, dayKind, MINUTE_MS } from '../time/index.ts'
import {
  checkRoster,
  createRosterOptimiser,
  rosterLimits,
  type Roster,
  type RosterProblem,
  type ShiftShape,
} from './index.ts'

const FIRST_DATE = '2026-11-09'
const HOUR = 4

/** With a meal that is long enough for a German day of more than nine hours, and early enough for California. */
const rest = (earliest: number, latest: number) => ({ kind: 'rest' as const, slots: 1, isPaid: true, earliest, latest })
const meal = (slots: number, earliest: number, latest: number) => ({
  kind: 'meal' as const,
  slots,
  isPaid: false,
  earliest,
  latest,
})
const shape = (
  shapeId: string,
  starts: readonly number[],
  lengths: readonly number[],
  breaks: ShiftShape['breaks'] = [rest(6, 9), meal(3, 14, 18), rest(24, 29)],
): ShiftShape => ({
  shapeId,
  name: shapeId,
  starts: starts.map((hour) => hour * HOUR),
  lengths,
  breaks,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
})
const shapes = [
  shape('day', [7, 8, 9, 10], [35, 39]),
  shape('late', [12, 13, 14], [35]),
  // A second meal before the end of the tenth hour and three rests: what California asks of so long a day.
  shape('long', [8, 9], [48], [rest(6, 9), meal(3, 14, 18), rest(22, 26), meal(2, 30, 36), rest(38, 44)]),
  shape('short', [8, 10, 12, 15, 17], [18, 20]),
]

interface Law {
  readonly jurisdiction: string
  readonly timeZone: string
  /** Longest working time of a day that the law leaves, in hours: the longest shift is not for Germany. */
  readonly longest: number
}

const laws: readonly Law[] = [
  { jurisdiction: 'DE', timeZone: 'Europe/Berlin', longest: 10 },
  { jurisdiction: 'US-CA', timeZone: 'America/Los_Angeles', longest: 24 },
]

const agreementUnder = (jurisdiction: string): WorkAgreement => ({
  jurisdiction,
  weekHours: 40,
  rate: 1,
  weekPattern: 'shifts',
  accountingMonths: 1,
  isNightWorkEqualised: true,
  isContinuousOperation: true,
  isSideJob: false,
})

function problemUnder({ jurisdiction, timeZone }: Law): {
  readonly problem: RosterProblem
  readonly people: readonly PersonWork[]
  readonly calendar: ReturnType<typeof createLaborCalendar>
} {
  const zone = createZone(timeZone)
  const calendar = createLaborCalendar('none', zone)
  const plain = rosterCenter({ agents: 10, weeks: 2, seed: 7, firstDate: FIRST_DATE })
  const days = plain.days.map((day) => ({ ...day, kind: dayKind(day.date, 'none') }))
  const people = plain.agents.map(({ agentId }): PersonWork => ({
    person: {
      personId: agentId,
      bornOn: '1990-01-01',
      groups: [],
      consents: [],
      agreement: agreementUnder(jurisdiction),
    },
    shifts: [],
  }))
  const agents = plain.agents.map((agent, index) => ({
    ...agent,
    shapeIds: shapes.map(({ shapeId }) => shapeId),
    absences: [],
    before: null,
    limits: rosterLimits({
      work: people[index] as PersonWork,
      rules: rulesOf(jurisdiction),
      calendar,
      keep: 'blocking',
      days,
      slotMinutes: plain.slotMinutes,
      shapes,
      maxConsecutiveDays: 6,
    }),
  }))
  const startMinute = zone.startOfDay(FIRST_DATE) / MINUTE_MS
  return { problem: { ...plain, startMinute, days, shapes, agents }, people, calendar }
}

function worked({ startMinute, slotMinutes }: RosterProblem, { shifts }: Roster, work: PersonWork): PersonWork {
  const minute = (slot: number): number => startMinute + slot * slotMinutes
  return {
    ...work,
    shifts: shifts
      .filter(({ agentId }) => agentId === work.person.personId)
      .map(({ start, end, breaks }) => ({
        start: minute(start),
        end: minute(end),
        breaks: breaks.map((one) => ({ ...one, start: minute(one.start), end: minute(one.end) })),
      })),
  }
}

describe('a roster under another law', { timeout: 60_000 }, () => {
  it.each(laws)('keeps every blocking rule of $jurisdiction, as the law check and the checker agree', (law) => {
    const { problem, people, calendar } = problemUnder(law)
    const optimiser = createRosterOptimiser(problem, { seed: 1, plannedMoves: 150_000 })
    optimiser.run(150_000)
    const roster = optimiser.best()
    expect(roster.shifts.length).toBeGreaterThan(40)
    const check = checkRoster(problem, roster)
    expect(check.violations).toEqual([])
    expect(check.objective).toBeCloseTo(optimiser.bestScore().objective, 4)
    const hours = roster.shifts.map(
      ({ start, end, breaks }) =>
        (end - start - breaks.reduce((sum, one) => sum + (one.isPaid ? 0 : one.end - one.start), 0)) / HOUR,
    )
    expect(Math.max(...hours)).toBeLessThanOrEqual(law.longest)
    const found = checkLaw({
      people: people.map((work) => worked(problem, roster, work)),
      rulesFor: ({ agreement }) => rulesOf(agreement.jurisdiction),
      calendar,
      from: problem.days[0]?.date ?? '',
      to: problem.days.at(-1)?.date ?? '',
      publishedOn: null,
    })
    expect(found.filter(({ severity }) => severity === 'block')).toEqual([])
    // The same people a quarter of an hour after the end of a shift: rest is what the law asks for in both.
    const [first] = roster.shifts
    const own = people.find(({ person }) => person.personId === first?.agentId)
    if (first === undefined || own === undefined) throw new Error('nobody works')
    const twice = {
      shifts: [
        first,
        { ...first, day: first.day + 1, start: first.end + 1, end: first.end + 1 + first.end - first.start },
      ],
    }
    expect(checkRoster(problem, twice).isLawful).toBe(false)
  })
})
