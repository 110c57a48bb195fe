import { costOf, type Dimension } from './report-dimensions.ts'
import type { PieceLength, ReportScope, ReportSums } from './report-cells.ts'
import type { OwnChange, ReportFigure, SharedChange } from './report-change.ts'
import type { Counts } from './report-counts.ts'
import { valueOf, type FigureWay } from './figure-ways.ts'

/** A figure as the old report tells it. */
export interface ReportTarget {
  readonly figure: ReportFigure
  readonly scope: ReportScope
  readonly value: number
  /** Half of the last digit that was told. */
  readonly tolerance: number
}

/** A way of computing a figure: a ratio of sums, or the mean of the ratios of pieces. */
export interface ReportWay {
  readonly figure: ReportFigure
  readonly way: FigureWay
  readonly average: PieceLength | 'median' | null
  readonly changes: readonly OwnChange[]
  readonly cost: number
}

/** The best way for a figure under shared changes. */
export interface JudgedFigure {
  readonly best: ReportWay
  readonly hits: number
  readonly rows: number
  readonly isExplained: boolean
  /** How far the rows are off, on average, as parts of the told values. */
  readonly distance: number
  /** Decimal digits that are explained. */
  readonly worth: number
  /** How many ways give the told values. */
  readonly fits: number
}

/** One consistent set of shared changes, with the best way for each figure. */
export interface JudgedSet {
  readonly changes: readonly SharedChange[]
  readonly figures: ReadonlyMap<ReportFigure, JudgedFigure>
  readonly cost: number
  /** Digits explained less digits spent. */
  readonly score: number
}

export interface JudgeInput {
  readonly targets: ReadonlyMap<ReportFigure, readonly ReportTarget[]>
  readonly ways: ReadonlyMap<ReportFigure, readonly ReportWay[]>
  readonly dimensions: readonly Dimension[]
}

/** In a long report a row or two may be told wrongly; a short one must agree wholly. */
const LONG_REPORT = 10
const MOST_WRONG = 0.1

/** How well a report is explained by shared changes and, for each figure, its best way. */
export function judge(input: JudgeInput, changes: readonly SharedChange[], sums: ReportSums): JudgedSet {
  const known = rememberSums(sums)
  const cost = changes.reduce((sum, change) => sum + costOf(change, input.dimensions), 0)
  const figures = new Map<ReportFigure, JudgedFigure>()
  let score = -cost
  for (const [figure, targets] of input.targets) {
    const judged = judgeFigure(targets, input.ways.get(figure) ?? [], known)
    if (judged === null) continue
    figures.set(figure, judged)
    if (judged.isExplained) score += judged.worth - judged.best.cost
  }
  return { changes, figures, cost, score }
}

function judgeFigure(
  targets: readonly ReportTarget[],
  ways: readonly ReportWay[],
  sums: ReportSums,
): JudgedFigure | null {
  let best: { way: ReportWay; hits: number; distance: number } | null = null
  let fits = 0
  for (const way of ways) {
    const judged = { way, ...heldAgainst(targets, way, sums) }
    if (isEnough(judged.hits, targets.length)) fits++
    if (best === null || isBetter(judged, best, targets.length)) best = judged
  }
  if (best === null) return null
  const isExplained = isEnough(best.hits, targets.length)
  return {
    best: best.way,
    hits: best.hits,
    rows: targets.length,
    isExplained,
    distance: best.distance,
    worth: (digitsOf(targets) * best.hits) / targets.length,
    fits,
  }
}

const isEnough = (hits: number, rows: number): boolean =>
  hits === rows || (rows >= LONG_REPORT && hits >= rows * (1 - MOST_WRONG))

type Held = { readonly way: ReportWay; readonly hits: number; readonly distance: number }

function isBetter(one: Held, other: Held, rows: number): boolean {
  const [enough, otherEnough] = [isEnough(one.hits, rows), isEnough(other.hits, rows)]
  if (enough !== otherEnough) return enough
  if (enough && one.way.cost !== other.way.cost) return one.way.cost < other.way.cost
  return one.distance < other.distance
}

function heldAgainst(
  targets: readonly ReportTarget[],
  way: ReportWay,
  sums: ReportSums,
): { hits: number; distance: number } {
  let hits = 0
  let distance = 0
  for (const target of targets) {
    const value = reportValue(way, target.scope, sums)
    const off = value === null ? Infinity : Math.abs(value - target.value)
    if (isWithin(value, target)) hits++
    distance += Math.min(1, off / Math.max(Math.abs(target.value), target.tolerance, 1e-9))
  }
  return { hits, distance: distance / targets.length }
}

/** Whether a value is told right: rounded to the digits of the target it is the same. */
export const isWithin = (value: number | null, { value: told, tolerance }: ReportTarget): boolean =>
  value !== null && Math.abs(value - told) <= tolerance * (1 + 1e-6) + 1e-12

/** A figure's value in a scope, by a way. */
export function reportValue({ figure, way, average }: ReportWay, scope: ReportScope, sums: ReportSums): number | null {
  if (average === 'median') return sums.median(scope, figure)
  if (average === null) return valueOf(way, sums.of(scope))
  let [total, pieces] = [0, 0]
  for (const counts of sums.pieces(scope, average)) {
    const value = valueOf(way, counts)
    if (value === null) continue
    total += value
    pieces++
  }
  return pieces === 0 ? null : total / pieces
}

/** How many decimal digits were told, rows together: a year of days is no more than eight. */
function digitsOf(targets: readonly ReportTarget[]): number {
  const digits = targets.map(({ value, tolerance }) => Math.log10(Math.max(1, Math.abs(value) / (2 * tolerance))))
  return Math.min(8, Math.max(1, ...digits) + Math.log10(targets.length))
}

/** Sums are asked for by hundreds of ways. */
function rememberSums(sums: ReportSums): ReportSums {
  const whole = new Map<ReportScope, Counts>()
  const cut = new Map<string, readonly Counts[]>()
  return {
    of(scope) {
      const counts = whole.get(scope) ?? sums.of(scope)
      whole.set(scope, counts)
      return counts
    },
    pieces(scope, length) {
      const name = `${length} ${scope.fromDay} ${scope.toDay} ${scope.queueId}`
      const pieces = cut.get(name) ?? sums.pieces(scope, length)
      cut.set(name, pieces)
      return pieces
    },
    median: sums.median,
  }
}
