import type { MeasureColumn, RowKey } from '@pult/contract/measures'

import type { Formats } from '../ui/formats.ts'
import type { Translate } from '../ui/text.ts'
import type { measuresText } from './measures-text.ts'

type Key = keyof typeof measuresText.en

/** A value as the measure's unit is written; "–" for nothing. */
export function writeFigure(
  column: Pick<MeasureColumn, 'unit' | 'kind'>,
  value: number | null,
  formats: Formats,
): string {
  switch (column.unit) {
    case 'fraction':
      return formats.percent(value)
    case 'seconds':
      return formats.duration(value)
    case 'contacts':
    case 'times':
      return formats.number(value)
  }
}

/** A difference of two values, with its sign. */
export function writeDifference(
  column: Pick<MeasureColumn, 'unit'>,
  now: number,
  before: number,
  formats: Formats,
): string {
  if (column.unit === 'fraction') return formats.points(now - before)
  if (column.unit === 'seconds') return `${now > before ? '+' : ''}${formats.duration(now - before)}`
  return formats.signed(now - before)
}

const words = new Set(['voice', 'chat', 'email', 'messenger', 'callback', 'inbound', 'outbound'])

/** A row's key in the reader's words. */
export function writeKey({ split, key, label }: RowKey, formats: Formats, t: Translate<Key>): string {
  if (label !== '') return label
  switch (split) {
    case 'queue':
    case 'agent':
    case 'team':
    case 'pauseReason':
      return t('none')
    case 'channel':
    case 'direction':
      return words.has(String(key)) ? t(key as Key) : String(key)
    case 'interval':
      return formats.dateTime(String(key))
    case 'day':
      return formats.longDate(String(key))
    case 'week':
      return formats.date(String(key))
    case 'month':
      return `${formats.month(Number(String(key).slice(5)))} ${String(key).slice(0, 4)}`
    case 'weekday':
      return formats.weekday(Number(key), 'long')
    case 'hour':
    case 'slot':
      return String(key)
  }
}
