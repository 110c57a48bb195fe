import type { Command } from 'commander'

import { serviceLevelRules } from '@pult/engine/queueing'
import { simulateCenter, type CenterModel } from '@pult/engine/simulation'
import { multiSkillRequirement } from '@pult/engine/staffing'

import { askEngine, readNumber } from './engine-input.ts'
import { BadInput } from './failure.ts'
import { printJson, wantsJson } from './json-output.ts'
import { readModel } from './model-file.ts'

interface SkillsFlags {
  readonly model: string
  readonly target: string
  readonly rule: string
  readonly most?: string
  readonly seed: string
  readonly verifyDays: string
}

const rules = serviceLevelRules

/** `pult staffing skills`: agents by skill group and period, searched and verified by simulation. Needs no server. */
export function registerSkills(staffing: Command): void {
  const command = staffing
    .command('skills')
    .description('the fewest agents by skill group and period of a model file such that every type keeps its target')
    .requiredOption('--model <file>', 'the centre, as JSON for `pult simulate`; its numbers of agents are not used')
    .option('--target <share>', 'service level within each type’s withinSeconds', '0.8')
    .option('--rule <name>', `how it is counted: ${rules.join(', ')}`, 'neutral')
    .option('--most <numbers>', 'most agents by group, as in 10,5,8')
    .option('--seed <number>', 'the same seed gives the same numbers', '1')
    .option('--verify-days <number>', 'days simulated with another seed to verify the answer', '300')
  command.action((flags: SkillsFlags) => {
    const rule = rules.find((name) => name === flags.rule)
    if (rule === undefined) throw new BadInput(`--rule must be one of ${rules.join(', ')}, not "${flags.rule}".`)
    const model = readModel(flags.model)
    const target = { fraction: readNumber(flags.target, '--target'), rule }
    const seed = readNumber(flags.seed, '--seed')
    const most = flags.most?.split(',').map((part) => readNumber(part, '--most'))
    const found = askEngine(() =>
      multiSkillRequirement({ model, target, seed, ...(most === undefined ? {} : { most }) }),
    )
    const days = readNumber(flags.verifyDays, '--verify-days')
    const verified = askEngine(() => verify(model, found.agents, { replications: days, seed: seed + 1_000_003 }))
    const cells = verified.perQueue.flatMap(({ id, perPeriod }) =>
      perPeriod.map(({ serviceLevel }, period) => ({ type: id, period, level: serviceLevel[rule].mean })),
    )
    const missed = cells.filter(({ level }) => level < target.fraction)
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
        `verified on ${days} other days: ${cells.length - missed.length} of ${cells.length} cells keep the target`,
      )
    }
    const [first] = found.unreachable
    if (first !== undefined)
      throw new BadInput(
        `${first.type} keeps only ${first.level.toFixed(3)} in period ${first.period}, and no group may grow (--most).`,
      )
  })
}

function verify(
  model: CenterModel,
  agents: readonly (readonly number[])[],
  runs: { readonly replications: number; readonly seed: number },
) {
  const groups = model.groups.map((group, place) => ({ ...group, agents: agents[place] ?? [], shifts: [] }))
  return simulateCenter({ ...model, groups }, runs)
}
