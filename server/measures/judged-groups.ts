import type { Tx } from '../platform/index.ts'
import type { Asked } from './asked.ts'
import { addCounter, isAboutReasons, readGroups } from './groups.ts'
import { withOwnSums } from './own-sums.ts'
import { withOwnThresholds, type GroupOfQueues } from './own-thresholds.ts'
import type { Period } from './period.ts'
import { addRecall } from './recall-groups.ts'
import { shiftedStretches, type TargetStretch } from './target-stretches.ts'
import { lastFactAt } from './today-sql.ts'

/** The groups of a question in a period, its own or one it is compared with, judged by the targets of these stretches. */
export async function groupsOf(
  tx: Tx,
  asked: Asked,
  period: Period,
  stretches: readonly TargetStretch[],
): Promise<GroupOfQueues[]> {
  const { definitions, shortAbandonSeconds, isTold } = asked
  const base = { ...asked.base, period }
  const read = await readGroups(tx, base)
  const isAboutRecall = !isAboutReasons(base.splitBy) && definitions.some((definition) => definition.kind === 'recall')
  const groups = isAboutRecall ? await addRecall(tx, base, asked.windows, await knownUntil(tx, asked), read) : read
  const judged =
    asked.ownThresholds === null
      ? groups
      : await withOwnThresholds(tx, base, groups, { definitions, stretches, shortAbandonSeconds, isTold })
  const plans = asked.measures.flatMap(({ stretches: own }, place) =>
    own === null
      ? []
      : {
          place,
          stretches: period === asked.base.period ? own : shiftedStretches(base.zone, own, asked.base.period, period),
        },
  )
  if (plans.length === 0) return judged
  const { withinSeconds } = asked.query
  return withOwnSums(tx, base, judged, { plans, targets: stretches, shortAbandonSeconds, withinSeconds, isTold })
}

/** Up to when it is known who came again: as far as the sources have told. */
async function knownUntil(tx: Tx, { now, base }: Asked): Promise<number> {
  return Math.min(now, (await lastFactAt(tx, base.centerId)) ?? now)
}

/** All groups as one. */
export function totalOf(groups: readonly GroupOfQueues[]): GroupOfQueues {
  const [values, own]: Record<string, number>[] = [{}, {}]
  for (const group of groups) {
    for (const [name, value] of Object.entries(group.values)) addCounter(values ?? {}, name, value)
    for (const [name, value] of Object.entries(group.own ?? {})) addCounter(own ?? {}, name, value)
  }
  return { keys: [], values: values ?? {}, own: own ?? {} }
}
