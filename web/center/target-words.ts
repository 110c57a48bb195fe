import { registry, type MeasureDefinition } from '@pult/engine/measures'

import type { Formats } from '../ui/formats.ts'

/** Measures for which a target means something: those that have a better side. */
export const targetable: readonly MeasureDefinition[] = registry.current.filter((one) => one.better !== 'neither')

/** The definition of a target's measure; none for one that this version no longer knows. */
export const definitionOf = (measureId: string): MeasureDefinition | undefined =>
  registry.current.find((one) => one.id === measureId)

/** Whether the measure asks "within how many seconds?". */
export const asksSeconds = (definition: MeasureDefinition | undefined): boolean =>
  definition !== undefined &&
  [...definition.numerator, ...definition.denominator].some((term) => term.within === 'target')

/** Fractions are typed as per cent. */
export const typedFactor = (definition: MeasureDefinition | undefined): number =>
  definition?.unit === 'fraction' ? 100 : 1

/** A target's value as people write it: 80/20, 5 %, 4:30. */
export function targetWords(
  formats: Formats,
  definition: MeasureDefinition | undefined,
  value: number,
  withinSeconds: number | null,
): string {
  if (definition?.unit === 'fraction') {
    return withinSeconds === null || !asksSeconds(definition)
      ? formats.percent(value)
      : formats.serviceTarget({ fraction: value, withinSeconds })
  }
  return definition?.unit === 'seconds' ? formats.duration(value) : formats.number(value)
}
