import { InvalidArgumentError, type Command } from 'commander'

import {
  erlangA,
  erlangB,
  erlangC,
  erlangsOf,
  type QueueMeasures,
  type QueueState,
  type UnstableQueue,
} from '@pult/engine/queueing'

import { askEngine, readNumber, readOptional } from './engine-input.ts'
import { BadInput } from './failure.ts'
import { printJson, wantsJson } from './json-output.ts'

const models = ['a', 'b', 'c'] as const
type Model = (typeof models)[number]

interface ErlangFlags {
  readonly model: Model
  readonly offered: string
  readonly intervalSeconds: string
  readonly ahtSeconds: string
  readonly patienceSeconds?: string
  readonly agents: string
  readonly withinSeconds: string
  readonly shortSeconds?: string
}

/** `pult erlang`: what a queue does with so many agents, by formula. Needs no server. */
export function registerErlang(program: Command): void {
  const command = program
    .command('erlang')
    .description('what a queue does with so many agents: Erlang B, C or A')
    .requiredOption('--model <letter>', 'b: no one may wait; c: all wait until answered; a: callers hang up', readModel)
    .requiredOption('--offered <number>', 'contacts in the interval')
    .requiredOption('--interval-seconds <seconds>', 'length of the interval')
    .requiredOption('--aht-seconds <seconds>', 'mean handling time')
    .option('--patience-seconds <seconds>', 'mean patience; model a needs it')
    .requiredOption('--agents <number>', 'agents at their posts')
    .option('--within-seconds <seconds>', 'threshold of the service level', '20')
    .option('--short-seconds <seconds>', 'abandons before this are short; adds the rules shortCredit and shortExcluded')
  command.action((flags: ErlangFlags) => {
    const answer = askEngine(() => compute(flags))
    if (wantsJson(command)) printJson(answer)
    else for (const line of inWords(answer)) console.log(line)
  })
}

function readModel(text: string): Model {
  const model = models.find((letter) => letter === text.toLowerCase())
  if (model === undefined) throw new InvalidArgumentError('It must be b, c or a.')
  return model
}

function compute(flags: ErlangFlags): { readonly blocking: number } | QueueMeasures | UnstableQueue {
  const demand = {
    offered: readNumber(flags.offered, '--offered'),
    intervalSeconds: readNumber(flags.intervalSeconds, '--interval-seconds'),
    ahtSeconds: readNumber(flags.ahtSeconds, '--aht-seconds'),
  }
  const agents = readNumber(flags.agents, '--agents')
  const shortSeconds = readOptional(flags.shortSeconds, '--short-seconds')
  const queue = {
    ...demand,
    agents,
    withinSeconds: readNumber(flags.withinSeconds, '--within-seconds'),
    ...(shortSeconds === undefined ? {} : { shortSeconds }),
  }
  if (flags.model === 'b') {
    // The queue's own checks first, so that the sentence names what was typed.
    erlangC({ ...queue, agents: Math.max(1, agents) })
    return { blocking: erlangB({ erlangs: erlangsOf(demand), agents }) }
  }
  const patienceSeconds = readOptional(flags.patienceSeconds, '--patience-seconds')
  if (flags.model === 'c') {
    if (patienceSeconds !== undefined) console.error('In model c nobody hangs up: --patience-seconds is not used.')
    return measuresOf(erlangC(queue))
  }
  if (patienceSeconds === undefined) throw new BadInput('--model a needs --patience-seconds.')
  return measuresOf(erlangA({ ...queue, patienceSeconds }))
}

/** The measures alone, without the outcomes that let several rates be added. */
export function measuresOf(state: QueueState | UnstableQueue): QueueMeasures | UnstableQueue {
  if ('unstable' in state) return state
  const { outcomes: _outcomes, ...measures } = state
  return measures
}

function inWords(answer: { readonly blocking: number } | QueueMeasures | UnstableQueue): readonly string[] {
  if ('blocking' in answer) return [`blocked            ${percent(answer.blocking)}`]
  if ('unstable' in answer)
    return ['Unstable: more work than agents, and nobody hangs up. The queue grows without end.']
  return measureLines(answer)
}

export function measureLines(measures: QueueMeasures): readonly string[] {
  return [
    `waits              ${percent(measures.waitProbability)}`,
    ...Object.entries(measures.serviceLevel).map(
      ([rule, value]) => `service level      ${percent(value as number)}  ${rule}`,
    ),
    `speed of answer    ${measures.asaSeconds.toFixed(1)} s`,
    `wait of all        ${measures.meanWaitSeconds.toFixed(1)} s`,
    `abandoned          ${percent(measures.abandonRate)}`,
    `occupancy          ${percent(measures.occupancy)}`,
    `waiting            ${measures.queueLength.toFixed(2)}`,
  ]
}

const percent = (fraction: number): string => `${(fraction * 100).toFixed(2)} %`
