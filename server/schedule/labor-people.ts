import type { Agreement } from '@pult/contract/people-agreements'
import type { PlannedBreak } from '@pult/contract/schedule-roster'
import {
  createLaborCalendar,
  layOverrides,
  rulesOf,
  type ExcusedDays,
  type LaborCalendar,
  type LaborPerson,
  type LaborRule,
  type PersonWork,
  type Span,
  type WorkShift,
} from '@pult/engine/labor'
import { addDays, datesBetween, isoWeekday, MINUTE_MS, wallInstant, type LocalDate, type Zone } from '@pult/engine/time'

import { engineOverride } from './engine-override.ts'
import { DAYS_BEFORE, type StaffFacts, type StaffMember } from './staff-member.ts'

/** A person as labour law looks at her, before any shift of the roster. */
export interface LaborStaff {
  readonly person: LaborPerson
  readonly rules: readonly LaborRule[]
  readonly excused: readonly ExcusedDays[]
  readonly studies: readonly Span[]
}

interface Days {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
}

export interface LaborView {
  readonly calendar: LaborCalendar
  readonly staffOf: (member: StaffMember, agreement: Agreement) => LaborStaff
}

/** How law sees the staff of a centre on some days: with what the centre and agreements set over its rules. */
export function createLaborView(
  zone: Zone,
  calendarId: string,
  { overrides }: Pick<StaffFacts, 'overrides'>,
  days: Days,
): LaborView {
  const ofCenter = overrides.filter(({ agreementId }) => agreementId === null).map(engineOverride)
  const common = new Map<string, readonly LaborRule[]>()
  const commonRules = (jurisdiction: string): readonly LaborRule[] => {
    const known = common.get(jurisdiction)
    if (known !== undefined) return known
    const rules = layOverrides(rulesOf(jurisdiction), ofCenter)
    common.set(jurisdiction, rules)
    return rules
  }
  return {
    calendar: createLaborCalendar(calendarId, zone),
    staffOf: (member, agreement) => {
      const own = overrides.filter(({ agreementId }) => agreementId === agreement.agreementId).map(engineOverride)
      const rules = commonRules(agreement.jurisdiction)
      return {
        person: personOf(member, agreement),
        // The same list for the same rules: the law check remembers what it worked out from it.
        rules: own.length === 0 ? rules : layOverrides(rules, own),
        excused: member.absences
          .filter(({ kind, fromMinute }) => fromMinute === null && (kind === 'leave' || kind === 'sick'))
          .map(({ firstDay, lastDay }) => ({ from: firstDay, to: lastDay })),
        studies: studySpans(member, zone, days),
      }
    },
  }
}

function personOf({ agentId, facts }: StaffMember, agreement: Agreement): LaborPerson {
  const { jurisdiction, weekHours, rate, weekPattern, accountingMonths, maxShiftHours } = agreement
  const { isNightWorkEqualised, isContinuousOperation, isSideJob } = agreement
  return {
    personId: String(agentId),
    bornOn: facts?.bornOn ?? null,
    groups: facts?.groups ?? [],
    consents: facts?.consents ?? [],
    agreement: {
      jurisdiction,
      weekHours,
      rate,
      weekPattern,
      accountingMonths,
      isNightWorkEqualised,
      isContinuousOperation,
      isSideJob,
      ...(maxShiftHours === null ? {} : { maxShiftHours }),
    },
  }
}

/** When she studies: by her timetable, and by absences of that kind. */
function studySpans(member: StaffMember, zone: Zone, { firstDay, lastDay }: Days): Span[] {
  const spans: Span[] = []
  for (const { kind, from, to, weekdays, fromMinute, toMinute } of member.availability) {
    if (kind !== 'study') continue
    const first = from > addDays(firstDay, -DAYS_BEFORE) ? from : addDays(firstDay, -DAYS_BEFORE)
    const last = to !== null && to < lastDay ? to : lastDay
    for (const date of datesBetween(first, addDays(last, 1)))
      if (weekdays.includes(isoWeekday(date)))
        spans.push({
          start: wallInstant(zone, date, fromMinute) / MINUTE_MS,
          end: wallInstant(zone, date, toMinute > fromMinute ? toMinute : toMinute + 1440) / MINUTE_MS,
        })
  }
  for (const { kind, firstDay: from, lastDay: to, fromMinute, toMinute } of member.absences)
    if (kind === 'study')
      spans.push({
        start: wallInstant(zone, from, fromMinute ?? 0) / MINUTE_MS,
        end: wallInstant(zone, to, toMinute ?? 1440) / MINUTE_MS,
      })
  return spans
}

/** What the law check is told of her: the roster's shifts among those before and after them. */
export const workOf = (
  { person, excused, studies }: LaborStaff,
  shifts: readonly WorkShift[],
  workedBefore: PersonWork['workedBefore'] = [],
): PersonWork => ({ person, shifts, excused, studies, workedBefore })

/** A break as labour law looks at it. */
export const workBreak = ({ kind, start, end, isPaid }: PlannedBreak): WorkShift['breaks'][number] => ({
  kind,
  isPaid,
  start: Date.parse(start) / MINUTE_MS,
  end: Date.parse(end) / MINUTE_MS,
})
