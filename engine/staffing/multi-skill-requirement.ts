import { requireNumber, type ServiceLevelRule } from '../queueing/index.ts'
import { simulateCenter, type CenterModel, type Estimate } from '../simulation/index.ts'
import { coverGreedily, type CoverRow, type SolveCover } from './multi-skill-cover.ts'
import { loadRows } from './multi-skill-load.ts'

export interface MultiSkillInput {
  /** Arrivals, handling, patience, skills, routing; its own numbers of agents and shifts are not used. */
  readonly model: CenterModel
  /** Every type keeps this share within its `withinSeconds` in every period. */
  readonly target: { readonly fraction: number; readonly rule: ServiceLevelRule }
  /** Cost of an agent for a period, by group; 1 when left out. */
  readonly costs?: readonly number[]
  /** Most agents, by group; without bound when left out. */
  readonly most?: readonly number[]
  readonly seed: number
  /** Solves the integer programs; a greedy cover when left out. */
  readonly solve?: SolveCover
  /** Days simulated for each point of the search; 30 when left out. */
  readonly searchDays?: number
  /** Days simulated to settle the answer, on other days than the search's; 300 when left out. */
  readonly checkDays?: number
}

export interface MultiSkillRequirement {
  /** Whether every cell met the target, with 95 % confidence, on the check's days. */
  readonly possible: boolean
  /** By group and period. */
  readonly agents: readonly (readonly number[])[]
  readonly cost: number
  /** By type and period, on the check's days. */
  readonly levels: readonly (readonly Estimate[])[]
  /** Where the target is missed and no group may grow; empty when possible. */
  readonly unreachable: readonly { readonly type: string; readonly period: number; readonly level: number }[]
  readonly simulatedDays: number
}

/** Staffing in the hands of the search: agents by group and period. */
type Staffing = number[][]
type Levels = readonly (readonly Estimate[])[]

const UNBOUNDED = 1_000_000
const CUT_ROUNDS = 12
const CHECK_ROUNDS = 60
const NO_SLOPE = 1e-4

/**
 * Agents by skill group and period, at the least cost, such that every type keeps its target in every period: simulation with cuts
 * (Cezik and L'Ecuyer, Management Science 54 (2008) 310). The integer program begins with the load alone; its answer is simulated; for
 * every type and period that misses, the gain of one agent more in each group (same days, so that chance cancels) becomes a linear row
 * that this staffing breaks; and again. One simulated day with one more agent of a group all day serves all its periods. Then agents
 * who are not missed are taken away, and what is left short on many other days is filled.
 *
 * @throws RangeError when the target's fraction is not above 0 and below 1, or lists do not have one entry for each group.
 */
export function multiSkillRequirement(input: MultiSkillInput): MultiSkillRequirement {
  checkInput(input)
  const search = createSearch(input)
  search.cutUntilMet()
  search.dropUnmissed()
  return search.settle()
}

function createSearch(input: MultiSkillInput) {
  const { model, target, seed, searchDays = 30, checkDays = 300, solve = coverGreedily } = input
  const groups = model.groups.length
  const periods = model.periods.length
  const costs = input.costs ?? model.groups.map(() => 1)
  const most = input.most ?? model.groups.map(() => UNBOUNDED)
  const rows: CoverRow[][] = Array.from({ length: periods }, (_, period) => [...loadRows(model, period, 1)])
  // The last known gain of one agent more, by type, period and group.
  const gains = new Map<string, readonly number[]>()
  let simulatedDays = 0
  let agents = solveAll()

  function levelsOf(staffing: Staffing, days: number, ofSeed: number): Levels {
    simulatedDays += days
    const staffed = model.groups.map((group, at) => ({ ...group, agents: staffing[at] ?? [], shifts: [] }))
    const { perQueue } = simulateCenter({ ...model, groups: staffed }, { replications: days, seed: ofSeed })
    return perQueue.map(({ perPeriod }) => perPeriod.map(({ serviceLevel }) => serviceLevel[target.rule]))
  }

  function solveAll(): Staffing {
    // A row beyond all seats asks for all seats: the best there is, and the answer says what is missed.
    const byPeriod = rows.map((ofPeriod) => {
      const within = ofPeriod.map((row) => ({ ...row, atLeast: Math.min(row.atLeast, dot(row.weights, most)) }))
      return solve({ costs, most, rows: within }) ?? most
    })
    return Array.from({ length: groups }, (_, group) => byPeriod.map((ofPeriod) => Math.round(ofPeriod[group] ?? 0)))
  }

  const shortOf = (levels: Levels, period: number): readonly number[] =>
    [...levels.keys()].filter((type) => (levels[type]?.[period]?.mean ?? 1) < target.fraction)

  function cutUntilMet(): void {
    for (let round = 0; round < CUT_ROUNDS; round++) {
      const levels = levelsOf(agents, searchDays, seed)
      const open = Array.from({ length: periods }, (_, period) => period).filter(
        (period) =>
          shortOf(levels, period).length > 0 && agents.some((own, group) => (own[period] ?? 0) < (most[group] ?? 0)),
      )
      if (open.length === 0) return
      learnGains(levels, open)
      for (const period of open)
        for (const type of shortOf(levels, period)) rows[period]?.push(cutOf(levels, type, period))
      agents = solveAll()
    }
  }

  function learnGains(levels: Levels, open: readonly number[]): void {
    const slopes = Array.from({ length: groups }, (_, group) => {
      const more = agents.map((own, other) =>
        own.map((number, period) => number + (other === group && open.includes(period) ? 1 : 0)),
      )
      return levelsOf(more, searchDays, seed)
    })
    for (const [type, own] of levels.entries())
      for (const period of open) {
        const gain = slopes.map((level) => Math.max(0, (level[type]?.[period]?.mean ?? 0) - (own[period]?.mean ?? 0)))
        gains.set(
          `${type}/${period}`,
          gain.map((value) => (value < NO_SLOPE ? 0 : value)),
        )
      }
  }

  /** Far below its target a level hardly moves: then one agent more among those who can serve the type is asked for. */
  function cutOf(levels: Levels, type: number, period: number): CoverRow {
    const present = agents.map((own) => own[period] ?? 0)
    const gain = gains.get(`${type}/${period}`) ?? []
    if (gain.some((value) => value > 0)) {
      const missing = target.fraction - (levels[type]?.[period]?.mean ?? 0)
      return { weights: gain, atLeast: missing + dot(gain, present) }
    }
    const weights = servers(type)
    return { weights, atLeast: 1 + dot(weights, present) }
  }

  const servers = (type: number): readonly number[] =>
    model.groups.map((group) => (group.types.includes(model.contactTypes[type]?.id ?? '') ? 1 : 0))

  /** One agent of a group away in all periods at once; those periods keep the loss that they and the next bear. */
  function dropUnmissed(): void {
    const dearFirst = [...costs.keys()].toSorted((left, right) => (costs[right] ?? 0) - (costs[left] ?? 0))
    for (const group of dearFirst) {
      const fewer = agents.map((own, other) => (other === group ? own.map((number) => Math.max(0, number - 1)) : own))
      const levels = levelsOf(fewer, searchDays, seed)
      const bears = (period: number): boolean => period >= periods || shortOf(levels, period).length === 0
      agents = agents.map((own, other) =>
        other === group
          ? own.map((number, period) => (bears(period) && bears(period + 1) ? Math.max(0, number - 1) : number))
          : own,
      )
    }
  }

  /** On many days that the search has not seen, until the lower end of each cell's interval meets the target. */
  function settle(): MultiSkillRequirement {
    let levels = levelsOf(agents, checkDays, seed + 1)
    for (let round = 0; round < CHECK_ROUNDS; round++) {
      const missed = missedCells(levels)
      const asked = new Set<number>()
      for (const { type, period } of missed) {
        // The worst type of a period first; the others are looked at again once it has been helped.
        if (asked.has(period)) continue
        const group = bestHelper(type, period)
        if (group < 0) continue
        asked.add(period)
        agents = agents.map((own, at) => (at === group ? own.with(period, (own[period] ?? 0) + 1) : own))
      }
      if (asked.size === 0) break
      levels = levelsOf(agents, checkDays, seed + 1)
    }
    const unreachable = missedCells(levels).map(({ type, period, level }) => ({
      type: model.contactTypes[type]?.id ?? '',
      period,
      level,
    }))
    return {
      possible: unreachable.length === 0,
      agents,
      cost: costOf(agents, costs),
      levels,
      unreachable,
      simulatedDays,
    }
  }

  function missedCells(levels: Levels) {
    return levels
      .flatMap((own, type) =>
        own.map(({ mean, halfWidth }, period) => ({ type, period, level: mean, low: mean - (halfWidth ?? 0) })),
      )
      .filter(({ low }) => low < target.fraction)
      .toSorted((left, right) => left.low - right.low)
  }

  function bestHelper(type: number, period: number): number {
    const gain = gains.get(`${type}/${period}`)
    const worth = gain?.some((value) => value > 0) === true ? gain : servers(type)
    let best = -1
    for (const [group, value] of worth.entries()) {
      if (value <= 0 || (agents[group]?.[period] ?? 0) >= (most[group] ?? 0)) continue
      if (best < 0 || value / (costs[group] ?? 1) > (worth[best] ?? 0) / (costs[best] ?? 1)) best = group
    }
    return best
  }

  return { cutUntilMet, dropUnmissed, settle }
}

const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0)

const costOf = (agents: Staffing, costs: readonly number[]): number =>
  agents.reduce((sum, own, group) => sum + (costs[group] ?? 0) * own.reduce((total, number) => total + number, 0), 0)

function checkInput({ model, target, costs, most, seed }: MultiSkillInput): void {
  const { fraction } = target
  requireNumber('target.fraction', fraction, fraction > 0 && fraction < 1, 'above 0 and below 1')
  requireNumber('seed', seed, Number.isSafeInteger(seed) && seed >= 0, 'a whole number from 0')
  for (const [name, list] of Object.entries({ costs, most })) {
    if (list === undefined) continue
    if (list.length !== model.groups.length)
      throw new RangeError(
        `${name} must have one entry for each of the ${model.groups.length} groups, not ${list.length}`,
      )
    for (const [at, value] of list.entries())
      requireNumber(
        `${name}[${at}]`,
        value,
        name === 'costs' ? value > 0 : value >= 0,
        name === 'costs' ? 'above 0' : 'zero or more',
      )
  }
}
