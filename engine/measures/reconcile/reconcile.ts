import { waysOf, type FigureWay, type StandingLevel } from './figure-ways.ts'
import { summer, type Medians, type PieceLength, type ReportCells } from './report-cells.ts'
import { timeFigures, type ReportFigure, type SharedChange } from './report-change.ts'
import { costOfFigure, explainFigure, type ExplainedFigure } from './report-conclusion.ts'
import type { CountLayout } from './report-counts.ts'
import { costOf, dimensionsOf, type Dimension } from './report-dimensions.ts'
import { judge, type JudgedSet, type ReportTarget, type ReportWay } from './report-judge.ts'

export interface ReportToExplain {
  readonly layout: CountLayout
  readonly cells: ReportCells
  readonly targets: readonly ReportTarget[]
  /** How the centre computes its service level today. */
  readonly level: StandingLevel
  readonly utcOffsetHours: number
  readonly medians?: Medians
}

export interface Reconciliation {
  /** What the report did with all its figures. */
  readonly changes: readonly SharedChange[]
  readonly figures: readonly ExplainedFigure[]
  /** Sets of shared changes that were tried. */
  readonly tried: number
  /** Other sets that explain as many figures, the next simplest first. */
  readonly alternatives: readonly (readonly SharedChange[])[]
}

const averages: readonly PieceLength[] = ['days', 'hours', 'queues']
/** Rows that decide which sets are looked at closely. */
const SCOUTED_ROWS = 6
/** Of how many sets of two a third change is tried: of all of them it would be ten thousands. */
const EXTENDED = 25
const MOST_ALTERNATIVES = 3

/**
 * Searches for what an old report did differently: for every set of up to three shared changes (hours, queues, short abandons …) the best way
 * of each figure (rule, threshold, average …), and of all sets the one that explains most digits with fewest changes. Yields how many
 * sets it has tried, so that a caller can let others work; returns the explanation.
 */
export function* reconcile(report: ReportToExplain): Generator<number, Reconciliation> {
  const search = openSearch(report)
  const { dimensions } = search
  const none = search.look([], 'hours')
  const singles: JudgedSet[] = []
  for (const change of dimensions.flat()) {
    singles.push(search.look([change], 'days'))
    yield search.tried()
  }
  if (!search.isDone()) {
    const pairs: JudgedSet[] = []
    for (const changes of pairsOf(dimensions)) {
      pairs.push(search.look(changes, null))
      yield search.tried()
    }
    if (!search.isDone()) {
      const close = [...singles, ...pairs].toSorted(byScore).slice(0, EXTENDED)
      for (const changes of extensionsOf(close, dimensions)) {
        search.look(changes, null)
        yield search.tried()
      }
    }
  }
  return search.conclude(none)
}

const byScore = (left: JudgedSet, right: JudgedSet): number =>
  right.score - left.score || nearness(left) - nearness(right)
const nearness = ({ figures }: JudgedSet): number =>
  [...figures.values()].reduce((sum, { distance }) => sum + distance, 0)

function* pairsOf(dimensions: readonly Dimension[]): Generator<SharedChange[]> {
  for (const [index, some] of dimensions.entries())
    for (const others of dimensions.slice(index + 1))
      for (const one of some) for (const other of others) yield [one, other]
}

function* extensionsOf(sets: readonly JudgedSet[], dimensions: readonly Dimension[]): Generator<SharedChange[]> {
  const seen = new Set<string>()
  for (const { changes } of sets) {
    if (changes.length < 2) continue
    for (const options of dimensions) {
      if (options.some((option) => changes.includes(option))) continue
      for (const option of options) {
        // In the order of the dimensions, so that the same three are not tried thrice.
        const extended = dimensions.flatMap((some) => some.filter((one) => one === option || changes.includes(one)))
        const name = JSON.stringify(extended)
        if (seen.has(name)) continue
        seen.add(name)
        yield extended
      }
    }
  }
}

interface Search {
  readonly dimensions: readonly Dimension[]
  readonly look: (changes: readonly SharedChange[], averaged: 'hours' | 'days' | null) => JudgedSet
  readonly tried: () => number
  /** Whether every figure is explained by one set. */
  readonly isDone: () => boolean
  readonly conclude: (none: JudgedSet) => Reconciliation
}

function openSearch(report: ReportToExplain): Search {
  const { layout, cells, targets } = report
  const dimensions = dimensionsOf(cells, layout, report.utcOffsetHours)
  const byFigure = Map.groupBy(targets, (target) => target.figure)
  const scouted = new Map([...byFigure].map(([figure, rows]) => [figure, spread(rows)]))
  const ways = new Map(
    [...byFigure.keys()].map((figure) => [
      figure,
      waysOf(figure, layout, report.level).map((way) => plainWay(figure, way)),
    ]),
  )
  const sumsUnder = summer(layout, cells, report.medians ?? (() => null))
  const found: JudgedSet[] = []
  const alone = new Map<ReportFigure, JudgedSet>()
  const nearest = new Map<ReportFigure, JudgedSet>()
  const fits = new Map<ReportFigure, number>()
  let tried = 0
  const look: Search['look'] = (changes, averaged) => {
    tried++
    const lengths = averaged === 'hours' ? averages : averaged === 'days' ? (['days', 'queues'] as const) : []
    const all =
      lengths.length === 0 ? ways : new Map([...ways].map(([figure, some]) => [figure, withAverages(some, lengths)]))
    const sums = sumsUnder(changes)
    const scout = judge({ targets: scouted, ways: all, dimensions }, changes, sums)
    const isPromising = scout.score > (found[0]?.score ?? -Infinity) - 1 || changes.length === 0
    const isWhole = [...scouted].every(([figure, rows]) => rows.length === byFigure.get(figure)?.length)
    const set = isWhole || !isPromising ? scout : judge({ targets: byFigure, ways: all, dimensions }, changes, sums)
    if (isWhole || isPromising) remember(set)
    for (const [figure, judged] of set.figures) fits.set(figure, (fits.get(figure) ?? 0) + judged.fits)
    keepEach(set, changes.length < 2)
    return set
  }
  const remember = (set: JudgedSet): void => {
    found.push(set)
    found.sort(byScore)
    found.splice(MOST_ALTERNATIVES + 5)
  }
  const keepEach = (set: JudgedSet, isSimple: boolean): void => {
    for (const [figure, judged] of set.figures) {
      const known = alone.get(figure)
      if (judged.isExplained && (known === undefined || costOfFigure(set, figure) < costOfFigure(known, figure)))
        alone.set(figure, set)
      const near = nearest.get(figure)?.figures.get(figure)
      if (isSimple && (near === undefined || judged.distance < near.distance)) nearest.set(figure, set)
    }
  }
  return {
    dimensions,
    look,
    tried: () => tried,
    isDone: () => found[0] !== undefined && countExplained(found[0]) === byFigure.size,
    conclude: (none) => {
      const best = found[0] ?? none
      return {
        changes: best.changes,
        figures: [...byFigure].map(([figure, rows]) =>
          explainFigure(rows, {
            figure,
            best,
            pult: ways.get(figure)?.[0],
            alone: alone.get(figure),
            nearest: nearest.get(figure),
            sumsUnder,
            fits: fits.get(figure) ?? 0,
          }),
        ),
        tried,
        alternatives: found
          .slice(1)
          .filter((set) => set.score > 0 && countExplained(set) === countExplained(best))
          .slice(0, MOST_ALTERNATIVES)
          .map(({ changes }) => changes),
      }
    },
  }

  function plainWay(figure: ReportFigure, way: FigureWay): ReportWay {
    const cost = way.changes.reduce((sum, change) => sum + costOf(change, dimensions), 0)
    return { figure, way, average: null, changes: way.changes, cost }
  }

  function withAverages(some: readonly ReportWay[], lengths: readonly PieceLength[]): ReportWay[] {
    const ratios = some.filter(({ way }) => way.denominator.length > 0)
    const [own] = ratios
    const median = { kind: 'median' } as const
    return [
      ...some,
      ...(own === undefined || !timeFigures.has(own.figure) || !lengths.includes('hours')
        ? []
        : [{ ...own, average: 'median', changes: [median], cost: costOf(median, dimensions) } as const]),
      ...lengths.flatMap((length) =>
        ratios.map((one): ReportWay => {
          const change = { kind: 'average', of: length } as const
          return {
            ...one,
            average: length,
            changes: [...one.changes, change],
            cost: one.cost + costOf(change, dimensions),
          }
        }),
      ),
    ]
  }
}

const countExplained = ({ figures }: JudgedSet): number =>
  [...figures.values()].filter(({ isExplained }) => isExplained).length

/** A few rows spread over the report; the first is there always. */
function spread(rows: readonly ReportTarget[]): readonly ReportTarget[] {
  if (rows.length <= SCOUTED_ROWS) return rows
  return Array.from(
    { length: SCOUTED_ROWS },
    (_, index) => rows[Math.floor((index * rows.length) / SCOUTED_ROWS)],
  ).filter((row) => row !== undefined)
}
