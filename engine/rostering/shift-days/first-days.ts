import type { Random } from '../../numeric/index.ts'
import type { BestDaysEffort } from './best-days.ts'
import { OFF, type CompiledDays, type CompiledMember } from './compiled.ts'
import type { PersonDays } from './person-days.ts'

const EFFORT: BestDaysEffort = { cellBudget: 4_000_000, rounds: 60, mostLabels: 3000, limit: Number.POSITIVE_INFINITY }
const BLOCK_DAYS = 28
/** Days beyond a block that are planned with it and dropped again, so that no block ends in a corner. */
const LOOK_AHEAD = 14

export interface BlockCosts {
  readonly cost: Float64Array
  readonly random: Random
}

const TRIES_WITHOUT_COSTS = 24

/**
 * A first row for one person over a long horizon: four weeks after four weeks, each with its share of minutes, weekends and counts.
 * Where the shares lead into a corner, others are tried, then days by chance. Null where all of that fails; there may still be a row.
 */
export function daysInBlocks(
  problem: CompiledDays,
  people: PersonDays,
  person: number,
  { cost, random }: BlockCosts,
): Int16Array | null {
  for (const least of [1, 0.95, 0.8, 0])
    for (const round of [Math.ceil, Math.floor]) {
      const row = placeBlocks(problem, people, person, { cost, least, round })
      if (row !== null) return row
    }
  for (let turn = 0; turn < TRIES_WITHOUT_COSTS; turn++) {
    const chance = cost.map(() => random.uniform() - 0.5)
    const least = random.pick([1, 0.97, 0.9])
    const row = placeBlocks(problem, people, person, {
      cost: chance,
      least,
      round: random.pick([Math.ceil, Math.floor]),
    })
    if (row !== null) return row
  }
  return null
}

interface Shares {
  readonly cost: Float64Array
  /** Of the share of the least minutes: how much of it each block must have worked. */
  readonly least: number
  readonly round: (weekends: number) => number
}

function placeBlocks(
  { days, shiftCount, staff }: CompiledDays,
  people: PersonDays,
  person: number,
  { cost, least, round }: Shares,
): Int16Array | null {
  const member = staff[person] as CompiledMember
  const row = new Int16Array(days).fill(OFF)
  for (let from = 0; from < days; from += BLOCK_DAYS) {
    const until = from + 2 * BLOCK_DAYS > days ? days : from + BLOCK_DAYS
    const to = Math.min(days, until + LOOK_AHEAD)
    const share = to / days
    const limits = {
      minUnits: to === days ? member.minUnits : Math.floor(member.minUnits * share * least),
      maxUnits: to === days ? member.maxUnits : Math.ceil(member.maxUnits * share),
      maxWeekends: to === days ? member.maxWeekends : round(member.maxWeekends * share),
      most: member.most.map((most) => (to === days ? most : Math.ceil(most * share))),
    }
    const part = cost.subarray(from * shiftCount, to * shiftCount)
    const { path } = people.open(person, row, { from, to, cost: part }, { ...EFFORT, ...limits })
    if (path === null) return null
    row.set(path.subarray(0, until - from), from)
    if (until === days) break
  }
  return row
}
