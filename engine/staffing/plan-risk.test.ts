import { describe, expect, it } from 'vitest'

import { createRandom } from '../numeric/index.ts'
import { erlangA } from '../queueing/index.ts'
import { luckOfQueue, planRisk, requiredAgents, type PlannedInterval, type StaffingTarget } from './index.ts'

const level = Object.freeze({ withinSeconds: 20, rule: 'neutral' as const })
const target: StaffingTarget = Object.freeze({ serviceLevel: { ...level, fraction: 0.8 } })
const load = { intervalSeconds: 1800, ahtSeconds: 240, patienceSeconds: 180 }

function planOf(offered: readonly number[]): readonly PlannedInterval[] {
  return offered.map((calls) => {
    const requirement = requiredAgents({ ...load, offered: calls }, target)
    return Object.freeze({
      ...load,
      offered: calls,
      agents: requirement.possible ? requirement.agents : 0,
      rateShape: 400,
    })
  })
}

const day = planOf([30, 60, 100, 120, 110, 80, 70, 90, 95, 60, 40, 20])
const ask = (plan: readonly PlannedInterval[], dayShape?: number, asked: StaffingTarget = target) =>
  planRisk(plan, {
    target: asked,
    level,
    random: createRandom('plan'),
    ...(dayShape === undefined ? {} : { dayShape }),
  })

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

  it('is judged by every part of the target, together no likelier than each alone', () => {
    const parts: readonly StaffingTarget[] = [
      target,
      { maxAsaSeconds: 25 },
      { maxAbandonRate: 0.06 },
      { maxOccupancy: 0.88 },
    ]
    const chances = parts.map((part) => ask(day, 30, part).day.chance)
    for (const chance of chances) {
      expect(chance).toBeGreaterThan(0.05)
      expect(chance).toBeLessThan(0.95)
    }
    const all = ask(day, 30, Object.assign({}, ...parts) as StaffingTarget)
    expect(all.day.chance).toBeLessThanOrEqual(Math.min(...chances))
    // The level told is the same whatever else is asked for.
    expect(all.day.p10).toBe(ask(day, 30).day.p10)
    // An easier part is met more often, and one agent more never makes it rarer.
    const easier = ask(day, 30, { maxAbandonRate: 0.12 })
    expect(easier.day.chance).toBeGreaterThan(chances[2] ?? 1)
    for (const { oneMore } of all.intervals) expect(oneMore.dayChance).toBeGreaterThanOrEqual(0)
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
  // A queue of its own, event by event: the spread of half-hours' figures against the formulas for it.
  it.each([
    [100, 16],
    [100, 14],
    [300, 43],
    [20, 5],
  ])('%d calls and %d agents: as simulated, within a quarter', (offered, agents) => {
    const queue = { ...load, offered, agents, withinSeconds: 20 }
    const state = erlangA(queue)
    const foreseen = luckOfQueue(queue, state)
    const seen = simulatedHalves(queue, 3000)
    const level = spreadOf(seen.map(({ inTime }) => inTime))
    expect(level.mean).toBeCloseTo(state.outcomes.answeredWithin, 1)
    const gone = spreadOf(seen.map((one) => one.gone))
    expect(gone.mean).toBeCloseTo(state.abandonRate, 1)
    const wait = spreadOf(seen.map((one) => one.waitSeconds))
    const busy = spreadOf(seen.map((one) => one.busy))
    expect(busy.mean).toBeCloseTo(state.occupancy, 1)
    const compared = [
      [level.deviation, foreseen.level],
      [gone.deviation, foreseen.abandonRate],
      [wait.deviation, foreseen.wait * state.meanWaitSeconds],
      [busy.deviation, foreseen.occupancy],
    ] as const
    for (const [as, told] of compared) {
      expect(as / told).toBeGreaterThan(0.75)
      expect(as / told).toBeLessThan(1.25)
    }
  })
})

function spreadOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) }
}

interface Half {
  offered: number
  inTime: number
  gone: number
  waitSeconds: number
  busySeconds: number
}

/** Shares and mean waits of each of so many half-hours of one long M/M/c+M queue, first come first served. */
function simulatedHalves(queue: { offered: number; agents: number; withinSeconds: number }, intervals: number) {
  const random = createRandom(`queue ${queue.offered} ${queue.agents}`)
  const freeAt = Array.from({ length: queue.agents }, () => 0)
  const length = load.intervalSeconds
  const halves = Array.from({ length: intervals }, (): Half => ({
    offered: 0,
    inTime: 0,
    gone: 0,
    waitSeconds: 0,
    busySeconds: 0,
  }))
  for (let now = 0; ;) {
    now += random.exponential(length / queue.offered)
    const half = halves[Math.floor(now / length)]
    if (half === undefined) break
    const wait = Math.max(0, Math.min(...freeAt) - now)
    const patience = random.exponential(load.patienceSeconds)
    half.offered += 1
    half.waitSeconds += Math.min(wait, patience)
    if (patience < wait) {
      half.gone += 1
      continue
    }
    const start = now + wait
    const end = start + random.exponential(load.ahtSeconds)
    freeAt[freeAt.indexOf(Math.min(...freeAt))] = end
    if (wait <= queue.withinSeconds) half.inTime += 1
    // Its work lies in every half-hour that it touches.
    for (let at = Math.floor(start / length); at * length < end; at++) {
      const touched = halves[at]
      if (touched !== undefined) touched.busySeconds += Math.min(end, (at + 1) * length) - Math.max(start, at * length)
    }
  }
  // The first ones warm up.
  return halves.slice(10).map(({ offered, inTime, gone, waitSeconds, busySeconds }) => ({
    inTime: offered > 0 ? inTime / offered : 1,
    gone: offered > 0 ? gone / offered : 0,
    waitSeconds: offered > 0 ? waitSeconds / offered : 0,
    busy: busySeconds / (queue.agents * length),
  }))
}
