import { sql } from 'kysely'

import type { RecomputeReport, RecomputeRequest } from '@pult/contract/measures-recompute'

import { HOUR_MS, type Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import { dueHoursIn, markHours, rollupKinds, type RollupKind } from './due-hours.ts'
import type { Fragment } from './legs-sql.ts'
import { periodOf } from './period.ts'
import {
  agentMonthSteps,
  daySteps,
  hourAfter,
  hourBefore,
  intervalSteps,
  slotSteps,
  storedTables,
  wholeMonths,
  type RollupStep,
} from './rollup-steps.ts'
import { isoOf, zoneOf, type Span, daysSpan } from './zone-sql.ts'

const EXAMPLES_PER_TABLE = 3

interface Compared {
  readonly table: string
  readonly rows: number
  readonly differing: number
  readonly examples: string[]
}

interface Check {
  readonly step: RollupStep
  readonly kind: RollupKind
  readonly span: Span
}

/** What differs, and the hours from which it is computed. */
export interface Compare {
  readonly report: RecomputeReport
  readonly differing: readonly { readonly kind: RollupKind; readonly span: Span }[]
}

/**
 * Computes the roll-ups of a period (the whole local months around it) from the facts again and compares them with what is
 * stored. Hours that are due are left out: their facts came a moment ago and are no fault. Wants one snapshot, in which facts and
 * the hours they made due are of one moment.
 */
export async function compareWithFacts(tx: Tx, centerId: number, request: RecomputeRequest): Promise<Compare> {
  const zone = zoneOf((await readCenter(tx, centerId)).timeZone)
  const period = periodOf(zone, request.from, request.to)
  await sql`set local enable_nestloop = off`.execute(tx)
  await sql`set local work_mem = '256MB'`.execute(tx)
  const compared = new Map<string, Compared>()
  const differing: Check[] = []
  for (const check of checksOf(centerId, zone, period)) {
    const due = await dueHoursIn(tx, centerId, check.kind, check.span)
    const result = await compare(tx, centerId, check.step, leftOut(check.step, zone, due))
    const former = compared.get(check.step.table)
    compared.set(check.step.table, former === undefined ? result : addUp(former, result))
    if (result.differing > 0) differing.push(check)
  }
  const tables = [...compared.values()]
  return {
    report: {
      period: { from: isoOf(period.from), to: isoOf(period.to) },
      dry: request.dry,
      tables: tables.map(({ table, rows, differing: wrong }) => ({ table, rows, differing: wrong })),
      examples: tables.flatMap(({ examples }) => examples),
      mended: false,
    },
    differing,
  }
}

/** Makes every hour behind what differs due: whoever keeps the roll-ups computes them, and the days and months above, again. */
export async function markDiffering(tx: Tx, centerId: number, differing: Compare['differing']): Promise<void> {
  for (const kind of rollupKinds) {
    const hours = new Set<number>()
    for (const { span } of differing.filter((one) => one.kind === kind))
      for (let hour = hourBefore(span.from); hour < span.to; hour += HOUR_MS) hours.add(hour)
    await markHours(tx, centerId, kind, [...hours])
  }
}

/** Rows of a step that facts of due hours have a part in. Coarser ones are sums of stored rows, and agree with those at any time. */
function leftOut({ table }: RollupStep, zone: Zone, due: readonly number[]): Fragment {
  if (due.length === 0) return sql`false`
  if (table === 'agent_day') return sql`day = any(${[...new Set(due.map((hour) => zone.localDate(hour)))]}::date[])`
  if (table.endsWith('_interval'))
    return sql`date_bin('1 hour', at, timestamptz '1970-01-01 00:00Z') = any(${due.map(isoOf)}::timestamptz[])`
  return sql`false`
}

/** Month by month, so that no single statement holds a year. */
function* checksOf(centerId: number, zone: Zone, period: Span): Generator<Check> {
  const around = wholeMonths(zone, period)
  for (let from = around.from; from < around.to;) {
    const nextMonth = wholeMonths(zone, { from, to: from + 1 }).to
    const span = { from: hourBefore(from), to: hourAfter(Math.min(nextMonth, around.to)) }
    const days = wholeDaysOf(zone, span)
    const of =
      (kind: RollupKind) =>
      (step: RollupStep): Check => ({ step, kind, span: days })
    for (const kind of rollupKinds) {
      yield* intervalSteps(kind, centerId, span).map(of(kind))
      yield* daySteps(kind, centerId, zone, [days], storedTables).map(of(kind))
    }
    yield* slotSteps(centerId, zone, [days], storedTables.queueInterval).map(of('queue'))
    yield* agentMonthSteps(centerId, zone, [days]).map(of('agent'))
    from = span.to
  }
}

function wholeDaysOf(zone: Zone, span: Span): Span {
  return daysSpan(zone, zone.localDate(span.from), zone.localDate(span.to - 1))
}

function addUp(former: Compared, next: Compared): Compared {
  return {
    table: former.table,
    rows: former.rows + next.rows,
    differing: former.differing + next.differing,
    examples: [...former.examples, ...next.examples].slice(0, EXAMPLES_PER_TABLE),
  }
}

/** Sums of squares are floating point and depend on the order of adding; everything else must agree to the last digit. */
const comparable = (column: string): Fragment =>
  column.endsWith('_s2') ? sql`round(${sql.ref(column)}::numeric, 3)` : sql.ref(column)

async function compare(tx: Tx, centerId: number, step: RollupStep, without: Fragment): Promise<Compared> {
  const columns = sql.join(step.columns.map((column) => sql`${comparable(column)} as ${sql.ref(column)}`))
  const { rows } = await sql<{ total: number; differing: number; examples: string[] | null }>`
    with stored as materialized (select ${columns} from ${sql.table(step.table)} where center_id = ${centerId} and ${step.where} and not (${without})),
    computed as materialized (select ${columns} from (${step.rows}) fresh where not (${without})),
    missing as (select * from computed except select * from stored),
    wrong as (select * from stored except select * from computed)
    select (select count(*) from stored) as total,
      greatest((select count(*) from missing), (select count(*) from wrong)) as differing,
      (select array_agg(left(line, 300)) from (
        (select 'from the facts: ' || row_to_json(missing)::text as line from missing limit ${EXAMPLES_PER_TABLE})
        union all (select 'stored: ' || row_to_json(wrong)::text from wrong limit ${EXAMPLES_PER_TABLE})
      ) lines) as examples
  `.execute(tx)
  const [row] = rows
  const examples = (row?.examples ?? []).map((line) => `${step.table}: ${line}`)
  return { table: step.table, rows: row?.total ?? 0, differing: row?.differing ?? 0, examples }
}
