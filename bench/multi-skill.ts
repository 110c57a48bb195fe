import { multiSkillRequirement } from '@pult/engine/staffing'
import { readCenterModel, simulateCenter } from '@pult/engine/simulation'

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

const target = { fraction: 0.8, rule: 'neutral' } as const
const costs = groups.map((group) => 1 + 0.1 * (group.types.length - 1))

console.log(machine())
const wallBegan = performance.now()
const cpuBegan = process.cpuUsage()
const requirement = multiSkillRequirement({ model, target, costs, seed: option('seed', 1) })
const { user, system } = process.cpuUsage(cpuBegan)
const seconds = (performance.now() - wallBegan) / 1000
console.log(
  `${TYPES} types × ${groups.length} groups × ${HOURS} hours: ${seconds.toFixed(1)} s on the clock, ${((user + system) / 1e6).toFixed(1)} CPU s, ${requirement.simulatedDays} days simulated`,
)
const agentHours = requirement.agents.flat().reduce((sum, number) => sum + number, 0)
console.log(`possible ${requirement.possible}; cost ${requirement.cost.toFixed(1)}; ${agentHours} agent-hours`)

const staffed = model.groups.map((group, at) => ({ ...group, agents: requirement.agents[at] ?? [] }))
const verified = simulateCenter(
  { ...model, groups: staffed },
  { replications: option('check', 1000), seed: 1_000_003 + option('seed', 1) },
)
const levels = verified.perQueue.flatMap(({ id, perPeriod }) =>
  perPeriod.map(({ serviceLevel }, hour) => ({ id, hour, ...serviceLevel[target.rule] })),
)
const missed = levels.filter(({ mean }) => mean < target.fraction)
const worst = levels.toSorted((left, right) => left.mean - right.mean)[0]
const erlangs = model.contactTypes.reduce(
  (sum, { arrivalsPerHour }, type) =>
    sum + arrivalsPerHour.reduce((total, rate) => total + rate, 0) * ((180 + 20 * ((type * 7) % TYPES)) / 3600),
  0,
)
console.log(
  `verified on ${verified.replications} other days: ${levels.length - missed.length} of ${levels.length} cells meet the target; worst ${worst?.id ?? ''} at ${worst?.hour ?? 0} h: ${worst?.mean.toFixed(4) ?? ''} ± ${worst?.halfWidth?.toFixed(4) ?? ''}`,
)
console.log(
  `all together ${verified.total.serviceLevel[target.rule].mean.toFixed(4)}; the load is ${erlangs.toFixed(1)} agent-hours`,
)
