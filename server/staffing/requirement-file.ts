import { PassThrough, Readable } from 'node:stream'

import excel from 'exceljs'

import type { Requirement, RequirementInterval } from '@pult/contract/staffing'
import { MINUTE_MS, type Zone } from '@pult/engine/time'

import type { Download } from '../platform/index.ts'

type Language = 'ru' | 'en'
type Cell = string | number | null

const headings: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Дата', 'Начало', 'Конец', 'Очередь', 'Нужно на линии', 'Нужно в графике', 'Обращения', 'Время обработки, с'],
  en: ['Date', 'Start', 'End', 'Queue', 'Required', 'Scheduled', 'Offered', 'AHT, s'],
}

export interface FileWanted {
  readonly format: 'xlsx' | 'csv'
  readonly language: Language
}

/** A row an interval and queue, as planning systems read it. */
export function requirementFile(
  { firstDay, lastDay, intervalMinutes }: Requirement,
  intervals: readonly RequirementInterval[],
  queueNames: ReadonlyMap<number, string>,
  zone: Zone,
  { format, language }: FileWanted,
): Download {
  const clock = (at: number): string => {
    const { hour, minute } = zone.instantToLocal(at)
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  }
  const lines = intervals.map(({ queueId, at, needed, scheduled, offered, ahtSeconds }): Cell[] => {
    const start = Date.parse(at)
    const end = start + intervalMinutes * MINUTE_MS
    const name = queueNames.get(queueId) ?? String(queueId)
    const rounded = [scheduled, offered, ahtSeconds].map((value) =>
      value === null ? null : Math.round(value * 100) / 100,
    )
    return [zone.localDate(start), clock(start), clock(end), safeText(name), needed, ...rounded]
  })
  const fileName = `pult-staffing-${firstDay}-${lastDay}.${format}`
  const table = [[...headings[language]], ...lines]
  return format === 'csv'
    ? { stream: Readable.from(csvLines(table, language)), contentType: 'text/csv; charset=utf-8', fileName }
    : {
        stream: workbook(table),
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName,
      }
}

/** A name that begins like a formula is made text: a spreadsheet would run it (OWASP, CSV injection). */
const safeText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function* csvLines(lines: readonly Cell[][], language: Language): Generator<string> {
  // The mark makes spreadsheets read UTF-8.
  yield '\uFEFF'
  for (const line of lines) yield `${line.map((cell) => csvCell(cell, language)).join(';')}\r\n`
}

function csvCell(cell: Cell, language: Language): string {
  if (cell === null) return ''
  // A Russian spreadsheet takes 0.85 for a text, or worse, for a date.
  if (typeof cell === 'number') return language === 'ru' ? String(cell).replace('.', ',') : String(cell)
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function workbook(lines: readonly Cell[][]): Readable {
  const stream = new PassThrough()
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet('Pult', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = lines[0]?.map(() => ({ width: 16 })) ?? []
  for (const [index, line] of lines.entries()) {
    const row = sheet.addRow(line)
    if (index === 0) row.font = { bold: true }
    row.commit()
  }
  sheet.commit()
  book.commit().catch((error: unknown) => stream.destroy(error as Error))
  return stream
}
