import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { machine, megabytes, memoryBytes, option } from './open-pult.ts'

// How fast it is there, and what it holds while nobody asks. A whole `npm start` in a process of its own: first on an empty folder,
// then on the data it left. `--fill 60`: seconds to let the demonstration fill before the second start.

const root = join(import.meta.dirname, '..')
const folder = process.env['PULT_BENCH_DATA'] ?? (await mkdtemp(join(tmpdir(), 'pult-start-')))
const PORT = 7799

async function start(): Promise<{ child: ChildProcess; milliseconds: number }> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [join(root, 'bin/pult.mjs'), 'serve', '--port', String(PORT), '--data', folder],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, PULT_LOG: 'error' },
    },
  )
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      if (bytes.toString().includes('running')) resolve()
    })
    child.on('exit', () => reject(new Error('the server ended')))
  })
  return { child, milliseconds: performance.now() - began }
}

async function stop(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

const wait = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

console.log(machine())
const first = await start()
console.log(`first start, to "running": ${(first.milliseconds / 1000).toFixed(1)} s`)
await wait(option('fill', 60))
await stop(first.child)
const times: number[] = []
for (let turn = 0; turn < 3; turn++) {
  const again = await start()
  times.push(again.milliseconds)
  if (turn === 2) {
    await wait(option('idle', 40))
    console.log(
      `idle, ${option('idle', 40)} s after a start: ${megabytes(memoryBytes(again.child.pid))} (PSS, database included)`,
    )
  }
  await stop(again.child)
}
console.log(`start on existing data: ${times.map((time) => `${(time / 1000).toFixed(1)} s`).join(', ')}`)
if (process.env['PULT_BENCH_DATA'] === undefined) await rm(folder, { recursive: true })
