import { BROKEN_IMPORT, type Finding, type ImportReport } from '@pult/contract/imports'

import { readCenter } from '../../center/index.ts'
import { passingTrouble, type Platform, type Scope } from '../../platform/index.ts'
import type { Conflict } from '../conflicts.ts'
import { encodingOf, readHead } from '../importers/file-bytes.ts'
import { inOrderOfTime, type LogInOrder } from '../importers/newest-first.ts'
import { UnreadableFile } from '../importers/reading.ts'
import type { Intake, IntakeCounts } from '../intake.ts'
import { addNames, noNames, type ResolvedNames } from '../names-found.ts'
import { undoImport } from '../undo-import.ts'
import type { ReadCounts } from './collector.ts'
import { createdNames } from './created-names.ts'
import { endedUnheard } from './ended-unheard.ts'
import {
  addFindings,
  changeImport,
  clearFindings,
  readWork,
  statusOf,
  type ImportChange,
  type ImportWork,
} from './import-store.ts'
import type { ReadProgress } from './read-file.ts'
import { lookForGaps } from './look-for-gaps.ts'
import { readInWorker } from './read-in-worker.ts'
import { toldContacts } from './told-contacts.ts'
import { unfinishedOf } from './unfinished.ts'
import type { UploadStore } from './upload-store.ts'

const RECORDS_A_PIECE = 8000
const PROGRESS_EVERY_MS = 500
/** Reading is most of the work; the rest of the bar is rolling up. */
const READING_SHARE = 0.85

export interface ImportPorts {
  readonly intake: Intake
  readonly uploads: UploadStore
  readonly settle: (centerId: number, onProgress?: (hoursLeft: number) => Promise<void> | void) => Promise<void>
  /** Looks again how far a source has told its story, after facts of it went. */
  readonly retell: (centerId: number, sourceId: number) => Promise<void>
  /** Keeps roll-ups from running after every piece; called when reading is over. */
  readonly holdOff: (centerId: number) => () => void
  readonly clock: () => number
}

class Cancelled extends Error {}

/** One import, from wherever a former attempt stopped: reading again what was read changes nothing. */
export async function runImport(
  platform: Platform,
  ports: ImportPorts,
  scope: Scope,
  importId: number,
  signal: AbortSignal,
): Promise<void> {
  const { centerId } = scope
  const work = await platform.database.inCenter(scope, (tx) => readWork(tx, centerId, importId))
  if (work === undefined || !isUnfinished(work.status)) return
  const change = (next: ImportChange): Promise<void> => changeAndTell(platform, centerId, importId, next)
  const letGo = ports.holdOff(centerId)
  try {
    if (work.status === 'cancelling') throw new Cancelled()
    const { report, names } = await read(platform, ports, scope, work, signal)
    // Cancelled after the last piece was looked at: still in time.
    if ((await platform.database.inCenter(scope, (tx) => statusOf(tx, centerId, importId))) === 'cancelling')
      throw new Cancelled()
    await change({ status: 'rollingUp', progress: { fraction: READING_SHARE, rows: report.read }, report })
    const finished = work.dryRun ? report : await rollUp(platform, ports, scope, work, report, names)
    await change({ status: 'done', progress: { fraction: 1, rows: finished.read }, report: finished })
  } catch (error) {
    // Stopping the server is no failure, nor is a database that is away or a full disk: the job comes back and the import goes on.
    if (signal.aborted || passingTrouble(error) !== null) throw error
    if (!(error instanceof Cancelled) && !(error instanceof UnreadableFile))
      platform.log.error({ err: error, importId }, 'import failed')
    if (!work.dryRun) await takeBack(platform, ports, scope, work)
    const problem = error instanceof UnreadableFile ? error.message : BROKEN_IMPORT
    await change(error instanceof Cancelled ? { status: 'cancelled' } : { status: 'failed', problem })
  } finally {
    letGo()
  }
  if (work.uploadId !== null) await ports.uploads.remove(centerId, work.uploadId)
}

/** An import whose every try ended without a word, as one that takes its server's memory does: said on its page, nothing of it is kept. */
export async function giveUpImport(
  platform: Platform,
  ports: ImportPorts,
  scope: Scope,
  importId: number,
): Promise<void> {
  const { centerId } = scope
  const work = await platform.database.inCenter(scope, (tx) => readWork(tx, centerId, importId))
  if (work === undefined || !isUnfinished(work.status)) return
  if (!work.dryRun) await takeBack(platform, ports, scope, work)
  await changeAndTell(platform, centerId, importId, { status: 'failed', problem: BROKEN_IMPORT })
  if (work.uploadId !== null) await ports.uploads.remove(centerId, work.uploadId)
}

const isUnfinished = (status: ImportWork['status']): boolean =>
  !['done', 'failed', 'cancelled', 'undone', 'undoing'].includes(status)

async function changeAndTell(
  { database, live }: Platform,
  centerId: number,
  importId: number,
  next: ImportChange,
): Promise<void> {
  await database.inCenter({ centerId }, async (tx) => {
    await changeImport(tx, centerId, importId, next)
    await live.announce(tx, { centerId, topic: 'import', id: importId })
  })
}

/** Takes back whatever an import has told, and what was concluded from it. */
export async function takeBack(
  { database }: Platform,
  ports: ImportPorts,
  scope: Scope,
  work: ImportWork,
): Promise<void> {
  await undoImport(database, scope, work)
  await ports.retell(scope.centerId, work.sourceId)
  await ports.settle(scope.centerId)
}

/** What came of reading a file, and the names in it. */
interface ReadToEnd {
  readonly report: ImportReport
  readonly names: ResolvedNames
}

type Counts = Pick<ImportReport, 'accepted' | 'duplicates' | 'completed' | 'corrected' | 'conflicts'>

async function read(
  platform: Platform,
  ports: ImportPorts,
  scope: Scope,
  work: ImportWork,
  signal: AbortSignal,
): Promise<ReadToEnd> {
  const { centerId } = scope
  const { path } = await ports.uploads.find(centerId, work.uploadId ?? '').catch(() => {
    throw new UnreadableFile('fileGone', 'The uploaded file is no longer there. Upload it again.')
  })
  const log = work.kind === 'queueLog' ? await inOrderOfTime(path) : { path, turnedRows: null, done: async () => {} }
  try {
    return await readInOrder(platform, ports, scope, work, signal, log)
  } finally {
    await log.done()
  }
}

async function readInOrder(
  platform: Platform,
  ports: ImportPorts,
  scope: Scope,
  work: ImportWork,
  signal: AbortSignal,
  { path, turnedRows }: Pick<LogInOrder, 'path' | 'turnedRows'>,
): Promise<ReadToEnd> {
  const { database } = platform
  const { centerId } = scope
  const { timeZone, unfinished } = await database.inCenter(scope, async (tx) => {
    await clearFindings(tx, centerId, work.importId)
    const { timeZone: zone } = await readCenter(tx, centerId)
    return { timeZone: zone, unfinished: await unfinishedOf(tx, centerId, work, path) }
  })
  await changeAndTell(platform, centerId, work.importId, { status: 'reading' })
  const counts: Counts = { accepted: 0, duplicates: 0, completed: 0, corrected: 0, conflicts: 0 }
  let toldAt = 0
  const options = { kind: work.kind, mapping: work.mapping, timeZone, now: ports.clock(), unfinished, turnedRows }
  const tellProgress = async (progress: ReadProgress): Promise<void> => {
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return
    toldAt = performance.now()
    const status = await database.inCenter(scope, (tx) => statusOf(tx, centerId, work.importId))
    if (status === 'cancelling') throw new Cancelled()
    const fraction = work.fileBytes === 0 ? 0 : Math.min(1, progress.bytes / work.fileBytes) * READING_SHARE
    await changeAndTell(platform, centerId, work.importId, { progress: { fraction, rows: progress.rows } })
  }
  let names = noNames
  const end = await readInWorker(
    { path, options, recordsAPiece: RECORDS_A_PIECE, onConflict: work.onConflict },
    {
      async resolve(found) {
        const resolved = await ports.intake.resolve(scope, work, found)
        names = addNames(names, resolved)
        return resolved
      },
      told: (keys) => database.inCenter(scope, (tx) => toldContacts(tx, centerId, work.sourceId, keys)),
      async store({ staged, findings, progress, onConflict }) {
        signal.throwIfAborted()
        const stored = await ports.intake.store(scope, { ...work, onConflict }, staged, names)
        await notePiece(platform, scope, work, stored, findings, counts)
        await tellProgress(progress)
      },
    },
  )
  const encoding = work.kind === 'xlsx' ? 'xlsx' : await encodingOf(path, await readHead(path))
  const report = reportOf(counts, end.counts, end.rows, encoding, work.mapping?.timeZone ?? timeZone)
  return { report, names }
}

/** Counts what became of a piece and keeps what was found in it. */
async function notePiece(
  { database }: Platform,
  scope: Scope,
  work: ImportWork,
  stored: IntakeCounts,
  found: readonly Finding[],
  counts: { -readonly [Name in keyof Counts]: Counts[Name] },
): Promise<void> {
  counts.accepted += stored.accepted
  counts.duplicates += stored.duplicates
  counts.completed += stored.completed
  counts.corrected += stored.corrected
  counts.conflicts += stored.conflicts.length
  const findings: Finding[] = [
    ...found.map((finding) => ({ ...finding, details: { ...finding.details } })),
    ...stored.conflicts.map(conflictFinding),
  ]
  if (findings.length > 0)
    await database.inCenter(scope, (tx) => addFindings(tx, scope.centerId, work.importId, findings))
}

function conflictFinding({ sourceKey, field, stored, given }: Conflict): Finding {
  return { kind: 'conflict', rowNumber: null, field, code: 'conflict', details: { key: sourceKey, stored, given } }
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

function reportOf(counts: Counts, read: ReadCounts, rows: number, encoding: string, timeZone: string): ImportReport {
  return {
    read: rows,
    ...counts,
    rejected: read.rejected,
    repaired: read.repaired,
    flagged: read.flagged,
    leftOut: read.leftOut,
    from: iso(read.from),
    to: iso(read.to),
    contacts: read.contacts,
    states: read.states,
    byQueue: read.byQueue,
    byEvent: read.byEvent,
    gaps: [],
    created: { queues: [], agents: 0, pauseReasons: [] },
    encoding,
    timeZone,
  }
}

/** Waits for the roll-ups, then says what only they show: gaps and new names. */
async function rollUp(
  platform: Platform,
  ports: ImportPorts,
  scope: Scope,
  work: ImportWork,
  report: ImportReport,
  names: ResolvedNames,
): Promise<ImportReport> {
  const { centerId } = scope
  let most = 1
  await ports.settle(centerId, async (hoursLeft) => {
    most = Math.max(most, hoursLeft)
    const fraction = READING_SHARE + (1 - READING_SHARE) * (1 - hoursLeft / most)
    await changeAndTell(platform, centerId, work.importId, { progress: { fraction, rows: report.read } })
  })
  return platform.database.inCenter(scope, async (tx) => {
    const created = await createdNames(tx, centerId, names)
    if (report.from === null || report.to === null) return { ...report, created }
    const span = { from: Date.parse(report.from), to: Date.parse(report.to) }
    const gaps = await lookForGaps(tx, centerId, work.sourceId, span)
    const unheard = await endedUnheard(tx, centerId, work, span)
    await addFindings(tx, centerId, work.importId, unheard)
    const endMissing = (report.flagged['endMissing'] ?? 0) + unheard.length
    return {
      ...report,
      created,
      flagged: endMissing === 0 ? report.flagged : { ...report.flagged, endMissing },
      gaps: gaps.map((gap) => ({ from: new Date(gap.from).toISOString(), to: new Date(gap.to).toISOString() })),
    }
  })
}
