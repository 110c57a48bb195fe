import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

import { Option, type Command } from 'commander'

import { printJson, wantsJson, wholeNumber } from './client-options.ts'
import { readNumber } from './engine-input.ts'
import { BadInput } from './failure.ts'
import { createProgressBar } from './progress-bar.ts'
import { shiftDaysFormat } from './roster-curtois.ts'
import { gapOf, type RosterFormat, type RosterOutcome, type RosterProgress } from './roster-format.ts'
import { toursFormat } from './roster-matsp.ts'

/** A kind of instance is one entry here. */
const formats: readonly RosterFormat[] = [shiftDaysFormat, toursFormat]

interface InstanceFlags {
  readonly instance: string
  readonly format: string
}

interface SolveFlags extends InstanceFlags {
  readonly seconds: string
  readonly workers?: string
  readonly seed: string
  readonly out?: string
}

/** `pult roster solve` and `pult roster check`: published scheduling instances. They need no server. */
export function registerRoster(program: Command): void {
  const command = program.command('roster').description('published scheduling instances: solve, check')
  registerSolve(command)
  registerCheck(command)
}

function registerSolve(roster: Command): void {
  const command = withInstanceFlags(
    roster.command('solve').description('the best roster found in the given time, with a proven lower bound'),
  )
    .option('--seconds <number>', 'how long; it ends earlier once the roster is proven to be the best', '60')
    .option('--workers <number>', 'threads (all processors)')
    .option('--seed <number>', 'start of the chance that the search takes', '1')
    .option('--out <file>', 'where the roster is written')
  command.action(async (flags: SolveFlags) => {
    const seconds = readNumber(flags.seconds, '--seconds')
    if (seconds <= 0) throw new BadInput(`--seconds must be above 0, not "${flags.seconds}".`)
    const workers = flags.workers === undefined ? availableParallelism() : wholeNumber(flags.workers, '--workers')
    const seed = wholeNumber(flags.seed, '--seed', 0)
    const instance = formatOf(flags).open(flags.instance)
    const progress = showProgress(seconds)
    const interrupted = new AbortController()
    // Ctrl-C reaches the command more than once: from the terminal and from the program that started it.
    const stop = (): void => interrupted.abort()
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop)
    const order = { seconds, workers, seed, signal: interrupted.signal, onProgress: progress.show }
    const outcome = await instance.solve(order).finally(() => {
      progress.end()
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop)
    })
    const reply = replyOf(
      outcome,
      outcome.text === null ? undefined : instance.check({ path: 'the roster', text: outcome.text }),
    )
    if (flags.out !== undefined && outcome.text !== null) writeRoster(flags.out, outcome.text)
    if (wantsJson(command)) printJson(reply)
    else printReply(reply)
    if (!reply.feasible) process.exitCode = 1
  })
}

function registerCheck(roster: Command): void {
  const command = withInstanceFlags(
    roster.command('check').description('whether a roster keeps every rule, and what it costs, by code of its own'),
  ).requiredOption('--roster <file>', 'the roster')
  command.action((flags: InstanceFlags & { readonly roster: string }) => {
    const instance = formatOf(flags).open(flags.instance)
    if (!existsSync(flags.roster)) throw new BadInput(`There is no file ${flags.roster}.`)
    const checked = instance.check({ path: flags.roster, text: readFileSync(flags.roster, 'utf8') })
    if (wantsJson(command)) printJson(checked)
    else {
      console.log(checked.feasible ? 'keeps every rule' : 'breaks rules:')
      for (const words of checked.violations) console.log(`  ${words}`)
      console.log(`objective ${checked.objective}`)
    }
  })
}

function withInstanceFlags(command: Command): Command {
  const words = formats.map(({ id, words }) => `${id}: ${words}`).join('; ')
  return command
    .requiredOption('--instance <file>', 'the instance')
    .addOption(
      new Option('--format <name>', `kind of instance (${words})`)
        .choices(formats.map(({ id }) => id))
        .makeOptionMandatory(),
    )
}

function formatOf(flags: InstanceFlags): RosterFormat {
  const format = formats.find(({ id }) => id === flags.format)
  if (format === undefined) throw new BadInput(`--format must be one of ${formats.map(({ id }) => id).join(', ')}.`)
  if (!existsSync(flags.instance)) throw new BadInput(`There is no file ${flags.instance}.`)
  return format
}

function replyOf(
  outcome: RosterOutcome,
  checked?: { readonly feasible: boolean; readonly violations: readonly string[] },
) {
  const { objective, lowerBound, trace } = outcome
  return {
    objective,
    lowerBound,
    gap: gapOf(outcome),
    feasible: checked?.feasible ?? false,
    violations: checked?.violations ?? ['No roster that keeps every rule was found in this time.'],
    seconds: performance.now() / 1000,
    trace,
  }
}

function printReply(reply: ReturnType<typeof replyOf>): void {
  console.log(
    `objective ${reply.objective ?? 'none'}, lower bound ${reply.lowerBound ?? 'none'}, ${gapWords(reply.gap)}`,
  )
  console.log(reply.feasible ? 'keeps every rule' : reply.violations.join('\n'))
  console.log(`${reply.seconds.toFixed(1)} s`)
}

function writeRoster(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

/** A bar on a terminal; elsewhere a line for what has changed, one a second at most. */
function showProgress(seconds: number) {
  const bar = createProgressBar(process.stderr)
  const everySecond = 1
  let last = Number.NEGATIVE_INFINITY
  return {
    show({ second, objective, lowerBound }: RosterProgress): void {
      const words = `objective ${objective ?? 'none'}, bound ${lowerBound ?? 'none'}, ${gapWords(gapOf({ objective, lowerBound }))}`
      if (process.stderr.isTTY) bar.show(second / seconds, words)
      else if (second - last >= everySecond) {
        last = second
        console.error(`${second.toFixed(1)} s: ${words}`)
      }
    },
    end: bar.end,
  }
}

const gapWords = (gap: number | null): string => (gap === null ? 'gap unknown' : `gap ${(gap * 100).toFixed(2)} %`)
