import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { startEmbeddedPostgres } from './launch.ts'
import { isAlive } from './processes.ts'

let dataFolder: string

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'pult-launch-'))
  chmodSync(dataFolder, 0o755)
})

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded database', () => {
  it('is made once and keeps its data over a stop', async () => {
    const first = await startEmbeddedPostgres({ dataFolder })
    await query(first.connectionString, 'create table kept as select 1 as one')
    await first.stop()
    const second = await startEmbeddedPostgres({ dataFolder })
    expect(await query(second.connectionString, 'select one from kept')).toEqual([{ one: 1 }])
    expect(second.adopted).toBe(false)
    await second.stop()
  })

  it('keeps what was committed when the server is killed', async () => {
    const first = await startEmbeddedPostgres({ dataFolder })
    await query(first.connectionString, 'create table kept as select 1 as one')
    process.kill(first.pid, 'SIGKILL')
    await first.stop()
    const second = await startEmbeddedPostgres({ dataFolder })
    expect(await query(second.connectionString, 'select one from kept')).toEqual([{ one: 1 }])
    await second.stop()
  })

  it('that is killed is started again by itself, with what was committed, and says so', async () => {
    const told: string[] = []
    const postgres = await startEmbeddedPostgres({
      dataFolder,
      onLost: () => told.push('lost'),
      onBack: () => told.push('back'),
    })
    await query(postgres.connectionString, 'create table kept as select 1 as one')
    const first = postgres.pid
    process.kill(first, 'SIGKILL')
    await expect.poll(() => told, { timeout: 60_000 }).toEqual(['lost', 'back'])
    expect(postgres.pid).not.toBe(first)
    expect(await query(postgres.connectionString, 'select one from kept')).toEqual([{ one: 1 }])
    await postgres.stop()
    // It is gone once whoever took it over, as it is nobody's child here, has noticed.
    await expect.poll(() => isAlive(postgres.pid), { timeout: 30_000 }).toBe(false)
  })

  it('speaks of a sudden stop after one, and never otherwise', async () => {
    const stages: string[] = []
    const open = (): ReturnType<typeof startEmbeddedPostgres> =>
      startEmbeddedPostgres({ dataFolder, onProgress: ({ stage }) => stages.push(stage) })
    await (await open()).stop()
    const second = await open()
    expect(new Set(stages)).toEqual(new Set(['starting']))
    process.kill(second.pid, 'SIGKILL')
    await second.stop()
    await (await open()).stop()
    expect(stages).toContain('recovering')
  })

  it('is taken over when its Pult was killed and left it running', async () => {
    const program = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'launch.ts'))})
      const postgres = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)} })
      console.log(postgres.pid)
      process.kill(process.pid, 'SIGKILL')`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program])
    let printed = ''
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
    await new Promise((resolve) => child.on('exit', resolve))
    const next = await startEmbeddedPostgres({ dataFolder })
    expect(next.adopted).toBe(true)
    expect(next.pid).toBe(Number(printed))
    await next.stop()
  })

  it('refuses a second Pult on the same data folder and says what to do', async () => {
    const program = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'launch.ts'))})
      await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)} }).catch((error) => console.log(error.message))`
    const first = await startEmbeddedPostgres({ dataFolder })
    const child = spawn(process.execPath, ['--input-type=module', '-e', program])
    let printed = ''
    child.stdout.on('data', (text: Buffer) => (printed += text.toString()))
    await new Promise((resolve) => child.on('exit', resolve))
    expect(printed).toMatch(/Another Pult .* uses the data folder .* --data/)
    await first.stop()
  })

  it('lets nobody in without the password', async () => {
    const postgres = await startEmbeddedPostgres({ dataFolder })
    const url = new URL(postgres.connectionString)
    url.password = 'guess'
    await expect(query(url.href, 'select 1')).rejects.toThrow(/password authentication failed/)
    await postgres.stop()
  })
})
