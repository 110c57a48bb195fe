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
  evaluateSums,
  neededCounters,
  sumsOf,
  thresholdOf,
  type CounterValues,
  type MeasureValue,
} from './evaluate.ts'
export { glossary } from './glossary.ts'
export { liveServiceLevel, type LiveLevel } from './live-service-level.ts'
export { normalizeCustomer, recallClusters, type CustomerContact } from './recall.ts'
export { createRegistry, registry, type Registry } from './registry.ts'
export { isBeyondNoise } from './beyond-noise.ts'
export { targetLevel, type TargetLevel } from './target-level.ts'
export { boundIndex, boundsAround, waitBin, waitBounds } from './wait-bounds.ts'
export { layoutOf, OWN, type CountLayout, type Counts, type Threshold } from './reconcile/report-counts.ts'
export {
  reportFigures,
  shareFigures,
  timeFigures,
  timeParts,
  type OwnChange,
  type ReportChange,
  type ReportFigure,
  type SharedChange,
} from './reconcile/report-change.ts'
export type { ReportCell, ReportCells, ReportScope } from './reconcile/report-cells.ts'
export type { ExplainedFigure, ExplainedRow, ExplainedStep } from './reconcile/report-conclusion.ts'
export type { ReportTarget } from './reconcile/report-judge.ts'
export { levelRules, type StandingLevel } from './reconcile/figure-ways.ts'
export { reconcile, type Reconciliation, type ReportToExplain } from './reconcile/reconcile.ts'
export {
  columnMeanings,
  daysOfReport,
  guessMeaning,
  readReport,
  readTable,
  type CellProblem,
  type ColumnMeaning,
  type PastedTable,
  type ReportRow,
} from './reconcile/old-report.ts'
export {
  changeable,
  changeableMeasures,
  wholeParameters,
  withFixedThresholds,
  type ChangeableMeasure,
  type DefinitionParameters,
  type OwnDefinition,
} from './own/changeable.ts'
export { publishedOwn, publishedReference, readReference, triedReference } from './own/own-reference.ts'
export { versionOn, versionsAlong, type OwnVersion } from './own/own-versions.ts'
