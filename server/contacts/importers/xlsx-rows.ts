import type { CellValue } from 'exceljs'

import type { TableRow } from './csv-rows.ts'
import { measuredWorkbook, type MeasuredWorkbook } from './xlsx-parts.ts'
import { notWorkbook } from './zip-entries.ts'

/** Rows of a workbook's sheet, and how much of the file is read, for the progress bar. */
export function xlsxTable(
  path: string,
  sheet: string | undefined,
): { readonly rows: AsyncGenerator<TableRow>; readonly bytesRead: () => number } {
  let workbook: MeasuredWorkbook | undefined
  return { rows: xlsxRows(path, sheet, (opened) => (workbook = opened)), bytesRead: () => workbook?.bytesRead() ?? 0 }
}

/** Rows of a workbook's sheet as it streams. Dates become `YYYY-MM-DD HH:MM:SS`, as the cell shows them. */
export async function* xlsxRows(
  path: string,
  sheet: string | undefined,
  onOpen: (workbook: MeasuredWorkbook) => void = () => {},
): AsyncGenerator<TableRow> {
  const workbook = await measuredWorkbook(path)
  onOpen(workbook)
  // Loaded for a workbook only: it is four fifths of what a thread that reads any other file would load.
  const { default: excel } = await import('exceljs')
  const reader = new excel.stream.xlsx.WorkbookReader(workbook.stream, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  })
  try {
    for await (const worksheet of reader) {
      // The library's types tell the name of a sheet that is whole, not of one that streams: it has one all the same.
      const { name } = worksheet as unknown as { name?: string }
      if (sheet !== undefined && name !== sheet) continue
      for await (const row of worksheet) {
        const cells = Array.isArray(row.values) ? row.values.slice(1).map((value) => cellText(value)) : []
        yield { number: row.number, cells: Array.from(cells, (cell) => cell ?? '') }
      }
      return
    }
  } catch {
    // The zip is whole, what is written in it is no workbook: the library throws whatever its parsers throw.
    throw notWorkbook()
  } finally {
    workbook.close()
  }
}

function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'object') {
    if ('result' in value) return cellText(value.result)
    if ('richText' in value) return value.richText.map((part) => part.text).join('')
    if ('text' in value) return String(value.text)
    return ''
  }
  return String(value)
}

/** Excel's day 0: a time of day, or a duration, lies in the days after it. */
const EXCEL_DAY_0 = Date.UTC(1899, 11, 30)
const LAST_DAY_OF_DURATIONS = Date.UTC(1901, 0, 1)

/** Excel's times have no zone; the library gives them as UTC. A time without a date counts its hours on: 26:30:00. */
function dateText(date: Date): string {
  // A number so large that it is no date.
  if (Number.isNaN(date.getTime())) return ''
  const rounded = Math.round(date.getTime() / 1000) * 1000
  const text = new Date(rounded).toISOString()
  if (rounded < EXCEL_DAY_0 || rounded >= LAST_DAY_OF_DURATIONS) return `${text.slice(0, 10)} ${text.slice(11, 19)}`
  const hours = Math.floor((rounded - EXCEL_DAY_0) / 3_600_000)
  return `${String(hours).padStart(2, '0')}${text.slice(13, 19)}`
}
