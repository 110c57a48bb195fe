import type { SkillNeed, SkillNeedResult } from '@pult/contract/staffing-skills'
import { createZone, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import { readCallRoster, weekHourOf, type CallRoster } from '../staffing/index.ts'
import { HALF_HOUR_MS } from './half-hours.ts'
import type { KeptSkillNeed, SearchResult } from './skill-need-store.ts'
import { readSkillTargets, sameTarget } from './skill-targets.ts'

const HALF_HOUR = HALF_HOUR_MS / 3_600_000

/**
 * What was searched, with the people on the roster that it asks for and whether queues' rules ask for something else by now. Kept are
 * agents at their posts alone: shrinkage and availability may change any day, and the search would not come out otherwise.
 */
export async function asOfNow(tx: Tx, centerId: number, kept: readonly KeptSkillNeed[]): Promise<SkillNeed[]> {
  const roster = await readCallRoster(tx, centerId)
  const zone = createZone((await readCenter(tx, centerId)).timeZone)
  const needs: SkillNeed[] = []
  for (const need of kept) {
    const { result, draft } = need
    const targetOf = await readSkillTargets(tx, centerId, draft)
    const isStale = result?.queues.some(({ queueId, target }) => !sameTarget(target, targetOf(queueId))) ?? false
    needs.push({ ...need, isStale, result: result === null ? null : withRoster(result, roster, zone) })
  }
  return needs
}

function withRoster(result: SearchResult, { perPresent, perPost }: CallRoster, zone: Zone): SkillNeedResult {
  const hours = result.intervals.map((at) => weekHourOf(zone, Date.parse(at)))
  const inHour = (place: number) => hours[place] ?? { weekday: 1, hour: 0 }
  const groups = result.groups.map((group) => ({
    ...group,
    scheduled: group.agents.map((agents, place) => agents * perPost(group.queueIds[0], inHour(place))),
  }))
  const rosterHours = groups.flatMap(({ scheduled }) => scheduled).reduce((sum, one) => sum + one * HALF_HOUR, 0)
  const agents = hours.map((_, place) => groups.reduce((sum, group) => sum + (group.agents[place] ?? 0), 0))
  const atPosts = agents.reduce((sum, one) => sum + one, 0)
  const present = agents.reduce((sum, one, place) => sum + one * perPresent(inHour(place)), 0)
  return { ...result, groups, rosterHours, shrinkage: present > 0 ? 1 - atPosts / present : 0 }
}
