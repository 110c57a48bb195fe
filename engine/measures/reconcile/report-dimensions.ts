import type { ReportCells } from './report-cells.ts'
import type { OwnChange, ReportChange, SharedChange } from './report-change.ts'
import { usualThresholds, type CountLayout } from './report-counts.ts'
import { levelRules } from './figure-ways.ts'

/** One thing a report may do differently, and the ways to do it. A report does each at most once. */
export type Dimension = readonly SharedChange[]

/** Hours of the day that reports are usually cut to. */
const windows: readonly (readonly [number, number])[] = [
  [7, 23],
  [8, 17],
  [8, 20],
  [8, 22],
  [9, 18],
  [9, 19],
  [9, 20],
  [9, 21],
  [10, 19],
]

/** All subsets are tried up to so many queues; of more only what leaves out or keeps one or two. */
const ALL_SUBSETS = 6
const MOST_SUBSETS = 80

/** Everything that the cells let one try. */
export function dimensionsOf(cells: ReportCells, layout: CountLayout, utcOffsetHours: number): readonly Dimension[] {
  const queueIds = [...new Set(cells.legs.map(({ queueId }) => queueId))].toSorted((left, right) => left - right)
  const channels = [...new Set(cells.legs.map(({ channel }) => channel))].toSorted()
  const someClosed = cells.legs.some(({ isOpen }) => !isOpen)
  const all: SharedChange[][] = [
    (['firstLegs', 'contacts'] as const)
      .filter((of) => cells[of] !== undefined)
      .map((of) => ({ kind: 'population', of })),
    [
      ...(someClosed ? [{ kind: 'openingHours' } as const] : []),
      ...windows.map(([fromHour, toHour]): SharedChange => ({ kind: 'window', fromHour, toHour })),
    ],
    dayStarts(utcOffsetHours).map((hours) => ({ kind: 'dayStart', hours })),
    channelSets(channels).map((some) => ({ kind: 'channels', channels: some })),
    [{ kind: 'workdays' }],
    queueSets(queueIds).map((some) => ({ kind: 'queues', queueIds: some })),
    layout.shorts.map((seconds) => ({ kind: 'shortAbandons', seconds })),
    [
      { kind: 'flowOuts', as: 'abandoned' },
      { kind: 'flowOuts', as: 'leftOut' },
    ],
  ]
  return all.filter((options) => options.length > 0)
}

/** The centre's midnight is another hour by UTC; and shifts of neighbouring zones and of nights that belong to the evening. */
function dayStarts(utcOffsetHours: number): number[] {
  const wanted = [Math.round(utcOffsetHours), 1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3]
  return [...new Set(wanted)].filter((hours) => hours !== 0 && Math.abs(hours) <= 14)
}

function channelSets(channels: readonly string[]): string[][] {
  if (channels.length < 2) return []
  const onTheLine = channels.filter((channel) => channel === 'voice' || channel === 'callback')
  const sets = [
    onTheLine,
    ...channels.map((one) => [one]),
    ...channels.map((out) => channels.filter((one) => one !== out)),
  ]
  return distinct(sets.filter((some) => some.length > 0 && some.length < channels.length))
}

function queueSets(queueIds: readonly number[]): number[][] {
  if (queueIds.length < 2) return []
  if (queueIds.length <= ALL_SUBSETS) {
    const masks = Array.from({ length: 2 ** queueIds.length - 2 }, (_, index) => index + 1)
    return masks.map((mask) => queueIds.filter((_id, index) => (mask >> index) % 2 === 1))
  }
  const without = (...out: number[]): number[] => queueIds.filter((id) => !out.includes(id))
  const pairs = queueIds.flatMap((one, index) => queueIds.slice(index + 1).map((other) => without(one, other)))
  const single = [...queueIds.map((id) => without(id)), ...queueIds.map((id) => [id])]
  return distinct(single.length + pairs.length <= MOST_SUBSETS ? [...single, ...pairs] : single)
}

const distinct = <Item extends string | number>(sets: readonly Item[][]): Item[][] => [
  ...new Map(sets.map((set) => [set.join('|'), set])).values(),
]

/**
 * What a change costs, in decimal digits: as many as it takes to say which of its kind it is, and half a one for saying that there is
 * one. An explanation must cost less than the digits of the figures that it explains, or it is a coincidence.
 */
export function costOf(change: ReportChange, dimensions: readonly Dimension[]): number {
  const shared = dimensions.find((options) => options.includes(change as SharedChange))
  return 0.5 + Math.log10(shared?.length ?? ownOptions(change as OwnChange))
}

/** About how many changes of its kind there are for a figure: `waysOf` lists them, of limits of short abandons two are usual. */
function ownOptions(change: OwnChange): number {
  if (change.kind === 'rule') return levelRules.length * (change.shortSeconds === null ? 1 : 2)
  if (change.kind === 'within') return usualThresholds.length
  return change.kind === 'parts' ? 5 : change.kind === 'median' ? 2 : 3
}
