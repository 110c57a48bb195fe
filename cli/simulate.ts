import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { Command } from 'commander'

import {
  checkRuns,
  createPairSimulator,
  replicationPieces,
  summarizePairs,
  summarizePieces,
  type CenterComparison,
  type CenterModel,
  type ContactEstimates,
  type Estimate,
  type ReplicationPiece,
  type SimulationResult,
  type SimulationRuns,
} from '@pult/engine/simulation'

import { printJson, wantsJson, wholeNumber } from './client-options.ts'
import { askEngine, readNumber } from './engine-input.ts'
import { readModel } from './model-file.ts'
import { createProgressBar } from './progress-bar.ts'

/** What a worker is started with; it then simulates the pieces it is sent, one at a time. */
export interface SimulationTask {
  readonly models: readonly CenterModel[]
  readonly seed: number
}

export interface SimulatedPiece {
  readonly index: number
  readonly moments: Float64Array<ArrayBuffer>
}

export interface AskedPiece {
  readonly index: number
  readonly piece: ReplicationPiece
}

interface SimulateFlags {
  readonly model: string
  readonly against?: string
  readonly replications: string
  readonly seed: string
  readonly workers?: string
}

/** `pult simulate`: a centre from a model file, run many times. Needs no server. */
export function registerSimulate(program: Command): void {
  const command = program
    .command('simulate')
    .description('run a centre from a model file: contact types, groups of agents, routing')
    .requiredOption('--model <file>', 'the centre, as JSON')
    .option('--against <file>', 'a second centre on the same days; prints also its difference from the first')
    .option('--replications <number>', 'how often the horizon is simulated', '1000')
    .option('--seed <number>', 'the same seed gives the same numbers', '1')
    .option('--workers <number>', 'threads; the result does not depend on their number (all processors)')
  command.action(async (flags: SimulateFlags) => {
    const runs = {
      replications: readNumber(flags.replications, '--replications'),
      seed: readNumber(flags.seed, '--seed'),
    }
    askEngine(() => checkRuns(runs))
    const workers = flags.workers === undefined ? availableParallelism() : wholeNumber(flags.workers, '--workers')
    const model = readModel(flags.model)
    const other = flags.against === undefined ? undefined : readModel(flags.against)
    // Two centres that cannot be compared are told before the first of them is run.
    if (other !== undefined) askEngine(() => createPairSimulator(model, other))

    const began = performance.now()
    const pieces = await simulateInWorkers([model], runs, workers)
    const result = summarizePieces(model, runs, pieces)
    const difference =
      other === undefined
        ? undefined
        : summarizePairs(model, runs, await simulateInWorkers([model, other], runs, workers))
    const seconds = (performance.now() - began) / 1000
    if (wantsJson(command)) printJson(inJson(result, difference, runs, seconds))
    else printResult(result, difference, seconds)
  })
}

/** The pieces of a run in their order, whoever made them. */
async function simulateInWorkers(
  models: readonly CenterModel[],
  runs: SimulationRuns,
  most: number,
): Promise<readonly Float64Array[]> {
  const pieces = replicationPieces(runs.replications)
  const results = Array.from<Float64Array>({ length: pieces.length })
  const bar = createProgressBar(process.stderr)
  const task: SimulationTask = { models, seed: runs.seed }
  const left = pieces.entries()
  let done = 0
  const workers = Array.from(
    { length: Math.min(most, pieces.length) },
    () => new Worker(join(import.meta.dirname, 'simulate-worker.ts'), { workerData: task }),
  )
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const askNext = (): void => {
        const next = left.next()
        if (next.done === true) resolve()
        else worker.postMessage({ index: next.value[0], piece: next.value[1] } satisfies AskedPiece)
      }
      worker.on('message', ({ index, moments }: SimulatedPiece) => {
        results[index] = moments
        bar.show(++done / pieces.length, `${runs.replications} replications`)
        askNext()
      })
      worker.on('error', reject)
      askNext()
    })
  try {
    await Promise.all(workers.map(work))
  } finally {
    bar.end()
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return results
}

function inJson(
  result: SimulationResult,
  difference: CenterComparison | undefined,
  { seed }: SimulationRuns,
  seconds: number,
): unknown {
  return {
    ...result,
    ...(difference === undefined ? {} : { difference: { total: difference.total, perQueue: difference.perQueue } }),
    seed,
    seconds,
    contactsPerSecond: result.contacts / seconds,
  }
}

function printResult(result: SimulationResult, difference: CenterComparison | undefined, seconds: number): void {
  for (const [name, estimates] of [['all', result.total] as const, ...named(result.perQueue)])
    printContacts(name, estimates)
  for (const { id, answered, occupancy } of result.perGroup) {
    console.log(`group ${id}`)
    console.log(`  answered           ${number(answered)}`)
    console.log(`  occupancy          ${percent(occupancy)}`)
  }
  if (difference !== undefined)
    for (const [name, estimates] of [['all', difference.total] as const, ...named(difference.perQueue)])
      printContacts(`difference, ${name}`, estimates)
  console.log(
    `${result.replications} replications, ${result.contacts} contacts in ${seconds.toFixed(2)} s, ± 95 % of the mean`,
  )
}

const named = (queues: readonly (ContactEstimates & { readonly id: string })[]) =>
  queues.map((queue) => [`queue ${queue.id}`, queue] as const)

function printContacts(name: string, estimates: ContactEstimates): void {
  console.log(name)
  console.log(`  offered            ${number(estimates.offered)}`)
  console.log(`  answered           ${number(estimates.answered)}`)
  console.log(`  in target          ${number(estimates.answeredWithin)}`)
  console.log(`  abandoned          ${number(estimates.abandoned)}`)
  if (estimates.blocked.mean > 0) console.log(`  blocked            ${number(estimates.blocked)}`)
  if (estimates.left.mean > 0) console.log(`  left               ${number(estimates.left)}`)
  for (const [rule, level] of Object.entries(estimates.serviceLevel))
    console.log(`  service level      ${percent(level)}  ${rule}`)
  console.log(`  speed of answer    ${number(estimates.asaSeconds)} s`)
}

const number = ({ mean, halfWidth }: Estimate): string =>
  halfWidth === null ? mean.toFixed(2) : `${mean.toFixed(2)} ± ${halfWidth.toFixed(2)}`

const percent = ({ mean, halfWidth }: Estimate): string =>
  halfWidth === null ? `${(mean * 100).toFixed(2)} %` : `${(mean * 100).toFixed(2)} ± ${(halfWidth * 100).toFixed(2)} %`
