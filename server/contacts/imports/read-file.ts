import type { ImportKind, Mapping } from '@pult/contract/imports'
import { createZone } from '@pult/engine/time'

import type { BrokenRecord } from '../importers/csv-records.ts'
import { csvRows, guessDelimiter, type TableRow } from '../importers/csv-rows.ts'
import { encodingOf, openBytes, readHead, type FileHead } from '../importers/file-bytes.ts'
import { createQueueLogAssembler } from '../importers/queue-log/queue-log.ts'
import { UnreadableFile, type Sink } from '../importers/reading.ts'
import { createRowMapper } from '../importers/table-mapping.ts'
import { decoderOf, detectEncoding, linesOf, type Encoding } from '../importers/text-lines.ts'
import type { Unfinished } from '../importers/queue-log/unfinished-log.ts'
import { xlsxTable } from '../importers/xlsx-rows.ts'

/** What a file is read as. Plain data: it crosses to a worker thread. */
export interface ReadOptions {
  readonly kind: ImportKind
  /** For tables. */
  readonly mapping: Mapping | null
  /** The centre's, for times without a zone. */
  readonly timeZone: string
  readonly now: number
  /** What earlier logs of the source left open. */
  readonly unfinished: Unfinished
  /** Of a log that was turned round: how many rows it has, for their numbers are those of the file that was given. */
  readonly turnedRows?: number | null
}

export interface ReadProgress {
  readonly bytes: number
  readonly rows: number
}

/** Called between pieces of the file; reading goes on when it resolves. */
export type Breathe = (progress: ReadProgress) => Promise<void>

/** Lines after which a file without a single event is no queue_log. */
const PATIENCE_LINES = 5000
const ROWS_A_PIECE = 2000

/** Reads a file of any size in constant memory into the sink. Throws an UnreadableFile when it is not what it was said to be. */
export async function readFile(path: string, options: ReadOptions, sink: Sink, breathe: Breathe): Promise<void> {
  const head = await readHead(path)
  if (options.kind === 'queueLog') await readQueueLog(path, head, options, sink, breathe)
  else await readTable(path, head, options, sink, breathe)
}

async function readQueueLog(
  path: string,
  head: FileHead,
  options: ReadOptions,
  sink: Sink,
  breathe: Breathe,
): Promise<void> {
  if (head.zip) throw notLog()
  const { turnedRows = null } = options
  const assembler = createQueueLogAssembler(sink, () => options.now, options.unfinished)
  const encoding = await encodingOf(path, head)
  const { stream, bytesRead } = openBytes(path, head.gzip)
  let rows = 0
  for await (const lines of linesOf(stream, encoding)) {
    for (const { text, number: place, tooLong } of lines) {
      const number = turnedRows === null ? place : turnedRows + 1 - place
      if (tooLong) sink.finding({ kind: 'rejected', rowNumber: number, field: null, code: 'lineTooLong', details: {} })
      else assembler.line(text, number)
      rows = place
    }
    if (rows >= PATIENCE_LINES && assembler.recognised() === 0) throw notLog()
    await breathe({ bytes: bytesRead(), rows })
  }
  if (assembler.recognised() === 0) throw notLog()
  assembler.end()
  await breathe({ bytes: bytesRead(), rows })
}

const notLog = (): UnreadableFile =>
  new UnreadableFile(
    'notLog',
    'This is no Asterisk queue_log: not one line looks like "1700000000|uniqueid|queue|agent|EVENT|…". Nothing was kept.',
  )

async function readTable(
  path: string,
  head: FileHead,
  options: ReadOptions,
  sink: Sink,
  breathe: Breathe,
): Promise<void> {
  const { mapping } = options
  if (mapping === null)
    throw new UnreadableFile('noMapping', 'A table needs a mapping that says what its columns are. Give one.')
  const encoding = options.kind === 'xlsx' ? undefined : await encodingOf(path, head)
  const { rows, bytesRead } = tableRows(path, head, options.kind, { ...mapping, encoding }, (rowNumber, code) =>
    sink.finding({ kind: 'rejected', rowNumber, field: null, code, details: {} }),
  )
  const zone = createZone(mapping.timeZone ?? options.timeZone)
  let mapper: ReturnType<typeof createRowMapper> | undefined
  let count = 0
  for await (const row of rows) {
    if (mapper === undefined) {
      const columns = columnsOf(row, mapping)
      mapper = createRowMapper(mapping, columns, zone, options.now, sink)
      if (mapping.header) continue
    }
    count++
    mapper.row(row)
    if (count % ROWS_A_PIECE === 0) await breathe({ bytes: bytesRead(), rows: count })
  }
  mapper?.end()
  if (count === 0) throw new UnreadableFile('empty', 'The file holds no rows. Nothing was kept.')
  await breathe({ bytes: bytesRead(), rows: count })
}

/** Names of the first row, or numbers where it holds none. Blank and repeated names get their number. */
export function columnsOf(first: TableRow, { header }: Pick<Mapping, 'header'>): string[] {
  const names: string[] = []
  for (const [index, cell] of first.cells.entries()) {
    const name = header ? cell.trim() : ''
    names.push(name === '' || names.includes(name) ? `${name}${index + 1}` : name)
  }
  return names
}

/** Rows of a CSV or workbook. The encoding is told from the head where it is not given. */
export function tableRows(
  path: string,
  head: FileHead,
  kind: ImportKind,
  given: Pick<Mapping, 'delimiter' | 'sheet'> & { readonly encoding?: Encoding | undefined },
  onBroken?: (rowNumber: number, why: BrokenRecord) => void,
): { readonly rows: AsyncGenerator<TableRow>; readonly bytesRead: () => number; readonly encoding: Encoding } {
  if (kind === 'xlsx') return { ...xlsxTable(path, given.sheet), encoding: 'utf8' }
  if (head.zip)
    throw new UnreadableFile('isWorkbook', 'The file is a zip or a workbook, not a CSV. Choose the kind xlsx.')
  if (head.bytes.subarray(0, 2000).includes(0) && !detectEncoding(head.bytes).startsWith('utf16')) {
    throw new UnreadableFile('binary', 'The file holds binary data, no table. Nothing was kept.')
  }
  const encoding = given.encoding ?? detectEncoding(head.bytes)
  const { stream, bytesRead } = openBytes(path, head.gzip)
  return {
    rows: csvRows(stream, encoding, given.delimiter ?? guessDelimiter(headText(head, encoding)), onBroken),
    bytesRead,
    encoding,
  }
}

export function headText(head: FileHead, encoding: Encoding): string {
  return decoderOf(encoding)
    .write(head.bytes)
    .replace(/^\uFEFF/, '')
}
