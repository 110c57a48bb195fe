import { sql } from 'kysely'

import { counters, type CounterId, type CounterValues } from '@pult/engine/measures'
import { MINUTE_MS } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { counterColumns, readStandingFigures, windowSpan, type LiveFigures, type LiveQuestion } from './live-figures.ts'
import { instant, zoneOf, type Span } from './zone-sql.ts'

const QUARTER_MS = 15 * MINUTE_MS
const DAY_MS = 1440 * MINUTE_MS

/** What a question would have been answered at the end of each quarter of an hour of a stretch. */
export interface PastFigures {
  readonly instants: readonly number[]
  /** As they stood at one of the instants; nobody waits and nobody is signed in, for that is not kept. */
  readonly figuresAt: (instant: number) => LiveFigures
}

/** Reads the quarters of a stretch once. Targets and thresholds are those of its end. */
export async function readPastFigures(
  tx: Tx,
  centerId: number,
  { from, to }: Span,
  question: LiveQuestion,
): Promise<PastFigures> {
  const standing = await readStandingFigures(tx, centerId, to)
  const columns = counterColumns([standing.definitionOf(question.definition)], standing)
  const { rows } = await sql<CounterValues & { queue_id: number; at: Date }>`
    select at, queue_id, ${sql.join(columns)} from queue_interval
    where center_id = ${centerId} and direction = 'inbound' and at >= ${instant(from - DAY_MS - QUARTER_MS)} and at < ${instant(to)} group by at, queue_id
  `.execute(tx)
  const byQuarter = Map.groupBy(rows, ({ at }) => at.getTime())
  const first = Math.ceil(from / QUARTER_MS) * QUARTER_MS
  const zone = zoneOf(standing.timeZone)
  return {
    instants: Array.from({ length: Math.floor((to - first) / QUARTER_MS) + 1 }, (_, step) => first + step * QUARTER_MS),
    figuresAt(now) {
      const span = windowSpan(question.window, now, zone.startOfDay(zone.localDate(now)))
      const counts = new Map<number, Record<string, number>>()
      for (let at = span.from; at < now; at += QUARTER_MS)
        for (const { queue_id: queueId, at: _at, ...values } of byQuarter.get(at) ?? []) {
          const sum = counts.get(queueId) ?? {}
          counts.set(queueId, sum)
          for (const [name, value] of Object.entries(values)) sum[name] = joined(name, sum[name] ?? 0, Number(value))
        }
      return {
        ...standing,
        live: new Map(),
        agents: [],
        lastFactAt: null,
        spanOf: () => span,
        countsIn: () => counts,
      }
    },
  }
}

/** A maximum does not add. */
const joined = (name: string, left: number, right: number): number =>
  counters[name.split(':')[0] as CounterId].combine === 'max' ? Math.max(left, right) : left + right
