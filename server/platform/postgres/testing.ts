import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startEmbeddedPostgres } from './launch.ts'
import { isAlive } from './processes.ts'

const PREFIX = 'pult-test-postgres-'

/** A throw-away cluster for one test run. Clusters of runs that were killed are cleared away first. */
export async function startTestPostgres(): Promise<{ connectionString: string; stop: () => Promise<void> }> {
  clearLeftovers()
  const dataFolder = mkdtempSync(join(tmpdir(), PREFIX))
  // The temporary folder is closed to others, and PostgreSQL may run as another user.
  chmodSync(dataFolder, 0o755)
  const postgres = await startEmbeddedPostgres({ dataFolder, durable: false })
  return {
    connectionString: postgres.connectionString,
    async stop() {
      await postgres.stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    const holder = Number(read(join(folder, 'pult.lock')).split(' ')[0])
    if (holder > 0 && isAlive(holder)) continue
    const server = Number(read(join(folder, 'postgres', 'postmaster.pid')).split('\n')[0])
    if (server > 0 && isAlive(server)) process.kill(server, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
