import type { LaborGroup } from '../person-groups.ts'
import type { Check } from './check.ts'

// What was agreed, before anybody works: weeks longer than the law has them, accounting periods longer than it allows.

export const weekNorm: Check<'weekNorm'> = (facts, { parameters }, found) => {
  const hours = facts.work.person.agreement.weekHours
  if (hours <= parameters.hours) return
  found({
    code: 'agreedWeekTooLong',
    span: wholePeriod(facts),
    shiftStarts: [],
    measured: hours * 60,
    limit: parameters.hours * 60,
    cures: [[{ act: 'changeAgreement', field: 'weekHours', value: parameters.hours }]],
  })
}

export const weekNormByGroup: Check<'weekNormByGroup'> = (facts, { parameters }, found) => {
  const agreed = facts.work.person.agreement.weekHours
  let worst: { readonly group: LaborGroup; readonly hours: number; readonly day: number } | null = null
  for (const { day } of inPeriod(facts))
    for (const group of facts.groupsOn(day)) {
      const hours = parameters.hoursByGroup[group] ?? Infinity
      if (agreed > hours && (worst === null || hours < worst.hours)) worst = { group, hours, day }
    }
  if (worst === null) return
  found({
    code: 'agreedWeekTooLong',
    span: { start: facts.calendar.startOfDay(worst.day), end: facts.calendar.startOfDay(facts.lastDay + 1) },
    shiftStarts: [],
    measured: agreed * 60,
    limit: worst.hours * 60,
    details: { group: worst.group },
    cures: [[{ act: 'changeAgreement', field: 'weekHours', value: worst.hours }]],
  })
}

export const accountingByGroup: Check<'accountingByGroup'> = (facts, { parameters }, found) => {
  const { accountingMonths, weekPattern } = facts.work.person.agreement
  if (weekPattern !== 'shifts' || accountingMonths <= parameters.maxMonths) return
  const group = facts.groupsOn(facts.firstDay).find((one) => parameters.groups.includes(one))
  if (group === undefined) return
  found({
    code: 'accountingTooLong',
    span: wholePeriod(facts),
    shiftStarts: [],
    measured: accountingMonths,
    limit: parameters.maxMonths,
    unit: 'months',
    details: { group },
    cures: [[{ act: 'changeAgreement', field: 'accountingMonths', value: parameters.maxMonths }]],
  })
}

export const timesheet: Check<'timesheet'> = ({ work, calendar }, { parameters }, found) => {
  const days = (work.unrecordedDays ?? []).toSorted()
  const [first] = days
  const last = days.at(-1)
  if (!parameters.isRequired || first === undefined || last === undefined) return
  const start = calendar.zone.startOfDay(first) / 60_000
  found({
    code: 'hoursNotRecorded',
    span: { start, end: Math.max(start, calendar.zone.startOfDay(last) / 60_000) + 1440 },
    shiftStarts: [],
    measured: days.length,
    limit: 0,
    unit: 'days',
    details: { from: first, to: last },
    cures: [[{ act: 'recordHours', days }]],
  })
}

const wholePeriod = ({
  calendar,
  firstDay,
  lastDay,
}: Parameters<Check<'weekNorm'>>[0]): { readonly start: number; readonly end: number } => ({
  start: calendar.startOfDay(firstDay),
  end: calendar.startOfDay(lastDay + 1),
})

const inPeriod = ({
  shifts,
  firstDay,
  lastDay,
}: Parameters<Check<'weekNorm'>>[0]): Parameters<Check<'weekNorm'>>[0]['shifts'] =>
  shifts.filter(({ day }) => day >= firstDay && day <= lastDay)
