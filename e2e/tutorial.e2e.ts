import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { openPages, type Pages } from './open-pages.ts'

const root = join(import.meta.dirname, '..')
const tutorial = join(root, 'docs/tutorial/your-centre-in-fifteen-minutes.md')

let pages: Pages
let folder: string
beforeAll(async () => {
  pages = await openPages({ furnished: true })
  folder = await mkdtemp(join(tmpdir(), 'pult-tutorial-'))
})
afterAll(async () => {
  await pages.close()
  await rm(folder, { recursive: true, force: true })
})

/** The lines of the tutorial's `sh` blocks. */
async function commands(): Promise<string[]> {
  const text = await readFile(tutorial, 'utf8')
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    (block ?? '').split('\n').filter((line) => line.trim() !== ''),
  )
}

function run(command: string): Promise<{ status: number; output: string }> {
  const args = command.replace(/^npx pult /, '').match(/"[^"]*"|\S+/g) ?? []
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'bin/pult.mjs'), ...args.map((arg) => arg.replaceAll('"', ''))], {
      cwd: folder,
      env: { ...process.env, PULT_URL: pages.address, PULT_DATA: pages.app.settings.dataFolder },
    })
    let output = ''
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.on('exit', (status) => resolve({ status: status ?? 1, output }))
  })
}

it('the tutorial’s commands do what it says, in its order', async () => {
  const outputs: string[] = []
  for (const command of await commands()) {
    const { status, output } = await run(command)
    expect([command, status, output]).toEqual([command, 0, output])
    outputs.push(output)
  }
  expect(outputs.length).toBeGreaterThanOrEqual(7)
  const [made = '', , trial = '', first = '', again = ''] = outputs
  expect(made).toMatch(/^Centre 2 is made/)
  const accepted = /accepted (\d+)/.exec(first)?.[1]
  expect(Number(accepted)).toBeGreaterThan(5000)
  expect(trial).toContain(`accepted ${accepted}`)
  // The second time everything is known.
  expect(again).toContain(`accepted 0, known already ${accepted}`)
  // Nothing differs, and something was compared.
  expect(outputs.at(-1)).toMatch(/[1-9]\d* rows compared, 0 differ/)
  expect(outputs.at(-1)).not.toMatch(/[1-9]\d* differ/)
})
