import type { MomentField } from '@pult/contract/imports'
import { civilFromDays, daysFromCivil, type LocalTime, type Zone } from '@pult/engine/time'

export type TimeFormat = MomentField['format']

/** What a text says about time: an instant, a wall clock, or nothing. */
type Told =
  | { readonly kind: 'instant'; readonly instant: number }
  | { readonly kind: 'local'; readonly local: LocalTime }

const CLOCK = '(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp][Mm])?'
const patterns = {
  ymd: new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T\\s]+${CLOCK})?$`),
  dmy: new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2,4})(?:[T\\s]+${CLOCK})?$`),
  yymmdd: new RegExp(`^(\\d{2})(\\d{2})(\\d{2})(?:[T\\s]+${CLOCK})?$`),
} as const
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** Reads a moment as files write it. Undefined for anything that is none. */
export function readMoment(text: string, format: TimeFormat): Told | undefined {
  const trimmed = text.trim()
  if (format === 'epochSeconds' || format === 'epochMs') {
    const number = Number(trimmed)
    return /^-?\d+(\.\d+)?$/.test(trimmed)
      ? { kind: 'instant', instant: format === 'epochMs' ? number : number * 1000 }
      : undefined
  }
  if (WITH_ZONE.test(trimmed)) return readInstant(trimmed)
  if (format === 'auto')
    return readEpoch(trimmed) ?? local(patterns.ymd, trimmed, 'ymd') ?? local(patterns.dmy, trimmed, 'dmy')
  if (format === 'yymmdd') return local(patterns.yymmdd, trimmed, 'ymd')
  return format === 'ymd' ? local(patterns.ymd, trimmed, 'ymd') : local(patterns.dmy, trimmed, format)
}

function readInstant(text: string): Told | undefined {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number)
  const instant = Date.parse(text.replace(' ', 'T'))
  return isDay(year, month, day) && !Number.isNaN(instant) ? { kind: 'instant', instant } : undefined
}

/** The 31st of February is nobody's day: counting on into March would move a contact and tell nobody. */
function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const civil = civilFromDays(daysFromCivil(year, month, day))
  return civil.month === month && civil.day === day
}

function readEpoch(text: string): Told | undefined {
  if (/^\d{10}(\.\d+)?$/.test(text)) return { kind: 'instant', instant: Number(text) * 1000 }
  return /^\d{13}$/.test(text) ? { kind: 'instant', instant: Number(text) } : undefined
}

function local(pattern: RegExp, text: string, order: 'ymd' | 'dmy' | 'mdy'): Told | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [first = 0, second = 0, third = 0] = match.slice(1, 4).map(Number)
  const [year, month, day] =
    order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second]
  const half = match[7]?.toLowerCase()
  const hour = Number(match[4] ?? 0) % (half === undefined ? 100 : 12)
  const time: LocalTime = {
    // Two digits: the half-century window that Excel uses.
    year: year >= 100 ? year : year < 30 ? 2000 + year : 1900 + year,
    month,
    day,
    hour: half === 'pm' ? hour + 12 : hour,
    minute: Number(match[5] ?? 0),
    second: Number(match[6] ?? 0),
  }
  const possible = isDay(time.year, month, day) && time.hour <= 24 && time.minute < 60 && time.second <= 60
  return possible ? { kind: 'local', local: time } : undefined
}

/** Seconds of a duration: a number in the unit, or `h:mm:ss` and `m:ss`. Undefined for anything else. */
export function readDuration(text: string, unit: 'seconds' | 'milliseconds' | 'clock'): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  const clock = /^(-)?(?:(\d+):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?$/.exec(trimmed)
  if (clock !== null) {
    const total = Number(clock[2] ?? 0) * 3600 + Number(clock[3]) * 60 + Number(clock[4])
    return clock[1] === undefined ? total : -total
  }
  const number = Number(trimmed.replace(',', '.'))
  if (!Number.isFinite(number)) return undefined
  return unit === 'milliseconds' ? number / 1000 : number
}

/** The instant of a moment in a zone, and whether the wall clock was ambiguous. */
export function locate(
  told: Told,
  zone: Zone,
  doubledHour: 'earlier' | 'later',
): { instant: number; doubled: boolean } {
  if (told.kind === 'instant') return { instant: Math.round(told.instant), doubled: false }
  const { instant, kind } = zone.localToInstant(told.local, doubledHour)
  return { instant, doubled: kind === 'doubled' }
}
