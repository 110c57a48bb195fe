import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { erlangA } from '../queueing/index.ts'
import { levelDeviation, planRisk, requiredAgents, type PlannedInterval, type ServiceLevelTarget } from './index.ts'

const target: ServiceLevelTarget = Object.freeze({ fraction: 0.8, withinSeconds: 20, rule: 'neutral' })
const load = { intervalSeconds: 1800, ahtSeconds: 240, patienceSeconds: 180 }

function planOf(offered: readonly number[]): readonly PlannedInterval[] {
  return offered.map((calls) => {
    const requirement = requiredAgents({ ...load, offered: calls }, { serviceLevel: target })
    return Object.freeze({
      ...load,
      offered: calls,
      agents: requirement.possible ? requirement.agents : 0,
      rateShape: 400,
    })
  })
}

const day = planOf([30, 60, 100, 120, 110, 80, 70, 90, 95, 60, 40, 20])
const ask = (plan: readonly PlannedInterval[], dayShape?: number) =>
  planRisk(plan, { target, random: createRandom('plan'), ...(dayShape === undefined ? {} : { dayShape }) })

describe('a plan as a distribution', () => {
  it('is the same for the same seed, and its shares are shares', () => {
    const risk = ask(day, 50)
    expect(ask(day, 50)).toEqual(risk)
    for (const { mean, p10, p50, p90, chance } of [risk.day, ...risk.intervals]) {
      for (const share of [mean, p10, p50, p90, chance]) expect(share >= 0 && share <= 1).toBe(true)
      expect(p10).toBeLessThanOrEqual(p50)
      expect(p50).toBeLessThanOrEqual(p90)
    }
  })

  it('a plan made for 80 % on average misses many of its half-hours; uncertain days make its days worse', () => {
    const sure = ask(day)
    expect(sure.intervals.every(({ p10 }) => p10 < 0.8)).toBe(true)
    expect(ask(day, 25).day.chance).toBeLessThan(sure.day.chance)
    expect(ask(day, 25).day.p10).toBeLessThan(sure.day.p10)
  })

  it('one agent more helps, most in money where the plan is shortest for its calls', () => {
    const short = day.map((interval, place) => (place === 3 ? { ...interval, agents: interval.agents - 3 } : interval))
    const { intervals } = ask(short, 50)
    for (const { oneMore } of intervals) {
      expect(oneMore.answeredWithin).toBeGreaterThanOrEqual(0)
      expect(oneMore.dayLevel).toBeGreaterThanOrEqual(0)
      expect(oneMore.dayChance).toBeGreaterThanOrEqual(0)
    }
    const gains = intervals.map(({ oneMore }) => oneMore.answeredWithin)
    expect(gains.indexOf(Math.max(...gains))).toBe(3)
  })

  it('an interval without agents answers nobody', () => {
    const { intervals, day: whole } = ask([{ ...load, offered: 10, agents: 0 }])
    expect(whole.mean).toBe(0)
    expect(intervals[0]?.oneMore.answeredWithin).toBeGreaterThan(0)
  })

  it('nobody calls: every target is met', () => {
    expect(ask([{ ...load, offered: 0, agents: 1 }]).day).toMatchObject({ mean: 1, chance: 1 })
  })

  it('names impossible input', () => {
    expect(() => ask([{ ...load, offered: -1, agents: 1 }])).toThrow(/^offered must be/)
    expect(() => ask([{ ...load, offered: 1, agents: 0.5 }])).toThrow(/^agents must be/)
    expect(() => ask(day, 0)).toThrow(/^dayShape must be/)
  })
})

describe('the luck of one interval', () => {
  // A queue of its own, event by event: the spread of half-hours' strict service levels against the formula for it.
  it.each([
    [100, 16],
    [100, 14],
    [300, 43],
    [20, 5],
  ])('%d calls and %d agents: as simulated, within a quarter', (offered, agents) => {
    const queue = { ...load, offered, agents, withinSeconds: 20 }
    const { outcomes, waitProbability } = erlangA(queue)
    const foreseen = levelDeviation({
      level: outcomes.answeredWithin,
      offered,
      intervalSeconds: 1800,
      forgetsSeconds: waitProbability * 180 + (1 - waitProbability) * 240,
    })
    const levels = simulatedLevels(queue, 3000)
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length
    expect(mean).toBeCloseTo(outcomes.answeredWithin, 1)
    const deviation = Math.sqrt(levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length)
    expect(deviation / foreseen).toBeGreaterThan(0.75)
    expect(deviation / foreseen).toBeLessThan(1.25)
  })
})

/** Strict service level of each of so many half-hours of one long M/M/c+M queue, first come first served. */
function simulatedLevels(
  queue: { offered: number; agents: number; withinSeconds: number },
  intervals: number,
): number[] {
  const random = createRandom(`queue ${queue.offered} ${queue.agents}`)
  const freeAt = Array.from({ length: queue.agents }, () => 0)
  const offered = Array.from({ length: intervals }, () => 0)
  const inTime = Array.from({ length: intervals }, () => 0)
  for (let now = 0; ;) {
    now += random.exponential(load.intervalSeconds / queue.offered)
    const interval = Math.floor(now / load.intervalSeconds)
    if (interval >= intervals) break
    const wait = Math.max(0, Math.min(...freeAt) - now)
    offered[interval] = (offered[interval] ?? 0) + 1
    if (random.exponential(load.patienceSeconds) < wait) continue
    freeAt[freeAt.indexOf(Math.min(...freeAt))] = now + wait + random.exponential(load.ahtSeconds)
    if (wait <= queue.withinSeconds) inTime[interval] = (inTime[interval] ?? 0) + 1
  }
  // The first ones warm up.
  return offered.map((calls, index) => (calls > 0 ? (inTime[index] ?? 0) / calls : 1)).slice(10)
}
