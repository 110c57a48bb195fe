import { sql } from 'kysely'

import {
  changeable,
  neededCounters,
  stamp,
  versionOn,
  withFixedThresholds,
  type CounterValues,
  type MeasureDefinition,
  type MeasureParameters,
} from '@pult/engine/measures'
import { MINUTE_MS } from '@pult/engine/time'

import { ownReference, readCenter, readOwnVersions } from '../center/index.ts'
import type { Tx } from '../platform/index.ts'
import { columnName, contactAggregate, distinctCounters } from './counter-sql.ts'
import type { Fragment } from './legs-sql.ts'
import { targetOf, targetsOn, withinSecondsOf, type TargetInForce } from './thresholds.ts'
import { agentStates } from './today-agents.ts'
import type { LiveQueue } from './today-counts.ts'
import { lastFactAt, liveLegs, queuesOf, type TodayQueue } from './today-sql.ts'
import { instant, zoneOf, type Span } from './zone-sql.ts'

const QUARTER_MS = 15 * MINUTE_MS

/** Today so far, or so many of the last minutes. */
export type LiveWindow = 'today' | number

export interface LiveQuestion {
  readonly definition: MeasureDefinition
  readonly window: LiveWindow
}

/** What a centre is doing this moment, read once for everybody who wants to judge it. */
export interface LiveFigures {
  readonly timeZone: string
  readonly queues: readonly TodayQueue[]
  /** Who waits and who is served, by the id of the queue; 0 is no queue. */
  readonly live: ReadonlyMap<number, LiveQueue>
  readonly agents: readonly { readonly agentId: number; readonly state: string }[]
  readonly lastFactAt: number | null
  readonly parametersOf: (queueId: number) => MeasureParameters
  readonly targetOf: (measureId: string, queueId: number) => TargetInForce | undefined
  /** A measure by the centre's own definition, where it has changed it. */
  readonly definitionOf: (published: MeasureDefinition) => MeasureDefinition
  /** Which version of it that is. */
  readonly versionOf: (published: MeasureDefinition) => HeldVersion
  readonly spanOf: (window: LiveWindow) => Span
  /** Counters of the asked measures by the id of the queue. */
  readonly countsIn: (window: LiveWindow) => ReadonlyMap<number, CounterValues>
}

/** The window up to now. Roll-ups know quarters of an hour, so it begins with the quarter in which its first minute lies. */
export function windowSpan(window: LiveWindow, now: number, startOfDay: number): Span {
  const from = window === 'today' ? startOfDay : Math.floor((now - window * MINUTE_MS) / QUARTER_MS) * QUARTER_MS
  return { from, to: now + QUARTER_MS }
}

/** What does not change from one moment of a day to the next. */
export type StandingFigures = Pick<
  LiveFigures,
  'timeZone' | 'queues' | 'parametersOf' | 'targetOf' | 'definitionOf' | 'versionOf'
>

/** The version of a definition that holds: the centre's own, or Pult's. */
export interface HeldVersion {
  /** Under which it is asked for: `abandonRate@1`, `abandonRate@own2`. */
  readonly reference: string
  readonly version: number
  readonly isOwn: boolean
}

/** Queues, targets and thresholds as they hold at an instant. */
export async function readStandingFigures(tx: Tx, centerId: number, now: number): Promise<StandingFigures> {
  const { timeZone, policy } = await readCenter(tx, centerId)
  const queues = await queuesOf(tx, centerId)
  const day = zoneOf(timeZone).localDate(now)
  const targets = await targetsOn(tx, centerId, day)
  const versions = await readOwnVersions(tx, centerId)
  const { shortAbandonSeconds } = policy
  return {
    timeZone,
    queues,
    parametersOf: (queueId) => ({ withinSeconds: withinSecondsOf(targets, queueId), shortAbandonSeconds }),
    targetOf: (measureId, queueId) => targetOf(targets, measureId, queueId),
    definitionOf(published) {
      const version = versionOn(versions, published.id, day)
      const own = version === null ? undefined : changeable(published.id)?.define(version.parameters)
      return own === undefined ? published : withFixedThresholds(own)
    },
    versionOf(published) {
      const own = versionOn(versions, published.id, day)
      return own === null
        ? { reference: stamp(published), version: published.version, isOwn: false }
        : { reference: ownReference(published.id, own.version), version: own.version, isOwn: true }
    },
  }
}

/** Reads the questions' counters, a query a window, and whatever is open this moment. */
export async function readLiveFigures(
  tx: Tx,
  centerId: number,
  now: number,
  questions: readonly LiveQuestion[],
): Promise<LiveFigures> {
  const standing = await readStandingFigures(tx, centerId, now)
  const zone = zoneOf(standing.timeZone)
  const spanOf = (window: LiveWindow): Span => windowSpan(window, now, zone.startOfDay(zone.localDate(now)))
  const counts = new Map<LiveWindow, ReadonlyMap<number, CounterValues>>()
  for (const [window, asked] of Map.groupBy(questions, (question) => question.window)) {
    const definitions = asked.map(({ definition }) => standing.definitionOf(definition))
    counts.set(window, await countersOf(tx, centerId, spanOf(window), counterColumns(definitions, standing)))
  }
  return {
    ...standing,
    live: await liveLegs(tx, centerId, now),
    agents: await agentStates(tx, centerId, now),
    lastFactAt: await lastFactAt(tx, centerId),
    spanOf,
    countsIn: (window) => counts.get(window) ?? new Map<number, CounterValues>(),
  }
}

/** The sums that measures need, at the thresholds of all queues. */
export function counterColumns(
  definitions: readonly MeasureDefinition[],
  { queues, parametersOf }: Pick<StandingFigures, 'queues' | 'parametersOf'>,
): Fragment[] {
  const ways = [0, ...queues.map(({ queueId }) => queueId)].map(parametersOf)
  const wanted = distinctCounters(
    definitions.flatMap((definition) => ways.flatMap((parameters) => neededCounters(definition, parameters))),
  )
  return wanted.map((counter) => sql`${contactAggregate(counter)} as ${sql.ref(columnName(counter))}`)
}

async function countersOf(
  tx: Tx,
  centerId: number,
  span: Span,
  columns: readonly Fragment[],
): Promise<ReadonlyMap<number, CounterValues>> {
  const { rows } = await sql<CounterValues & { queue_id: number }>`
    select queue_id, ${sql.join(columns)} from queue_interval
    where center_id = ${centerId} and direction = 'inbound' and at >= ${instant(span.from)} and at < ${instant(span.to)} group by queue_id
  `.execute(tx)
  return new Map(rows.map(({ queue_id: queueId, ...values }) => [queueId, values]))
}
