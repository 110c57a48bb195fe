import type { Command } from 'commander'

import { serviceLevelRules } from '@pult/engine/queueing'
import type { CenterModel } from '@pult/engine/simulation'
import { multiSkillRequirement, type MissedPart, type StaffingTarget } from '@pult/engine/staffing'

import { askEngine, readNumber } from './engine-input.ts'
import { BadInput } from './failure.ts'
import { coverBy } from './highs-cover.ts'
import { openHighs } from './highs-solver.ts'
import { printJson, wantsJson } from './json-output.ts'
import { readModel } from './model-file.ts'

interface SkillsFlags {
  readonly model: string
  readonly target: string
  readonly rule: string
  readonly maxAsa?: string
  readonly maxAbandonment?: string
  readonly maxOccupancy?: string
  readonly most?: string
  readonly dearerPerSkill: string
  readonly seed: string
  readonly verifyDays: string
}

const rules = serviceLevelRules

/** `pult staffing skills`: agents by skill group and period, searched and verified by simulation. Needs no server. */
export function registerSkills(staffing: Command): void {
  const command = staffing
    .command('skills')
    .description('the cheapest agents by skill group and period of a model file such that every type keeps its target')
    .requiredOption('--model <file>', 'the centre, as JSON for `pult simulate`; its numbers of agents are not used')
    .option('--target <share>', 'service level within each type’s withinSeconds; "none" where it is no part', '0.8')
    .option('--rule <name>', `how it is counted: ${rules.join(', ')}`, 'neutral')
    .option('--max-asa <seconds>', 'mean wait of every type')
    .option('--max-abandonment <share>', 'share of every type that hangs up')
    .option('--max-occupancy <share>', 'of all who may take a type')
    .option('--most <numbers>', 'most agents by group, as in 10,5,8')
    .option('--dearer-per-skill <share>', 'what each type beyond the first adds to an agent’s cost', '0.05')
    .option('--seed <number>', 'the same seed gives the same numbers', '1')
    .option('--verify-days <number>', 'days simulated with other seeds to settle and to verify the answer', '300')
  command.action(async (flags: SkillsFlags) => {
    const model = readModel(flags.model)
    const targets = model.contactTypes.map((type) => targetOf(flags, type))
    const dearer = readNumber(flags.dearerPerSkill, '--dearer-per-skill')
    const most = flags.most?.split(',').map((part) => readNumber(part, '--most'))
    const input = {
      model,
      targets,
      costs: model.groups.map(({ types }) => 1 + dearer * (types.length - 1)),
      seed: readNumber(flags.seed, '--seed'),
      checkDays: readNumber(flags.verifyDays, '--verify-days'),
      solve: coverBy(await openHighs()),
      ...(most === undefined ? {} : { most }),
    }
    const found = askEngine(() => multiSkillRequirement(input))
    const cells = found.parts.flatMap(({ type, part, wanted, levels }) =>
      levels.map(({ mean, halfWidth }, period) => ({
        type,
        part,
        period,
        level: mean,
        halfWidth,
        wanted,
      })),
    )
    const missed = cells.filter(({ part, level, wanted }) =>
      part === 'serviceLevel' ? level < wanted : level > wanted,
    )
    const days = found.verifiedDays
    if (wantsJson(command))
      printJson({
        groups: model.groups.map(({ id }, place) => ({ id, agents: found.agents[place] })),
        cost: found.cost,
        unreachable: found.unreachable,
        verified: { days, cells: cells.length, missed },
      })
    else {
      for (const [place, { id }] of model.groups.entries())
        console.log(`${id.padEnd(20)} ${found.agents[place]?.join(' ') ?? ''}`)
      console.log(
        `verified on ${days} other days: ${cells.length - missed.length} of ${cells.length} cells keep their target`,
      )
    }
    const [first] = found.unreachable
    if (first !== undefined) throw new BadInput(missedWords(first))
  })
}

function targetOf(
  flags: SkillsFlags,
  { withinSeconds, shortSeconds }: CenterModel['contactTypes'][number],
): StaffingTarget {
  const rule = rules.find((name) => name === flags.rule)
  if (rule === undefined) throw new BadInput(`--rule must be one of ${rules.join(', ')}, not "${flags.rule}".`)
  const { maxAsa, maxAbandonment, maxOccupancy } = flags
  const short = shortSeconds === undefined ? {} : { shortSeconds }
  const level = { withinSeconds, rule, ...short }
  return {
    ...(flags.target === 'none' ? {} : { serviceLevel: { fraction: readNumber(flags.target, '--target'), ...level } }),
    ...(maxAsa === undefined ? {} : { maxAsaSeconds: readNumber(maxAsa, '--max-asa') }),
    ...(maxAbandonment === undefined ? {} : { maxAbandonRate: readNumber(maxAbandonment, '--max-abandonment') }),
    ...(maxOccupancy === undefined ? {} : { maxOccupancy: readNumber(maxOccupancy, '--max-occupancy') }),
  }
}

const missedWords = ({ type, part, period, level }: MissedPart): string =>
  period === null
    ? `${type}: no number of agents keeps its ${part}.`
    : `${type} has a ${part} of ${level?.toFixed(3) ?? ''} in period ${period}, and no group may grow (--most).`
