import type { Random } from '../numeric/index.ts'
import {
  addDays,
  dayKind,
  dayNumber,
  HOUR_MS,
  isoWeekday,
  isWorkingDay,
  openIntervals,
  type LocalDate,
  type Zone,
} from '../time/index.ts'
import type { DemoCenter, DemoQueue, QueueNature } from './center.ts'

/** Somebody will contact queue number `queue` at `at` (epoch milliseconds). */
export interface Arrival {
  readonly at: number
  readonly queue: number
}

/** Says whether people are off work that day for another reason than the weekend; `calendarDayOff` by default. */
export type DayOff = (date: LocalDate) => boolean

/** Holidays and transferred days off of the centre's calendar; outside its years the fixed public holidays. */
export function calendarDayOff(calendar: string): DayOff {
  return (date) => {
    const kind = dayKind(date, calendar)
    if (kind === 'holiday' || kind === 'transferredOff') return true
    return calendar === 'ru' && FIXED_HOLIDAYS.has(date.slice(5)) && kind !== 'transferredWorking'
  }
}

const FIXED_HOLIDAYS: ReadonlySet<string> = new Set([
  '01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08', '02-23', '03-08', '05-01', '05-09', '06-12', '11-04',
]) // prettier-ignore

// Monday to Friday; weekends have their own factor by queue.
const WEEKDAY_FACTORS = [1.1, 1.04, 1, 0.98, 0.94]
const HOLIDAY_FACTOR = 0.42
const NEW_YEAR_FACTOR = 0.2
const EVE_FACTOR = 0.9
const AFTER_DAYS_OFF_FACTOR = 1.05
const SUNDAY_TO_SATURDAY = 0.9
const YEARLY_GROWTH = 0.06
/** Middle of each month; a home shop lives for spring and for the New Year. */
const MONTH_FACTORS = [0.94, 0.96, 1.01, 1.0, 0.97, 0.95, 0.93, 0.97, 1.0, 1.0, 1.02, 1.06]
/** A day, a queue's day and an hour are busier or quieter than anyone could know: coefficients of variation 7, 6 and 9 per cent. */
const DAY_SHAPE = 200
const QUEUE_DAY_SHAPE = 280
const HOUR_SHAPE = 125
/** E-mails from this hour on are answered by the next day's people and belong to the next day. */
export const MAIL_DAY_STARTS_AT_HOUR = 20

/** Whether someone with an ordinary working week works that day. */
export function isOfficeDay(date: LocalDate, center: DemoCenter, isDayOff: DayOff): boolean {
  return !isDayOff(date) && isWorkingDay(date, center.calendar)
}

/** How busy a queue's day is expected to be, 1 on an ordinary Wednesday of the anchor's year. */
export function dayFactor(date: LocalDate, queue: DemoQueue, center: DemoCenter, isDayOff: DayOff): number {
  if (restsOn(date, queue, isDayOff)) return 0
  const nature = natureOf(queue, center)
  const years = (dayNumber(date) - dayNumber(center.anchorDate)) / 365.25
  const campaign = center.campaigns
    .filter(({ queues, from, to }) => queues.includes(queue.code) && date.slice(5) >= from && date.slice(5) <= to)
    .reduce((product, { factor }) => product * factor, 1)
  return weekFactor(date, nature, center, isDayOff) * seasonFactor(date) * campaign * (1 + YEARLY_GROWTH) ** years
}

/** All arrivals of a day, in order. The day's own stream decides; queues fork from it by their code. */
export function drawArrivals(
  date: LocalDate,
  center: DemoCenter,
  zone: Zone,
  isDayOff: DayOff,
  random: Random,
): Arrival[] {
  const busyness = random.fork('day').gamma(DAY_SHAPE, 1 / DAY_SHAPE)
  const arrivals = center.queues.flatMap((queue, index) => {
    const stream = random.fork(queue.code)
    const expected = natureOf(queue, center).contactsPerDay * dayFactor(date, queue, center, isDayOff) * busyness
    return drawQueue(
      date,
      queue,
      center,
      zone,
      expected * stream.gamma(QUEUE_DAY_SHAPE, 1 / QUEUE_DAY_SHAPE),
      stream,
      index,
    )
  })
  return arrivals.toSorted((left, right) => left.at - right.at)
}

export function natureOf(queue: DemoQueue, center: DemoCenter): QueueNature {
  const nature = center.queueNatureByCode[queue.code]
  if (nature === undefined) throw new RangeError(`queueNatureByCode must describe the queue "${queue.code}"`)
  return nature
}

function drawQueue(
  date: LocalDate,
  queue: DemoQueue,
  center: DemoCenter,
  zone: Zone,
  expected: number,
  random: Random,
  index: number,
): Arrival[] {
  const { hourWeights } = natureOf(queue, center)
  const total = hourWeights.reduce((sum, weight) => sum + weight, 0)
  const isMail = queue.channel === 'email'
  const open = openIntervals({ weekly: queue.openingHours, exceptions: new Map() }, date, zone)
  const shift = isMail ? (24 - MAIL_DAY_STARTS_AT_HOUR) * HOUR_MS : 0
  const midnight = zone.startOfDay(date)
  const arrivals: Arrival[] = []
  // A day of 23 or 25 hours simply has one hour of the profile fewer, or its last hour twice.
  for (let hour = 0; hour < zone.dayLength(date) / HOUR_MS; hour++) {
    const start = midnight - shift + hour * HOUR_MS
    const weight = hourWeights[(hour + (isMail ? MAIL_DAY_STARTS_AT_HOUR : 0)) % 24] ?? 0
    const count = weight === 0 ? 0 : random.gammaPoisson((expected * weight) / total, HOUR_SHAPE)
    for (let number = 0; number < count; number++) {
      const at = Math.floor(start + random.uniform() * HOUR_MS)
      if (isMail || open.some((interval) => interval.start <= at && at < interval.end))
        arrivals.push({ at, queue: index })
    }
  }
  return arrivals
}

/** Queues that rest on Sundays rest on holidays too: their people are off. */
function restsOn(date: LocalDate, queue: DemoQueue, isDayOff: DayOff): boolean {
  return isDayOff(date) && (queue.openingHours['7'] ?? []).length === 0
}

function weekFactor(date: LocalDate, nature: QueueNature, center: DemoCenter, isDayOff: DayOff): number {
  const weekday = isoWeekday(date)
  if (date.endsWith('-01-01')) return NEW_YEAR_FACTOR
  if (isDayOff(date)) return HOLIDAY_FACTOR
  if (!isWorkingDay(date, center.calendar)) return nature.weekendFactor * (weekday === 7 ? SUNDAY_TO_SATURDAY : 1)
  const yesterday = addDays(date, -1)
  const afterDaysOff = isDayOff(yesterday) ? AFTER_DAYS_OFF_FACTOR : 1
  const eve = isDayOff(addDays(date, 1)) ? EVE_FACTOR : 1
  return (WEEKDAY_FACTORS[weekday - 1] ?? EVE_FACTOR) * afterDaysOff * eve
}

/** Between the middles of two months on a straight line. */
function seasonFactor(date: LocalDate): number {
  const month = Number(date.slice(5, 7)) - 1
  const position = (Number(date.slice(8)) - 15) / 30
  const here = MONTH_FACTORS[month] ?? 1
  const there = MONTH_FACTORS[(month + (position < 0 ? 11 : 1)) % 12] ?? 1
  return here + Math.abs(position) * (there - here)
}
