import { addDays, dateOfNumber, daysFromCivil } from '../../time/index.ts'

/** A value with half of its last told digit. */
export interface ReadValue {
  readonly value: number
  readonly tolerance: number
}

const SPACES = /[\s\u00A0\u2007\u2009\u202F']/g

/** Reads a number as spreadsheets of both languages write it. `12,345` is twelve thousand of contacts and twelve and a bit of all else. */
export function readCell(text: string, expected: 'count' | 'share' | 'time', title: string): ReadValue | null {
  if (expected === 'time') {
    const clock = readClock(text)
    if (clock !== null) return clock
  }
  const isPercent = text.includes('%') || /%|процент|percent/i.test(title)
  const unit = expected === 'time' ? unitOf(text, title) : 1
  const bare = text.replace(/%|сек\.?|секунд\S*|мин\.?|минут\S*|sec\S*|min\S*|[сs]\.?$/gi, '').replaceAll(SPACES, '')
  const read = readNumber(bare, expected === 'count')
  if (read === null || read.value < 0) return null
  if (expected !== 'share') return { value: read.value * unit, tolerance: read.tolerance * unit }
  const share = isPercent || read.value > 1 ? { value: read.value / 100, tolerance: read.tolerance / 100 } : read
  return share.value > 1 ? null : share
}

const unitOf = (text: string, title: string): number =>
  /мин|min/i.test(text) || (/мин|min/i.test(title) && !/сек|sec/i.test(text)) ? 60 : 1

function readNumber(text: string, isCount: boolean): ReadValue | null {
  const marks = text.replaceAll(/[^.,]/g, '')
  let plain = text
  if (marks.includes('.') && marks.includes(',')) {
    const decimal = marks.at(-1) ?? '.'
    plain = text.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.')
  } else if (marks.length > 1 || (isCount && /^\d{1,3}[.,]\d{3}$/.test(text))) plain = text.replaceAll(/[.,]/g, '')
  else plain = text.replace(',', '.')
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return null
  const decimals = plain.split('.')[1]?.length ?? 0
  return { value: Number(plain), tolerance: 0.5 * 10 ** -decimals }
}

/** `4:05` is four minutes, `0:04:05` the same. */
function readClock(text: string): ReadValue | null {
  const parts = /^(?:(\d+):)?(\d{1,3}):(\d{2})(?:[.,](\d+))?$/.exec(text.trim())
  if (parts === null) return null
  const [, hours = '0', minutes = '0', seconds = '0', fraction = ''] = parts
  if (Number(seconds) > 59) return null
  const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}.${fraction === '' ? '0' : fraction}`)
  return { value, tolerance: 0.5 * 10 ** -fraction.length }
}

const months = [
  /^янв|^jan/,
  /^фев|^feb/,
  /^мар|^mar/,
  /^апр|^apr/,
  /^ма[йя]|^may/,
  /^июн|^jun/,
  /^июл|^jul/,
  /^авг|^aug/,
  /^сен|^sep/,
  /^окт|^oct/,
  /^ноя|^nov/,
  /^дек|^dec/,
]
const two = (value: number | string): string => String(value).padStart(2, '0')

/** A day or a month as people write it, as days `[from, to)`. A year that is not told is the given one. */
export function readDays(text: string, year: number): { readonly from: string; readonly to: string } | null {
  const words = text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
  const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[ t].*)?$/.exec(words)
  if (iso !== null) return stretch(Number(iso[1]), Number(iso[2]), iso[3])
  const dotted = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d\d))?\.?(?: г\.?)?(?: .*)?$/.exec(words)
  if (dotted !== null) return stretch(fullYear(dotted[3], year), Number(dotted[2]), dotted[1])
  const numbered = /^(\d{1,2})[./](\d{4})$/.exec(words)
  if (numbered !== null) return stretch(Number(numbered[2]), Number(numbered[1]), undefined)
  const named = /^(?:(\d{1,2}) )?([a-zа-яё]+)\.?,?(?: (\d{4})(?: ?г(ода|\.)?)?)?$/.exec(words)
  const month = named === null ? -1 : months.findIndex((pattern) => pattern.test(named[2] ?? ''))
  return named === null || month < 0 ? null : stretch(Number(named[3] ?? year), month + 1, named[1])
}

const fullYear = (told: string | undefined, year: number): number =>
  told === undefined ? year : told.length === 2 ? 2000 + Number(told) : Number(told)

function stretch(year: number, month: number, day: string | undefined): { from: string; to: string } | null {
  if (month < 1 || month > 12) return null
  const first = `${year}-${two(month)}-${day === undefined ? '01' : two(day)}`
  if (dateOfNumber(daysFromCivil(year, month, Number(day ?? 1))) !== first) return null
  if (day !== undefined) return { from: first, to: addDays(first, 1) }
  return { from: first, to: month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01` }
}
