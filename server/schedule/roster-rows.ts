import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { parse } from 'csv-parse/sync'

import { decoderOf, detectEncoding, UnreadableFile, xlsxRows } from '../contacts/index.ts'

/** A row of a table and which it is in the file, the first being 1. */
export interface FileRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** More rows than six weeks of the largest roster have. */
const MOST_ROWS = 100_000

/**
 * Rows of a table that somebody edited: a workbook, or separated values in whatever encoding a spreadsheet saved them. Null where it is
 * neither, or too long.
 */
export async function rosterRows(bytes: Buffer): Promise<readonly FileRow[] | null> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rows = isZip ? await workbookRows(bytes) : textRows(textOf(bytes))
  return rows !== null && rows.length <= MOST_ROWS ? rows : null
}

function textOf(bytes: Buffer): string {
  const decoder = decoderOf(detectEncoding(bytes))
  return (decoder.write(bytes) + decoder.end()).replace(/^\uFEFF/, '')
}

function textRows(text: string): FileRow[] | null {
  const [firstLine = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', ',', '\t'].toSorted(
    (one, other) => firstLine.split(other).length - firstLine.split(one).length,
  )[0]
  const options = { delimiter: delimiter ?? ';', relax_column_count: true, skip_empty_lines: true, info: true } as const
  try {
    const records = parse(text, options) as unknown as { info: { lines: number }; record: string[] }[]
    return records.map(({ info, record }) => ({ number: info.lines, cells: record }))
  } catch {
    return null
  }
}

/** The first sheet. A workbook is read from a file, as its parts stand in any order. */
async function workbookRows(bytes: Buffer): Promise<FileRow[] | null> {
  const folder = await mkdtemp(join(tmpdir(), 'pult-roster-'))
  try {
    const path = join(folder, 'roster.xlsx')
    await writeFile(path, bytes)
    const rows: FileRow[] = []
    for await (const { number, cells } of xlsxRows(path, undefined)) {
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ number, cells })
      if (rows.length > MOST_ROWS) return null
    }
    return rows
  } catch (error) {
    if (error instanceof UnreadableFile) return null
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
