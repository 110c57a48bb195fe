import type { LocalDate } from '../time/index.ts'
import { accountingPeriod, before, periodsOf } from './checks/summed-time.ts'
import { firstDayOfMonth } from './labor-calendar.ts'
import type { PayBand } from './pay-band.ts'
import type { PersonFacts } from './person-facts.ts'
import type { RuleParameters } from './rule.ts'

/** Overtime of even weeks: what each day holds beyond its norm, the first hours of each day at the first rate. */
export function evenWeekOvertime(facts: PersonFacts, date: LocalDate): PayBand[] {
  const pay = ratesOf(facts, date)
  if (pay === null) return []
  const inQuestion = facts.shifts.filter(({ day }) => day >= facts.firstDay && day <= facts.lastDay)
  return [...Map.groupBy(inQuestion, ({ day }) => day).values()].flatMap((shifts) =>
    bandsOf(
      shifts.reduce((sum, shift) => sum + facts.overtimeOf(shift), 0),
      pay.firstHours * 60,
      pay,
    ),
  )
}

/**
 * Overtime of summed time: what accounting periods that end within the days hold beyond their norm, less holiday hours that are paid
 * above the norm already. How much of it is paid at the first rate is disputed, and so a setting.
 */
export function summedOvertime(facts: PersonFacts, date: LocalDate, holidaysAbove: number): PayBand[] {
  const pay = ratesOf(facts, date)
  if (pay === null) return []
  const { accountingMonths } = facts.work.person.agreement
  let holidays = facts.book.on('overtimeWithoutHolidays', date)?.parameters.isAllowed === true ? holidaysAbove : 0
  return periodsOf(facts, accountingMonths)
    .filter((first) => firstDayOfMonth(first + accountingMonths) - 1 <= facts.lastDay)
    .flatMap((first) => {
      const period = accountingPeriod(facts, first, accountingMonths)
      const beyond = Math.max(0, period.worked + before(facts, first, accountingMonths) - period.norm.minutes)
      const apart = Math.min(beyond, holidays)
      holidays -= apart
      return bandsOf(beyond - apart, atFirstRate(facts, date, period, pay.firstHours * 60), pay)
    })
}

/** Minutes that may be paid at the first rate. */
function atFirstRate(
  facts: PersonFacts,
  date: LocalDate,
  { shifts }: ReturnType<typeof accountingPeriod>,
  firstMinutes: number,
): number {
  const mode = facts.book.on('overtimeSplit', date)?.parameters.mode ?? 'period'
  if (mode === 'period') return firstMinutes
  if (mode === 'averagePerShift') return firstMinutes * shifts.length
  return shifts.reduce((sum, { saidOvertime }) => sum + Math.min(firstMinutes, saidOvertime ?? 0), 0)
}

type Rates = RuleParameters['overtimePay']

function ratesOf(facts: PersonFacts, date: LocalDate): Rates | null {
  const found = facts.book.on('overtimePay', date)?.parameters
  if (found !== undefined) return found
  const flat = facts.book.on('payRates', date)?.parameters.overtime
  return flat === undefined ? null : { firstHours: 0, firstRate: flat, afterRate: flat }
}

const bandsOf = (minutes: number, atFirst: number, { firstRate, afterRate }: Rates): PayBand[] => [
  { rate: firstRate, minutes: Math.min(minutes, atFirst) },
  { rate: afterRate, minutes: Math.max(0, minutes - atFirst) },
]
