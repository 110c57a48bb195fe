export { contactPartsOf, termsOfPart, type ContactPart } from './contact-part.ts'
export { controlLimits, type ControlKind, type ControlLimits, type ControlPoint } from './control-chart.ts'
export { counterIds, counters, type Counter, type CounterId } from './counters.ts'
export {
  stamp,
  type MeasureDefinition,
  type MeasureKind,
  type MeasureParameters,
  type Term,
  type Words,
} from './definition.ts'
export {
  carriesInterval,
  counterKey,
  evaluate,
  neededCounters,
  thresholdOf,
  type CounterValues,
  type MeasureValue,
} from './evaluate.ts'
export { glossary } from './glossary.ts'
export { liveServiceLevel, type LiveCounts } from './live-service-level.ts'
export { normalizeCustomer, recallClusters, type CustomerContact } from './recall.ts'
export { createRegistry, registry, type Registry } from './registry.ts'
export { isBeyondNoise } from './beyond-noise.ts'
export { boundIndex, boundsAround, waitBin, waitBounds } from './wait-bounds.ts'
