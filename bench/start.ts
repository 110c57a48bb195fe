import type { ChildProcess } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

import type { DemoReply } from '@pult/contract/demo'

import { askPult } from './ask-pult.ts'
import { benchFolder } from './bench-folder.ts'
import { machine, megabytes, memoryOf, memoryTotal, option } from './open-pult.ts'
import { PORT, spawnServer, stopServer } from './start-server.ts'

// How fast it is there, and what it holds while nobody asks. A whole `npm start` in a process of its own: first on an empty folder,
// then, once the demonstration has its thirteen months, on the data it left. `--idle 60`: seconds from the start to the look at memory.

const folder = process.env['PULT_BENCH_DATA'] ?? (await benchFolder())

async function start(): Promise<{ child: ChildProcess; milliseconds: number }> {
  const began = performance.now()
  const child = await spawnServer(folder)
  return { child, milliseconds: performance.now() - began }
}

const wait = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** Its centre is there a moment after the start. */
async function filled(): Promise<void> {
  const pult = askPult(`http://127.0.0.1:${PORT}`, (await readFile(join(folder, 'cli-token'), 'utf8')).trim())
  do await wait(5)
  while ((await pult.get<DemoReply>('/centers/1/demo')).filling !== null)
}

console.log(machine())
const first = await start()
console.log(`first start, to "running": ${(first.milliseconds / 1000).toFixed(1)} s`)
await filled()
await stopServer(first.child)
const times: number[] = []
for (let turn = 0; turn < 3; turn++) {
  const again = await start()
  times.push(again.milliseconds)
  if (turn === 2) {
    await wait(option('idle', 60))
    const memory = memoryOf(again.child.pid ?? 0)
    console.log(
      `idle, ${option('idle', 60)} s after a start: ${megabytes(memoryTotal(memory))} (PSS): ` +
        `server ${megabytes(memory.server)}, database ${megabytes(memory.database)}`,
    )
  }
  await stopServer(again.child)
}
console.log(`start on existing data: ${times.map((time) => `${(time / 1000).toFixed(1)} s`).join(', ')}`)
if (process.env['PULT_BENCH_DATA'] === undefined) await rm(folder, { recursive: true })
