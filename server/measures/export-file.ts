import { PassThrough, Readable } from 'node:stream'

import excel from 'exceljs'

import type { MeasureColumn, MeasureReply, MeasureRow, Split } from '@pult/contract/measures'

import type { Download } from '../platform/index.ts'

type Language = 'ru' | 'en'
type Cell = string | number | null

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
  const fileName = `pult-${daysOf(reply)}.${format}`
  const heading = [
    ...reply.splitBy.map((split) => splitWords[split][language]),
    ...reply.measures.map((column) => headingOf(column, language)),
  ]
  const total: Cell[] = [
    ...reply.splitBy.map((_split, index) => (index === 0 ? { ru: 'Итого', en: 'Total' }[language] : '')),
    ...reply.total.figures.map((figure) => figure.value),
  ]
  const lines: Cell[][] = [heading, ...reply.rows.map((row) => cellsOf(row, reply.timeZone, language)), total]
  return format === 'csv'
    ? { stream: Readable.from(csvLines(lines, language)), contentType: 'text/csv; charset=utf-8', fileName }
    : {
        stream: workbook(lines, reply),
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName,
      }
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

/**
 * A name that begins like a formula is made text: a spreadsheet would run it (OWASP, CSV injection). Numbers are written as
 * numbers and are safe.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function* csvLines(lines: readonly Cell[][], language: Language): Generator<string> {
  // The mark makes spreadsheets read UTF-8.
  yield '\uFEFF'
  for (const line of lines) yield `${line.map((cell) => csvCell(cell, language)).join(';')}\r\n`
}

function csvCell(cell: Cell, language: Language): string {
  if (cell === null) return ''
  // A Russian spreadsheet takes 0.85 for a text, or worse, for a date.
  if (typeof cell === 'number') return language === 'ru' ? String(cell).replace('.', ',') : String(cell)
  const text = safeText(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function workbook(lines: readonly Cell[][], reply: MeasureReply): Readable {
  const stream = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet('Pult', { views: [{ state: 'frozen', ySplit: 1 }] })
  const formats = [...reply.splitBy.map(() => undefined), ...reply.measures.map(formatOf)]
  sheet.columns = formats.map((numFmt) => ({ width: 18, ...(numFmt === undefined ? {} : { style: { numFmt } }) }))
  for (const [index, line] of lines.entries()) {
    const row = sheet.addRow(line.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)))
    if (index === 0 || index === lines.length - 1) row.font = { bold: true }
    row.commit()
  }
  sheet.commit()
  book.commit().catch((error: unknown) => stream.destroy(error as Error))
  return stream
}

function formatOf(column: MeasureColumn): string {
  if (column.unit === 'fraction') return '0.0%'
  return column.unit === 'seconds' ? '0.0' : '#,##0'
}
