/** A file as its folder lists it. */
export interface LogFile {
  readonly name: string
  /** What stays when a file gets another name. */
  readonly inode: string
  readonly size: number
  /** Epoch milliseconds. */
  readonly modifiedAt: number
}

/** A growing log and what was rotated away from it, as somebody with a file system sees them. */
export interface LogFiles {
  list(): Promise<{ readonly log: LogFile | null; readonly rotated: readonly LogFile[] }>
  read(file: LogFile, from: number, to: number): Promise<Uint8Array>
  /** A text that two different contents do not share. */
  digest(bytes: Uint8Array): string
}

/** How far a log was read. The line before tells the file from another that took its place. */
export interface LogPosition {
  readonly inode: string
  readonly offset: number
  /** Where the line before begins. */
  readonly lineFrom: number
  readonly digest: string
}

/** What followed a position. */
export interface LogPiece {
  /** Whole lines, as they are written. */
  readonly bytes: Uint8Array
  readonly position: LogPosition
  /** `lost`: the file that was being read is nowhere to be found; what stood in it unread is not known. */
  readonly seam: 'rotated' | 'lost' | null
  /** Bytes that are there and still to be read. */
  readonly left: number
}

interface Place {
  readonly file: LogFile
  readonly offset: number
  readonly lineFrom: number
  readonly digest: string
  readonly seam: LogPiece['seam']
}

const NEWLINE = 10
const NOTHING = new Uint8Array(0)
/** A line is looked back for no further. */
const LONGEST_LINE = 65_536

/**
 * The next lines of a log after a position, through rotation by name, by copying and by truncation; null where there are none. Two
 * reads from one position give the same lines: whoever keeps lines and position together loses nothing and tells nothing twice.
 */
export async function nextPiece(
  files: LogFiles,
  position: LogPosition | null,
  mostBytes: number,
): Promise<LogPiece | null> {
  const { log, rotated } = await files.list()
  const place = await placeOf(files, position, log, rotated)
  if (place === null) return null
  const { file, offset } = place
  const rest = followers(file, log, rotated).reduce((sum, { size }) => sum + size, 0)
  const to = Math.min(file.size, offset + mostBytes)
  const read = to > offset ? await files.read(file, offset, to) : NOTHING
  const end = read.lastIndexOf(NEWLINE) + 1
  if (end > 0) {
    const bytes = read.subarray(0, end)
    return { bytes, position: after(files, place, bytes), seam: place.seam, left: file.size - offset - end + rest }
  }
  // A line longer than all that is read at once is passed on in parts: it is no event of a log.
  if (read.length === mostBytes)
    return { bytes: read, position: after(files, place, read), seam: place.seam, left: file.size - to + rest }
  return turnOver(place, read, log, rotated)
}

/** Where a log ends now: to begin with what comes. A log that is not there yet is read from its beginning. */
export async function endOf(files: LogFiles): Promise<LogPosition | null> {
  const { log } = await files.list()
  if (log === null) return null
  const from = Math.max(0, log.size - LONGEST_LINE)
  const bytes = await files.read(log, from, log.size)
  const end = bytes.lastIndexOf(NEWLINE) + 1
  const start = end === 0 ? 0 : bytes.lastIndexOf(NEWLINE, end - 2) + 1
  if (end === 0) return atBeginning(log)
  const digest = files.digest(bytes.subarray(start, end))
  return { inode: log.inode, offset: from + end, lineFrom: from + start, digest }
}

const atBeginning = ({ inode }: LogFile): LogPosition => ({ inode, offset: 0, lineFrom: 0, digest: '' })

/** Nothing is left of a file that was rotated away: the next one is begun as soon as somebody has written into it. */
function turnOver(
  place: Place,
  unended: Uint8Array,
  log: LogFile | null,
  rotated: readonly LogFile[],
): LogPiece | null {
  const next = followers(place.file, log, rotated).find(({ size }) => size > 0)
  if (next === undefined) return null
  const left = followers(next, log, rotated).reduce((sum, { size }) => sum + size, next.size)
  return { bytes: unended, position: atBeginning(next), seam: 'rotated', left }
}

/** The file that a position is in, wherever it has been moved or copied to. */
async function placeOf(
  files: LogFiles,
  position: LogPosition | null,
  log: LogFile | null,
  rotated: readonly LogFile[],
): Promise<Place | null> {
  if (position === null) return log === null ? null : { file: log, offset: 0, lineFrom: 0, digest: '', seam: null }
  const all = [...(log === null ? [] : [log]), ...rotated]
  const candidates = [
    ...all.filter(({ inode }) => inode === position.inode),
    ...all.filter(({ inode }) => inode !== position.inode),
  ]
  for (const file of candidates) {
    const { offset, lineFrom, digest } = position
    if (file.size < offset) continue
    const isIt =
      offset === 0 ? file.inode === position.inode : files.digest(await files.read(file, lineFrom, offset)) === digest
    if (isIt) return { file, offset, lineFrom, digest, seam: null }
  }
  // Not even a copy: whoever writes the log has begun anew.
  return log === null || log.size === 0
    ? null
    : { file: log, offset: 0, lineFrom: 0, digest: '', seam: position.offset === 0 ? null : 'lost' }
}

/** What was written after a file: files that were rotated away later, then the log itself. */
function followers(file: LogFile, log: LogFile | null, rotated: readonly LogFile[]): LogFile[] {
  if (file.name === log?.name) return []
  const inOrder = rotated.toSorted(
    (left, right) => left.modifiedAt - right.modifiedAt || right.name.localeCompare(left.name, 'en', { numeric: true }),
  )
  const later = inOrder.slice(inOrder.findIndex(({ name }) => name === file.name) + 1)
  return log === null ? later : [...later, log]
}

function after(files: LogFiles, { file, offset }: Place, bytes: Uint8Array): LogPosition {
  const start = bytes.lastIndexOf(NEWLINE, bytes.length - 2) + 1
  return {
    inode: file.inode,
    offset: offset + bytes.length,
    lineFrom: offset + start,
    digest: files.digest(bytes.subarray(start)),
  }
}
