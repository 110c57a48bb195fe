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

/** The answer as a file, as it is shown, with the definitions' versions in the headings. */
export function exportFile(reply: MeasureReply, format: 'xlsx' | 'csv', language: Language): Download {
  const fileName = `pult-${reply.period.from.slice(0, 10)}.${format}`
  const heading = [
    ...reply.splitBy.map((split) => splitWords[split][language]),
    ...reply.measures.map((column) => headingOf(column, language)),
  ]
  const total: Cell[] = [
    ...reply.splitBy.map((_split, index) => (index === 0 ? { ru: 'Итого', en: 'Total' }[language] : '')),
    ...reply.total.figures.map((figure) => figure.value),
  ]
  const lines: Cell[][] = [heading, ...reply.rows.map((row) => cellsOf(row, reply.timeZone)), total]
  return format === 'csv'
    ? { stream: Readable.from(csvLines(lines)), contentType: 'text/csv; charset=utf-8', fileName }
    : {
        stream: workbook(lines, reply),
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName,
      }
}

function headingOf(column: MeasureColumn, language: Language): string {
  const within = column.withinSeconds === null ? '' : `, ${column.withinSeconds} ${language === 'ru' ? 'с' : 's'}`
  return `${column.name[language]}${within} (${column.reference})`
}

function cellsOf(row: MeasureRow, timeZone: string): Cell[] {
  return [
    ...row.keys.map((key): Cell => (key.label === '' ? keyCell(key.split, key.key, timeZone) : key.label)),
    ...row.figures.map((figure) => figure.value),
  ]
}

function keyCell(split: Split, key: string | number, timeZone: string): Cell {
  if (split !== 'interval') return key
  // Sweden writes dates as ISO does, in local time.
  return new Date(String(key)).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
}

/**
 * A name that begins like a formula is made text: a spreadsheet would run it (OWASP, CSV injection). Numbers are written as
 * numbers and are safe.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function* csvLines(lines: readonly Cell[][]): Generator<string> {
  // The mark makes spreadsheets read UTF-8.
  yield '\uFEFF'
  for (const line of lines) yield `${line.map(csvCell).join(';')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
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
