import type { MeasureQuery, MeasureRow } from '@pult/contract/measures'
import { controlLimits, counters, type MeasureDefinition } from '@pult/engine/measures'

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
    figures: row.figures.map((figure, index) => ({ ...figure, control: limits[index]?.[place] ?? null })),
  }))
}

/** Shares of time have no trials to count. */
const isShareOfContacts = (definition: MeasureDefinition): boolean =>
  definition.kind === 'recall' ||
  (definition.kind === 'share' && definition.denominator.every((term) => counters[term.counter].unit !== 'ms'))
