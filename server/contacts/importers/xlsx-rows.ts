import { createReadStream, type ReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'

import type { CellValue } from 'exceljs'
import type yauzl from 'yauzl'

import type { TableRow } from './csv-rows.ts'
import { UnreadableFile } from './reading.ts'
import { entriesOf, notWorkbook, openZip } from './zip-entries.ts'

const LARGEST_RATIO = 250
const LARGEST_UNPACKED = 8 * 1024 ** 3
/** Texts are kept apart from the sheets, in any order, so they are in memory while the sheet is read. */
const TEXTS = 'sharedStrings.xml'
const LARGEST_TEXTS = 128 * 1024 ** 2

/** Rows of a workbook's sheet, and how much of the file is read, for the progress bar. */
export function xlsxTable(
  path: string,
  sheet: string | undefined,
): { readonly rows: AsyncGenerator<TableRow>; readonly bytesRead: () => number } {
  let file: ReadStream | undefined
  return { rows: xlsxRows(path, sheet, (opened) => (file = opened)), bytesRead: () => file?.bytesRead ?? 0 }
}

/** Rows of a workbook's sheet as it streams. Dates become `YYYY-MM-DD HH:MM:SS`, as the cell shows them. */
export async function* xlsxRows(
  path: string,
  sheet: string | undefined,
  onOpen: (file: ReadStream) => void = () => {},
): AsyncGenerator<TableRow> {
  await refuseBomb(path)
  const file = createReadStream(path)
  onOpen(file)
  // Loaded for a workbook only: it is four fifths of what a thread that reads any other file would load.
  const { default: excel } = await import('exceljs')
  const reader = new excel.stream.xlsx.WorkbookReader(file, {
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

/** Looks into a zip before it is read as a workbook: at its list, then at what its parts really unpack to. */
async function refuseBomb(path: string): Promise<void> {
  const { size } = await stat(path)
  const largest = Math.min(LARGEST_UNPACKED, Math.max(size, 262_144) * LARGEST_RATIO)
  const zip = await openZip(path)
  try {
    let listed = 0
    let unpacked = 0
    const entries: yauzl.Entry[] = []
    for await (const entry of entriesOf(zip)) {
      listed += entry.uncompressedSize
      if (listed > largest) throw bomb()
      if (entry.fileName.endsWith(TEXTS) && entry.uncompressedSize > LARGEST_TEXTS) throw tooManyTexts()
      entries.push(entry)
    }
    // The list may lie.
    for (const entry of entries) unpacked += await unpackedSize(zip, entry, largest - unpacked)
  } finally {
    zip.close()
  }
}

function unpackedSize(zip: yauzl.ZipFile, entry: yauzl.Entry, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        reject(notWorkbook())
        return
      }
      let bytes = 0
      stream.on('data', (piece: Buffer) => {
        bytes += piece.length
        if (bytes > most) stream.destroy(bomb())
      })
      stream.on('end', () => resolve(bytes))
      // The library ends a part that is longer than the list says.
      stream.on('error', (problem: Error) => {
        reject(
          problem.message.startsWith('too many bytes')
            ? bomb()
            : problem instanceof UnreadableFile
              ? problem
              : notWorkbook(),
        )
      })
    })
  })
}

const bomb = (): UnreadableFile =>
  new UnreadableFile(
    'zipBomb',
    `The workbook unpacks to more than ${LARGEST_RATIO} times its size, or to more than it says; that is no table. Nothing was kept.`,
  )

const tooManyTexts = (): UnreadableFile =>
  new UnreadableFile(
    'tooManyTexts',
    'The workbook holds more than 128 MB of texts, which have to be kept in memory all at once. Save the sheet as CSV: that is read at any size.',
  )
