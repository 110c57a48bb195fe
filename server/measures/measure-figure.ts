import type { MeasureFigure } from '@pult/contract/measures'
import { isBeyondNoise, type MeasureDefinition, type MeasureParameters } from '@pult/engine/measures'

import type { Asked } from './asked.ts'
import { knownValue } from './known-value.ts'
import type { targetAlong } from './target-stretches.ts'
import { verdictOf } from './thresholds.ts'

/** A measure's figure from its counters, beside those of the periods compared with and the target; `place`: which of the measures asked for. */
export function figureOf(
  asked: Asked,
  place: number,
  values: Readonly<Record<string, number>>,
  formers: readonly (Readonly<Record<string, number>> | undefined)[],
  target: ReturnType<typeof targetAlong>,
  withinSeconds: number,
): MeasureFigure {
  const definition = asked.definitions[place] as MeasureDefinition
  const parameters: MeasureParameters = {
    withinSeconds,
    shortAbandonSeconds: asked.shortAbandonSeconds,
  }
  const now = knownValue(asked, place, values, parameters)
  const compared = (former: (typeof formers)[number]): MeasureFigure['comparison'] => {
    if (former === undefined) return null
    const { interval: there, ...before } = knownValue(asked, place, former, parameters)
    const kind = definition.kind === 'count' ? 'count' : 'other'
    return { ...before, beyondNoise: isBeyondNoise(now, { ...before, interval: there }, kind) }
  }
  const { interval, ...figure } = now
  // Student's interval knows no zero; nothing lasts less.
  const low = interval !== null && definition.kind === 'mean' ? Math.max(0, interval.low) : (interval?.low ?? null)
  const bounds = { low, high: interval?.high ?? null }
  return {
    ...figure,
    ...bounds,
    comparison: compared(formers[0]),
    yearBefore: compared(formers[1]),
    target:
      target === undefined ||
      target === 'changed' ||
      asked.query.splitBy.includes('agent') ||
      asked.query.splitBy.includes('team')
        ? null
        : {
            value: target.value,
            withinSeconds: target.withinSeconds,
            state: verdictOf(definition, { value: figure.value, ...bounds }, target.value),
          },
    control: null,
  }
}
