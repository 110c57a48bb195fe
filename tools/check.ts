import { spawn, type ChildProcess } from 'node:child_process'
import { delimiter, join } from 'node:path'

/** The checks that need no database and no browser, in the order in which they are most likely to complain. */
export const checks: readonly { readonly name: string; readonly command: readonly string[] }[] = [
  ...['engine', 'contract', 'web'].map((floor) => ({ name: `types: ${floor}`, command: types(floor) })),
  // Whatever runs in Node at once: each by itself would check the floors below it again.
  { name: 'types: server, cli, tests and tools', command: types('.') },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', '--quiet'] },
  { name: 'format', command: ['oxfmt', '--check'] },
  {
    name: 'import rules',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      'engine',
      'contract',
      'server',
      'web',
      'cli',
      'client',
      'tools',
      'bench',
      'e2e',
    ],
  },
  { name: 'dead code', command: ['knip'] },
  { name: 'API as released', command: [process.execPath, 'tools/api-compare.ts'] },
  { name: 'known holes in dependencies', command: [process.execPath, 'tools/audit-dependencies.ts'] },
]

/** One thread: several would each work out again the types that files share, and another lane of the tests has the other core. */
function types(project: string): readonly string[] {
  return ['tsc', '-p', project, '--singleThreaded']
}

/** Where the project's own tools lie: `npm run` puts them on the path, whoever starts a file of `tools` by hand has not. */
const programs = join(import.meta.dirname, '../node_modules/.bin')

/** Runs a command from the project's own tools; resolves to its exit status. */
export function run(command: readonly string[]): Promise<number> {
  return ended(start(command, 'inherit'))
}

/** The same, and what it says is given back when it ends instead of being shown. */
export async function runQuietly(command: readonly string[]): Promise<{ status: number; output: string }> {
  const child = start(command, 'pipe')
  const said: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => said.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk))
  const status = await ended(child)
  return { status, output: Buffer.concat(said).toString() }
}

function start([program = '', ...args]: readonly string[], output: 'inherit' | 'pipe'): ChildProcess {
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}` }
  return spawn(program, args, { env, stdio: ['inherit', output, output], shell: process.platform === 'win32' })
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs every check, even after one failed, and says which failed. */
export async function runChecks(): Promise<string[]> {
  const failed: string[] = []
  for (const { name, command } of checks) {
    const began = performance.now()
    const status = await run(command)
    console.log(`${status === 0 ? '✔' : '✘'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
    if (status !== 0) failed.push(name)
  }
  return failed
}

if (import.meta.main) {
  const failed = await runChecks()
  if (failed.length > 0) {
    console.error(`Failed: ${failed.join(', ')}`)
    process.exitCode = 1
  }
}
