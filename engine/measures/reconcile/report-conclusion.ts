import type { ReportScope, ReportSums } from './report-cells.ts'
import type { OwnChange, ReportChange, ReportFigure, SharedChange } from './report-change.ts'
import { isWithin, reportValue, type JudgedSet, type ReportTarget, type ReportWay } from './report-judge.ts'

/** A row of the report beside what Pult says and what the explanation gives. */
export interface ExplainedRow {
  readonly target: ReportTarget
  readonly pult: number | null
  readonly explained: number | null
  /** Told as Pult tells it · as the explanation gives it · otherwise. */
  readonly status: 'equal' | 'explained' | 'unexplained'
}

/** What becomes of Pult's value when one thing after the other is done as the report did it. */
export interface ExplainedStep {
  readonly changes: readonly ReportChange[]
  readonly value: number | null
}

export interface ExplainedFigure {
  readonly figure: ReportFigure
  /** `alone`: only changes that contradict the other figures explain it; they are in `other`. `unexplained`: nothing tried does. */
  readonly status: 'equal' | 'explained' | 'alone' | 'unexplained'
  /** What the report does with this figure, besides what it does with all. */
  readonly changes: readonly OwnChange[]
  readonly steps: readonly ExplainedStep[]
  readonly rows: readonly ExplainedRow[]
  /** How many of the sets and ways that were tried give the told values: of many one cannot say which it was. */
  readonly fits: number
  /** By itself: the simplest that explains it, else the nearest. Null where it is explained with the others. */
  readonly other: { readonly changes: readonly ReportChange[]; readonly value: number | null } | null
}

export interface Candidates {
  readonly figure: ReportFigure
  readonly best: JudgedSet
  /** Pult's own way. */
  readonly pult: ReportWay | undefined
  /** The cheapest set that explains the figure, whatever it does to others. */
  readonly alone: JudgedSet | undefined
  readonly nearest: JudgedSet | undefined
  readonly sumsUnder: (changes: readonly SharedChange[]) => ReportSums
  readonly fits: number
}

export const costOfFigure = (set: JudgedSet, figure: ReportFigure): number =>
  set.cost + (set.figures.get(figure)?.best.cost ?? 0)

/** What the best set says of one figure, row by row and step by step. */
export function explainFigure(targets: readonly ReportTarget[], candidates: Candidates): ExplainedFigure {
  const { figure, best, pult, sumsUnder, fits } = candidates
  const judged = best.figures.get(figure)
  const way = judged?.best ?? pult
  const [before, after] = [sumsUnder([]), sumsUnder(best.changes)]
  const rows = targets.map((target) =>
    explainRow(target, valueBy(pult, target.scope, before), valueBy(way, target.scope, after)),
  )
  const isEqual = rows.every(({ status }) => status === 'equal')
  const isExplained = judged?.isExplained === true
  const widest = widestOf(targets)
  return {
    figure,
    status: isEqual ? 'equal' : isExplained ? 'explained' : candidates.alone === undefined ? 'unexplained' : 'alone',
    changes: isExplained ? (way?.changes ?? []) : [],
    steps: widest === undefined || !isExplained ? [] : stepsTo(candidates, way, widest.scope),
    rows,
    fits,
    other: isExplained || isEqual ? null : otherOf(candidates, widest),
  }
}

const valueBy = (way: ReportWay | undefined, scope: ReportScope, sums: ReportSums): number | null =>
  way === undefined ? null : reportValue(way, scope, sums)

function explainRow(target: ReportTarget, pult: number | null, explained: number | null): ExplainedRow {
  const status = isWithin(pult, target) ? 'equal' : isWithin(explained, target) ? 'explained' : 'unexplained'
  return { target, pult, explained, status }
}

/** The row that says most: of the longest stretch, of all queues together. */
function widestOf(targets: readonly ReportTarget[]): ReportTarget | undefined {
  const width = ({ scope }: ReportTarget): number => scope.toDay - scope.fromDay + (scope.queueId === null ? 0.5 : 0)
  return targets.toSorted((left, right) => width(right) - width(left))[0]
}

function stepsTo(
  { best, pult, sumsUnder }: Candidates,
  way: ReportWay | undefined,
  scope: ReportScope,
): ExplainedStep[] {
  const shared = best.changes.map((change, index): ExplainedStep => {
    const value = valueBy(pult, scope, sumsUnder(best.changes.slice(0, index + 1)))
    return { changes: [change], value }
  })
  const own = way?.changes ?? []
  if (own.length === 0) return shared
  return [...shared, { changes: own, value: valueBy(way, scope, sumsUnder(best.changes)) }]
}

function otherOf(
  { figure, alone, nearest, sumsUnder }: Candidates,
  widest: ReportTarget | undefined,
): ExplainedFigure['other'] {
  const set = alone ?? nearest
  const judged = set?.figures.get(figure)
  if (set === undefined || judged === undefined || widest === undefined) return null
  return {
    changes: [...set.changes, ...judged.best.changes],
    value: valueBy(judged.best, widest.scope, sumsUnder(set.changes)),
  }
}
