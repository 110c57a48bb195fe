import { isDeepStrictEqual } from 'node:util'

import { addDays, DAY_MS, type Zone } from '@pult/engine/time'
import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'
import { isDayStart, type Period } from './period.ts'
import { promisedBy, targetOf, type TargetInForce } from './thresholds.ts'
import type { Span } from './zone-sql.ts'

/** Days of a period on which the same targets hold. */
export interface TargetStretch extends Period {
  readonly targets: readonly TargetInForce[]
}

interface DatedTarget extends TargetInForce {
  readonly firstDay: string
  readonly lastDay: string | null
}

/** The period cut where targets change: every day is judged by the targets of its own. In their order, at least one. */
export async function targetsIn(tx: Tx, centerId: number, zone: Zone, period: Period): Promise<TargetStretch[]> {
  const [first, last] = [zone.localDate(period.from), zone.localDate(period.to - 1)]
  const { rows } = await sql<DatedTarget>`
    select queue_id as "queueId", measure_id as "measureId", value::double precision as value, within_seconds as "withinSeconds",
      valid_from::text as "firstDay", valid_to::text as "lastDay"
    from target where center_id = ${centerId} and valid_from <= ${last}::date and (valid_to is null or valid_to >= ${first}::date)
    order by queue_id, measure_id
  `.execute(tx)
  const begins = rows.flatMap(({ firstDay, lastDay }) => [firstDay, ...(lastDay === null ? [] : [addDays(lastDay, 1)])])
  const days = [first, ...new Set(begins.filter((day) => day > first && day <= last))].toSorted()
  const inForce = (day: string): TargetInForce[] =>
    rows.filter((row) => row.firstDay <= day && (row.lastDay === null || row.lastDay >= day)).map(withoutDates)
  const starts = days
    .map((day) => ({ day, targets: inForce(day) }))
    // Set anew to what it was is no change.
    .filter(({ targets }, index, all) => !isDeepStrictEqual(targets, all[index - 1]?.targets))
  return starts.map(({ day, targets }, index) => {
    const next = starts[index + 1]
    const from = index === 0 ? period.from : zone.startOfDay(day)
    const to = next === undefined ? period.to : zone.startOfDay(next.day)
    return { from, to, wholeDays: isDayStart(zone, from) && isDayStart(zone, to), targets }
  })
}

const withoutDates = ({ queueId, measureId, value, withinSeconds }: DatedTarget): TargetInForce => ({
  queueId,
  measureId,
  value,
  withinSeconds,
})

/** The targets or definitions by which the days of the comparison period are judged: one yardstick for both, place by place. */
export function shiftedStretches<Stretch extends Period>(
  zone: Zone,
  stretches: readonly Stretch[],
  period: Period,
  comparison: Period,
): Stretch[] {
  const shift = (at: number): number => {
    const days = Math.round((at - period.from) / DAY_MS)
    return Math.min(comparison.to, zone.startOfDay(addDays(zone.localDate(comparison.from), days)))
  }
  return stretches
    .map((stretch, index) => {
      const from = index === 0 ? comparison.from : shift(stretch.from)
      const to = index === stretches.length - 1 ? comparison.to : shift(stretch.to)
      return { ...stretch, from, to, wholeDays: isDayStart(zone, from) && isDayStart(zone, to) }
    })
    .filter(({ from, to }) => from < to)
}

/** The stretches that a span of the period touches. */
export const stretchesIn = (stretches: readonly TargetStretch[], { from, to }: Span): TargetStretch[] =>
  stretches.filter((stretch) => stretch.from < to && from < stretch.to)

/** A target that holds all along the stretches; `changed` where it does not stay the same. */
export function targetAlong(
  stretches: readonly TargetStretch[],
  measureId: string,
  queueId: number,
): TargetInForce | undefined | 'changed' {
  const all = stretches.map(({ targets }) => targetOf(targets, measureId, queueId))
  const same = all.every((one) => one?.value === all[0]?.value && one?.withinSeconds === all[0]?.withinSeconds)
  return same ? all[0] : 'changed'
}

/** The days on which a measure's targets change inside the period, of any queue. */
export function changesOf(zone: Zone, stretches: readonly TargetStretch[], measureId: string): string[] {
  const ids = promisedBy(measureId)
  const own = stretches.map(({ targets }) => targets.filter((target) => ids.includes(target.measureId)))
  return stretches
    .filter((_stretch, index) => index > 0 && !isDeepStrictEqual(own[index], own[index - 1]))
    .map(({ from }) => zone.localDate(from))
}
