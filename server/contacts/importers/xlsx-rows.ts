import ExcelJS from 'exceljs'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

import yauzl from 'yauzl'

import type { TableRow } from './csv-rows.ts'
import { UnreadableFile } from './reading.ts'

const LARGEST_RATIO = 250
const LARGEST_UNPACKED = 8 * 1024 ** 3

/** Rows of a workbook's sheet as it streams. Dates become `YYYY-MM-DD HH:MM:SS`, as the cell shows them. */
export async function* xlsxRows(path: string, sheet: string | undefined): AsyncGenerator<TableRow> {
  await refuseBomb(path)
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(path), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  })
  for await (const worksheet of reader) {
    const { name } = worksheet as unknown as { name?: string }
    if (sheet !== undefined && name !== sheet) continue
    for await (const row of worksheet) {
      const cells = Array.isArray(row.values) ? row.values.slice(1).map((value) => cellText(value)) : []
      yield { number: row.number, cells: Array.from(cells, (cell) => cell ?? '') }
    }
    return
  }
}

function cellText(value: ExcelJS.CellValue | undefined): string {
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

/** Excel's times have no zone; the library gives them as UTC. A time without a date lies on Excel's day 0. */
function dateText(date: Date): string {
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString()
  const time = text.slice(11, 19)
  return date.getUTCFullYear() <= 1900 ? time : `${text.slice(0, 10)} ${time}`
}

/** Looks at the list of a zip before anything is unpacked. */
async function refuseBomb(path: string): Promise<void> {
  const { size } = await stat(path)
  const unpacked = await new Promise<number>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: false }, (error, zip) => {
      if (error !== null) {
        reject(new UnreadableFile('notWorkbook', 'The file is not an Excel workbook (.xlsx), or it is cut short.'))
        return
      }
      let total = 0
      zip.on('entry', (entry: yauzl.Entry) => (total += entry.uncompressedSize))
      zip.on('end', () => resolve(total))
      zip.on('error', reject)
    })
  })
  if (unpacked > LARGEST_UNPACKED || unpacked > Math.max(size, 262_144) * LARGEST_RATIO) {
    throw new UnreadableFile(
      'zipBomb',
      `The workbook unpacks to more than ${LARGEST_RATIO} times its size; that is no table. Nothing was kept.`,
    )
  }
}
