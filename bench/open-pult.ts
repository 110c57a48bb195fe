import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'

import { createApp, type App } from '../server/app.ts'
import { createLog, migrate, readSettings } from '../server/platform/index.ts'
import { startEmbeddedPostgres } from '../server/platform/postgres/index.ts'

/** A Pult on an embedded database of its own, as a person would have it. */
export interface BenchPult {
  readonly app: App
  readonly address: string
  readonly connectionString: string
  readonly headers: Readonly<Record<string, string>>
  createCenter(name: string): Promise<number>
  post<Reply>(path: string, body: unknown): Promise<Reply>
  get<Reply>(path: string): Promise<Reply>
  close(): Promise<void>
}

export async function openPult(): Promise<BenchPult> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'pult-bench-'))
  const postgres = await startEmbeddedPostgres({ dataFolder })
  const log = createLog('warn')
  await migrate(postgres.connectionString, log)
  const settings = readSettings({ dataFolder, port: 0, demo: false, logLevel: 'warn' }, {})
  const app = await createApp({ settings, log, connectionString: postgres.connectionString })
  const { address } = await app.start()
  const headers = { authorization: `Bearer ${readFileSync(join(dataFolder, 'cli-token'), 'utf8').trim()}` }
  const read = async <Reply>(response: Response): Promise<Reply> => {
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()) as Reply
  }
  const post = async <Reply>(path: string, body: unknown): Promise<Reply> =>
    read(
      await fetch(`${address}/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  return {
    app,
    address,
    connectionString: postgres.connectionString,
    headers,
    post,
    get: async (path) => read(await fetch(`${address}/api/v1${path}`, { headers })),
    createCenter: async (name) =>
      (await post<{ centerId: number }>('/centers', { name, timeZone: 'Europe/Moscow', calendar: 'ru' })).centerId,
    async close() {
      await app.stop()
      await postgres.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Proportional set size of this process, its children and their children, in bytes: shared memory is counted once. */
export function memoryBytes(root: number = process.pid): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
    } catch {
      // It ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean =>
    pid === root || (parents.has(pid) && pid > 1 && isOurs(parents.get(pid) ?? 0))
  let total = 0
  for (const pid of parents.keys()) {
    if (!isOurs(pid)) continue
    try {
      total += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
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
