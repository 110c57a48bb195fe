import { sql } from 'kysely'

import type { RecomputeReport, RecomputeRequest } from '@pult/contract/measures'

import { readCenter } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import type { Fragment } from './legs-sql.ts'
import { periodOf } from './period.ts'
import {
  daySteps,
  hourAfter,
  hourBefore,
  intervalSteps,
  runStep,
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

/**
 * Computes the roll-ups of a period (the whole local months around it) from the facts again and compares them with what is
 * stored; mends unless dry. To be called when nothing is due.
 */
export async function recompute(tx: Tx, centerId: number, request: RecomputeRequest): Promise<RecomputeReport> {
  const zone = zoneOf((await readCenter(tx, centerId)).timeZone)
  const period = periodOf(zone, request.from, request.to)
  await sql`set local enable_nestloop = off`.execute(tx)
  await sql`set local work_mem = '256MB'`.execute(tx)
  const compared = new Map<string, Compared>()
  for (const step of stepsOf(centerId, zone, period)) {
    const result = await compare(tx, centerId, step)
    const former = compared.get(step.table)
    compared.set(step.table, former === undefined ? result : addUp(former, result))
    if (!request.dry && result.differing > 0) await runStep(tx, centerId, step)
  }
  const tables = [...compared.values()]
  return {
    period: { from: isoOf(period.from), to: isoOf(period.to) },
    dry: request.dry,
    tables: tables.map(({ table, rows, differing }) => ({ table, rows, differing })),
    examples: tables.flatMap(({ examples }) => examples),
    mended: !request.dry && tables.some(({ differing }) => differing > 0),
  }
}

/** Month by month, so that no single statement holds a year. */
function* stepsOf(centerId: number, zone: ReturnType<typeof zoneOf>, period: Span): Generator<RollupStep> {
  const around = wholeMonths(zone, period)
  for (let from = around.from; from < around.to;) {
    const nextMonth = wholeMonths(zone, { from, to: from + 1 }).to
    const span = { from: hourBefore(from), to: hourAfter(Math.min(nextMonth, around.to)) }
    for (const kind of ['queue', 'agent'] as const) {
      yield* intervalSteps(kind, centerId, span)
      yield* daySteps(kind, centerId, zone, [wholeDaysOf(zone, span)], storedTables)
    }
    yield* slotSteps(centerId, zone, [wholeDaysOf(zone, span)], storedTables.queueInterval)
    from = span.to
  }
}

function wholeDaysOf(zone: ReturnType<typeof zoneOf>, span: Span): Span {
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

async function compare(tx: Tx, centerId: number, step: RollupStep): Promise<Compared> {
  const columns = sql.join(step.columns.map((column) => sql`${comparable(column)} as ${sql.ref(column)}`))
  const { rows } = await sql<{ total: number; differing: number; examples: string[] | null }>`
    with stored as materialized (select ${columns} from ${sql.table(step.table)} where center_id = ${centerId} and ${step.where}),
    computed as materialized (select ${columns} from (${step.rows}) fresh),
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
