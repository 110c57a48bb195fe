import { dayNumber } from '../../time/index.ts'
import { weekdayOf } from '../labor-calendar.ts'
import type { PersonFacts, ShiftFacts } from '../person-facts.ts'
import { lengthOf } from '../spans.ts'
import { outOf, spanOf, takeAway, type Check } from './check.ts'

/** Sundays and holidays: forbidden, or with a day instead and enough free Sundays in the year. */
export const sundayBan: Check<'sundayBan'> = (facts, { parameters }, found) => {
  const isRest = (day: number): boolean => weekdayOf(day) === 7 || facts.calendar.kindOf(day) === 'holiday'
  const isFree = parameters.isFreeInContinuousOperation && facts.work.person.agreement.isContinuousOperation
  for (const shift of facts.shifts) {
    const pieces = facts.piecesOn(shift, isRest)
    const measured = lengthOf(pieces)
    if (measured === 0) continue
    if (!isFree)
      found({
        code: 'sundayWork',
        span: spanOf(shift),
        shiftStarts: [shift.start],
        measured,
        limit: 0,
        details: { work: 'holiday' },
        cures: outOf(shift, pieces),
      })
    else if (isRest(shift.day) && !hasDayInstead(facts, shift, parameters.substituteWithinDays))
      found({
        code: 'noDayInstead',
        span: spanOf(shift),
        shiftStarts: [shift.start],
        measured: 0,
        limit: 1,
        unit: 'days',
        cures: [takeAway(shift)],
      })
  }
  if (isFree) freeSundays(facts, parameters.freeSundaysPerYear, found)
}

/** A weekday without work within so many days that hold the Sunday, before or after it; unknown days may be free. */
function hasDayInstead(facts: PersonFacts, { day }: ShiftFacts, within: number): boolean {
  const worked = new Set(facts.shifts.flatMap((shift) => [shift.day, shift.lastDay]))
  const known = { from: facts.shifts[0]?.day ?? day, to: facts.lastDay }
  for (let other = day - within + 1; other < day + within; other += 1) {
    if (other < known.from || other > known.to) return true
    if (weekdayOf(other) !== 7 && !worked.has(other)) return true
  }
  return false
}

/** Sundays worked leave so many of the year’s free. Only those among the shifts given are counted. */
function freeSundays(facts: PersonFacts, needed: number, found: Parameters<Check<'sundayBan'>>[2]): void {
  const { calendar } = facts
  const sundays = facts.shifts.filter(({ day }) => weekdayOf(day) === 7)
  const byYear = Map.groupBy(sundays, ({ day }) => Number(calendar.dateOf(day).slice(0, 4)))
  for (const [year, shifts] of byYear) {
    const byDay = Map.groupBy(shifts, ({ day }) => day)
    const free = sundaysOf(year) - byDay.size
    const last = shifts.at(-1)
    if (free >= needed || last === undefined) continue
    const tooMany = [...byDay.values()].slice(-(needed - free)).flat()
    found({
      code: 'tooFewFreeSundays',
      span: { start: (tooMany[0] ?? last).start, end: last.end },
      shiftStarts: shifts.map(({ start }) => start),
      measured: free,
      limit: needed,
      unit: 'days',
      cures: [tooMany.flatMap(takeAway)],
    })
  }
}

function sundaysOf(year: number): number {
  const first = dayNumber(`${year}-01-01`)
  const firstSunday = first + ((7 - weekdayOf(first)) % 7)
  return Math.floor((dayNumber(`${year}-12-31`) - firstSunday) / 7) + 1
}
