import type { Command } from 'commander'

import { serviceLevelRules, type ServiceLevelRule } from '@pult/engine/queueing'
import {
  requiredAgents,
  type StaffingDemand,
  type StaffingRequirement,
  type StaffingTarget,
  type TargetPart,
} from '@pult/engine/staffing'

import { askEngine, readNumber, readOptional } from './engine-input.ts'
import { measureLines, measuresOf } from './erlang.ts'
import { BadInput } from './failure.ts'
import { printJson, wantsJson } from './json-output.ts'
import { registerDeferred } from './staffing-deferred.ts'
import { registerSkills } from './staffing-skills.ts'

interface RequiredFlags {
  readonly offered: string
  readonly intervalSeconds: string
  readonly ahtSeconds: string
  readonly patienceSeconds?: string
  readonly target?: string
  readonly rule: string
  readonly shortSeconds?: string
  readonly maxAsaSeconds?: string
  readonly maxOccupancy?: string
  readonly maxAbandon?: string
  readonly shrinkage: string
  readonly mostAgents?: string
  readonly rateShape?: string
  readonly contactsAtOnce?: string
  readonly stretchPerExtra?: string
}

/** `pult staffing …`: how many people are needed. Needs no server. */
export function registerStaffing(program: Command): void {
  const staffing = program.command('staffing').description('how many people are needed')
  registerRequired(staffing)
  registerDeferred(staffing)
  registerSkills(staffing)
}

/** `pult staffing required`: the fewest agents that keep a target. */
function registerRequired(staffing: Command): void {
  const command = staffing
    .command('required')
    .description('the smallest number of agents such that it and every larger one meets the target')
    .requiredOption('--offered <number>', 'contacts in the interval')
    .requiredOption('--interval-seconds <seconds>', 'length of the interval')
    .requiredOption('--aht-seconds <seconds>', 'mean handling time')
    .option('--patience-seconds <seconds>', 'mean patience; left out, nobody hangs up (Erlang C)')
    .option('--target <share/seconds>', 'service level, as in 0.8/20')
    .option('--rule <name>', `how it is counted: ${serviceLevelRules.join(', ')}`, 'neutral')
    .option('--short-seconds <seconds>', 'abandons before this are short, for the two short rules (5)')
    .option('--max-asa-seconds <seconds>', 'mean speed of answer, at most')
    .option('--max-occupancy <fraction>', 'occupancy, at most')
    .option('--max-abandon <fraction>', 'abandon rate, at most')
    .option('--shrinkage <fraction>', 'share of those on shift who are not at their posts', '0')
    .option('--most-agents <number>', 'seats there are')
    .option('--rate-shape <number>', 'the rate is uncertain: gamma of this shape (relative spread 1 ÷ √shape)')
    .option('--contacts-at-once <number>', 'chats an agent holds at once')
    .option('--stretch-per-extra <fraction>', 'by how much each further chat lengthens all of them')
  command.action((flags: RequiredFlags) => {
    const shrinkage = readNumber(flags.shrinkage, '--shrinkage')
    if (!(shrinkage >= 0 && shrinkage < 1))
      throw new BadInput(`--shrinkage must be at least 0 and below 1, not ${flags.shrinkage}.`)
    const target = targetOf(flags)
    const mostAgents = readOptional(flags.mostAgents, '--most-agents')
    const requirement = askEngine(() =>
      requiredAgents(demandOf(flags), target, mostAgents === undefined ? {} : { mostAgents }),
    )
    if (wantsJson(command)) printJson(inJson(requirement, shrinkage))
    else if (requirement.possible) printRequirement(requirement, shrinkage)
    if (!requirement.possible) throw new BadInput(whyNot(requirement, target))
  })
}

function demandOf(flags: RequiredFlags): StaffingDemand {
  const patienceSeconds = readOptional(flags.patienceSeconds, '--patience-seconds')
  const rateShape = readOptional(flags.rateShape, '--rate-shape')
  const contactsAtOnce = readOptional(flags.contactsAtOnce, '--contacts-at-once')
  const stretchPerExtra = readOptional(flags.stretchPerExtra, '--stretch-per-extra')
  return {
    offered: readNumber(flags.offered, '--offered'),
    intervalSeconds: readNumber(flags.intervalSeconds, '--interval-seconds'),
    ahtSeconds: readNumber(flags.ahtSeconds, '--aht-seconds'),
    ...(patienceSeconds === undefined ? {} : { patienceSeconds }),
    ...(rateShape === undefined ? {} : { rateShape }),
    ...(contactsAtOnce === undefined ? {} : { contactsAtOnce }),
    ...(stretchPerExtra === undefined ? {} : { stretchPerExtra }),
  }
}

function targetOf(flags: RequiredFlags): StaffingTarget {
  const maxAsaSeconds = readOptional(flags.maxAsaSeconds, '--max-asa-seconds')
  const maxOccupancy = readFraction(flags.maxOccupancy, '--max-occupancy')
  const maxAbandonRate = readFraction(flags.maxAbandon, '--max-abandon')
  const target = {
    ...(flags.target === undefined ? {} : { serviceLevel: serviceLevelOf(flags.target, flags) }),
    ...(maxAsaSeconds === undefined ? {} : { maxAsaSeconds }),
    ...(maxAbandonRate === undefined ? {} : { maxAbandonRate }),
    ...(maxOccupancy === undefined ? {} : { maxOccupancy }),
  }
  if (Object.keys(target).length === 0)
    throw new BadInput('Give a target: --target 0.8/20, --max-asa-seconds, --max-abandon or --max-occupancy.')
  return target
}

function serviceLevelOf(text: string, flags: RequiredFlags) {
  const [fraction, withinSeconds] = text.split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
  const isRight = fraction !== undefined && fraction > 0 && fraction <= 1
  if (!isRight || withinSeconds === undefined || !(withinSeconds >= 0) || text.split('/').length !== 2)
    throw new BadInput(`--target must be a share above 0 and at most 1 and seconds, as in 0.8/20, not "${text}".`)
  return { fraction, withinSeconds, rule: ruleOf(flags.rule), ...shortOf(flags, withinSeconds) }
}

function ruleOf(text: string): ServiceLevelRule {
  const rule = serviceLevelRules.find((name) => name === text)
  if (rule === undefined) throw new BadInput(`--rule must be one of ${serviceLevelRules.join(', ')}, not "${text}".`)
  return rule
}

function shortOf({ shortSeconds: text }: RequiredFlags, withinSeconds: number): { readonly shortSeconds?: number } {
  const shortSeconds = readOptional(text, '--short-seconds')
  if (shortSeconds === undefined) return {}
  if (shortSeconds < 0 || shortSeconds > withinSeconds)
    throw new BadInput(`--short-seconds must lie between 0 and the target’s ${withinSeconds}, not ${shortSeconds}.`)
  return { shortSeconds }
}

function readFraction(text: string | undefined, option: string): number | undefined {
  const value = readOptional(text, option)
  if (value !== undefined && !(value >= 0 && value <= 1))
    throw new BadInput(`${option} must be a fraction between 0 and 1, not ${text ?? ''}.`)
  return value
}

function inJson(requirement: StaffingRequirement, shrinkage: number): unknown {
  if (!requirement.possible)
    return { requiredAgents: null, requiredScheduled: null, unreachable: requirement.unreachable }
  const { agents, binding, state } = requirement
  return {
    requiredAgents: agents,
    requiredScheduled: agents / (1 - shrinkage),
    binding,
    ...measuresOf(state),
  }
}

function printRequirement(requirement: StaffingRequirement & { readonly possible: true }, shrinkage: number): void {
  const { agents, binding, state } = requirement
  console.log(`needed at posts    ${agents}`)
  console.log(`needed on shift    ${(agents / (1 - shrinkage)).toFixed(1)}`)
  if (binding.length > 0) console.log(`because of         ${binding.map((part) => partNames[part]).join(', ')}`)
  for (const line of measureLines(state)) console.log(line)
}

const partNames = {
  serviceLevel: 'the service level',
  asa: 'the speed of answer',
  abandonRate: 'the abandon rate',
  occupancy: 'the occupancy',
  balance: 'the balance of work and agents (nobody hangs up)',
} satisfies Record<TargetPart, string>

function whyNot(requirement: StaffingRequirement & { readonly possible: false }, target: StaffingTarget): string {
  const { unreachable, mostAgents } = requirement
  const parts = unreachable.map((part) => `${partNames[part]}${wanted[part](target)}`).join(' and ')
  return mostAgents === undefined
    ? `No number of agents can meet ${parts}: it is approached and never reached.`
    : unreachable.includes('balance')
      ? `${mostAgents} agents are too few: more work than agents, and nobody hangs up, so the queue grows without end. Raise --most-agents, or give --patience-seconds.`
      : `${mostAgents} agents do not meet ${parts}.`
}

const wanted = {
  serviceLevel: ({ serviceLevel }) => ` of ${serviceLevel?.fraction ?? ''} (--target)`,
  asa: ({ maxAsaSeconds }) => ` of ${maxAsaSeconds ?? ''} s (--max-asa-seconds)`,
  abandonRate: ({ maxAbandonRate }) => ` of ${maxAbandonRate ?? ''} (--max-abandon)`,
  occupancy: ({ maxOccupancy }) => ` of ${maxOccupancy ?? ''} (--max-occupancy)`,
  balance: () => '',
} satisfies Record<TargetPart, (target: StaffingTarget) => string>
