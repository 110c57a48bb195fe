import type { Tx } from '../platform/index.ts'
import type { Asked } from './asked.ts'
import { comparisonOf, keyInPeriod, type Comparison } from './comparison.ts'
import { unknownIn } from './gap.ts'
import type { Group } from './groups.ts'
import { groupsOf } from './judged-groups.ts'
import type { GroupOfQueues } from './own-thresholds.ts'
import { presentKey } from './split-sql.ts'
import { shiftedStretches } from './target-stretches.ts'
import type { Span } from './zone-sql.ts'

/** A period compared with, in the groups of the question. */
export interface Former {
  readonly comparison: Comparison
  readonly groups: readonly GroupOfQueues[]
  readonly byKey: ReadonlyMap<string, GroupOfQueues>
  readonly gaps: readonly Span[]
}

/** What the question compares with: nothing, one period, or the one before and the one a year before. */
export async function formersOf(tx: Tx, asked: Asked): Promise<readonly Former[]> {
  const { compare, splitBy } = asked.query
  const { period, zone } = asked.base
  const kinds = compare === 'none' ? [] : compare === 'both' ? (['previous', 'yearBefore'] as const) : [compare]
  const formers: Former[] = []
  for (const kind of kinds) {
    const comparison = comparisonOf(zone, period, kind, { now: asked.now, byMonth: splitBy.includes('month') })
    const stretches = shiftedStretches(zone, asked.stretches, period, comparison)
    const groups = await groupsOf(tx, asked, comparison, stretches)
    const gaps = await unknownIn(tx, asked.base.centerId, comparison)
    formers.push({ comparison, groups, byKey: groupsInPeriod(asked, groups, comparison), gaps })
  }
  return formers
}

/** The groups of the comparison period under the keys of this one. */
function groupsInPeriod(
  asked: Asked,
  former: readonly GroupOfQueues[],
  comparison: Comparison,
): Map<string, GroupOfQueues> {
  const { splitBy } = asked.query
  return new Map(
    former.map((group) => {
      const keys = keysOf(asked, group).map((key, index) =>
        keyInPeriod(asked.base.zone, comparison, splitBy[index] ?? 'queue', key),
      )
      return [JSON.stringify(keys), group]
    }),
  )
}

/** A group of the question in each period compared with. */
export function groupBefore(
  asked: Asked,
  formers: readonly Former[],
  group: Group,
): readonly (GroupOfQueues | undefined)[] {
  if (formers.length === 0) return []
  const name = JSON.stringify(keysOf(asked, group))
  return formers.map(({ byKey }) => byKey.get(name))
}

const keysOf = (asked: Asked, group: Group): (string | number)[] =>
  group.keys.map((key, index) => presentKey(asked.query.splitBy[index] ?? 'queue', key))
