import type { MeasureFigure, MeasureQuery, MeasureRow, RowKey, Split } from '@pult/contract/measures'
import type { MeasureDefinition } from '@pult/engine/measures'
import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'
import type { Asked } from './asked.ts'
import { drillOf, spanOfKeys, type DrillContext } from './drill.ts'
import { gapsIn, hasContacts, isInGap, isOfTime } from './gap.ts'
import { readLabels, type Labels } from './labels.ts'
import { figureOf } from './measure-figure.ts'
import { isJudgedByQueue, OWN_THRESHOLD, type GroupOfQueues } from './own-thresholds.ts'
import { presentKey } from './split-sql.ts'
import { stretchesIn, targetAlong, type TargetStretch } from './target-stretches.ts'
import { withinSecondsOf } from './thresholds.ts'
import type { Span } from './zone-sql.ts'

/** What rows of a question are shown with. */
export interface RowContext {
  readonly labels: Labels
  readonly drill: DrillContext
  readonly gaps: readonly Span[]
}

/** Reads names, silences and teams, as far as the question is about them. */
export async function readRowContext(tx: Tx, { base }: Asked): Promise<RowContext> {
  const { centerId, zone, period, splitBy, filters, intervalMinutes } = base
  const labels = await readLabels(tx, centerId, splitBy)
  const gaps = await gapsIn(tx, centerId, period)
  const agentsOfTeam = await teamsOf(tx, centerId, splitBy, filters)
  return { labels, gaps, drill: { zone, period, filters, intervalMinutes, agentsOfTeam } }
}

/** Agents of each team, asked for only where rows or filters are about teams. */
async function teamsOf(
  tx: Tx,
  centerId: number,
  splitBy: readonly Split[],
  filters: MeasureQuery['filters'],
): Promise<(teamId: number) => readonly number[]> {
  if (!splitBy.includes('team') && filters.teamIds === undefined) return () => []
  const { rows } = await sql<{ teamId: number; agentId: number }>`
    select coalesce(team_id, 0) as "teamId", agent_id as "agentId" from agent where center_id = ${centerId}
  `.execute(tx)
  const teams = Map.groupBy(rows, (row) => row.teamId)
  return (teamId) => (teams.get(teamId) ?? []).map((row) => row.agentId)
}

/** A row of the answer; `formers`: the same group in each period compared with. */
export function rowOf(
  asked: Asked,
  group: GroupOfQueues,
  formers: readonly (GroupOfQueues | undefined)[],
  { labels, drill, gaps }: RowContext,
): MeasureRow {
  const { splitBy, filters, withinSeconds } = asked.query
  const keys = group.keys.map((raw, index): RowKey => {
    const split = splitBy[index] ?? 'queue'
    const key = presentKey(split, raw)
    return { split, key, label: labels.get(split)?.get(Number(key)) ?? '' }
  })
  const { queueIds = [] } = filters
  const own = keys.find((key) => key.split === 'queue')
  const queueId = Number(own?.key ?? (queueIds.length === 1 ? queueIds[0] : 0))
  const isOfOne = own !== undefined
  const ofOne = (): number => withinSecondsOf(asked.stretches[0]?.targets ?? [], queueId)
  const gap = isInGap(keys, drill, gaps) && !hasContacts(group)
  const row: RowInQuestion = {
    group,
    formers,
    queueId,
    isOfOne,
    gap,
    stretches: stretchesIn(asked.stretches, spanOfKeys(keys, drill)),
    withinSeconds: withinSeconds ?? (isOfOne ? ofOne() : asked.withinSeconds),
  }
  return {
    keys,
    figures: asked.definitions.map((_, place) => figureIn(asked, place, row)),
    drill: drillOf(keys, drill),
    gap,
  }
}

interface RowInQuestion {
  readonly group: GroupOfQueues
  readonly formers: readonly (GroupOfQueues | undefined)[]
  /** Whose targets hold; 0: the centre's. */
  readonly queueId: number
  /** Whether the row is one queue's. */
  readonly isOfOne: boolean
  readonly gap: boolean
  /** The targets of the row's days. */
  readonly stretches: readonly TargetStretch[]
  readonly withinSeconds: number
}

function figureIn(asked: Asked, place: number, row: RowInQuestion): MeasureFigure {
  const { group, formers, queueId, isOfOne, gap, stretches, withinSeconds } = row
  const definition = asked.definitions[place] as MeasureDefinition
  const judged = asked.ownThresholds !== null && (asked.changes || !isOfOne) && isJudgedByQueue(definition)
  // Counted apart: within each queue's own threshold, or by the centre's own definition.
  const apart = judged || asked.measures[place]?.stretches !== null
  const valuesOf = (of: GroupOfQueues): Readonly<Record<string, number>> => (apart ? (of.own ?? {}) : of.values)
  const values = gap && !isOfTime(definition) ? {} : valuesOf(group)
  const before = formers.map((former) => (former === undefined ? undefined : valuesOf(former)))
  const target = targetAlong(stretches, definition.id, queueId)
  return figureOf(asked, place, values, before, target, judged ? OWN_THRESHOLD : withinSeconds)
}
