import type { MeasureDefinition, MeasureParameters } from './definition.ts'
import { sumsOf, type CounterValues } from './evaluate.ts'

/** A running service level; without a value while nothing counts yet. */
export interface LiveLevel {
  readonly numerator: number
  readonly denominator: number
  readonly value: number | null
}

/**
 * The service level while people still wait: whoever has waited less than the threshold is not counted yet, whoever has waited
 * longer is a miss already (8x8 live rule, features D1 SL-8x8), on top of any rule but the one that looks at the answered alone.
 */
export function liveServiceLevel(
  definition: MeasureDefinition,
  values: CounterValues,
  parameters: MeasureParameters,
  waitingLate: number,
): LiveLevel {
  const { numerator, denominator } = sumsOf(definition, values, parameters)
  const seesAbandons = definition.denominator.some(({ counter }) => counter === 'abandoned')
  const all = denominator + (seesAbandons ? waitingLate : 0)
  return { numerator, denominator: all, value: all > 0 ? numerator / all : null }
}
