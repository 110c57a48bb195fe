import { weekOf } from './labor-calendar.ts'
import type { PayBand } from './pay-band.ts'
import type { PersonFacts, ShiftFacts } from './person-facts.ts'
import type { RuleParameters } from './rule.ts'

/**
 * Overtime above thresholds of day and week (FLSA, California). Hours that the day already pays as overtime do not count towards the
 * week. Weeks run from Monday; a shift belongs to the day on which it begins.
 */
export function thresholdOvertime(facts: PersonFacts, rule: RuleParameters['overtimePayByThreshold']): PayBand[] {
  const bands: PayBand[] = []
  for (const shifts of Map.groupBy(facts.shifts, ({ day }) => weekOf(day)).values())
    for (const { day, ...found } of overtimeOfWeek(shifts, rule))
      if (day >= facts.firstDay && day <= facts.lastDay) bands.push(found)
  return bands
}

function overtimeOfWeek(
  shifts: readonly ShiftFacts[],
  rule: RuleParameters['overtimePayByThreshold'],
): (PayBand & { readonly day: number })[] {
  const { rate, doubleRate } = rule
  const days = [...Map.groupBy(shifts, ({ day }) => day)]
  let plainOfWeek = 0
  return days.flatMap(([day, ofDay], index) => {
    const worked = ofDay.reduce((sum, { workMinutes }) => sum + workMinutes, 0)
    const isSeventh = rule.isSeventhDaySpecial && index === 6
    const doubleFrom = (isSeventh ? (rule.dailyHours ?? 0) : (rule.doubleDailyHours ?? Infinity)) * 60
    const double = doubleRate === null ? 0 : Math.max(0, worked - doubleFrom)
    const dailyFrom = isSeventh ? 0 : (rule.dailyHours ?? Infinity) * 60
    const byDay = Math.max(0, worked - double - dailyFrom)
    const plain = worked - double - byDay
    const byWeek = Math.min(plain, Math.max(0, plainOfWeek + plain - rule.weeklyHours * 60))
    plainOfWeek += plain
    return [
      { day, rate, minutes: byDay + byWeek },
      { day, rate: doubleRate ?? rate, minutes: double },
    ]
  })
}
