import type { ReportFigure, SharedChange } from './report-change.ts'
import { addCounts, withFlowOuts, withoutShortAbandons, type CountLayout, type Counts } from './report-counts.ts'

/** What one queue and channel did in a stretch of a day, by the centre's clock. */
export interface ReportCell {
  /** Days since the first day of the report; those around it are there for reports whose day begins elsewhere. */
  readonly day: number
  /** 1 (Monday) to 7. */
  readonly weekday: number
  readonly minute: number
  readonly queueId: number
  readonly channel: string
  /** Whether the queue was open. */
  readonly isOpen: boolean
  readonly counts: Counts
}

/** The same history counted in different units; a unit that was not read cannot explain anything. */
export interface ReportCells {
  readonly legs: readonly ReportCell[]
  readonly firstLegs?: readonly ReportCell[]
  readonly contacts?: readonly ReportCell[]
}

/** Which contacts a row of the report speaks of: `[fromDay, toDay)`, one queue or all. */
export interface ReportScope {
  readonly fromDay: number
  readonly toDay: number
  readonly queueId: number | null
}

export type PieceLength = 'days' | 'hours' | 'queues'

/** Medians do not add: they are read from the contacts of a scope as it stands, and known of no other. */
export type Medians = (scope: ReportScope, figure: ReportFigure) => number | null

/** Sums of the cells under what a report changed. */
export interface ReportSums {
  readonly of: (scope: ReportScope) => Counts
  /** The same in pieces: what is averaged by whoever averages ratios. Pieces without a contact are left out. */
  readonly pieces: (scope: ReportScope, length: PieceLength) => readonly Counts[]
  readonly median: Medians
}

const DAY_MINUTES = 1440

/** Makes sums under changes, remembering the walks through the cells that changes have in common. */
export function summer(
  layout: CountLayout,
  cells: ReportCells,
  medians: Medians,
): (changes: readonly SharedChange[]) => ReportSums {
  const walks = new Map<string, DaySums>()
  return (changes) => {
    const isWalked = ({ kind }: SharedChange): boolean =>
      kind !== 'queues' && kind !== 'shortAbandons' && kind !== 'flowOuts'
    const walked = changes.filter(isWalked)
    const name = JSON.stringify(walked)
    const days = walks.get(name) ?? daySums(layout, cells, walked)
    walks.set(name, days)
    return { ...sumsOf(layout, cells, days, changes), median: changes.length === 0 ? medians : () => null }
  }
}

/** By day, then by queue. */
type DaySums = ReadonlyMap<number, ReadonlyMap<number, Counts>>

function daySums(layout: CountLayout, cells: ReportCells, changes: readonly SharedChange[]): DaySums {
  const days = new Map<number, Map<number, Counts>>()
  for (const { day, cell } of walk(cells, changes)) {
    const queues = days.get(day) ?? new Map<number, Counts>()
    days.set(day, queues)
    addTo(queues, cell.queueId, cell.counts, layout)
  }
  return days
}

function addTo(sums: Map<number, Counts>, key: number, counts: Counts, layout: CountLayout): void {
  const sum = sums.get(key) ?? new Float64Array(layout.names.length)
  sums.set(key, sum)
  addCounts(sum, counts)
}

/** The cells that changes leave, each with the day it counts for. */
function* walk(cells: ReportCells, changes: readonly SharedChange[]): Generator<{ day: number; cell: ReportCell }> {
  const find = <Kind extends SharedChange['kind']>(kind: Kind): Extract<SharedChange, { kind: Kind }> | undefined =>
    changes.find((change): change is Extract<SharedChange, { kind: Kind }> => change.kind === kind)
  const window = find('window')
  const onlyOpen = find('openingHours') !== undefined
  const channels = find('channels')?.channels
  const workdays = find('workdays') !== undefined
  const starts = (find('dayStart')?.hours ?? 0) * 60
  for (const cell of cells[find('population')?.of ?? 'legs'] ?? []) {
    if (onlyOpen && !cell.isOpen) continue
    if (channels !== undefined && !channels.includes(cell.channel)) continue
    if (workdays && cell.weekday > 5) continue
    if (window !== undefined && (cell.minute < window.fromHour * 60 || cell.minute >= window.toHour * 60)) continue
    yield { day: cell.day + shiftOf(cell.minute, starts), cell }
  }
}

/** Whether a minute belongs to the day before or after, where days begin so many minutes after midnight. */
function shiftOf(minute: number, starts: number): -1 | 0 | 1 {
  if (starts > 0 && minute < starts) return -1
  return starts < 0 && minute >= DAY_MINUTES + starts ? 1 : 0
}

function sumsOf(
  layout: CountLayout,
  cells: ReportCells,
  days: DaySums,
  changes: readonly SharedChange[],
): Omit<ReportSums, 'median'> {
  const kept = changes.find((change) => change.kind === 'queues')?.queueIds
  const isKept = (queueId: number, scope: ReportScope): boolean =>
    scope.queueId === null ? kept === undefined || kept.includes(queueId) : queueId === scope.queueId
  const finish = (counts: Counts): Counts => finished(layout, counts, changes)
  const inDays = (scope: ReportScope): [number, ReadonlyMap<number, Counts>][] =>
    [...days].filter(([day]) => day >= scope.fromDay && day < scope.toDay)
  return {
    of(scope) {
      const sum = new Float64Array(layout.names.length)
      for (const [, queues] of inDays(scope))
        for (const [queueId, counts] of queues) if (isKept(queueId, scope)) addCounts(sum, counts)
      return finish(sum)
    },
    pieces(scope, length) {
      const sums = new Map<number, Counts>()
      if (length === 'hours') {
        for (const { day, cell } of walk(cells, changes))
          if (day >= scope.fromDay && day < scope.toDay && isKept(cell.queueId, scope))
            addTo(sums, day * 24 + Math.floor(cell.minute / 60), cell.counts, layout)
      } else {
        for (const [day, queues] of inDays(scope))
          for (const [queueId, counts] of queues)
            if (isKept(queueId, scope)) addTo(sums, length === 'days' ? day : queueId, counts, layout)
      }
      return [...sums.values()].map(finish)
    },
  }
}

function finished(layout: CountLayout, counts: Counts, changes: readonly SharedChange[]): Counts {
  let sum = counts
  const flowOuts = changes.find((change) => change.kind === 'flowOuts')
  if (flowOuts !== undefined) sum = withFlowOuts(layout, sum, flowOuts.as)
  const short = changes.find((change) => change.kind === 'shortAbandons')
  return short === undefined ? sum : withoutShortAbandons(layout, sum, short.seconds)
}
