import { sql } from 'kysely'

import { levelRules, type MeasureDefinition } from '@pult/engine/measures'

import type { Tx } from '../platform/index.ts'

/** A target in force in the period. Queue 0 is every queue that has none of its own. */
export interface TargetInForce {
  readonly queueId: number
  readonly measureId: string
  readonly value: number
  readonly withinSeconds: number | null
}

/** Industry's 20 seconds, where a centre has set no target. */
const USUAL_WITHIN_SECONDS = 20

/** The targets that hold on the last day of the period. */
export async function targetsOn(tx: Tx, centerId: number, day: string): Promise<TargetInForce[]> {
  const { rows } = await sql<TargetInForce>`
    select queue_id as "queueId", measure_id as "measureId", value::double precision as value, within_seconds as "withinSeconds" from target
    where center_id = ${centerId} and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
  `.execute(tx)
  return rows
}

/** The measures whose target promises one: the centre's own service level is promised by whatever rule its target names. */
export const promisedBy = (measureId: string): readonly string[] =>
  measureId === 'serviceLevel' ? [measureId, ...levelRules] : [measureId]

export const targetOf = (
  targets: readonly TargetInForce[],
  measureId: string,
  queueId: number,
): TargetInForce | undefined => {
  const ids = promisedBy(measureId)
  const of = (id: number): TargetInForce | undefined =>
    ids.flatMap((one) => targets.find((target) => target.measureId === one && target.queueId === id) ?? [])[0]
  return of(queueId) ?? of(0)
}

/** The 20 of 80/20 for a queue (0: the whole centre), whatever service-level rule its target uses. */
export function withinSecondsOf(targets: readonly TargetInForce[], queueId: number): number {
  const withThreshold = targets.filter((target) => target.withinSeconds !== null)
  const own = withThreshold.find((target) => target.queueId === queueId)
  return (own ?? withThreshold.find((target) => target.queueId === 0))?.withinSeconds ?? USUAL_WITHIN_SECONDS
}

export type Verdict = 'met' | 'missed' | 'unknown'

/** `unknown` when the 95 % interval holds the target: too few contacts to say. */
export function verdictOf(
  definition: MeasureDefinition,
  figure: { readonly value: number | null; readonly low: number | null; readonly high: number | null },
  target: number,
): Verdict {
  if (figure.value === null) return 'unknown'
  const good = definition.better === 'low' ? figure.value <= target : figure.value >= target
  const undecided = figure.low !== null && figure.high !== null && figure.low < target && target < figure.high
  return undecided ? 'unknown' : good ? 'met' : 'missed'
}
