import { sql } from 'kysely'

import type { MeasureFigure, MeasureQuery, MeasureReply, MeasureRow, RowKey, Split } from '@pult/contract/measures'
import {
  evaluate,
  isBeyondNoise,
  neededCounters,
  type MeasureDefinition,
  type MeasureParameters,
} from '@pult/engine/measures'
import { wilsonInterval } from '@pult/engine/numeric'

import { readCenter, readOwnVersions } from '../center/index.ts'
import { invalid, type Caller, type Tx } from '../platform/index.ts'
import { askedMeasure, type AskedMeasure } from './asked-definition.ts'
import { columnOf } from './columns.ts'
import { distinctCounters, isByAgent, isByReason, isTime } from './counter-sql.ts'
import { comparisonOf, keyInPeriod, type Comparison } from './comparison.ts'
import { withControl } from './control.ts'
import { drillOf, spanOfKeys, type DrillContext } from './drill.ts'
import { countDue } from './due-hours.ts'
import { gapsIn, hasContacts, isInGap, isOfTime, unknownIn } from './gap.ts'
import {
  addCounter,
  isAboutAgents,
  isAboutQueues,
  isAboutReasons,
  isFinerThanTime,
  readGroups,
  type Group,
  type GroupQuery,
} from './groups.ts'
import { readLabels, type Labels } from './labels.ts'
import {
  isInterpolated,
  isJudgedByQueue,
  OWN_THRESHOLD,
  withOwnThresholds,
  type GroupOfQueues,
} from './own-thresholds.ts'
import { valueOfOwnSums, withOwnSums } from './own-sums.ts'
import { assertOnGrid, periodOf, type Period } from './period.ts'
import { reachOf } from './reach.ts'
import type { RecallWindows } from './recall-facts.ts'
import { addRecall } from './recall-groups.ts'
import { presentKey } from './split-sql.ts'
import {
  changesOf,
  shiftedStretches,
  stretchesIn,
  targetAlong,
  targetsIn,
  type TargetStretch,
} from './target-stretches.ts'
import { lastFactAt } from './today-sql.ts'
import { verdictOf, withinSecondsOf, type TargetInForce } from './thresholds.ts'
import { isoOf, zoneOf, type Span } from './zone-sql.ts'

const MOST_ROWS = 20_000

interface Asked {
  readonly query: MeasureQuery
  readonly definitions: readonly MeasureDefinition[]
  /** The same as they were asked for: with the centre's own versions and their days. */
  readonly measures: readonly AskedMeasure[]
  readonly base: GroupQuery
  /** The targets by their days. */
  readonly stretches: readonly TargetStretch[]
  readonly shortAbandonSeconds: number
  readonly windows: RecallWindows
  /** The threshold of whatever is not told by queue. */
  readonly withinSeconds: number
  /** The thresholds, where the queues or days of the question have different ones and none was asked for. */
  readonly ownThresholds: readonly number[] | null
  /** Whether a queue's own threshold changes within the period. */
  readonly changes: boolean
  readonly isTold: boolean
  readonly now: number
}

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
  const { centerId } = caller
  const center = await readCenter(tx, centerId)
  const zone = zoneOf(center.timeZone)
  const period = periodOf(zone, query.from, query.to)
  if (new Set(query.splitBy).size < query.splitBy.length) {
    throw invalid('splitTwice', 'body.splitBy: the same split is named twice.', { at: 'body.splitBy' })
  }
  const knownAt = query.definitionsAsOf === undefined ? undefined : Date.parse(query.definitionsAsOf)
  const versions = await readOwnVersions(tx, centerId, knownAt)
  const measures = query.measures.map((reference, index) =>
    askedMeasure(reference, `body.measures.${index}`, versions, zone, period),
  )
  const definitions = measures.map(({ definition }) => definition)
  const promised = yardstick === undefined ? period : periodOf(zone, yardstick.from, yardstick.to)
  const dated = await targetsIn(tx, centerId, zone, promised)
  const stretches = promised === period ? dated : shiftedStretches(zone, dated, promised, period)
  const shortAbandonSeconds = query.shortAbandonSeconds ?? center.policy.shortAbandonSeconds
  const about = isAboutAgents(query.splitBy, query.filters) ? 'agents' : 'queues'
  const byDays = stretches.map(({ targets }) => thresholdsIn(targets, query, about))
  const thresholds = query.withinSeconds === undefined ? [...new Set(byDays.flat())] : [query.withinSeconds]
  const changes = thresholds.length > 1 && changesThreshold(stretches, query)
  // What is told by queue needs every queue's threshold; the rest is added up apart, see own-thresholds.
  const isByQueue = query.splitBy.includes('queue')
  const wanted = distinctCounters(
    definitions.flatMap((definition) =>
      (isByQueue ? thresholds : thresholds.slice(0, 1)).flatMap((withinSeconds) =>
        neededCounters(definition, { withinSeconds, shortAbandonSeconds }),
      ),
    ),
  )
  const filters = await reachOf(tx, caller, query.splitBy, query.filters)
  const { splitBy, intervalMinutes } = query
  const base: GroupQuery = { centerId, zone, period, splitBy, intervalMinutes, filters, wanted, exact: query.exact }
  const ownThresholds =
    thresholds.length > 1 && (about === 'queues' || changes) && definitions.some(isJudgedByQueue) ? thresholds : null
  const asked: Asked = {
    query,
    definitions,
    measures,
    base,
    stretches,
    shortAbandonSeconds,
    windows: center.policy,
    withinSeconds: thresholds[0] ?? 0,
    ownThresholds,
    changes,
    isTold: about === 'queues' || isByQueue,
    now,
  }
  const needsAgents = isAboutAgents(splitBy, filters) || wanted.some(({ counter }) => isTime(counter))
  if (needsAgents) assertOnGrid(period, 30)
  const groups = await groupsOf(tx, asked, period, stretches)
  const formers = await formersOf(tx, asked)
  const labels = await readLabels(tx, centerId, splitBy)
  const gaps = await gapsIn(tx, centerId, period)
  const drill: DrillContext = {
    zone,
    period,
    filters,
    intervalMinutes,
    agentsOfTeam: await teamsOf(tx, centerId, splitBy, filters),
  }
  const rows = groups
    .filter((group) => !isNobodysNothing(asked, group))
    .map((group) =>
      rowOf(
        asked,
        group,
        formers.map(({ byKey }) => byKey.get(nameOf(asked, group))),
        labels,
        drill,
        gaps,
      ),
    )
    .toSorted(compareRows)
  const total = rowOf(
    asked,
    totalOf(groups),
    formers.map(({ groups: all }) => totalOf(all)),
    labels,
    drill,
    gaps,
  )
  return {
    timeZone: center.timeZone,
    period: stretch(period),
    comparisonPeriod: stretchOf(formers[0]),
    comparisonGaps: formers.flatMap(({ gaps: unknown }) => unknown.map(stretch)),
    yearBeforePeriod: stretchOf(formers[1]),
    asOf: isoOf(now),
    hoursDue: await countDue(tx, centerId, period, needsAgents ? undefined : 'queue'),
    definitionsAsOf: query.definitionsAsOf ?? isoOf(now),
    measures: measures.map((measure) =>
      columnOf(
        measure.definition,
        withinOf(measure, query.withinSeconds, thresholds),
        changesOf(zone, stretches, measure.definition.id),
        measure,
      ),
    ),
    splitBy: [...splitBy],
    rows: [...withControl(query, definitions, rows, now)].slice(0, MOST_ROWS),
    total,
    gaps: gaps.map(stretch),
    truncated: rows.length > MOST_ROWS,
  }
}

const stretchOf = (former: Former | undefined): { from: string; to: string } | null =>
  former === undefined ? null : stretch(former.comparison)

/** The one threshold of a column; null where there are several. */
function withinOf(
  { stretches }: AskedMeasure,
  asked: number | undefined,
  thresholds: readonly number[],
): number | null {
  const own = new Set((stretches ?? []).map((one) => one.own.withinSeconds))
  const [fixed = null] = own
  if (asked !== undefined) return asked
  if (own.size > 1) return null
  return fixed ?? (thresholds.length === 1 ? (thresholds[0] ?? null) : null)
}

const stretch = (span: Span): { from: string; to: string } => ({ from: isoOf(span.from), to: isoOf(span.to) })

/** Each contact is judged by its own queue's threshold; agents' contacts, which are kept without their queue, by the centre's. */
function thresholdsIn(targets: readonly TargetInForce[], query: MeasureQuery, about: 'agents' | 'queues'): number[] {
  const { queueIds } = query.filters
  if (queueIds?.length === 1) return [withinSecondsOf(targets, queueIds[0] ?? 0)]
  if (about === 'agents' && !query.splitBy.includes('queue')) return [withinSecondsOf(targets, 0)]
  const queues = queueIds ?? [...targets.map((target) => target.queueId), 0]
  return [...new Set(queues.map((queueId) => withinSecondsOf(targets, queueId)))]
}

/** Whether some queue of the question has one threshold on one day and another on another. */
function changesThreshold(stretches: readonly TargetStretch[], query: MeasureQuery): boolean {
  const queueIds = query.filters.queueIds ?? [
    0,
    ...stretches.flatMap(({ targets }) => targets.map((target) => target.queueId)),
  ]
  return queueIds.some((queueId) => new Set(stretches.map(({ targets }) => withinSecondsOf(targets, queueId))).size > 1)
}

async function groupsOf(
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

function totalOf(groups: readonly GroupOfQueues[]): GroupOfQueues {
  const [values, own]: Record<string, number>[] = [{}, {}]
  for (const group of groups) {
    for (const [name, value] of Object.entries(group.values)) addCounter(values ?? {}, name, value)
    for (const [name, value] of Object.entries(group.own ?? {})) addCounter(own ?? {}, name, value)
  }
  return { keys: [], values: values ?? {}, own: own ?? {} }
}

/** A row of contacts without a queue, of which the question counts none: other measures than those asked for made it. */
function isNobodysNothing(asked: Asked, group: Group): boolean {
  const isNobodys = asked.query.splitBy.some(
    (split, index) =>
      (split === 'queue' || split === 'agent' || split === 'team' || split === 'pauseReason') &&
      Number(group.keys[index]) === 0,
  )
  return isNobodys && Object.values(group.values).every((value) => value === 0)
}

const keysOf = (asked: Asked, group: Group): (string | number)[] =>
  group.keys.map((key, index) => presentKey(asked.query.splitBy[index] ?? 'queue', key))
const nameOf = (asked: Asked, group: Group): string => JSON.stringify(keysOf(asked, group))

/** A period compared with, in the groups of the question. */
interface Former {
  readonly comparison: Comparison
  readonly groups: readonly GroupOfQueues[]
  readonly byKey: ReadonlyMap<string, GroupOfQueues>
  readonly gaps: readonly Span[]
}

/** What the question compares with: nothing, one period, or the one before and the one a year before. */
async function formersOf(tx: Tx, asked: Asked): Promise<readonly Former[]> {
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

function rowOf(
  asked: Asked,
  group: GroupOfQueues,
  formers: readonly (GroupOfQueues | undefined)[],
  labels: Labels,
  drill: DrillContext,
  gaps: readonly Span[],
): MeasureRow {
  const { splitBy } = asked.query
  const keys = group.keys.map((raw, index): RowKey => {
    const split = splitBy[index] ?? 'queue'
    const key = presentKey(split, raw)
    return { split, key, label: labels.get(split)?.get(Number(key)) ?? '' }
  })
  const { queueIds = [] } = asked.query.filters
  const queueId = Number(keys.find((key) => key.split === 'queue')?.key ?? (queueIds.length === 1 ? queueIds[0] : 0))
  const isOfOne = keys.some((key) => key.split === 'queue')
  const stretches = stretchesIn(asked.stretches, spanOfKeys(keys, drill))
  const withinSeconds =
    asked.query.withinSeconds ??
    (isOfOne ? withinSecondsOf(asked.stretches[0]?.targets ?? [], queueId) : asked.withinSeconds)
  const gap = isInGap(keys, drill, gaps) && !hasContacts(group)
  return {
    keys,
    figures: asked.definitions.map((definition, index) => {
      const judged = asked.ownThresholds !== null && (asked.changes || !isOfOne) && isJudgedByQueue(definition)
      const valuesOf = (of: GroupOfQueues): Record<string, number> => (judged ? (of.own ?? {}) : of.values)
      const values = gap && !isOfTime(definition) ? {} : valuesOf(group)
      const before = formers.map((former) => (former === undefined ? undefined : valuesOf(former)))
      const target = targetAlong(stretches, definition.id, queueId)
      const seconds = judged ? OWN_THRESHOLD : withinSeconds
      if (asked.measures[index]?.stretches === null) return figureOf(asked, index, values, before, target, seconds)
      const own = gap && !isOfTime(definition) ? {} : (group.own ?? {})
      const ownBefore = formers.map((former) => (former === undefined ? undefined : (former.own ?? {})))
      return figureOf(asked, index, own, ownBefore, target, seconds)
    }),
    drill: drillOf(keys, drill),
    gap,
  }
}

function figureOf(
  asked: Asked,
  place: number,
  values: Readonly<Record<string, number>>,
  formers: readonly (Readonly<Record<string, number>> | undefined)[],
  target: ReturnType<typeof targetAlong>,
  withinSeconds: number,
): MeasureFigure {
  const definition = asked.definitions[place] as MeasureDefinition
  const parameters: MeasureParameters = {
    withinSeconds,
    shortAbandonSeconds: asked.shortAbandonSeconds,
  }
  const now = knownValue(asked, place, values, parameters)
  const compared = (former: (typeof formers)[number]): MeasureFigure['comparison'] => {
    if (former === undefined) return null
    const { interval: there, ...before } = knownValue(asked, place, former, parameters)
    const kind = definition.kind === 'count' ? 'count' : 'other'
    return { ...before, beyondNoise: isBeyondNoise(now, { ...before, interval: there }, kind) }
  }
  const { interval, ...figure } = now
  // Student's interval knows no zero; nothing lasts less.
  const low = interval !== null && definition.kind === 'mean' ? Math.max(0, interval.low) : (interval?.low ?? null)
  const bounds = { low, high: interval?.high ?? null }
  return {
    ...figure,
    ...bounds,
    comparison: compared(formers[0]),
    yearBefore: compared(formers[1]),
    target:
      target === undefined ||
      target === 'changed' ||
      asked.query.splitBy.includes('agent') ||
      asked.query.splitBy.includes('team')
        ? null
        : {
            value: target.value,
            withinSeconds: target.withinSeconds,
            state: verdictOf(definition, { value: figure.value, ...bounds }, target.value),
          },
    control: null,
  }
}

const nothing = { value: null, numerator: 0, denominator: 0, approximate: false, interval: null }

/** What the roll-ups of this question cannot know is null, never 0. */
function knownValue(
  asked: Asked,
  place: number,
  values: Readonly<Record<string, number>>,
  parameters: MeasureParameters,
): ReturnType<typeof evaluate> {
  const definition = asked.definitions[place] as MeasureDefinition
  const own = asked.measures[place]?.stretches ?? null
  if (definition.kind === 'recall') return recallValue(definition, values)
  const { splitBy, filters } = asked.base
  const [agents, queues] = [isAboutAgents(splitBy, filters), isAboutQueues(splitBy, filters)]
  const held = own === null ? [definition] : own.map((one) => one.own.definition)
  const terms = held.flatMap(({ numerator, denominator }) => [...numerator, ...denominator])
  if (agents && terms.some((term) => !isByAgent(term.counter))) return nothing
  if (isAboutReasons(splitBy) && terms.some((term) => !isByReason(term.counter))) return nothing
  const knowsTime = !queues && !isFinerThanTime(asked.base)
  if (!knowsTime && terms.some((term) => isTime(term.counter))) return nothing
  if (Object.keys(values).length === 0) return nothing
  if (own !== null) return valueOfOwnSums(definition, place, values, asked.query.exact) ?? nothing
  const told = evaluate(definition, values, parameters)
  const isOwn = parameters.withinSeconds === OWN_THRESHOLD
  const figure = isOwn ? { ...told, approximate: isInterpolated(asked.ownThresholds ?? []) } : told
  return asked.query.exact && definition.kind !== 'percentile' ? { ...figure, approximate: false } : figure
}

function recallValue(
  definition: MeasureDefinition,
  values: Readonly<Record<string, number>>,
): ReturnType<typeof evaluate> {
  const denominator = values[definition.id === 'retryRate' ? 'identifiedLost' : 'matters'] ?? 0
  const numerator = values[definition.id === 'retryRate' ? 'lostCameAgain' : 'mattersOfOneContact'] ?? 0
  if (denominator === 0) return nothing
  const interval = wilsonInterval(numerator, denominator, 0.95)
  return { value: numerator / denominator, numerator, denominator, approximate: false, interval }
}

function compareRows(left: MeasureRow, right: MeasureRow): number {
  for (const [index, key] of left.keys.entries()) {
    const other = right.keys[index]
    if (other === undefined) return 0
    const order = compareKeys(key, other)
    if (order !== 0) return order
  }
  return 0
}

// Made once: a comparison by itself makes one for every pair.
const byName = new Intl.Collator('ru', { numeric: true })

function compareKeys(left: RowKey, right: RowKey): number {
  // Whatever belongs to nobody comes last.
  if ((left.label === '') !== (right.label === '')) return left.label === '' ? 1 : -1
  if (left.label !== '') return byName.compare(left.label, right.label)
  if (typeof left.key === 'number' && typeof right.key === 'number') return left.key - right.key
  return left.key < right.key ? -1 : left.key > right.key ? 1 : 0
}
