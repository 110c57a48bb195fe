import type { MeasureQuery, MeasureReply } from '@pult/contract/measures'

import type { Caller, Tx } from '../platform/index.ts'
import { readAsked, type Asked } from './asked.ts'
import { withinOf } from './asked-thresholds.ts'
import { columnOf } from './columns.ts'
import { withControl } from './control.ts'
import { countDue } from './due-hours.ts'
import { formersOf, groupBefore, type Former } from './formers.ts'
import type { Group } from './groups.ts'
import { groupsOf, totalOf } from './judged-groups.ts'
import { readRowContext, rowOf } from './measure-row.ts'
import { compareRows } from './row-order.ts'
import { changesOf } from './target-stretches.ts'
import { isoOf, type Span } from './zone-sql.ts'

const MOST_ROWS = 20_000

/**
 * Answers a question about measures. Throws 400 problems for unknown measures and impossible periods. With `yardstick` the period is judged by
 * the targets of that other one: what was promised must not change between two sides of a comparison.
 */
export async function answer(
  tx: Tx,
  caller: Caller,
  query: MeasureQuery,
  now: number,
  yardstick?: Pick<MeasureQuery, 'from' | 'to'>,
): Promise<MeasureReply> {
  const asked = await readAsked(tx, caller, query, now, yardstick)
  const { centerId, period, zone, splitBy } = asked.base
  const groups = await groupsOf(tx, asked, period, asked.stretches)
  const formers = await formersOf(tx, asked)
  const context = await readRowContext(tx, asked)
  const rows = groups
    .filter((group) => !isNobodysNothing(asked, group))
    .map((group) => rowOf(asked, group, groupBefore(asked, formers, group), context))
    .toSorted(compareRows)
  const formerTotals = formers.map(({ groups: all }) => totalOf(all))
  const total = rowOf(asked, totalOf(groups), formerTotals, context)
  return {
    timeZone: zone.timeZone,
    period: stretch(period),
    comparisonPeriod: stretchOf(formers[0]),
    comparisonGaps: formers.flatMap(({ gaps }) => gaps.map(stretch)),
    yearBeforePeriod: stretchOf(formers[1]),
    asOf: isoOf(now),
    hoursDue: await countDue(tx, centerId, period, asked.needsAgents ? undefined : 'queue'),
    definitionsAsOf: query.definitionsAsOf ?? isoOf(now),
    measures: columnsOf(asked),
    splitBy: [...splitBy],
    rows: [...withControl(query, asked.definitions, rows, now)].slice(0, MOST_ROWS),
    total,
    gaps: context.gaps.map(stretch),
    truncated: rows.length > MOST_ROWS,
  }
}

const stretch = (span: Span): { from: string; to: string } => ({ from: isoOf(span.from), to: isoOf(span.to) })

const stretchOf = (former: Former | undefined): { from: string; to: string } | null =>
  former === undefined ? null : stretch(former.comparison)

const columnsOf = ({ measures, query, thresholds, stretches, base }: Asked): MeasureReply['measures'] =>
  measures.map((measure) =>
    columnOf(
      measure.definition,
      withinOf(measure, query.withinSeconds, thresholds),
      changesOf(base.zone, stretches, measure.definition.id),
      measure,
    ),
  )

/** A row of contacts without a queue, of which the question counts none: other measures than those asked for made it. */
function isNobodysNothing(asked: Asked, group: Group): boolean {
  const isNobodys = asked.query.splitBy.some(
    (split, index) =>
      (split === 'queue' || split === 'agent' || split === 'team' || split === 'pauseReason') &&
      Number(group.keys[index]) === 0,
  )
  return isNobodys && Object.values(group.values).every((value) => value === 0)
}
