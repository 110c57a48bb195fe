import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { machine, option } from './open-pult.ts'
import { tourInstance } from './tour-instance.ts'

// Tour scheduling by `pult roster solve`, checked by `pult roster check`: the published instances beside their published penalties, and
// larger ones from a seeded generator. `--seconds 600 --workers 2`; `--made 0` leaves the generated ones out, `--published 0` the others.

interface Instance {
  readonly name: string
  readonly path: string
  readonly published: number | null
}

interface Solved {
  readonly objective: number | null
  readonly lowerBound: number | null
  readonly gap: number | null
  readonly seconds: number
  readonly trace: readonly (readonly [second: number, objective: number])[]
}

const seconds = option('seconds', 600)
const workers = option('workers', 2)
const shared = process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared')
const main = join(import.meta.dirname, '../bin/pult.mjs')
const folder = mkdtempSync(join(tmpdir(), 'pult-tours-'))

console.log(`${machine()}; ${workers} workers, ${seconds} s each`)
try {
  for (const instance of [...publishedInstances(), ...madeInstances()]) tellOf(instance)
} finally {
  rmSync(folder, { recursive: true })
}

function publishedInstances(): Instance[] {
  if (option('published', 1) === 0) return []
  const instances = [
    { name: '1_7_10_1', published: 383 },
    { name: '10_7_20_3', published: 193 },
  ].map((instance) => ({ ...instance, path: join(shared, 'data/rosters/matsp', `${instance.name}.txt`) }))
  const there = instances.filter(({ path }) => existsSync(path))
  if (there.length < instances.length)
    console.log(`No published instances in ${shared}: skipped. Set PULT_SHARED to the folder that holds them.`)
  return there
}

function madeInstances(): Instance[] {
  if (option('made', 1) === 0) return []
  const sizes = [
    { days: 7, staff: 40, tasks: 5, load: 0.97, seed: 3 },
    { days: 28, staff: 66, tasks: 10, load: 0.95, seed: 1 },
    { days: 28, staff: 100, tasks: 10, load: 0.9, seed: 2 },
  ]
  return sizes.map((size) => {
    const name = `made, ${size.days} days, ${size.staff} people, ${size.tasks} tasks`
    const path = join(folder, `${size.days}_${size.staff}_${size.tasks}.txt`)
    writeFileSync(path, tourInstance(size))
    return { name, path, published: null }
  })
}

function tellOf({ name, path, published }: Instance): void {
  const out = join(folder, 'roster.xml')
  const given = ['--format', 'matsp', '--instance', path]
  const solved = ask('solve', [...given, '--seconds', seconds, '--workers', workers, '--out', out]) as Solved
  const checked = existsSync(out)
    ? (ask('check', [...given, '--roster', out]) as { feasible: boolean; objective: number })
    : null
  const agrees = checked !== null && checked.feasible && checked.objective === solved.objective
  const gap = solved.gap === null ? 'unknown' : `${(solved.gap * 100).toFixed(1)} %`
  console.log(
    `${name}: penalty ${solved.objective ?? 'none'}${published === null ? '' : ` (published ${published})`}, bound ${solved.lowerBound ?? 'none'}, gap ${gap}, ${solved.seconds.toFixed(0)} s, check ${agrees ? 'passed' : 'FAILED'}`,
  )
  console.log(`  ${thinned(solved.trace)}`)
  rmSync(out, { force: true })
}

function ask(command: string, given: readonly (string | number)[]): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [main, '--json', 'roster', command, ...given.map(String)], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

/** The first of the trace, its last, and what it was at growing times. */
function thinned(trace: Solved['trace']): string {
  const marks = [5, 10, 20, 30, 60, 120, 180, 300, 450, Infinity]
  const kept = marks.map((mark) => trace.findLast(([second]) => second <= mark))
  return [...new Set([trace[0], ...kept])]
    .flatMap((entry) => (entry === undefined ? [] : [`${entry[0].toFixed(1)} s ${entry[1]}`]))
    .join(', ')
}
