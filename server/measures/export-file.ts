import type { MeasureColumn, MeasureReply, MeasureRow, Split } from '@pult/contract/measures'

import { tableFile, type Cell, type Download, type FileLanguage as Language } from '../platform/index.ts'

const splitWords: Readonly<Record<Split, Readonly<Record<Language, string>>>> = {
  queue: { ru: 'Очередь', en: 'Queue' },
  agent: { ru: 'Оператор', en: 'Agent' },
  team: { ru: 'Группа', en: 'Team' },
  channel: { ru: 'Канал', en: 'Channel' },
  direction: { ru: 'Направление', en: 'Direction' },
  interval: { ru: 'Интервал', en: 'Interval' },
  day: { ru: 'День', en: 'Day' },
  week: { ru: 'Неделя', en: 'Week' },
  month: { ru: 'Месяц', en: 'Month' },
  weekday: { ru: 'День недели', en: 'Weekday' },
  hour: { ru: 'Час', en: 'Hour' },
  slot: { ru: 'Получас', en: 'Half-hour' },
}

const keyWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  voice: { ru: 'Голос', en: 'Voice' },
  chat: { ru: 'Чат', en: 'Chat' },
  email: { ru: 'Почта', en: 'E-mail' },
  messenger: { ru: 'Мессенджер', en: 'Messenger' },
  callback: { ru: 'Обратный звонок', en: 'Callback' },
  inbound: { ru: 'Входящие', en: 'Inbound' },
  outbound: { ru: 'Исходящие', en: 'Outbound' },
}
const nobody = { ru: 'нет', en: 'none' } as const

/** The answer as a file, as it is shown, with the definitions' versions in the headings. */
export function exportFile(reply: MeasureReply, format: 'xlsx' | 'csv', language: Language): Download {
  const heading = [
    ...reply.splitBy.map((split) => splitWords[split][language]),
    ...reply.measures.map((column) => headingOf(column, language)),
  ]
  const total: Cell[] = [
    ...reply.splitBy.map((_split, index) => (index === 0 ? { ru: 'Итого', en: 'Total' }[language] : '')),
    ...reply.total.figures.map((figure) => figure.value),
  ]
  const lines: Cell[][] = [heading, ...reply.rows.map((row) => cellsOf(row, reply.timeZone, language)), total]
  return tableFile(lines, {
    name: `pult-${daysOf(reply)}`,
    format,
    language,
    numberFormats: [...reply.splitBy.map(() => undefined), ...reply.measures.map(formatOf)],
    hasTotal: true,
  })
}

/** First and last day of the period on the centre's calendar, for the name of the file. */
function daysOf({ period, timeZone }: MeasureReply): string {
  const [first, last] = [localDay(Date.parse(period.from), timeZone), localDay(Date.parse(period.to) - 1, timeZone)]
  return first === last ? first : `${first}_${last}`
}

// Sweden writes dates as ISO does, in local time.
const localDay = (at: number, timeZone: string): string => new Date(at).toLocaleDateString('sv-SE', { timeZone })

function headingOf(column: MeasureColumn, language: Language): string {
  const within = column.withinSeconds === null ? '' : `, ${column.withinSeconds} ${language === 'ru' ? 'с' : 's'}`
  return `${column.name[language]}${within} (${column.reference})`
}

function cellsOf(row: MeasureRow, timeZone: string, language: Language): Cell[] {
  return [
    ...row.keys.map((key): Cell => (key.label === '' ? keyCell(key.split, key.key, timeZone, language) : key.label)),
    ...row.figures.map((figure) => figure.value),
  ]
}

function keyCell(split: Split, key: string | number, timeZone: string, language: Language): Cell {
  if (split === 'queue' || split === 'agent' || split === 'team') return Number(key) === 0 ? nobody[language] : key
  if (split === 'interval') {
    return new Date(String(key)).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  }
  // 1 January 2024 was a Monday.
  if (split === 'weekday') {
    return new Date(Date.UTC(2024, 0, Number(key))).toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' })
  }
  return keyWords[key]?.[language] ?? key
}

function formatOf(column: MeasureColumn): string {
  if (column.unit === 'fraction') return '0.0%'
  if (column.unit === 'times') return '0.00'
  return column.unit === 'seconds' ? '0.0' : '#,##0'
}
