import type { MeasureColumn, MeasureDefinitionReply } from '@pult/contract/measures'
import { contactPartsOf, counters, registry, stamp, type MeasureDefinition } from '@pult/engine/measures'

import type { AskedMeasure } from './asked-definition.ts'
import { isByAgent, isByReason, isTime } from './counter-sql.ts'

const countersOf = (definition: MeasureDefinition): (keyof typeof counters)[] =>
  [...definition.numerator, ...definition.denominator].map((term) => term.counter)

export const usesThreshold = (definition: MeasureDefinition): boolean =>
  [...definition.numerator, ...definition.denominator].some(
    (term) => counters[term.counter].threshold && term.within !== 'short',
  )

/** What is said of a measure beside its figures. */
export function columnOf(
  definition: MeasureDefinition,
  withinSeconds: number | null,
  targetChanges: readonly string[] = [],
  asked?: Pick<AskedMeasure, 'reference' | 'versions' | 'stretches'>,
): MeasureColumn {
  const held = asked?.stretches?.map(({ own }) => own.definition) ?? [definition]
  const { id, version, name, short, formula, beware, unit, kind, better } = definition
  return {
    reference: asked?.reference ?? stamp(definition),
    id,
    version,
    name,
    short: short ?? null,
    formula,
    beware: beware ?? null,
    unit,
    kind,
    better,
    withinSeconds: held.some(usesThreshold) ? withinSeconds : null,
    targetChanges: [...targetChanges],
    notByAgent: kind === 'recall' || held.flatMap(countersOf).some((counter) => !isByAgent(counter)),
    notByQueue: countersOf(definition).some((counter) => isTime(counter)),
    notByReason: kind === 'recall' || held.flatMap(countersOf).some((counter) => !isByReason(counter)),
    parts: [...contactPartsOf(definition)],
    versions: [...(asked?.versions ?? [])],
  }
}

/** A definition whole, for the list of definitions. */
export function definitionReply(definition: MeasureDefinition): MeasureDefinitionReply {
  const {
    withinSeconds: _threshold,
    targetChanges: _changes,
    versions: _versions,
    ...column
  } = columnOf(definition, null)
  const terms = (list: MeasureDefinition['numerator']): { counter: string; times: number }[] =>
    list.map((term) => ({ counter: term.counter, times: term.times ?? 1 }))
  return {
    ...column,
    group: definition.group,
    attribution: definition.attribution,
    usesThreshold: usesThreshold(definition),
    current: registry.current.includes(definition),
    source: definition.source,
    numerator: terms(definition.numerator),
    denominator: terms(definition.denominator),
  }
}
