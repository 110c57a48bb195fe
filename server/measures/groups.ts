import { sql } from 'kysely'

import type { MeasureFilters, Split } from '@pult/contract/measures'
import { boundIndex, counters, type CounterId } from '@pult/engine/measures'
import type { Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import {
  columnName,
  contactAggregate,
  isByAgent,
  isByReason,
  isTime,
  timeAggregate,
  type WantedCounter,
} from './counter-sql.ts'
import { thresholdsFromFacts } from './exact-piece.ts'
import { bucketOf, QUARTER, rollupFromLegs } from './leg-rollup-sql.ts'
import type { Fragment } from './legs-sql.ts'
import { splitByMonths, type Period } from './period.ts'
import { agentColumns } from './rollup-columns.ts'
import { splitKey, type Grain } from './split-sql.ts'
import { instant, type Span } from './zone-sql.ts'

/** Counters by the raw keys of the splits. */
export interface Group {
  readonly keys: readonly unknown[]
  readonly values: Record<string, number>
}

export interface GroupQuery {
  readonly centerId: number
  readonly zone: Zone
  readonly period: Period
  readonly splitBy: readonly Split[]
  readonly intervalMinutes: number
  readonly filters: MeasureFilters
  readonly wanted: readonly WantedCounter[]
  /** Thresholds between the bounds of the roll-ups are counted from the facts and not interpolated. */
  readonly exact?: boolean
}

/** One roll-up, one stretch. */
interface Piece {
  readonly table: Fragment
  readonly grain: Grain
  readonly span: Span
  readonly where: Fragment
}

/** Whether single people stand behind it. */
export const isAboutAgents = (splits: readonly Split[], filters: MeasureFilters): boolean =>
  splits.includes('agent') || splits.includes('team') || filters.agentIds !== undefined || filters.teamIds !== undefined

/** Whether agents' time, which belongs to no queue, is out of the question. */
export const isAboutQueues = (splits: readonly Split[], filters: MeasureFilters): boolean =>
  splits.some((split) => split === 'queue' || split === 'channel' || split === 'direction') ||
  filters.queueIds !== undefined ||
  filters.channels !== undefined ||
  filters.directions !== undefined

/** Only agents' pauses, trainings and other work have a reason. */
export const isAboutReasons = (splits: readonly Split[]): boolean => splits.includes('pauseReason')

/** Agents' time is kept by half-hours: a quarter cannot be told from them. */
export const isFinerThanTime = ({
  splitBy,
  intervalMinutes,
}: Pick<GroupQuery, 'splitBy' | 'intervalMinutes'>): boolean => splitBy.includes('interval') && intervalMinutes < 30

export const withinDay = (splits: readonly Split[]): boolean =>
  splits.some((split) => split === 'interval' || split === 'hour' || split === 'slot')

/** Counters of every group, from the cheapest roll-ups that can tell. What a group cannot know is left out of its values. */
export async function readGroups(tx: Tx, query: GroupQuery): Promise<Group[]> {
  const groups = new Map<string, Group>()
  const agents = isAboutAgents(query.splitBy, query.filters)
  const reasons = isAboutReasons(query.splitBy)
  const contact = query.wanted.filter(({ counter }) => !reasons && !isTime(counter) && (!agents || isByAgent(counter)))
  const exact = contact.filter(({ threshold }) => query.exact === true && !isBound(threshold))
  const summed = contact.filter((wanted) => !exact.includes(wanted))
  if (summed.length > 0) {
    for (const piece of agents ? agentPieces(query) : queuePieces(query)) {
      merge(groups, query, await readPiece(tx, query, piece, agents, summed.map(aliased)))
    }
  }
  if (exact.length > 0) {
    merge(groups, query, await readPiece(tx, query, exactPiece(query, exact, agents), agents, exact.map(aliasedExact)))
  }
  const time = query.wanted.filter(({ counter }) => isTime(counter) && (!reasons || isByReason(counter)))
  if (time.length > 0 && !isAboutQueues(query.splitBy, query.filters) && !isFinerThanTime(query)) {
    merge(groups, query, await readPiece(tx, query, timePiece(query), true, time.map(aliasedTime)))
  }
  return [...groups.values()]
}

const aliased = (wanted: WantedCounter): Fragment => sql`${contactAggregate(wanted)} as ${sql.ref(columnName(wanted))}`
const aliasedTime = (wanted: WantedCounter): Fragment =>
  sql`${timeAggregate(wanted.counter)} as ${sql.ref(columnName(wanted))}`

const aliasedExact = (wanted: WantedCounter): Fragment =>
  sql`sum(${sql.ref(`r.${columnName(wanted)}`)})::double precision as ${sql.ref(columnName(wanted))}`
const isBound = (threshold: number | undefined): boolean =>
  threshold === undefined || boundIndex(threshold) !== undefined

function merge(groups: Map<string, Group>, query: GroupQuery, rows: readonly Record<string, unknown>[]): void {
  for (const row of rows) {
    const keys = query.splitBy.map((_split, index) => row[`key${index}`])
    const name = JSON.stringify(keys)
    const group = groups.get(name) ?? { keys, values: {} }
    groups.set(name, group)
    for (const [column, value] of Object.entries(row)) {
      if (!/^key\d$/.test(column) && value !== null) addCounter(group.values, column, Number(value))
    }
  }
}

/** Adds one counter to others of its name. */
export function addCounter(values: Record<string, number>, name: string, value: number): void {
  // Recall's counts are no counters of the roll-ups; they add like the others.
  const combine = (counters as Partial<typeof counters>)[name.split(':')[0] as CounterId]?.combine ?? 'sum'
  const former = values[name]
  if (former === undefined) values[name] = value
  else values[name] = combine === 'max' ? Math.max(former, value) : former + value
}

async function readPiece(
  tx: Tx,
  query: GroupQuery,
  piece: Piece,
  agents: boolean,
  aggregates: readonly Fragment[],
): Promise<Record<string, unknown>[]> {
  const context = {
    zone: query.zone,
    span: piece.span,
    grain: piece.grain,
    intervalMinutes: query.intervalMinutes,
    table: 'r',
  }
  const keys = query.splitBy.map((split, index) => sql`${splitKey(split, context)} as ${sql.ref(`key${index}`)}`)
  const teams = query.splitBy.includes('team') || query.filters.teamIds !== undefined
  const joinAgent = teams
    ? sql`left join agent on agent.center_id = r.center_id and agent.agent_id = r.agent_id`
    : sql``
  const groupBy =
    query.splitBy.length === 0
      ? sql``
      : sql`group by ${sql.join(query.splitBy.map((_split, index) => sql.lit(index + 1)))}`
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join([...keys, ...aggregates])} from ${piece.table} ${joinAgent}
    where r.center_id = ${query.centerId} and ${piece.where} and ${filtersSql(query.filters, agents)} ${groupBy}
  `.execute(tx)
  // Without a split even no row at all gives one, of nulls.
  return query.splitBy.length > 0 ? rows : rows.filter((row) => Object.values(row).some((value) => value !== null))
}

export function filtersSql(filters: MeasureFilters, agents: boolean): Fragment {
  const conditions = [
    filters.queueIds === undefined ? null : sql`r.queue_id = any(${[...filters.queueIds]}::integer[])`,
    filters.channels === undefined ? null : sql`r.channel = any(${[...filters.channels]}::text[])`,
    filters.directions === undefined ? null : sql`r.direction = any(${[...filters.directions]}::text[])`,
    !agents || filters.agentIds === undefined ? null : sql`r.agent_id = any(${[...filters.agentIds]}::integer[])`,
    !agents || filters.teamIds === undefined
      ? null
      : sql`coalesce(agent.team_id, 0) = any(${[...filters.teamIds]}::integer[])`,
  ].filter((condition) => condition !== null)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

const atIn = ({ from, to }: Span): Fragment => sql`r.at >= ${instant(from)} and r.at < ${instant(to)}`
const dayIn = (zone: Zone, { from, to }: Span): Fragment =>
  sql`r.day >= ${zone.localDate(from)}::date and r.day < ${zone.localDate(to)}::date`

function queuePieces(query: GroupQuery): Piece[] {
  const { zone, period, splitBy } = query
  const intervals = (span: Span): Piece => ({
    table: sql`queue_interval r`,
    grain: 'interval',
    span,
    where: atIn(span),
  })
  if (!period.wholeDays) return [intervals(period)]
  if (!withinDay(splitBy)) {
    return [{ table: sql`queue_day r`, grain: 'day', span: period, where: dayIn(zone, period) }]
  }
  const slotsSuffice = splitBy.every((split) => !['interval', 'day', 'week'].includes(split))
  const { months, edges } = splitByMonths(zone, period)
  if (!slotsSuffice || months === null) return [intervals(period)]
  const where = sql`r.month >= ${zone.localDate(months.from)}::date and r.month < ${zone.localDate(months.to)}::date`
  return [{ table: sql`queue_slot r`, grain: 'slot', span: months, where }, ...edges.map(intervals)]
}

function agentPieces(query: GroupQuery): Piece[] {
  const { zone, period, splitBy, filters, centerId } = query
  if (period.wholeDays && !withinDay(splitBy)) {
    const days = (span: Span): Piece => ({ table: sql`agent_day r`, grain: 'day', span, where: dayIn(zone, span) })
    const { months, edges } = splitByMonths(zone, period)
    const monthsSuffice = splitBy.every((split) => split !== 'day' && split !== 'week' && split !== 'weekday')
    return !monthsSuffice || months === null ? [days(period)] : [wholeMonths(zone, months), ...edges.map(days)]
  }
  const halfHours = query.intervalMinutes >= 30 || !splitBy.includes('interval')
  if (halfHours && !isAboutQueues(splitBy, filters)) {
    return [{ table: sql`agent_interval r`, grain: 'interval', span: period, where: atIn(period) }]
  }
  return [{ table: sql`(${agentsFromFacts(centerId, period)}) r`, grain: 'interval', span: period, where: sql`true` }]
}

/** A month is its first day. */
const wholeMonths = (zone: Zone, span: Span): Piece => ({
  table: sql`(select m.*, m.month as day from agent_month m) r`,
  grain: 'day',
  span,
  where: dayIn(zone, span),
})

function exactPiece({ centerId, period }: GroupQuery, wanted: readonly WantedCounter[], agents: boolean): Piece {
  return {
    table: sql`(${thresholdsFromFacts(centerId, period, wanted)}) r`,
    grain: 'interval',
    span: period,
    where: agents ? sql`r.agent_id <> 0` : sql`true`,
  }
}

/** Agents by quarter of an hour and queue: no roll-up is kept for so fine a question, the legs themselves answer. */
const agentsFromFacts = (centerId: number, span: Span): Fragment =>
  rollupFromLegs({
    centerId,
    span,
    bucket: (stamp) => bucketOf(QUARTER, stamp),
    bucketName: 'at',
    keys: ['agent_id', 'queue_id', 'channel', 'direction'],
    where: sql`l.agent_id <> 0`,
    columns: agentColumns,
  })

function timePiece({ zone, period, splitBy }: GroupQuery): Piece {
  const reasons = sql`left join pause_reason reason on reason.center_id = r.center_id and reason.pause_reason_id = r.pause_reason_id`
  if (period.wholeDays && !withinDay(splitBy)) {
    return { table: sql`agent_time_day r ${reasons}`, grain: 'day', span: period, where: dayIn(zone, period) }
  }
  return { table: sql`agent_time_interval r ${reasons}`, grain: 'interval', span: period, where: atIn(period) }
}
