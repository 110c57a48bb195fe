import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { generateShiftDays } from './generated-shift-days.ts'
import { machine, option } from './open-pult.ts'

// `pult roster solve --format curtois` on the published instances (read from PULT_SHARED) and on generated ones, beside the best known.
//   --seconds 600 --workers 2 --seed 1    --from 1 --to 8: which of the published ones; --generated 1: larger ones, made by chance, too

interface Solved {
  readonly objective: number | null
  readonly lowerBound: number | null
  readonly gap: number | null
  readonly feasible: boolean
  readonly seconds: number
  readonly trace: readonly (readonly [number, number])[]
}

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const shared = join(process.env['PULT_SHARED'] ?? join(root, '../shared'), 'data/rosters/curtois_qu')
const folder = mkdtempSync(join(tmpdir(), 'pult-rosters-'))
const seconds = option('seconds', 60)
const workers = option('workers', 2)

const pult = async (...args: readonly string[]): Promise<unknown> => {
  // A roster that breaks a rule ends with status 1; its reply is still there to be shown.
  const { stdout } = await run(process.execPath, [join(root, 'cli/main.ts'), 'roster', ...args, '--json'], {
    maxBuffer: 64e6,
  }).catch((error: unknown) => error as { readonly stdout: string })
  return JSON.parse(stdout)
}

/** Time and objective, each time the distance to the last one has halved. */
function thinned(trace: Solved['trace']): string {
  const last = trace.at(-1)?.[1] ?? 0
  const kept: string[] = []
  let shown = Number.POSITIVE_INFINITY
  for (const [second, objective] of trace)
    if (objective - last <= shown / 2) {
      shown = objective - last
      kept.push(`${second.toFixed(1)} s ${objective}`)
    }
  return kept.join(', ')
}

async function solve(name: string, path: string, bestKnown: string): Promise<void> {
  const out = join(folder, 'roster.txt')
  const same = ['--instance', path, '--format', 'curtois']
  const limits = ['--seconds', String(seconds), '--workers', String(workers), '--seed', String(option('seed', 1))]
  const solved = (await pult('solve', ...same, ...limits, '--out', out)) as Solved
  const checked = solved.objective === null ? null : ((await pult('check', ...same, '--roster', out)) as Solved)
  const passed = checked !== null && checked.feasible && checked.objective === solved.objective
  const gap = solved.gap === null ? 'unknown' : `${(solved.gap * 100).toFixed(2)} %`
  console.log(
    `${name}: objective ${solved.objective ?? 'none'}, best known ${bestKnown}, bound ${solved.lowerBound ?? 'none'}, gap ${gap}, ` +
      `${solved.seconds.toFixed(1)} s, check ${passed ? 'passed' : 'FAILED'}\n   ${thinned(solved.trace)}`,
  )
  if (!passed) process.exitCode = 1
}

async function solvePublished(): Promise<void> {
  const table = join(shared, 'best_known.csv')
  if (!existsSync(table)) {
    console.log(`published instances skipped: there is no ${table} (PULT_SHARED)`)
    return
  }
  const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1)
  for (const row of rows) {
    const [instance = '', , , , bestKnown = ''] = row.split(',')
    if (Number(instance) < option('from', 1) || Number(instance) > option('to', 8)) continue
    await solve(`Instance ${instance}`, join(shared, `Instance${instance}.txt`), bestKnown)
  }
}

async function solveGenerated(): Promise<void> {
  const sizes = [
    { days: 28, staff: 50, shifts: 6 },
    { days: 28, staff: 120, shifts: 18 },
    { days: 84, staff: 40, shifts: 5 },
    { days: 182, staff: 50, shifts: 6 },
    { days: 364, staff: 150, shifts: 32 },
  ]
  for (const size of sizes) {
    const path = join(folder, 'instance.txt')
    writeFileSync(path, generateShiftDays({ ...size, seed: 1 }))
    await solve(`${size.staff} people, ${size.days} days, ${size.shifts} shifts`, path, 'unknown')
  }
}

console.log(`${machine()}; ${workers} threads, at most ${seconds} s each`)
try {
  await solvePublished()
  if (option('generated', 0) > 0) await solveGenerated()
} finally {
  rmSync(folder, { recursive: true })
}
