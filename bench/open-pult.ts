import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'

import { createApp, type App } from '../server/app.ts'
import { createLog, migrate, readSettings } from '../server/platform/index.ts'
import { startEmbeddedPostgres } from '../server/platform/postgres/index.ts'
import { askPult, type AskPult } from './ask-pult.ts'
import { benchFolder } from './bench-folder.ts'

/** A Pult on an embedded database of its own, as a person would have it. */
export interface BenchPult extends AskPult {
  readonly app: App
  readonly connectionString: string
  close(): Promise<void>
}

export async function openPult(): Promise<BenchPult> {
  const dataFolder = await benchFolder()
  const postgres = await startEmbeddedPostgres({ dataFolder })
  const log = createLog('warn')
  await migrate(postgres.connectionString, log)
  const settings = readSettings({ dataFolder, port: 0, demo: false, logLevel: 'warn' }, {})
  const app = await createApp({ settings, log, connectionString: postgres.connectionString })
  const { address } = await app.start()
  const token = readFileSync(join(dataFolder, 'cli-token'), 'utf8').trim()
  return {
    ...askPult(address, token),
    app,
    connectionString: postgres.connectionString,
    async close() {
      await app.stop()
      await postgres.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Proportional set size in bytes: shared memory is counted once. */
export interface Memory {
  readonly server: number
  readonly database: number
}

export const memoryTotal = ({ server, database }: Memory): number => server + database

/** Memory of a process, its children and theirs. Reading it stops the database for milliseconds: not while time is taken. */
export function memoryOf(root: number): Memory {
  const processes = new Map<number, { readonly parent: number; readonly name: string }>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const end = stat.lastIndexOf(')')
      processes.set(Number(name), {
        parent: Number(stat.slice(end + 2).split(' ')[1]),
        name: stat.slice(stat.indexOf('(') + 1, end),
      })
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean => pid === root || (pid > 1 && isOurs(processes.get(pid)?.parent ?? 0))
  const total = { server: 0, database: 0 }
  for (const [pid, { name }] of processes) {
    if (!isOurs(pid)) continue
    try {
      const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
      total[name.startsWith('postgres') ? 'database' : 'server'] += kilobytes * 1024
    } catch {
      // It ended meanwhile, or is not ours to look at.
    }
  }
  return total
}

/** What the figures were measured on. */
export function machine(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD']).toString().trim()
  return `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 1024 ** 3)} GB, Linux ${release()}, Node ${process.versions.node}, commit ${commit}`
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}

export const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(0)} MB`

/** The value of `--name 5` on the command line. */
export function option(name: string, otherwise: number): number {
  const index = process.argv.indexOf(`--${name}`)
  return index < 0 ? otherwise : Number(process.argv[index + 1])
}
