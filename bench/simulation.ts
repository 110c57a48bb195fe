import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

import {
  createPieceSimulator,
  readCenterModel,
  replicationPieces,
  summarizePieces,
  type CenterModel,
  type Estimate,
  type ReplicationPiece,
  type SimulationResult,
} from '@pult/engine/simulation'

import { mmc, mmcAbandon, printedIntervals, simpleMsk } from '../engine/simulation/testing/reference-centers.ts'
import { machine, option, quantile } from './open-pult.ts'

// The simulator beside the printed outputs of ContactCenters (read from PULT_SHARED), and its speed: contacts per CPU second of one
// thread, and what a second thread adds on the clock. `--replications 20000`, `--rounds 7`.

interface Share {
  readonly input: unknown
  readonly seed: number
  readonly pieces: readonly ReplicationPiece[]
}

interface Done {
  readonly moments: readonly Float64Array[]
  readonly cpuSeconds: number
}

/** Runs a model over so many threads; every other piece goes to each. */
async function simulate(input: unknown, model: CenterModel, replications: number, seed: number, threads: number) {
  const pieces = replicationPieces(replications)
  const shares = Array.from({ length: threads }, (_, thread) => pieces.filter((_, index) => index % threads === thread))
  const workers = shares.map(
    (share) => new Worker(import.meta.filename, { workerData: { input, seed, pieces: share } satisfies Share }),
  )
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('message', resolve))))
  const began = performance.now()
  const done = await Promise.all(
    workers.map(
      (worker) =>
        new Promise<Done>((resolve) => {
          worker.once('message', resolve)
          worker.postMessage('go')
        }),
    ),
  )
  const seconds = (performance.now() - began) / 1000
  const moments = pieces.map((_, index) => done[index % threads]?.moments[Math.floor(index / threads)] as Float64Array)
  const result = summarizePieces(model, { replications, seed }, moments)
  return { result, seconds, cpuSeconds: done.map((part) => part.cpuSeconds) }
}

async function tellSpeed(): Promise<void> {
  // None with `--rounds 0`.
  const rounds = option('rounds', 7)
  if (rounds === 0) return
  for (const [name, input, replications] of [
    ['SimpleMSK', simpleMsk, 2000],
    ['MMC', mmc, 5000],
    ['MMCAb', mmcAbandon, 5000],
  ] as const) {
    const { model } = readCenterModel(input)
    const [alone, each, speedup]: [number[], number[], number[]] = [[], [], []]
    for (let round = 0; round < rounds; round++) {
      const one = await simulate(input, model, replications, round, 1)
      const two = await simulate(input, model, replications, round, 2)
      if (JSON.stringify(one.result) !== JSON.stringify(two.result)) throw new Error('two workers are not one worker')
      alone.push(one.result.contacts / (one.cpuSeconds[0] ?? 1) / 1e6)
      for (const cpuSeconds of two.cpuSeconds) each.push(two.result.contacts / 2 / cpuSeconds / 1e6)
      speedup.push(one.seconds / two.seconds)
    }
    const spread = (values: readonly number[]): string =>
      `${quantile(values, 0.5).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`
    console.log(`${name}: contacts per CPU second of one worker ${spread(alone)} M; of each of two ${spread(each)} M`)
    const cores = quantile(each, 0.5) / quantile(alone, 0.5)
    console.log(
      `${name}: two workers × ${spread(speedup)} on the clock; × ${(2 * cores).toFixed(2)} by CPU seconds (both cores free)`,
    )
  }
}

async function tellAccuracy(): Promise<void> {
  const folder = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'data/contactcenters')
  if (!existsSync(folder)) {
    console.log(`The printed outputs are left out: no ${folder}.`)
    return
  }
  const replications = option('replications', 20_000)
  for (const [name, input, rows] of cases) {
    const report = readFileSync(join(folder, `${name}.res.txt`), 'utf8')
    const { result } = await simulate(input, readCenterModel(input).model, replications, 1, 2)
    for (const [what, heading, estimatesOf] of rows)
      for (const [index, printed] of printedIntervals(report, heading).entries()) {
        const estimate = estimatesOf(result)[index]
        if (estimate !== undefined) tellMeeting(`${name} ${what}`, estimate, printed)
      }
  }
}

type Row = readonly [what: string, heading: string, estimatesOf: (result: SimulationResult) => readonly Estimate[]]

const inTarget: Row = ['in target', 'Number of contacts in target', ({ total }) => [total.answeredWithin]]
const abandoned: Row = ['abandoned', 'Number of contacts having abandoned', ({ total }) => [total.abandoned]]
const occupancy: Row = ['occupancy', 'Occupancy ratio', ({ perGroup }) => perGroup.map((group) => group.occupancy)]
const answeredLevel: Row = ['service level (answered)', 'Service level\n', ({ total }) => [total.serviceLevel.answered]]
const cases: readonly (readonly [string, unknown, readonly Row[]])[] = [
  ['MMC', mmc, [inTarget, answeredLevel, occupancy]],
  [
    'MMCAb',
    mmcAbandon,
    [
      abandoned,
      inTarget,
      answeredLevel,
      ['service level (neutral)', 'Service level with abandonment', ({ total }) => [total.serviceLevel.neutral]],
      occupancy,
    ],
  ],
  [
    'SimpleMSK',
    simpleMsk,
    [
      ['served', 'Number of served contacts', ({ total }) => [total.answered]],
      abandoned,
      ['service level (neutral)', 'Service level\n', ({ total }) => [total.serviceLevel.neutral]],
      [
        'in target, by type and period',
        'Number of contacts meeting target service level',
        ({ perQueue }) => perQueue.flatMap((queue) => queue.perPeriod.map((period) => period.answeredWithin)),
      ],
    ],
  ],
]

function tellMeeting(what: string, { mean, halfWidth }: Estimate, [low, high]: readonly [number, number]): void {
  const half = halfWidth ?? 0
  const digits = high < 1 ? 4 : 2
  const write = (value: number): string => value.toFixed(digits)
  // Printed to three places, so known to half of the last.
  const slack = 0.0005
  const meets = mean + half >= low - slack && mean - half <= high + slack
  console.log(
    `${what.padEnd(40)} ${write(mean)} ± ${write(half)}  printed ${low} to ${high}  ${meets ? 'meets' : 'DOES NOT MEET'}`,
  )
}

async function tellAll(): Promise<void> {
  console.log(machine())
  await tellSpeed()
  await tellAccuracy()
}

// What both threads use must be there before either starts.
if (isMainThread) await tellAll()
else answerShare()

function answerShare(): void {
  const { input, seed, pieces } = workerData as Share
  const simulator = createPieceSimulator(readCenterModel(input).model)
  // Compiled before the clock starts, as in the second round of any longer run.
  simulator.simulate({ first: 0, count: 100 }, seed)
  parentPort?.postMessage('ready')
  parentPort?.once('message', () => {
    const began = process.threadCpuUsage()
    const moments = pieces.map((piece) => simulator.simulate(piece, seed))
    const { user, system } = process.threadCpuUsage(began)
    parentPort?.postMessage({ moments, cpuSeconds: (user + system) / 1e6 } satisfies Done)
  })
}
