import { execFile } from 'node:child_process'
import { cp, glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const engine = join(root, 'engine')

/**
 * Lays the engine into a folder as others install it: JavaScript beside its types, without tests. Node reads no TypeScript from
 * `node_modules`, so the sources themselves serve inside of Pult only.
 */
export async function layEngine(folder: string): Promise<void> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const flags = ['--noEmit', 'false', '--rewriteRelativeImportExtensions', '--outDir', folder]
  await run(process.execPath, [compiler, '-p', engine, ...flags])
  for await (const testing of glob('**/testing', { cwd: folder })) await rm(join(folder, testing), { recursive: true })
  await cp(join(engine, 'README.md'), join(folder, 'README.md'))
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  const {
    private: _own,
    exports: _sources,
    ...manifest
  } = JSON.parse(await readFile(join(engine, 'package.json'), 'utf8')) as Record<string, unknown>
  const exports = { './*': { types: './*/index.d.ts', default: './*/index.js' } }
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ ...manifest, exports }, null, 2)}\n`)
}

/** `npm run pack:engine`: one file that `npm install` takes. */
async function packEngine(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'pult-engine-'))
  const dist = join(root, 'dist')
  try {
    await layEngine(folder)
    await mkdir(dist, { recursive: true })
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', dist], { cwd: folder })
    console.log(`dist/${stdout.trim()}`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

if (import.meta.main) await packEngine()
