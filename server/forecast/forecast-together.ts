import type { ForecastDay, ForecastTogether, ForecastWeek } from '@pult/contract/forecast'
import {
  allTogether,
  correlationAt,
  sumBands,
  type PairCorrelation,
  type QueueCorrelation,
} from '@pult/engine/forecast'
import { addDays, dayNumber, isoWeekday, type LocalDate } from '@pult/engine/time'

/** All queues as one. `learnt` is null where it is not known how they go astray together: their bands are added up then. */
export function togetherOf(
  learnt: QueueCorrelation | null,
  knownUntil: LocalDate | null,
  days: readonly ForecastDay[],
  weeks: readonly ForecastWeek[],
): ForecastTogether {
  const byLead = new Map<number, PairCorrelation>()
  const correlationOf = (day: LocalDate): PairCorrelation => {
    if (learnt === null || knownUntil === null) return allTogether
    const ahead = dayNumber(day) - dayNumber(knownUntil)
    const lead = learnt.days.findLast(({ leadDays }) => leadDays <= ahead)?.leadDays ?? 0
    const known = byLead.get(lead) ?? correlationAt(learnt, lead)
    byLead.set(lead, known)
    return known
  }
  const ofWeeks = learnt === null ? allTogether : correlationAt(learnt, 'week')
  const base = new Map<LocalDate, number>()
  for (const { day, baseOffered } of days) {
    const monday = addDays(day, 1 - isoWeekday(day))
    base.set(monday, (base.get(monday) ?? 0) + baseOffered)
  }
  return {
    how: learnt === null ? 'summed' : 'learnt',
    dayCorrelation: learnt === null ? null : meanOf(learnt.days[0]?.pairs ?? []),
    weekCorrelation: learnt === null ? null : meanOf(learnt.weeks),
    commonDays: learnt?.commonDays ?? 0,
    days: grouped(days, ({ day }) => day).map(([day, members]) => ({
      day,
      ...totalsOf(members),
      baseOffered: sumOf(members, ({ baseOffered }) => baseOffered),
      ...sumBands(members, correlationOf(day)),
    })),
    weeks: grouped(weeks, ({ week }) => week).map(([week, members]) => {
      const totals = totalsOf(members)
      const without = base.get(week) ?? totals.offered
      // Sums of the same numbers in another order may differ in the last digit.
      const baseOffered = Math.abs(without - totals.offered) < 1e-6 ? totals.offered : without
      return { week, ...totals, baseOffered, ...sumBands(members, ofWeeks) }
    }),
  }
}

const sumOf = <One>(members: readonly One[], value: (one: One) => number): number =>
  members.reduce((sum, one) => sum + value(one), 0)

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sumOf(values, (value) => value) / values.length

const totalsOf = (members: readonly Pick<ForecastWeek, 'offered' | 'workSeconds'>[]) => ({
  offered: sumOf(members, ({ offered }) => offered),
  workSeconds: sumOf(members, ({ workSeconds }) => workSeconds),
})

const grouped = <One>(list: readonly One[], dayOf: (one: One) => LocalDate): [LocalDate, One[]][] =>
  [...Map.groupBy(list, dayOf)].toSorted(([left], [right]) => left.localeCompare(right))
