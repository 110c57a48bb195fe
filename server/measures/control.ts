import type { MeasureQuery, MeasureRow } from '@pult/contract/measures'
import { controlLimits, counters, type ControlLimits, type MeasureDefinition } from '@pult/engine/measures'

const series = new Set(['day', 'week', 'month', 'interval'])

/**
 * The rows of a series in time with its natural limits, where the question asks for them. What is not over yet, and what lies
 * in a gap, belongs to no series.
 */
export function withControl(
  query: MeasureQuery,
  definitions: readonly MeasureDefinition[],
  rows: readonly MeasureRow[],
  now: number,
): readonly MeasureRow[] {
  const [split] = query.splitBy
  if (!query.control || query.splitBy.length !== 1 || split === undefined || !series.has(split)) return rows
  const limits = definitions.map((definition, index) =>
    controlLimits(
      rows.map((row) => {
        const figure = row.figures[index]
        const over = row.drill === null || Date.parse(row.drill.to) <= now
        return { value: over && !row.gap ? (figure?.value ?? null) : null, denominator: figure?.denominator ?? 0 }
      }),
      isShareOfContacts(definition) ? 'share' : 'value',
    ),
  )
  return rows.map((row, place) => ({
    ...row,
    figures: row.figures.map((figure, index) => ({
      ...figure,
      control: possible(definitions[index], limits[index]?.[place] ?? null),
    })),
  }))
}

/** No measure is below nothing, no share above the whole. */
function possible(definition: MeasureDefinition | undefined, limits: ControlLimits | null): ControlLimits | null {
  if (limits === null) return null
  const most = definition?.unit === 'fraction' ? 1 : Number.POSITIVE_INFINITY
  return { ...limits, low: Math.max(0, limits.low), high: Math.min(most, limits.high) }
}

/** Shares of time have no trials to count. */
const isShareOfContacts = (definition: MeasureDefinition): boolean =>
  definition.kind === 'recall' ||
  (definition.kind === 'share' && definition.denominator.every((term) => counters[term.counter].unit !== 'ms'))
