import { PassThrough, Readable } from 'node:stream'

import type { Download } from './http.ts'

export type FileLanguage = 'ru' | 'en'
export type Cell = string | number | null

interface TableFileOptions {
  /** Of the file, without its ending. */
  readonly name: string
  readonly format: 'xlsx' | 'csv'
  /** Russian spreadsheets take a comma for the decimal point. */
  readonly language: FileLanguage
  /** How a workbook shows each column's numbers; undefined: as they are. */
  readonly numberFormats?: readonly (string | undefined)[]
  /** For machines: a CSV of commas and points without the mark, whatever the language (RFC 4180). */
  readonly isExchange?: boolean
  /** Whether the last line is the sum of the others. */
  readonly hasTotal?: boolean
}

/** Lines of cells, the headings first, as a file to download. */
export function tableFile(lines: readonly Cell[][], options: TableFileOptions): Download {
  const { name, format, language, isExchange = false } = options
  const fileName = `${name}.${format}`
  return format === 'csv'
    ? {
        stream: Readable.from(isExchange ? exchangeLines(lines) : csvLines(lines, language)),
        contentType: 'text/csv; charset=utf-8',
        fileName,
      }
    : {
        stream: workbook(lines, options),
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName,
      }
}

/**
 * A name that begins like a formula is made text: a spreadsheet would run it (OWASP, CSV injection). Numbers are written as
 * numbers and are safe.
 */
const safeText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function* csvLines(lines: readonly Cell[][], language: FileLanguage): Generator<string> {
  // The mark makes spreadsheets read UTF-8.
  yield '\uFEFF'
  for (const line of lines) yield `${line.map((cell) => csvCell(cell, language)).join(';')}\r\n`
}

function* exchangeLines(lines: readonly Cell[][]): Generator<string> {
  for (const line of lines) yield `${line.map(exchangeCell).join(',')}\r\n`
}

function exchangeCell(cell: Cell): string {
  if (cell === null || typeof cell === 'number') return String(cell ?? '')
  const text = safeText(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function csvCell(cell: Cell, language: FileLanguage): string {
  if (cell === null) return ''
  // A Russian spreadsheet takes 0.85 for a text, or worse, for a date.
  if (typeof cell === 'number') return language === 'ru' ? String(cell).replace('.', ',') : String(cell)
  const text = safeText(cell)
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function workbook(lines: readonly Cell[][], options: TableFileOptions): Readable {
  const stream = new PassThrough()
  writeWorkbook(stream, lines, options).catch((error: unknown) => stream.destroy(error as Error))
  return stream
}

async function writeWorkbook(
  stream: PassThrough,
  lines: readonly Cell[][],
  { numberFormats = [], hasTotal = false }: TableFileOptions,
): Promise<void> {
  // Loaded with the first workbook: it is large, and most starts of the server see none.
  const { default: excel } = await import('exceljs')
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const sheet = book.addWorksheet('Pult', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = (lines[0] ?? []).map((_cell, column) => {
    const numFmt = numberFormats[column]
    return { width: 18, ...(numFmt === undefined ? {} : { style: { numFmt } }) }
  })
  for (const [index, line] of lines.entries()) {
    const row = sheet.addRow(line.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell)))
    if (index === 0 || (hasTotal && index === lines.length - 1)) row.font = { bold: true }
    row.commit()
  }
  sheet.commit()
  await book.commit()
}
