import type { ImportKind, Mapping, Preview, Template } from '@pult/contract/imports'
import { createZone } from '@pult/engine/time'

import { unprocessable } from '../../platform/index.ts'
import { builtInTemplates } from '../importers/built-in-templates.ts'
import type { TableRow } from '../importers/csv-rows.ts'
import { readHead, type FileHead } from '../importers/file-bytes.ts'
import { guessMapping } from '../importers/guess-mapping.ts'
import { isNewestFirst } from '../importers/newest-first.ts'
import { createQueueLogAssembler } from '../importers/queue-log/queue-log.ts'
import { UnreadableFile } from '../importers/reading.ts'
import { createRowMapper, mappedColumns, tellsOutcome } from '../importers/table-mapping.ts'
import { detectEncoding } from '../importers/text-lines.ts'
import { sheetNames } from '../importers/xlsx-sheets.ts'
import { createCollector, type Piece } from './collector.ts'
import { columnsOf, headText, tableRows } from './read-file.ts'

const ROWS_READ = 300
const ROWS_SHOWN = 12
const CONTACTS_SHOWN = 12
const EVENT = /^\d{9,11}(\.\d+)?\|[^|]*\|[^|]*\|[^|]*\|[A-Z]+(\||$)/

export interface PreviewInput {
  readonly path: string
  readonly kind?: ImportKind | undefined
  readonly mapping?: Mapping | undefined
  /** Of a workbook, where no mapping says it. */
  readonly sheet?: string | undefined
  /** Kept mappings: one that fits is taken instead of a guess. */
  readonly templates: readonly Template[]
  readonly timeZone: string
  readonly now: number
}

/** What a file is and what would come of its beginning. Stores nothing. Throws 422 problems for files that are nothing we read. */
export async function preview(input: PreviewInput): Promise<Preview> {
  try {
    const head = await readHead(input.path)
    const kind = input.kind ?? kindOf(head)
    return kind === 'queueLog' ? previewLog(head, input) : await previewTable(head, kind, input)
  } catch (error) {
    if (error instanceof UnreadableFile) throw unprocessable(error.code, error.message)
    if (error instanceof Error && error.message.startsWith('The mapping names'))
      throw unprocessable('mapping', error.message)
    throw error
  }
}

/** Told from the content, never from the name. */
function kindOf(head: FileHead): ImportKind {
  if (head.zip) return 'xlsx'
  const lines = headText(head, detectEncoding(head.bytes)).split(/\r?\n/).slice(0, 50)
  return lines.filter((line) => EVENT.test(line)).length > lines.length / 4 ? 'queueLog' : 'csv'
}

function previewLog(head: FileHead, { now }: PreviewInput): Preview {
  const encoding = detectEncoding(head.bytes)
  const lines = headText(head, encoding).split(/\r?\n/).slice(0, -1)
  const collector = createCollector()
  const assembler = createQueueLogAssembler(collector, () => now, { legs: [], states: [] })
  const places = lines.map((line, index) => [line, index + 1] as const)
  for (const [line, number] of isNewestFirst(lines) ? places.toReversed() : places) assembler.line(line, number)
  if (assembler.recognised() === 0) {
    throw new UnreadableFile(
      'notLog',
      'This is no Asterisk queue_log: not one line looks like "1700000000|uniqueid|queue|agent|EVENT|…".',
    )
  }
  assembler.end()
  const rows = lines.slice(0, ROWS_SHOWN).map((line) => line.split('|'))
  return {
    kind: 'queueLog',
    encoding,
    sheets: [],
    columns: [],
    rows,
    mapping: null,
    reasons: [],
    ...outcomeOf(collector.take()),
  }
}

async function previewTable(head: FileHead, kind: ImportKind, input: PreviewInput): Promise<Preview> {
  const { sheet } = input
  const chosen = sheet === undefined ? {} : { sheet }
  const table = tableRows(input.path, head, kind, input.mapping ?? chosen)
  const rows = await firstRows(table.rows)
  const [first] = rows
  if (first === undefined) throw new UnreadableFile('empty', 'The file holds no rows.')
  const guess =
    input.mapping === undefined ? guessFrom(rows, input.templates, chosen) : { mapping: input.mapping, reasons: [] }
  const header = guess.mapping?.header ?? true
  const columns = columnsOf(first, { header })
  const body = header ? rows.slice(1) : rows
  const collector = createCollector()
  if (guess.mapping !== null) {
    const zone = createZone(guess.mapping.timeZone ?? input.timeZone)
    const mapper = createRowMapper(guess.mapping, columns, zone, input.now, collector)
    if (tellsOutcome(guess.mapping)) {
      for (const row of body) mapper.row(row)
      mapper.end()
      for (const parts of collector.takeParts()) collector.join(parts)
    } else collector.finding({ kind: 'rejected', rowNumber: null, field: 'outcome', code: 'noOutcome', details: {} })
  }
  return {
    kind,
    encoding: table.encoding,
    sheets: kind === 'xlsx' ? await sheetNames(input.path) : [],
    columns,
    rows: body.slice(0, ROWS_SHOWN).map((row) => [...row.cells]),
    mapping: guess.mapping,
    reasons: [...guess.reasons],
    ...outcomeOf(collector.take()),
  }
}

async function firstRows(rows: AsyncGenerator<TableRow>): Promise<TableRow[]> {
  const first: TableRow[] = []
  for await (const row of rows) {
    first.push(row)
    if (first.length > ROWS_READ) break
  }
  return first
}

/** A kept mapping, a layout known by its shape, else names and contents of the columns; a first row of values is no header. */
function guessFrom(
  rows: readonly TableRow[],
  templates: readonly Template[],
  chosen: Pick<Mapping, 'sheet'>,
): Pick<Preview, 'mapping' | 'reasons'> {
  const cells = rows[0]?.cells ?? []
  const kept = keptFor(rows[0], templates)
  if (kept !== undefined) {
    // The sheet that was read is the one it fits.
    const { sheet: _sheet, ...mapping } = kept.mapping
    return {
      mapping: { ...mapping, ...chosen },
      reasons: [{ field: 'mapping', column: kept.name, reason: 'template' }],
    }
  }
  const known = builtInTemplates.find((template) => template.fits(cells))
  if (known !== undefined) {
    return {
      mapping: { ...known.mapping, ...chosen },
      reasons: [{ field: 'mapping', column: known.name, reason: 'template' }],
    }
  }
  const header = cells.every((cell) => cell.trim() === '' || !/^[\d\s:./-]+$/.test(cell.trim()))
  const columns = columnsOf(rows[0] ?? { number: 1, cells: [] }, { header })
  const { mapping, reasons } = guessMapping(
    columns,
    rows.slice(header ? 1 : 0).map((row) => row.cells),
    header,
  )
  return { mapping: mapping === null ? null : { ...mapping, ...chosen }, reasons: [...reasons] }
}

/** The kept mapping all of whose columns the file has by name; of several the one that names most, the newest of these. */
function keptFor(first: TableRow | undefined, templates: readonly Template[]): Template | undefined {
  if (first === undefined) return undefined
  const columns = new Set(columnsOf(first, { header: true }))
  const named = (template: Template): number => new Set(mappedColumns(template.mapping)).size
  return templates
    .filter(({ mapping }) => mapping.header && tellsOutcome(mapping))
    .filter(({ mapping }) => mappedColumns(mapping).every((column) => columns.has(column)))
    .toSorted((left, right) => named(right) - named(left) || right.templateId - left.templateId)[0]
}

function outcomeOf({ contacts, findings }: Piece): Pick<Preview, 'contacts' | 'findings'> {
  return {
    contacts: contacts.slice(0, CONTACTS_SHOWN).map((contact) => ({
      offeredAt: new Date(contact.offeredAt).toISOString(),
      queue: contact.queue ?? null,
      agent: contact.agent ?? null,
      channel: contact.channel,
      direction: contact.direction,
      outcome: contact.outcome,
      flowReason: contact.flowReason ?? null,
      waitSeconds: contact.waitMs / 1000,
      talkSeconds: (contact.talkMs ?? 0) / 1000,
      flags: [...(contact.flags ?? [])],
    })),
    findings: findings.slice(0, 50).map((finding) => ({ ...finding, details: { ...finding.details } })),
  }
}
