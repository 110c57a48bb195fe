import { sql } from 'kysely'

import { boundIndex, boundsAround, counterKey, counters, type CounterId } from '@pult/engine/measures'

import type { Fragment } from './legs-sql.ts'
import { agentColumns } from './rollup-columns.ts'

/** A counter with the threshold it is asked at. */
export interface WantedCounter {
  readonly counter: CounterId
  readonly threshold: number | undefined
}

const histograms: Readonly<Partial<Record<CounterId, readonly [cumulative: string, total: string]>>> = {
  answeredWithin: ['answered_cum', 'answered'],
  abandonedWithin: ['abandoned_cum', 'abandoned'],
  flowedOutWithin: ['flowed_out_cum', 'flowed_out'],
  callbackWithin: ['callback_cum', 'callback_requested'],
}

/** Columns of the roll-ups that are not simply the counter's name in snake case. */
const renamed: Readonly<Partial<Record<CounterId, string>>> = {
  handled: 'answered',
  answeredInInterval: 'answered_in',
  handledInInterval: 'handled_in',
}

const columnOf = (counter: CounterId): string =>
  renamed[counter] ?? counter.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Whether roll-ups by agent know it: the abandoned had no agent. */
export function isByAgent(counter: CounterId): boolean {
  if (counters[counter].family === 'time') return true
  const histogram = histograms[counter]
  return agentColumns.includes(histogram === undefined ? columnOf(counter) : histogram[0])
}

export const isTime = (counter: CounterId): boolean => counters[counter].family === 'time'

const ofReasons: ReadonlySet<CounterId> = new Set(['pauseMs', 'unpaidPauseMs', 'trainingMs', 'offQueueMs'])

/** Whether it is kept by pause reason. */
export const isByReason = (counter: CounterId): boolean => ofReasons.has(counter)

/** `sum(...)` of a contact counter over rows of a roll-up. */
export function contactAggregate({ counter, threshold }: WantedCounter): Fragment {
  const histogram = histograms[counter]
  if (histogram !== undefined && threshold !== undefined) return withinAggregate(histogram, threshold)
  const column = sql.ref(columnOf(counter))
  return counters[counter].combine === 'max'
    ? sql`max(${column})::double precision`
    : sql`sum(${column})::double precision`
}

function withinAggregate([cumulative, total]: readonly [string, string], threshold: number): Fragment {
  // Arrays of SQL begin at 1; beyond the array's end everything is within.
  const at = (index: number): Fragment =>
    sql`sum(coalesce(${sql.ref(cumulative)}[${sql.lit(index + 1)}], ${sql.ref(total)}))::double precision`
  const exact = boundIndex(threshold)
  if (exact !== undefined) return at(exact)
  const { below, above, share } = boundsAround(threshold)
  return sql`(${at(below)} + ${sql.lit(share)} * (${at(above)} - ${at(below)}))`
}

const timeStates: Readonly<Partial<Record<CounterId, Fragment>>> = {
  sessionMs: sql`state = 'session'`,
  pauseMs: sql`state = 'pause' and coalesce(reason.kind, 'pause') = 'pause'`,
  unpaidPauseMs: sql`state = 'pause' and coalesce(reason.kind, 'pause') = 'pause' and not coalesce(reason.paid, true)`,
  trainingMs: sql`state = 'training' or (state = 'pause' and reason.kind = 'training')`,
  offQueueMs: sql`state = 'offQueue' or (state = 'pause' and reason.kind = 'offQueue')`,
  ringingMs: sql`state = 'ringing'`,
  handlingMs: sql`state = 'handling'`,
  signedOutMs: sql`state = 'signedOut'`,
  contactMs: sql`state = 'contact'`,
}

/** `sum(...)` of a counter of agents' time over `agent_time_… left join pause_reason reason`. */
export function timeAggregate(counter: CounterId): Fragment {
  return sql`coalesce(sum(ms) filter (where ${timeStates[counter] ?? sql`false`}), 0)::double precision`
}

/** The name under which a wanted counter comes back, safe as a column. */
export const columnName = ({ counter, threshold }: WantedCounter): string => counterKey(counter, threshold)

/** Each once. */
export function distinctCounters(list: readonly WantedCounter[]): WantedCounter[] {
  return [...new Map(list.map((wanted) => [columnName(wanted), wanted])).values()]
}
