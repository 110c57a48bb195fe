import { sql, type RawBuilder } from 'kysely'

import type { ContactFilter } from '@pult/contract/contacts'
import { contactPartsOf, registry, termsOfPart, type CounterId, type MeasureDefinition } from '@pult/engine/measures'

import { invalid } from '../platform/index.ts'
import { legIs } from './leg-is.ts'

export interface PartContext {
  readonly centerId: number
  readonly timeZone: string
  readonly shortAbandonSeconds: number
}

/** Industry's 20 seconds, where a centre has set no target: as the measures themselves. */
const USUAL_WITHIN_SECONDS = 20

const conditions: Readonly<Partial<Record<CounterId, RawBuilder<unknown>>>> = {
  ...legIs,
  handled: legIs.answered,
  answeredWithin: legIs.answered,
  abandonedWithin: legIs.abandoned,
  flowedOutWithin: legIs.flowedOut,
  callbackWithin: legIs.callbackRequested,
}

/** Only the legs `l` that belong to a part of a measure: exactly as many as its number says. Empty without a measure. */
export function partOfMeasure(filter: ContactFilter, context: PartContext): RawBuilder<unknown>[] {
  if (filter.measure === undefined) return []
  const definition = findMeasure(filter.measure)
  const parts = contactPartsOf(definition)
  const part = filter.part ?? parts[0]
  if (part === undefined || !parts.includes(part))
    throw invalid('noContactsBehind', `body.filter.part: the contacts of "${filter.measure}" cannot be listed so.`, {
      at: 'body.filter.part',
      values: { measure: filter.measure },
    })
  const terms = termsOfPart(definition, part).map(({ counter, times = 1, within }) => {
    const condition = conditions[counter] ?? sql`false`
    const seconds = within === 'short' ? sql.lit(context.shortAbandonSeconds) : targetSeconds(filter.within, context)
    const counted = within === undefined ? condition : sql`${condition} and l.wait_ms <= ${seconds}::bigint * 1000`
    // What a source did not say is not so.
    return sql`${sql.lit(times)} * ((${counted}) is true)::integer`
  })
  return [sql`${sql.join(terms, sql` + `)} > 0`]
}

function findMeasure(reference: string): MeasureDefinition {
  try {
    return registry.find(reference)
  } catch {
    throw invalid('unknownMeasure', `body.filter.measure: there is no measure "${reference}".`, {
      at: 'body.filter.measure',
      values: { measure: reference },
    })
  }
}

/** The threshold a leg is judged by: the one asked for, or that of its own queue's target on its own day, else of the centre's. */
function targetSeconds(asked: number | undefined, { centerId, timeZone }: PartContext): RawBuilder<unknown> {
  if (asked !== undefined) return sql.lit(asked)
  const day = sql`(l.offered_at at time zone ${timeZone})::date`
  return sql`coalesce((
    select t.within_seconds from target t
    where t.center_id = ${centerId} and t.queue_id in (0, coalesce(l.queue_id, 0)) and t.within_seconds is not null
      and t.valid_from <= ${day} and (t.valid_to is null or t.valid_to >= ${day})
    order by t.queue_id desc, t.measure_id limit 1), ${sql.lit(USUAL_WITHIN_SECONDS)})`
}
