import type { SkillNeed, SkillNeedResult } from '@pult/contract/staffing-skills'

import type { Tx } from '../platform/index.ts'
import { readCallRoster, type CallRoster } from '../staffing/index.ts'
import { HALF_HOUR_MS } from './half-hours.ts'
import type { KeptSkillNeed, SearchResult } from './skill-need-store.ts'

const HALF_HOUR = HALF_HOUR_MS / 3_600_000

/**
 * What was searched, with the people on the roster that it asks for. Kept are agents at their posts alone: shrinkage and rules may
 * change any day, and the search would not come out otherwise.
 */
export async function onRoster(tx: Tx, centerId: number, kept: readonly KeptSkillNeed[]): Promise<SkillNeed[]> {
  const roster = await readCallRoster(tx, centerId)
  return kept.map((need) => ({ ...need, result: need.result === null ? null : withRoster(need.result, roster) }))
}

function withRoster(result: SearchResult, { shrinkage, perPost }: CallRoster): SkillNeedResult {
  const groups = result.groups.map((group) => {
    const perAgent = perPost(group.queueIds[0])
    return { ...group, scheduled: group.agents.map((agents) => agents * perAgent) }
  })
  const rosterHours = groups.flatMap(({ scheduled }) => scheduled).reduce((sum, one) => sum + one * HALF_HOUR, 0)
  return { ...result, groups, rosterHours, shrinkage }
}
