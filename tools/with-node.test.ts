import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { Worker } from 'node:worker_threads'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pult-compiled-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A thread that loads one of ours, then says where it keeps what is compiled and whether it stripped types by itself. */
async function writeThread(): Promise<string> {
  const path = join(folder, 'thread.ts')
  await writeFile(
    path,
    `import { getCompileCacheDir } from 'node:module'
     import { parentPort } from 'node:worker_threads'
     import ${JSON.stringify(join(root, 'server/staffing/staffing-worker.ts'))}
     const loaded: readonly string[] = process.moduleLoadList
     parentPort?.postMessage({ folder: getCompileCacheDir(), stripped: loaded.some((name) => name.includes('amaro/dist')) })`,
  )
  return path
}

interface Told {
  readonly folder: string | undefined
  readonly stripped: boolean
}

/** Opens threads one after the other in a process that `bin/with-node.mjs` starts. */
async function threadsOfProcess(settings: Record<string, string>): Promise<readonly Told[]> {
  const program = join(folder, 'program.mjs')
  await writeFile(
    program,
    `import { once } from 'node:events'
     import { Worker } from 'node:worker_threads'
     const told = []
     for (let turn = 0; turn < 3; turn++) {
       const thread = new Worker(${JSON.stringify(await writeThread())})
       told.push((await once(thread, 'message'))[0])
       await thread.terminate()
     }
     console.log(JSON.stringify(told))`,
  )
  const { NODE_COMPILE_CACHE: _own, ...rest } = process.env
  const { stdout } = await run(process.execPath, [join(root, 'bin/with-node.mjs'), relative(root, program)], {
    env: { ...rest, ...settings },
  })
  return JSON.parse(stdout) as readonly Told[]
}

describe('threads', { timeout: 60_000 }, () => {
  it('strip types once, and never again what was stripped', async () => {
    const settings = { NODE_COMPILE_CACHE: join(folder, 'compiled') }
    expect((await threadsOfProcess(settings)).map(({ stripped }) => stripped)).toEqual([true, false, false])
    expect((await threadsOfProcess(settings)).map(({ stripped }) => stripped)).toEqual([false, false, false])
  })

  it('keep it in a folder of this installation, in tests too', async () => {
    const ours = join(root, 'node_modules', '.cache', 'pult-compiled')
    const [first] = await threadsOfProcess({})
    expect(first?.folder).toContain(ours)
    const thread = new Worker(await writeThread())
    const told = await new Promise<Told>((resolve, reject) => {
      thread.once('message', resolve)
      thread.once('error', reject)
    })
    await thread.terminate()
    expect(told.folder).toContain(ours)
  })
})
