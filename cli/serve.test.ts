import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const folders: string[] = []
const children: ChildProcess[] = []
afterAll(async () => {
  for (const { pid, exitCode } of children) if (exitCode === null && pid !== undefined) process.kill(-pid, 'SIGKILL')
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
})

/** The first whole JSON value that a program prints. */
function firstJson(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      try {
        resolve(JSON.parse(said))
      } catch {
        // Not whole yet.
      }
    })
    child.on('exit', () => reject(new Error(`It ended before it ran, having said: ${said}`)))
  })
}

/** Its data lie where the cluster of a root may be looked at by `nobody`. */
async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pult-serve-'))
  folders.push(folder)
  await chmod(folder, 0o755)
  return folder
}

function startServing(folder: string): ChildProcess {
  const serve = ['serve', '--json', '--port', '0', '--no-demo', '--data', folder]
  const child = spawn(process.execPath, [join(root, 'bin', 'pult.mjs'), ...serve], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // A group of its own, as a shell gives every program: Ctrl-C is a signal to the group.
    detached: true,
  })
  children.push(child)
  return child
}

/** What a program says to a person, and its exit status. */
function ended(child: ChildProcess): Promise<{ status: number | null; said: string }> {
  return new Promise((resolve) => {
    let said = ''
    child.stderr?.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.on('exit', (status) => resolve({ status, said }))
  })
}

// Three programs, each of which loads the whole server: longer than any other test where the machine is busy.
test('serve tells a script its address, says when its port is taken, and ends with its database when Ctrl-C reaches all its processes', async () => {
  const folder = await dataFolder()
  const child = startServing(folder)
  const { address, oneTimeLink } = (await firstJson(child)) as { address: string; oneTimeLink: string }
  expect((await fetch(address)).status).toBe(200)
  expect(oneTimeLink).toContain(address)
  const postmaster = join(folder, 'postgres', 'postmaster.pid')
  expect(existsSync(postmaster)).toBe(true)
  const port = new URL(address).port
  const second = ['serve', '--port', port, '--no-demo', '--data', join(folder, 'second')]
  const { status, said } = await ended(
    spawn(process.execPath, [join(root, 'bin', 'pult.mjs'), ...second], { stdio: ['ignore', 'ignore', 'pipe'] }),
  )
  expect([status, said]).toEqual([1, expect.stringContaining(`Port ${port} on 127.0.0.1 is taken`)])
  expect(said).toContain(`npm start -- --port ${Number(port) + 1}`)
  // It has touched nothing: neither the data of the first nor a folder of its own.
  expect(existsSync(join(folder, 'second', 'postgres'))).toBe(false)
  const over = new Promise<number | null>((resolve) => child.once('exit', resolve))
  process.kill(-(child.pid ?? 0), 'SIGINT')
  // The signal that the starting program passes on comes a little later.
  await new Promise((resolve) => setTimeout(resolve, 100))
  process.kill(-(child.pid ?? 0), 'SIGINT')
  expect(await over).toBe(0)
  expect(existsSync(postmaster)).toBe(false)
}, 180_000)

test('serve ends with its database when the program that started it is killed', async () => {
  const folder = await dataFolder()
  const child = startServing(folder)
  const { address } = (await firstJson(child)) as { address: string }
  process.kill(child.pid ?? 0, 'SIGKILL')
  await expect.poll(() => existsSync(join(folder, 'postgres', 'postmaster.pid')), { timeout: 60_000 }).toBe(false)
  await expect(fetch(address)).rejects.toThrow()
}, 180_000)
