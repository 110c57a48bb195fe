import type { MeasureColumn } from '@pult/contract/measures'
import {
  changeable,
  publishedOwn,
  publishedReference,
  readReference,
  registry,
  versionsAlong,
  type MeasureDefinition,
  type OwnDefinition,
} from '@pult/engine/measures'
import type { Zone } from '@pult/engine/time'

import { ownReference, type KnownVersion } from '../center/index.ts'
import { invalid } from '../platform/index.ts'
import { isDayStart, type Period } from './period.ts'

/** Days of a period on which one definition holds. */
export interface DefinitionStretch extends Period {
  readonly own: OwnDefinition
}

/** A measure as somebody asked for it: the definition to show, and which holds when. */
export interface AskedMeasure {
  readonly reference: string
  readonly definition: MeasureDefinition
  /** Null: one definition of Pult's holds throughout, with thresholds as the question has them. */
  readonly stretches: readonly DefinitionStretch[] | null
  readonly versions: MeasureColumn['versions']
}

/** Finds the definition, or the centre's versions of it, for a period. Throws a 400 problem that names what there is not. */
export function askedMeasure(
  reference: string,
  place: string,
  versions: readonly KnownVersion[],
  zone: Zone,
  period: Period,
): AskedMeasure {
  const asked = readAsked(reference, place)
  switch (asked.kind) {
    case 'published': {
      const definition = registry.find(asked.reference)
      return { reference: `${definition.id}@${definition.version}`, definition, stretches: null, versions: [] }
    }
    case 'tried': {
      const own = changeable(asked.id)?.define(asked.parameters) ?? publishedOwn(asked.id)
      return { reference, definition: own.definition, stretches: wholly(own, period), versions: [] }
    }
    case 'ownVersion': {
      const version = versions.find((one) => one.measureId === asked.id && one.version === asked.version)
      if (version === undefined) throw unknownMeasure(reference, place)
      const own = ownOf(version)
      return {
        reference,
        definition: { ...own.definition, version: version.version },
        stretches: wholly(own, period),
        versions: [presentVersion(asked.id, version, null)],
      }
    }
    case 'byDays':
      return alongDays(asked.id, versions, zone, period)
  }
}

function readAsked(reference: string, place: string): ReturnType<typeof readReference> {
  try {
    return readReference(reference)
  } catch {
    throw unknownMeasure(reference, place)
  }
}

const unknownMeasure = (reference: string, place: string): Error =>
  invalid('unknownMeasure', `${place}: there is no measure "${reference}".`, {
    at: place,
    values: { measure: reference },
  })

const ownOf = (version: KnownVersion): OwnDefinition =>
  changeable(version.measureId)?.define(version.parameters) ?? publishedOwn(version.measureId)

/** Throughout: with thresholds of its own it is counted apart, without them like any other. */
const wholly = (own: OwnDefinition, period: Period): DefinitionStretch[] | null =>
  own.withinSeconds === null && own.shortSeconds === null ? null : [{ ...period, own }]

function alongDays(id: string, versions: readonly KnownVersion[], zone: Zone, period: Period): AskedMeasure {
  const cut = versionsAlong(versions, id, zone.localDate(period.from), zone.localDate(period.to - 1))
  const own = cut.map(({ version }) => (version === null ? publishedOwn(id) : ownOf(version)))
  const last = cut.at(-1)?.version ?? null
  const definition = own.at(-1)?.definition ?? publishedOwn(id).definition
  const references = cut.map(({ version }) =>
    version === null ? publishedReference(id) : ownReference(id, version.version),
  )
  return {
    reference: references.length === 1 ? (references[0] ?? id) : id,
    definition: { ...definition, version: last?.version ?? 1 },
    stretches:
      cut.length === 1 && own[0] !== undefined
        ? wholly(own[0], period)
        : cut.map(({ firstDay }, index): DefinitionStretch => {
            const next = cut[index + 1]
            const from = index === 0 ? period.from : zone.startOfDay(firstDay)
            const to = next === undefined ? period.to : zone.startOfDay(next.firstDay)
            const wholeDays = isDayStart(zone, from) && isDayStart(zone, to)
            return { from, to, wholeDays, own: own[index] ?? publishedOwn(id) }
          }),
    versions:
      cut.length === 1 && last === null
        ? []
        : cut.map(({ firstDay, version }, index) => presentVersion(id, version, index === 0 ? null : firstDay)),
  }
}

function presentVersion(
  id: string,
  version: KnownVersion | null,
  from: string | null,
): MeasureColumn['versions'][number] {
  const { definition } = version === null ? publishedOwn(id) : ownOf(version)
  return {
    reference: version === null ? publishedReference(id) : ownReference(id, version.version),
    from,
    formula: definition.formula,
    validFrom: version?.validFrom ?? null,
    reason: version?.reason ?? null,
    createdByName: version?.createdByName ?? null,
    createdAt: version?.createdAt ?? null,
  }
}
