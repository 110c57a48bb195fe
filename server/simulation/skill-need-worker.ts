import { parentPort, workerData } from 'node:worker_threads'

import { simulateCenter, type CenterModel } from '@pult/engine/simulation'
import { multiSkillRequirement, type KeptPart, type StaffingTarget } from '@pult/engine/staffing'

import { openHighsCover } from './highs-cover.ts'

// Searches agents by skill group, then tries them on days of another seed; tells how far it is.

export interface SkillNeedTask {
  readonly model: CenterModel
  /** By type: what its queue is to keep. */
  readonly targets: readonly StaffingTarget[]
  /** By group: what an agent's hour costs. */
  readonly costs: readonly number[]
  /** By group; null: as many as it takes. */
  readonly most: readonly number[] | null
  readonly seed: number
}

export interface FoundSkillNeed {
  /** By group and period. */
  readonly agents: readonly (readonly number[])[]
  readonly occupancy: readonly (number | null)[]
  readonly parts: readonly KeptPart[]
  readonly verifiedDays: number
}

export type SkillNeedWord = { readonly progress: number } | { readonly found: FoundSkillNeed }

const OCCUPANCY_DAYS = 100
const SEARCH_SHARE = 0.9

const tell = (word: SkillNeedWord): void => parentPort?.postMessage(word)

async function search({ model, targets, costs, most, seed }: SkillNeedTask): Promise<FoundSkillNeed> {
  const { agents, parts, verifiedDays } = multiSkillRequirement({
    model,
    targets,
    costs,
    seed,
    solve: await openHighsCover(),
    onProgress: (fraction) => tell({ progress: fraction * SEARCH_SHARE }),
    ...(most === null ? {} : { most }),
  })
  tell({ progress: SEARCH_SHARE })
  const groups = model.groups.map((group, place) => ({ ...group, agents: agents[place] ?? [], shifts: [] }))
  const { perGroup } = simulateCenter({ ...model, groups }, { replications: OCCUPANCY_DAYS, seed: seed + 1_000_003 })
  return { agents, parts, verifiedDays, occupancy: perGroup.map(({ occupancy }) => known(occupancy.mean)) }
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null)

tell({ found: await search(workerData as SkillNeedTask) })
