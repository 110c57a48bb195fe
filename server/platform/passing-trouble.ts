/** What is nobody's mistake and goes by without anybody mending Pult: the same asked again later succeeds. */
export type PassingTrouble = 'databaseAway' | 'diskFull'

/** Classes and codes of PostgreSQL: connection lost, told to stop, stopped by a crash, starting up, no connection free. */
const AWAY = /^(?:08|57P01|57P02|57P03|53300)/
const DISK_FULL: ReadonlySet<string> = new Set(['53100', 'ENOSPC', 'EDQUOT'])
/** What a socket says that was being opened: its server or the file of its address is not there. */
const NOT_THERE: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])
/** The driver's own sentences, which have no code. */
const SENTENCES =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed)/

interface Told {
  readonly code?: unknown
  readonly syscall?: unknown
  readonly message?: unknown
}

/** Which passing trouble an error tells of; null for every other error. Of a database that is reached by `pg`, and of files. */
export function passingTrouble(error: unknown): PassingTrouble | null {
  if (!(error instanceof Error)) return null
  const { code, syscall, message } = error as Told
  if (typeof code === 'string') {
    if (DISK_FULL.has(code)) return 'diskFull'
    if (AWAY.test(code) || (syscall === 'connect' && NOT_THERE.has(code))) return 'databaseAway'
    // A line to the database breaks like this amid a question; whoever else speaks over the network catches his own.
    if ((code === 'ECONNRESET' || code === 'EPIPE') && (syscall === 'read' || syscall === 'write'))
      return 'databaseAway'
  }
  return typeof message === 'string' && SENTENCES.test(message) ? 'databaseAway' : null
}
