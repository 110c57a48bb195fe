import { sql, type RawBuilder } from 'kysely'

import type { ContactFilter } from '@pult/contract/contacts'
import {
  changeable,
  contactPartsOf,
  publishedOwn,
  readReference,
  registry,
  termsOfPart,
  versionsAlong,
  type ContactPart,
  type CounterId,
  type OwnDefinition,
} from '@pult/engine/measures'

import type { KnownVersion } from '../center/index.ts'
import { invalid } from '../platform/index.ts'
import { legIs } from './leg-is.ts'

export interface PartContext {
  readonly centerId: number
  readonly timeZone: string
  readonly shortAbandonSeconds: number
  /** The centre's own definitions. */
  readonly versions: readonly KnownVersion[]
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
  const held = definitionsOf(filter.measure, context)
  const known = held.map(({ own }) => contactPartsOf(own.definition))
  const part = filter.part ?? known[0]?.[0]
  if (part === undefined || known.some((parts) => !parts.includes(part)))
    throw invalid('noContactsBehind', `body.filter.part: the contacts of "${filter.measure}" cannot be listed so.`, {
      at: 'body.filter.part',
      values: { measure: filter.measure },
    })
  const each = held.map(({ days, own }) => sql`(${days} and ${isOfPart(own, part, filter, context)})`)
  return [sql`(${sql.join(each, sql` or `)})`]
}

function isOfPart(
  { definition, withinSeconds, shortSeconds }: OwnDefinition,
  part: ContactPart,
  filter: ContactFilter,
  context: PartContext,
): RawBuilder<unknown> {
  const terms = termsOfPart(definition, part).map(({ counter, times = 1, within }) => {
    const condition = conditions[counter] ?? sql`false`
    const seconds =
      typeof within === 'number'
        ? sql.lit(within)
        : within === 'short'
          ? sql.lit(shortSeconds ?? context.shortAbandonSeconds)
          : targetSeconds(filter.within ?? withinSeconds ?? undefined, context)
    const counted = within === undefined ? condition : sql`${condition} and l.wait_ms <= ${seconds}::bigint * 1000`
    // What a source did not say is not so.
    return sql`${sql.lit(times)} * ((${counted}) is true)::integer`
  })
  return sql`${sql.join(terms, sql` + `)} > 0`
}

/** A definition, and on which days of the centre a leg is judged by it. */
interface HeldDefinition {
  readonly days: RawBuilder<unknown>
  readonly own: OwnDefinition
}

const [FIRST_DAY, LAST_DAY] = ['0001-01-01', '9999-12-31']

function definitionsOf(reference: string, context: PartContext): HeldDefinition[] {
  const always = sql`true`
  const asked = readAsked(reference)
  switch (asked.kind) {
    case 'published':
      return [
        { days: always, own: { definition: registry.find(asked.reference), withinSeconds: null, shortSeconds: null } },
      ]
    case 'tried':
      return [{ days: always, own: changeable(asked.id)?.define(asked.parameters) ?? publishedOwn(asked.id) }]
    case 'ownVersion': {
      const version = context.versions.find((one) => one.measureId === asked.id && one.version === asked.version)
      if (version === undefined) throw unknownMeasure(reference)
      return [{ days: always, own: ownOf(version, asked.id) }]
    }
    case 'byDays': {
      const cut = versionsAlong(context.versions, asked.id, FIRST_DAY, LAST_DAY)
      const day = sql`(l.offered_at at time zone ${context.timeZone})::date`
      return cut.map(({ firstDay, version }, index): HeldDefinition => {
        const next = cut[index + 1]?.firstDay
        const since = index === 0 ? always : sql`${day} >= ${firstDay}::date`
        const days = next === undefined ? since : sql`${since} and ${day} < ${next}::date`
        return { days, own: ownOf(version, asked.id) }
      })
    }
  }
}

const ownOf = (version: KnownVersion | null, id: string): OwnDefinition =>
  version === null ? publishedOwn(id) : (changeable(id)?.define(version.parameters) ?? publishedOwn(id))

function readAsked(reference: string): ReturnType<typeof readReference> {
  try {
    return readReference(reference)
  } catch {
    throw unknownMeasure(reference)
  }
}

const unknownMeasure = (reference: string): Error =>
  invalid('unknownMeasure', `body.filter.measure: there is no measure "${reference}".`, {
    at: 'body.filter.measure',
    values: { measure: reference },
  })

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
