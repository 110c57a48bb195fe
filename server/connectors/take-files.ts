import { createHash, type Hash } from 'node:crypto'
import { Readable } from 'node:stream'

import { sql } from 'kysely'

import type { Contacts } from '../contacts/index.ts'
import { RequestProblem, type Tx } from '../platform/index.ts'
import type { ConnectorRow } from './connector-store.ts'
import { noteRefused, noteTaken, type Runs } from './progress.ts'
import { refusalWords } from './refusal-words.ts'
import type { Running } from './running.ts'

/** A file that lies in a folder of this machine or of another one. */
export interface FoundFile {
  readonly name: string
  readonly size: number
  readonly modifiedAt: number
}

/** The state in which a file was taken last. */
export interface TakenFile {
  readonly name: string
  readonly size: number
  readonly modifiedAt: number
  readonly takenAt: Date
  /** Null: it was nothing that can be read. */
  readonly importId: number | null
}

/** A file that was written to so lately is still being written. */
export const SETTLED_MS = 2000
/** A file that goes on growing (`Master.csv`) is brought in anew at most so often: what is known already changes nothing. */
const SAME_NAME_AGAIN_MS = 5 * 60_000

/** Whether a name is one of `Master*.csv`, with `*` for anything. */
export function namesLike(pattern: string): (name: string) => boolean {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  const wanted = new RegExp(`^${parts.join('.*')}$`, 'i')
  return (name) => wanted.test(name)
}

/** How each of the files was taken last, by name. */
export async function takenBefore(
  { database, runs: { centerId, connectorId } }: Running,
  files: readonly FoundFile[],
): Promise<ReadonlyMap<string, TakenFile>> {
  if (files.length === 0) return new Map()
  const names = files.map(({ name }) => name)
  return database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<TakenFile>`
      select distinct on (name) name, size, modified_at as "modifiedAt", taken_at as "takenAt", import_id as "importId" from connector_file
      where center_id = ${centerId} and connector_id = ${connectorId} and name = any(${names}::text[]) order by name, taken_at desc
    `.execute(tx)
    return new Map(rows.map((row) => [row.name, row]))
  })
}

/** `fresh`: to be taken · `taken`: in this very state · `soon`: it has changed, and was taken a moment ago. */
export function standingOf(file: FoundFile, last: TakenFile | undefined): 'fresh' | 'taken' | 'soon' {
  if (last === undefined) return 'fresh'
  if (last.size === file.size && last.modifiedAt === Math.round(file.modifiedAt)) return 'taken'
  return Date.now() - last.takenAt.getTime() < SAME_NAME_AGAIN_MS ? 'soon' : 'fresh'
}

/** Imports a file as it streams in, and remembers its state. One that is nothing we read is said and holds up no other. */
export async function takeFile(
  connector: ConnectorRow,
  { database, runs }: Running,
  bringIn: Contacts['bringIn'],
  file: FoundFile,
  open: () => AsyncIterable<Buffer>,
): Promise<void> {
  const { centerId } = connector
  const hash = createHash('sha256')
  const bytes = Readable.from(hashed(open(), hash), { objectMode: false })
  let importId: number | null = null
  let problem: RequestProblem | null = null
  try {
    importId = await bringIn({ centerId }, { name: file.name, bytes, source: connector.source, by: connector })
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    problem = error
  }
  const digest = hash.digest('base64url').slice(0, 32)
  await database.inCenter({ centerId }, async (tx) => {
    await noteFile(tx, runs, file, digest, importId)
    if (problem === null) await noteTaken(tx, runs, file)
    else await noteRefused(tx, runs, refusalWords(file.name, problem))
  })
}

async function* hashed(bytes: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
}

async function noteFile(
  tx: Tx,
  { centerId, connectorId }: Runs,
  { name, size, modifiedAt }: FoundFile,
  digest: string,
  importId: number | null,
): Promise<void> {
  await sql`
    insert into connector_file (center_id, connector_id, name, digest, size, modified_at, import_id)
    values (${centerId}, ${connectorId}, ${name}, ${digest}, ${size}, ${Math.round(modifiedAt)}, ${importId}::bigint)
    on conflict (center_id, connector_id, name, digest) do update
      set size = excluded.size, modified_at = excluded.modified_at, taken_at = now(), import_id = excluded.import_id
  `.execute(tx)
}
