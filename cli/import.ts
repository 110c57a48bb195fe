import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as rest } from 'node:timers/promises'

import type { Command } from 'commander'

import { access } from '@pult/contract/access'
import { findingWords } from '@pult/contract/finding-words'
import { BROKEN_IMPORT, imports, Mapping, type Finding, type Import, type ImportKind } from '@pult/contract/imports'

import { clientOf, printJson, wantsJson, wholeNumber, withServerFlags, type ServerFlags } from './client-options.ts'
import type { Client } from './client.ts'
import { BadInput } from './failure.ts'
import { createProgressBar } from './progress-bar.ts'

interface ImportFlags extends ServerFlags {
  readonly center: string
  readonly mapping?: string
  readonly source?: string
  readonly dryRun?: boolean
  readonly replace?: boolean
}

const kinds: Readonly<Record<string, ImportKind>> = { 'queue-log': 'queueLog', cdr: 'csv', csv: 'csv', xlsx: 'xlsx' }
const LOOK_EVERY_MS = 300

/** `pult import <kind> <file>` and `pult import undo <id>`. */
export function registerImport(program: Command): void {
  const command = program.command('import').description('contact history in: queue-log, cdr, csv, xlsx, or undo')
  for (const kind of Object.keys(kinds)) registerKind(command, kind)
  const undo = withServerFlags(
    command
      .command('undo')
      .description('takes a finished import back')
      .argument('<import>', 'number of the import')
      .option('--center <number>', 'number of the centre; found by the import when left out'),
  )
  undo.action(async (id: string, flags: ServerFlags & { readonly center?: string }) => {
    const client = await clientOf(flags)
    const importId = wholeNumber(id, 'the import')
    const centerId =
      flags.center === undefined ? await centerOf(client, importId) : wholeNumber(flags.center, '--center')
    const params = { centerId, importId }
    await client.call(imports.undoImport, { params, body: {} })
    const undone = await follow(client, params)
    if (wantsJson(undo)) printJson({ importId: params.importId, status: undone.status })
    else console.log(`Import ${params.importId} is ${undone.status}.`)
  })
}

function registerKind(command: Command, kind: string): void {
  const one = withServerFlags(
    command
      .command(kind)
      .argument('<file>', 'the file; .gz is read as it is')
      .requiredOption('--center <number>', 'number of the centre, as in its address /c/1')
      .option('--mapping <file>', 'JSON: what the columns mean; guessed when left out')
      .option('--source <name>', 'name of the system; files of one source complete each other')
      .option('--dry-run', 'says what would happen and keeps nothing')
      .option('--replace', 'a known key with another content replaces what was there'),
  )
  one.action(async (file: string, flags: ImportFlags) => {
    const client = await clientOf(flags)
    const result = await importFile(client, file, kinds[kind] ?? 'csv', flags)
    if (wantsJson(one)) printJson(result)
    else say(file, result)
    if (flags.mapping === undefined && kinds[kind] !== 'queueLog' && result.rejectedCount * 10 > result.read) {
      console.error(
        'The mapping was guessed and many rows do not fit it: look at the file on the page Import, or give --mapping.',
      )
    }
    if (result.status !== 'done') throw failureOf(result)
  })
}

/** The centre whose import it is; every import of an installation has a number of its own. */
async function centerOf(client: Client, importId: number): Promise<number> {
  const { memberships } = await client.call(access.readSession, {})
  for (const { centerId } of memberships) if (await hasImport(client, { centerId, importId })) return centerId
  throw new BadInput(`None of your centres has an import ${importId}. The page Import shows their numbers.`)
}

async function hasImport(client: Client, params: { centerId: number; importId: number }): Promise<boolean> {
  try {
    await client.call(imports.readImport, { params })
    return true
  } catch (error) {
    // Not there, or not hers to see.
    if (error instanceof BadInput) return false
    throw error
  }
}

/** What could not be read is the file's fault; being cancelled, or a fault of Pult itself, is not. */
function failureOf({ status, problem }: Result): Error {
  if (status === 'failed' && problem !== null && problem !== BROKEN_IMPORT) return new BadInput(problem)
  return new Error(problem ?? `The import ended as "${status}".`)
}

interface Result {
  readonly importId: number
  readonly status: Import['status']
  readonly problem: string | null
  readonly read: number
  readonly accepted: number
  readonly duplicates: number
  readonly completed: number
  readonly corrected: number
  /** All there are; the lists hold no more than the findings that are kept. */
  readonly rejectedCount: number
  readonly repairedCount: number
  readonly rejected: { readonly row: number | null; readonly reason: string }[]
  readonly repaired: { readonly row: number | null; readonly what: string }[]
  readonly from: string | null
  readonly to: string | null
  readonly report: Import['report']
}

async function importFile(client: Client, file: string, kind: ImportKind, flags: ImportFlags): Promise<Result> {
  const centerId = wholeNumber(flags.center, '--center')
  const size = await stat(file).then(
    (found) => found.size,
    () => {
      throw new BadInput(`There is no file ${file}.`)
    },
  )
  if (size === 0) throw new BadInput(`${file} is empty.`)
  const bytes = Readable.toWeb(createReadStream(file)) as unknown as ReadableStream<Uint8Array>
  const { uploadId } = await client.upload(imports.upload, { params: { centerId } }, bytes)
  const mapping = kind === 'queueLog' ? undefined : await mappingFor(client, centerId, uploadId, kind, flags.mapping)
  const { importId } = await client.call(imports.startImport, {
    params: { centerId },
    body: {
      uploadId,
      fileName: basename(file),
      kind,
      dryRun: flags.dryRun ?? false,
      onConflict: flags.replace === true ? 'replace' : 'reject',
      ...(mapping === undefined ? {} : { mapping }),
      ...(flags.source === undefined ? {} : { sourceName: flags.source }),
    },
  })
  const done = await follow(client, { centerId, importId })
  return resultOf(done, await findingsOf(client, { centerId, importId }))
}

async function mappingFor(
  client: Client,
  centerId: number,
  uploadId: string,
  kind: ImportKind,
  file: string | undefined,
): Promise<Mapping> {
  if (file !== undefined) return readMapping(file)
  const { mapping } = await client.call(imports.preview, { params: { centerId }, body: { uploadId, kind } })
  if (mapping === null)
    throw new BadInput('No column looks like a time, so the mapping cannot be guessed. Give one with --mapping.')
  return mapping
}

async function readMapping(file: string): Promise<Mapping> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new BadInput(`There is no file ${file}.`)
  })
  try {
    return Mapping.parse(JSON.parse(text))
  } catch (error) {
    throw new BadInput(`${file} is no mapping: ${(error as Error).message}`)
  }
}

/** Waits until the import is over, with a bar on standard error when that is a terminal. */
async function follow(client: Client, params: { centerId: number; importId: number }): Promise<Import> {
  const bar = createProgressBar(process.stderr)
  for (;;) {
    const one = await client.call(imports.readImport, { params })
    bar.show(one.progress, `${one.status}, ${one.rowsRead} rows`)
    if (['done', 'failed', 'cancelled', 'undone'].includes(one.status)) {
      bar.end()
      return one
    }
    await rest(LOOK_EVERY_MS)
  }
}

async function findingsOf(client: Client, params: { centerId: number; importId: number }): Promise<Finding[]> {
  const all: Finding[] = []
  let after: number | null = 0
  while (after !== null) {
    const page: { findings: Finding[]; next: number | null } = await client.call(imports.listFindings, {
      params,
      query: { after },
    })
    all.push(...page.findings)
    after = page.next
  }
  return all
}

function resultOf({ importId, status, problem, report }: Import, findings: readonly Finding[]): Result {
  return {
    importId,
    status,
    problem,
    read: report?.read ?? 0,
    accepted: report?.accepted ?? 0,
    duplicates: report?.duplicates ?? 0,
    completed: report?.completed ?? 0,
    corrected: report?.corrected ?? 0,
    rejectedCount: sumOf(report?.rejected) + (report?.conflicts ?? 0),
    repairedCount: sumOf(report?.repaired) + sumOf(report?.flagged),
    rejected: findings
      .filter((finding) => finding.kind === 'rejected' || finding.kind === 'conflict')
      .map((finding) => ({ row: finding.rowNumber, reason: sentenceOf(finding) })),
    repaired: findings
      .filter((finding) => finding.kind === 'repaired' || finding.kind === 'flagged')
      .map((finding) => ({ row: finding.rowNumber, what: sentenceOf(finding) })),
    from: report?.from ?? null,
    to: report?.to ?? null,
    report,
  }
}

const sumOf = (counts: Readonly<Record<string, number>> = {}): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** «talk: a negative duration, taken as 0» */
function sentenceOf({ code, field, details }: Finding): string {
  const words: Readonly<Record<string, string>> = findingWords.en
  const known = words[`code_${code}`] ?? code
  const said = known.replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(details[name] ?? ''))
  return field === null ? said : `${field}: ${said}`
}

function say(file: string, result: Result): void {
  const { read, accepted, duplicates, completed, corrected, rejected, from, to, importId, report } = result
  console.log(`${file}: ${read} rows read, ${from ?? '–'} to ${to ?? '–'} (import ${importId})`)
  console.log(
    `accepted ${accepted}, known already ${duplicates}, completed ${completed}, corrected ${corrected}, rejected ${result.rejectedCount}, repaired or doubted ${result.repairedCount}`,
  )
  for (const [queue, counts] of Object.entries(report?.byQueue ?? {})) {
    console.log(
      `  ${queue === '' ? '(no queue)' : queue}: offered ${counts.offered}, answered ${counts.answered}, abandoned ${counts.abandoned}, flowed out ${counts.flowedOut}`,
    )
  }
  for (const gap of report?.gaps ?? []) console.log(`  no data from ${gap.from} to ${gap.to}`)
  for (const { row, reason } of rejected.slice(0, 10)) console.log(`  row ${row ?? '–'}: ${reason}`)
}
