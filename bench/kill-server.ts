import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import { askPult, type AskPult } from './ask-pult.ts'
import { benchFolder } from './bench-folder.ts'
import { spawnServer, stopServer } from './start-server.ts'

export const victims = ['server', 'database', 'both'] as const
export type Victim = (typeof victims)[number]

/** A Pult in a process of its own that is killed and comes back. */
export interface KilledPult extends AskPult {
  readonly folder: string
  kill(victim: Victim): Promise<void>
  /** Starts what nobody else starts again, and waits until Pult says that it can work. */
  untilBack(victim: Victim): Promise<void>
  /** As a client who does not know what became of its request: again until it is answered. */
  insist<Reply>(ask: () => Promise<Reply>): Promise<Reply>
  close(): Promise<void>
}

const PORT = '7801'
const PATIENCE_MS = 120_000
const AGAIN_MS = 200

export async function openKilled(): Promise<KilledPult> {
  const folder = await benchFolder()
  const start = (): Promise<ChildProcess> => spawnServer(folder, '--no-demo', '--port', PORT)
  let child = await start()
  const token = readFileSync(join(folder, 'cli-token'), 'utf8').trim()
  const ask = askPult(`http://127.0.0.1:${PORT}`, token)

  // The command starts the server with another Node: it is that one's number that stands in the lock.
  const server = (): number => Number(readFileSync(join(folder, 'pult.lock'), 'utf8').split(' ')[0])
  const postmaster = (): number =>
    Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

  const isOld = (): boolean => {
    try {
      return postmaster() === killed
    } catch {
      return true
    }
  }

  async function untilReady(): Promise<void> {
    const until = performance.now() + PATIENCE_MS
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`the server ended: ${child.exitCode ?? child.signalCode}`)
      const reply = await fetch(`${ask.address}/health/ready`, { signal: AbortSignal.timeout(3000) }).catch(() => null)
      if (reply?.status === 200) return
      if (performance.now() > until) throw new Error('the server was not ready again within two minutes')
      await rest(AGAIN_MS)
    }
  }

  let killed = 0
  return {
    ...ask,
    folder,
    async kill(victim) {
      child.removeAllListeners('exit')
      const database = victim === 'server' ? null : postmaster()
      killed = database ?? 0
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (victim !== 'database') process.kill(server(), 'SIGKILL')
      if (database !== null) process.kill(database, 'SIGKILL')
      if (victim !== 'database') await ended
    },
    async untilBack(victim) {
      if (victim !== 'database') child = await start()
      // Sessions outlive their killed server for a moment, and would answer.
      while (isOld()) await rest(AGAIN_MS)
      await untilReady()
    },
    async insist(work) {
      const until = performance.now() + PATIENCE_MS
      for (;;) {
        try {
          return await work()
        } catch (error) {
          const { message } = error as Error
          // What Pult refuses it refuses again; a line that broke, or a server that is not ready, is asked again.
          if (/^4\d\d:/.test(message) || performance.now() > until) throw error
          await rest(AGAIN_MS)
        }
      }
    },
    async close() {
      await stopServer(child)
      await rm(folder, { recursive: true, force: true })
    },
  }
}
