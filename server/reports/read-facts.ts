import { sql } from 'kysely'

import { plainQuestion, type MeasureQuery, type MeasureReply, type Split } from '@pult/contract/measures'
import type { ReportRhythm } from '@pult/contract/report-words'
import type { PeriodLoad } from '@pult/engine/reports'
import { addDays, createZone, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { answerMeasures, targetsOn, withinSecondsOf } from '../measures/index.ts'
import type { Tx } from '../platform/index.ts'
import { readLoad } from './read-loads.ts'
import { readUsual, type Ordinary, type Watched } from './read-usual.ts'
import type { DaysOfReport } from './report-times.ts'
import { wholeCenter } from './whole-center.ts'

/** Everything the report to management is made from, as it stood at one moment. */
export interface ReportFacts {
  readonly centerName: string
  readonly timeZone: string
  readonly rhythm: ReportRhythm
  readonly days: DaysOfReport
  readonly daysBefore: DaysOfReport
  /** Calls, where the centre has any in the period: Erlang's formulas and most targets are about them. Else all channels. */
  readonly isCalls: boolean
  readonly head: MeasureReply
  readonly queues: MeasureReply
  readonly series: MeasureReply
  readonly usual: Readonly<Record<Watched, Ordinary | null>>
  readonly queueDays: MeasureReply
  readonly before: PeriodLoad
  readonly now: PeriodLoad
  readonly withinOf: ReadonlyMap<number, number>
  readonly targetOf: ReadonlyMap<number, number>
  readonly queueNames: ReadonlyMap<number, string>
  readonly alerts: { readonly open: number; readonly raised: number; readonly worst: readonly string[] }
}

export const headMeasures = [
  'offered',
  'answered',
  'abandonRate',
  'serviceLevelNeutral',
  'asaSeconds',
  'ahtSeconds',
] as const
const queueMeasures = ['offered', 'serviceLevelNeutral', 'abandonRate', 'asaSeconds', 'ahtSeconds'] as const

interface FactsAsked {
  readonly rhythm: ReportRhythm
  readonly days: DaysOfReport
  readonly now: number
}

/** Reads it all in one transaction: no figure of a report contradicts another. */
export async function readFacts(tx: Tx, centerId: number, { rhythm, days, now }: FactsAsked): Promise<ReportFacts> {
  const { name, timeZone } = await readCenter(tx, centerId)
  const zone = createZone(timeZone)
  const caller = wholeCenter(centerId)
  const ask = (more: Partial<MeasureQuery>): Promise<MeasureReply> =>
    answerMeasures(
      tx,
      caller,
      {
        ...plainQuestion,
        from: days.firstDay,
        to: addDays(days.lastDay, 1),
        measures: [...headMeasures],
        filters: { directions: ['inbound'] },
        compare: 'previous',
        ...more,
      },
      now,
    )
  const calls = await ask({ filters: { channels: ['voice'], directions: ['inbound'] } })
  const isCalls = (calls.total.figures[0]?.value ?? 0) > 0
  const filters: MeasureQuery['filters'] = isCalls
    ? { channels: ['voice'], directions: ['inbound'] }
    : { directions: ['inbound'] }
  const head = isCalls ? calls : await ask({})
  const splitBy: Split[] = [rhythm === 'daily' ? 'hour' : 'day']
  const targets = await targetsOn(tx, centerId, days.lastDay)
  const queueNames = await readQueueNames(tx, centerId)
  const withinOf = new Map([...queueNames.keys()].map((id) => [id, withinSecondsOf(targets, id)]))
  const targetOf = new Map(
    [...queueNames.keys()].flatMap((id): [number, number][] => {
      const ofLevel = targets.filter(({ measureId }) => measureId === 'serviceLevelNeutral')
      const found = ofLevel.find(({ queueId }) => queueId === id) ?? ofLevel.find(({ queueId }) => queueId === 0)
      return found === undefined ? [] : [[id, found.value]]
    }),
  )
  const compared = head.comparisonPeriod ?? head.period
  const beforeStretch = { from: Date.parse(compared.from), to: Date.parse(compared.to) }
  const stretch = { from: Date.parse(head.period.from), to: Date.parse(head.period.to) }
  return {
    centerName: name,
    timeZone,
    rhythm,
    days,
    daysBefore: { firstDay: zone.localDate(beforeStretch.from), lastDay: zone.localDate(beforeStretch.to - 1) },
    isCalls,
    head,
    queues: await ask({ measures: [...queueMeasures], splitBy: ['queue'] }),
    series: await ask({ measures: ['offered', 'serviceLevelNeutral'], splitBy, filters }),
    usual: await readUsual(tx, centerId, { days, rhythm, channels: isCalls ? ['voice'] : null, now }, head),
    queueDays: await ask({ measures: ['serviceLevelNeutral'], splitBy: ['queue', 'day'], compare: 'none' }),
    before: await readLoad(tx, centerId, zone, beforeStretch, withinOf),
    now: await readLoad(tx, centerId, zone, stretch, withinOf),
    withinOf,
    targetOf,
    queueNames,
    alerts: await readAlerts(tx, centerId, stretch),
  }
}

async function readQueueNames(tx: Tx, centerId: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select queue_id as id, name from queue where center_id = ${centerId} order by queue_id`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function readAlerts(
  tx: Tx,
  centerId: number,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<ReportFacts['alerts']> {
  const { rows } = await sql<{ open: number; raised: number }>`
    select count(*) filter (where cleared_at is null)::integer as open,
      count(*) filter (where raised_at >= ${new Date(from)} and raised_at < ${new Date(to)})::integer as raised
    from alert where center_id = ${centerId}`.execute(tx)
  const { rows: worst } = await sql<{ name: string }>`
    select rule_name as name from alert where center_id = ${centerId} and cleared_at is null
    group by rule_name order by bool_or(severity = 'critical') desc, bool_or(severity = 'serious') desc, rule_name limit 3`.execute(
    tx,
  )
  return { open: rows[0]?.open ?? 0, raised: rows[0]?.raised ?? 0, worst: worst.map(({ name }) => name) }
}

/** The days of a period, in order. */
export function daysIn({ firstDay, lastDay }: DaysOfReport): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.push(day)
  return days
}
