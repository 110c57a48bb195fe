import { buildDayGrid, type DayGrid, type DayGridOptions, type IntervalRow } from '@pult/engine/forecast'
import { createRandom, type Random } from '@pult/engine/numeric'
import { addDays, dayNumber, datesBetween, isoWeekday, isWorkingDay, type LocalDate } from '@pult/engine/time'

// Histories of which the truth is known, one seed a history: what forecasts and their bands have to stand.

export interface MadeUpSeries {
  readonly name: string
  readonly make: (seed: number) => readonly IntervalRow[]
  readonly grid: DayGridOptions
}

const MINUTES = 60
const HALF_HOUR = 30 * MINUTES
const MONTH_START_PEAKS = [0.18, 0.12, 0.06, 0.05, 0.04]
const WEEKDAY_SHARES = [0, 1.12, 1, 0.97, 0.98, 1.04, 0.7, 0.55]

const bankLike = (persistence: number): MadeUpSeries => ({
  name: `bank-like, level AR ${persistence}`,
  make: (seed) => bankRows(createRandom(seed), persistence),
  grid: { intervalSeconds: HALF_HOUR, spacingSeconds: 5 * MINUTES },
})

const steady = (name: string, from: LocalDate, levels: (random: Random) => (day: number) => number): MadeUpSeries => ({
  name,
  make: (seed) => officeRows(createRandom(seed), from, levels),
  grid: { intervalSeconds: HALF_HOUR },
})

export const madeUpSeries: readonly MadeUpSeries[] = [
  bankLike(0.6),
  bankLike(0.9),
  bankLike(0.97),
  steady('level shifts', '2024-02-05', levelShifts),
  steady('trend', '2024-02-05', () => (day) => 25 * Math.exp(day / 300)),
  {
    name: 'tiny, two a day',
    make: (seed) => hoursAroundTheClock(createRandom(seed), 2, 0),
    grid: { intervalSeconds: 2 * HALF_HOUR },
  },
  {
    name: 'around the clock, clocks changed',
    make: (seed) => hoursAroundTheClock(createRandom(seed), 600, 0.8),
    grid: { intervalSeconds: 2 * HALF_HOUR },
  },
]

export const gridOfMadeUp = ({ make, grid }: MadeUpSeries, seed: number): DayGrid => buildDayGrid(make(seed), grid)

/** Ten months of a bank's weekdays, 7:00 to 21:05 by five minutes, some 28,000 calls a day; days stray together and remember it. */
function bankRows(random: Random, persistence: number): IntervalRow[] {
  const first = '2015-03-02'
  const level = persistentLevel(random.fork('level'), persistence, 0.06)
  const counts = random.fork('counts')
  const days = datesBetween(first, addDays(first, 305)).filter((date) => isWorkingDay(date, 'us'))
  let placeInMonth = 0
  return days.flatMap((date, day) => {
    const before = days[day - 1]
    placeInMonth = before !== undefined && before.slice(0, 7) === date.slice(0, 7) ? placeInMonth + 1 : 0
    const gap = before === undefined ? 1 : dayNumber(date) - dayNumber(before)
    const afterHoliday = gap > (isoWeekday(date) === 1 ? 3 : 1) ? 0.12 : 0
    const peak = 1 + (MONTH_START_PEAKS[placeInMonth] ?? 0) + afterHoliday
    const busy = 190 * (WEEKDAY_SHARES[isoWeekday(date)] as number) * peak * level() * counts.lognormal(1, 0.02)
    const tilt = counts.normal(0, 0.03)
    return Array.from({ length: 169 }, (_, slot): IntervalRow => {
      const part = slot / 168
      const mean = busy * bankShape(part) * (1 + tilt * (part - 0.5))
      return { date, secondOfDay: 7 * 3600 + slot * 300, offered: counts.gammaPoisson(mean, 300) }
    })
  })
}

/** A steep morning, two humps, a long evening. */
function bankShape(part: number): number {
  const hump = (middle: number, width: number): number => Math.exp(-(((part - middle) / width) ** 2))
  return 0.12 + 1.05 * hump(0.27, 0.17) + 0.85 * hump(0.6, 0.22)
}

/** A level around one whose logarithm is a first-order autoregression from day to day. */
function persistentLevel(random: Random, persistence: number, deviation: number): () => number {
  let value = random.normal(0, deviation)
  return () => {
    value = persistence * value + random.normal(0, deviation * Math.sqrt(1 - persistence ** 2))
    return Math.exp(value)
  }
}

/** The level jumps by some 20 %, on average every six weeks. */
function levelShifts(random: Random): (day: number) => number {
  let level = 30
  return () => {
    if (random.chance(1 / 42)) level *= Math.exp(random.normal(0, 0.2))
    return level
  }
}

/** Three hundred days, 8:00 to 20:00 by half-hours; quieter at weekends, some days a little busier than others. */
function officeRows(
  random: Random,
  from: LocalDate,
  levels: (random: Random) => (day: number) => number,
): IntervalRow[] {
  const levelOf = levels(random.fork('level'))
  const counts = random.fork('counts')
  return datesBetween(from, addDays(from, 300)).flatMap((date, day) => {
    const busy = levelOf(day) * counts.gamma(250, 1 / 250) * (isoWeekday(date) >= 6 ? 0.5 : 1)
    return Array.from({ length: 24 }, (_, slot): IntervalRow => {
      const mean = busy * (0.6 + 0.8 * Math.sin((Math.PI * (slot + 1)) / 25))
      return { date, secondOfDay: 8 * 3600 + slot * HALF_HOUR, offered: counts.gammaPoisson(mean, 100) }
    })
  })
}

/** Every hour of three hundred days in a zone that gives an hour twice in autumn and takes one in spring. */
function hoursAroundTheClock(random: Random, perDay: number, persistence: number): IntervalRow[] {
  const level = persistence === 0 ? () => 1 : persistentLevel(random.fork('level'), persistence, 0.08)
  const counts = random.fork('counts')
  const count = (hour: number, busy: number): number =>
    counts.poisson((perDay / 24) * busy * (1 - 0.7 * Math.cos((hour / 12) * Math.PI)))
  return datesBetween('2023-08-01', addDays('2023-08-01', 300)).flatMap((date) => {
    const busy = level() * (isoWeekday(date) >= 6 ? 0.7 : 1)
    return Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour): IntervalRow[] => {
      const row = { date, secondOfDay: hour * 3600, offered: count(hour, busy) }
      if (date === '2024-03-31' && hour === 2) return []
      return date === '2023-10-29' && hour === 2 ? [row, { ...row, offered: count(hour, busy), again: true }] : [row]
    })
  })
}
