import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { layEngine } from './pack-engine.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
let folder: string
let installed: string

// A folder beside Pult that has installed the engine and what it depends on.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pult-installed-'))
  installed = join(folder, 'node_modules', '@pult', 'engine')
  await mkdir(installed, { recursive: true })
  await layEngine(installed)
  const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  for (const name of Object.keys(dependencies))
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name))
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

/** What a program prints that knows JavaScript only. */
async function printed(program: string): Promise<string> {
  const path = join(folder, 'program.mjs')
  await writeFile(path, program)
  const { stdout } = await run(process.execPath, ['--no-experimental-strip-types', path], { cwd: folder })
  return stdout.trim()
}

it('every room of the packed engine opens in plain JavaScript', async () => {
  const names = (await readdir(join(root, 'engine'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name)
  const opened = names.map(
    (name) => `[${JSON.stringify(name)}, Object.keys(await import('@pult/engine/${name}')).length]`,
  )
  const counts = JSON.parse(await printed(`console.log(JSON.stringify([${opened.join(',')}]))`)) as [string, number][]
  expect(counts.filter(([, exported]) => exported === 0)).toEqual([])
  expect(counts.length).toBeGreaterThan(15)
})

const readme = await readFile(join(root, 'engine', 'README.md'), 'utf8')
const examples = [...readme.matchAll(/^## (.+?)$\n+(?:[^#`][^\n]*\n+)*```js\n(.+?)```/gms)].map(
  ([, title = '', code = '']) => ({ title, code }),
)

it.each(examples)('the README’s example prints what it says: $title', async ({ code }) => {
  const said = [...code.matchAll(/console\.log\(.+\) \/\/ (.+)$/gm)].map(([, words]) => words)
  expect(said.length).toBeGreaterThan(0)
  expect((await printed(code)).split('\n')).toEqual(said)
})

it('the README has its examples', () => {
  expect(examples.length).toBe(4)
})
