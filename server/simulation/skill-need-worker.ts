import { parentPort, workerData } from 'node:worker_threads'

import type { ServiceLevelRule } from '@pult/engine/queueing'
import { simulateCenter, type CenterModel } from '@pult/engine/simulation'
import { coverGreedily, multiSkillRequirement, type SolveCover } from '@pult/engine/staffing'

// Searches agents by skill group, then verifies them on days of another seed; tells how far it is.

export interface SkillNeedTask {
  readonly model: CenterModel
  readonly target: { readonly fraction: number; readonly rule: ServiceLevelRule }
  /** By group; null: as many as it takes. */
  readonly most: readonly number[] | null
  readonly seed: number
}

export interface FoundSkillNeed {
  /** By group and period. */
  readonly agents: readonly (readonly number[])[]
  readonly occupancy: readonly (number | null)[]
  /** By type and period; null where nobody came. */
  readonly levels: readonly (readonly { readonly level: number | null; readonly halfWidth: number | null }[])[]
  readonly verifiedDays: number
}

export type SkillNeedWord = { readonly progress: number } | { readonly found: FoundSkillNeed }

const VERIFIED_DAYS = 300
// The search solves a program for each period in at most this many rounds; most need fewer.
const USUAL_ROUNDS = 13
const SEARCH_SHARE = 0.6

const tell = (word: SkillNeedWord): void => parentPort?.postMessage(word)

function search({ model, target, most, seed }: SkillNeedTask): FoundSkillNeed {
  let solved = 0
  const solve: SolveCover = (program) => {
    solved += 1
    if (solved % model.periods.length === 0)
      tell({ progress: Math.min(1, solved / (USUAL_ROUNDS * model.periods.length)) * SEARCH_SHARE })
    return coverGreedily(program)
  }
  const { agents } = multiSkillRequirement({ model, target, seed, solve, ...(most === null ? {} : { most }) })
  tell({ progress: 0.9 })
  const groups = model.groups.map((group, place) => ({ ...group, agents: agents[place] ?? [], shifts: [] }))
  const verified = simulateCenter({ ...model, groups }, { replications: VERIFIED_DAYS, seed: seed + 1_000_003 })
  return {
    agents,
    occupancy: verified.perGroup.map(({ occupancy }) => known(occupancy.mean)),
    levels: verified.perQueue.map(({ perPeriod }) =>
      perPeriod.map(({ serviceLevel }) => ({
        level: known(serviceLevel[target.rule].mean),
        halfWidth: known(serviceLevel[target.rule].halfWidth ?? Number.NaN),
      })),
    ),
    verifiedDays: VERIFIED_DAYS,
  }
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)

tell({ found: search(workerData as SkillNeedTask) })
