import type { ReportCell, ReportDocument, ReportTable } from '@pult/contract/report-words'

import excel from 'exceljs'

/** A name that begins like a formula is made text: a spreadsheet would run it (OWASP, CSV injection). */
const safeText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const WIDTHS = { first: 34, other: 16 } as const

/** The same tables with numbers as numbers, and the definitions on a second sheet. */
export async function reportToWorkbook(document: ReportDocument): Promise<Buffer> {
  const book = new excel.Workbook()
  book.creator = 'Pult'
  const sheet = book.addWorksheet(sheetName(document.language === 'ru' ? 'Отчёт' : 'Report'))
  sheet.addRow([safeText(document.title)]).font = { bold: true, size: 14 }
  for (const line of document.lines) sheet.addRow([safeText(line)])
  for (const { title, lines, tables } of document.sections) {
    sheet.addRow([])
    sheet.addRow([safeText(title)]).font = { bold: true, size: 12 }
    for (const { text } of lines) sheet.addRow([safeText(text)])
    for (const table of tables) addTable(sheet, table)
  }
  sheet.getColumn(1).width = WIDTHS.first
  const columns = Math.max(1, ...document.sections.flatMap(({ tables }) => tables.map(({ head }) => head.length)))
  for (let column = 2; column <= columns; column++) sheet.getColumn(column).width = WIDTHS.other
  const definitions = book.addWorksheet(sheetName(document.definitionsTitle))
  for (const { reference, name, formula } of document.definitions)
    definitions.addRow([reference, name, formula].map(safeText))
  for (const [column, width] of [30, 40, 100].entries()) definitions.getColumn(column + 1).width = width
  return Buffer.from(await book.xlsx.writeBuffer())
}

function addTable(sheet: excel.Worksheet, { title, head, rows, hasTotal }: ReportTable): void {
  if (title !== '') sheet.addRow([safeText(title)]).font = { bold: true }
  sheet.addRow(head.map(safeText)).font = { bold: true }
  for (const [index, cells] of rows.entries()) {
    const row = sheet.addRow(cells.map(valueOf))
    for (const [column, { format }] of cells.entries()) if (format !== null) row.getCell(column + 1).numFmt = format
    if (hasTotal && index === rows.length - 1) row.font = { bold: true }
  }
}

/** What has a format is a number, or nothing where it is not known. */
const valueOf = ({ text, value, format }: ReportCell): string | number | null =>
  format === null ? safeText(text) : value

/** At most 31 letters, and none that a sheet's name may not have. */
const sheetName = (name: string): string => name.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31)
