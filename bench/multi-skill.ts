import { coverGreedily, multiSkillRequirement, type SolveCover } from '@pult/engine/staffing'
import { readCenterModel, simulateCenter } from '@pult/engine/simulation'

import { coverBy } from '../cli/highs-cover.ts'
import { openHighs } from '../cli/highs-solver.ts'
import { machine, option } from './open-pult.ts'

// Agents by skill group and hour for a centre of 10 types, 20 groups and 24 hours: 80 % within 20 seconds for every type in every
// hour, found and then verified on days of another seed. `--check 1000` days of verification.

const TYPES = 10
const HOURS = 24

const hours = Array.from({ length: HOURS }, (_, hour) => hour)
const types = Array.from({ length: TYPES }, (_, type) => `type${type}`)

/** A quiet night, a peak before noon and a lower one in the evening. */
const shape = (hour: number): number =>
  0.15 + Math.exp(-(((hour - 11) / 3) ** 2)) + 0.6 * Math.exp(-(((hour - 18) / 3) ** 2))

/** Ten groups of one skill, then ten of two to four neighbouring ones. */
const groups = [
  ...types.map((type, at) => ({ id: `only${at}`, types: [type] })),
  ...types.map((_, at) => ({
    id: `wide${at}`,
    types: Array.from({ length: 2 + (at % 3) }, (_, next) => types[(at + next * (1 + (at % 2))) % TYPES] as string),
  })),
]

const { model } = readCenterModel({
  horizonSeconds: HOURS * 3600,
  periods: hours.map((hour) => ({ startSeconds: hour * 3600, lengthSeconds: 3600 })),
  contactTypes: types.map((id, type) => ({
    id,
    arrivalsPerHour: hours.map((hour) => (25 + 12 * type) * shape(hour)),
    patience: { exponential: { meanSeconds: 120 + 20 * type } },
    handling: { lognormal: { meanSeconds: 180 + 20 * ((type * 7) % TYPES), sdSeconds: 220 } },
    withinSeconds: 20,
    groups: groups.filter((group) => group.types.includes(id)).map((group) => group.id),
  })),
  groups: groups.map((group) => ({ ...group, agents: 0 })),
  routing: 'longestWaiting',
})

const target = { serviceLevel: { fraction: 0.8, withinSeconds: 20, rule: 'neutral' } } as const
const costs = groups.map((group) => 1 + 0.1 * (group.types.length - 1))
const seed = option('seed', 1)
const solver = await openHighs()

console.log(machine())
const ways: readonly (readonly [string, SolveCover])[] = [
  ['HiGHS', coverBy(solver)],
  ['greedy', coverGreedily],
]
const found = ways.map(([name, cover]) => search(name, cover))
const [first = 0, second = 0] = found
console.log(`cost with HiGHS ÷ cost with the greedy cover: ${(first / second).toFixed(4)}`)

function search(name: string, cover: SolveCover): number {
  let solving = 0
  let solved = 0
  const solve: SolveCover = (program) => {
    const began = performance.now()
    const agents = cover(program)
    solving += performance.now() - began
    solved += 1
    return agents
  }
  const wallBegan = performance.now()
  const cpuBegan = process.cpuUsage()
  const targets = types.map(() => target)
  const { possible, cost, agents, simulatedDays } = multiSkillRequirement({ model, targets, costs, seed, solve })
  const { user, system } = process.cpuUsage(cpuBegan)
  const seconds = (performance.now() - wallBegan) / 1000
  console.log(
    `${name}: ${TYPES} types × ${groups.length} groups × ${HOURS} hours in ${seconds.toFixed(1)} s on the clock, ${((user + system) / 1e6).toFixed(1)} CPU s; ${simulatedDays} days simulated, ${solved} covers in ${(solving / 1000).toFixed(1)} s`,
  )
  const agentHours = agents.flat().reduce((sum, number) => sum + number, 0)
  console.log(
    `  possible ${possible}; cost ${cost.toFixed(1)}; ${agentHours} agent-hours for ${erlangHours().toFixed(1)} of load`,
  )
  verify(agents)
  return cost
}

function verify(agents: readonly (readonly number[])[]): void {
  const staffed = model.groups.map((group, at) => ({ ...group, agents: agents[at] ?? [] }))
  const verified = simulateCenter(
    { ...model, groups: staffed },
    { replications: option('check', 1000), seed: 1_000_003 + seed },
  )
  const { fraction, rule } = target.serviceLevel
  const levels = verified.perQueue.flatMap(({ id, perPeriod }) =>
    perPeriod.map(({ serviceLevel }, hour) => ({ id, hour, ...serviceLevel[rule] })),
  )
  const missed = levels.filter(({ mean }) => mean < fraction)
  const worst = levels.toSorted((left, right) => left.mean - right.mean)[0]
  console.log(
    `  verified on ${verified.replications} other days: ${levels.length - missed.length} of ${levels.length} cells meet the target; worst ${worst?.id ?? ''} at ${worst?.hour ?? 0} h: ${worst?.mean.toFixed(4) ?? ''} ± ${worst?.halfWidth?.toFixed(4) ?? ''}; all together ${verified.total.serviceLevel[rule].mean.toFixed(4)}`,
  )
}

function erlangHours(): number {
  return model.contactTypes.reduce(
    (sum, { arrivalsPerHour }, type) =>
      sum + arrivalsPerHour.reduce((total, rate) => total + rate, 0) * ((180 + 20 * ((type * 7) % TYPES)) / 3600),
    0,
  )
}
