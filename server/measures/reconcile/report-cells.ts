import { sql } from 'kysely'

import { OWN, type CountLayout, type Counts, type ReportCell } from '@pult/engine/measures'
import { dayNumber, HOUR_MS, isOpen, isoWeekday, MINUTE_MS, type OpeningHours, type Zone } from '@pult/engine/time'

import { readHoursOfQueues } from '../../center/index.ts'
import type { Tx } from '../../platform/index.ts'
import { columnName, contactAggregate, type WantedCounter } from '../counter-sql.ts'
import type { Fragment } from '../legs-sql.ts'
import { instant, type Span } from '../zone-sql.ts'

/** A report's day may begin elsewhere: so much history around it is read too. */
const AROUND_MS = 24 * HOUR_MS

export interface CellsQuery {
  readonly centerId: number
  readonly zone: Zone
  /** Of the report, in days of the centre. */
  readonly firstDay: string
  readonly span: Span
  readonly layout: CountLayout
  /** The threshold of each queue's own target. */
  readonly ownSeconds: (queueId: number) => number
}

/** Turns rows of sums by instant, queue and channel into the cells of a reconciliation. */
export interface CellMaker {
  readonly span: Span
  readonly bucket: (at: Fragment) => Fragment
  readonly cellsOf: (rows: readonly SumRow[]) => ReportCell[]
}

/** Sums under the names of their counters: `answered`, `answeredWithin:20`. */
export interface SumRow {
  readonly at: number
  readonly queueId: number
  readonly channel: string
  readonly [counter: string]: number | string | null
}

/** What a queue and channel did, hour by hour, from the roll-ups: exact, and one question for a month. */
export async function cellsFromRollups(tx: Tx, query: CellsQuery, maker: CellMaker): Promise<ReportCell[]> {
  const columns = wantedOf(query.layout).map(
    (wanted) => sql`${contactAggregate(wanted)} as ${sql.ref(columnName(wanted))}`,
  )
  const { rows } = await sql<SumRow>`
    select ${maker.bucket(sql`at`)} as at, queue_id as "queueId", channel, ${sql.join(columns)} from queue_interval
    where center_id = ${query.centerId} and at >= ${instant(maker.span.from)} and at < ${instant(maker.span.to)} group by 1, 2, 3
  `.execute(tx)
  return maker.cellsOf(rows)
}

/** The counters of a layout as the roll-ups know them. */
function wantedOf({ names }: CountLayout): WantedCounter[] {
  return names.flatMap((name) => {
    const [counter = '', threshold] = name.split(':')
    if (threshold === OWN) return []
    return {
      counter: counter as WantedCounter['counter'],
      threshold: threshold === undefined ? undefined : Number(threshold),
    }
  })
}

/** Looks up the opening hours, and with them how finely the day must be cut. */
export async function openCellMaker(tx: Tx, query: CellsQuery): Promise<CellMaker> {
  const hours = await readHoursOfQueues(tx, query.centerId)
  const minutes = grainOf(query, [...hours.values()])
  const length = sql`${sql.lit(`${minutes} minutes`)}::interval`
  const first = dayNumber(query.firstDay)
  const { zone, layout } = query
  return {
    span: { from: query.span.from - AROUND_MS, to: query.span.to + AROUND_MS },
    bucket: (at) => sql`(extract(epoch from date_bin(${length}, ${at}, '2000-01-01Z')) * 1000)::double precision`,
    cellsOf: (rows) => {
      const open = rememberOpen(hours, zone)
      const countsOf = reader(layout)
      return rows.map((row) => {
        const at = Number(row.at)
        const { hour, minute } = zone.instantToLocal(at)
        const day = zone.localDate(at)
        return {
          day: dayNumber(day) - first,
          weekday: isoWeekday(day),
          minute: hour * 60 + minute,
          queueId: row.queueId,
          channel: row.channel,
          isOpen: open(row.queueId, at),
          counts: countsOf(row, query.ownSeconds(row.queueId)),
        }
      })
    },
  }
}

/** How to read a row's counts: the names are taken apart once, there are hundreds of thousands of rows. */
function reader({ names }: CountLayout): (row: SumRow, ownSeconds: number) => Counts {
  const owns = names.map((name) => (name.endsWith(`:${OWN}`) ? name.slice(0, -OWN.length) : null))
  return (row, ownSeconds) =>
    Float64Array.from(names, (name, index) => {
      const own = owns[index] ?? null
      return Number(row[own === null ? name : `${own}${ownSeconds}`] ?? 0)
    })
}

/** Whole hours, unless hours of opening or of the zone begin within one. */
function grainOf({ zone, span }: CellsQuery, hours: readonly OpeningHours[]): 15 | 30 | 60 {
  const minutes = hours.flatMap(({ weekly, exceptions }) =>
    [...Object.values(weekly), ...exceptions.values()].flatMap((periods) =>
      (periods ?? []).flatMap(([from, to]) => [Number(from.slice(3)), Number(to.slice(3))]),
    ),
  )
  const all = [...minutes, (zone.offsetAt(span.from) / MINUTE_MS) % 60]
  if (all.every((minute) => minute % 60 === 0)) return 60
  return all.every((minute) => minute % 30 === 0) ? 30 : 15
}

/** Queues without hours are open always. */
function rememberOpen(hours: ReadonlyMap<number, OpeningHours>, zone: Zone): (queueId: number, at: number) => boolean {
  const known = new Map<OpeningHours, Map<number, boolean>>()
  return (queueId, at) => {
    const own = hours.get(queueId)
    if (own === undefined) return true
    const answers = known.get(own) ?? new Map<number, boolean>()
    known.set(own, answers)
    const answer = answers.get(at) ?? isOpen(own, at, zone)
    answers.set(at, answer)
    return answer
  }
}
