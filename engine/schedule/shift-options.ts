import type { ShiftShape } from './roster-problem.ts'

/**
 * Every shift that the shapes allow, as numbers: an option is a shape with one start and one length. Where its breaks may lie follows
 * from shape, length and the longest work without a break; `variants` hold these windows, narrowed until breaks may be placed one after
 * the other without looking ahead.
 */
export interface ShiftOptions {
  readonly count: number
  readonly shapeOf: Int32Array
  /** Index into the shape’s starts. */
  readonly startOf: Int32Array
  readonly lengthOf: Int32Array
  /** Slots of working time: without unpaid breaks. */
  readonly workOf: Int32Array
  /** Index of shape and length, the row of a variant. */
  readonly kindOf: Int32Array
  readonly kinds: number
  readonly kindBase: Int32Array
  /** First option of a shape; options of a shape go by length, then by start. */
  readonly shapeBase: Int32Array
  readonly startsOfShape: Int32Array
  readonly lengthsOfShape: Int32Array
  readonly maxBreaks: number
  readonly maxLength: number
}

/** Windows of breaks for one longest work without a break: entries by kind, then by break. */
export interface BreakWindows {
  readonly maxRun: number
  readonly isPossible: Uint8Array
  readonly count: Uint8Array
  readonly earliest: Int32Array
  readonly latest: Int32Array
  readonly slots: Int32Array
  readonly isPaid: Uint8Array
  readonly isMeal: Uint8Array
  readonly hasMeal: Int32Array
}

export const NO_LIMIT = 1_000_000

export function shiftOptions(shapes: readonly ShiftShape[]): ShiftOptions {
  const count = shapes.reduce((sum, { starts, lengths }) => sum + starts.length * lengths.length, 0)
  const kinds = shapes.reduce((sum, { lengths }) => sum + lengths.length, 0)
  const options = {
    count,
    shapeOf: new Int32Array(count),
    startOf: new Int32Array(count),
    lengthOf: new Int32Array(count),
    workOf: new Int32Array(count),
    kindOf: new Int32Array(count),
    kinds,
    kindBase: new Int32Array(shapes.length),
    shapeBase: new Int32Array(shapes.length),
    startsOfShape: Int32Array.from(shapes, ({ starts }) => starts.length),
    lengthsOfShape: Int32Array.from(shapes, ({ lengths }) => lengths.length),
    maxBreaks: Math.max(0, ...shapes.map(({ breaks }) => breaks.length)),
    maxLength: Math.max(1, ...shapes.flatMap(({ lengths }) => lengths)),
  }
  let option = 0
  let kind = 0
  for (const [shape, { starts, lengths, breaks }] of shapes.entries()) {
    options.shapeBase[shape] = option
    options.kindBase[shape] = kind
    for (const length of lengths) {
      const unpaid = breaks.filter((one) => !one.isPaid && one.earliest + one.slots < length)
      const work = length - unpaid.reduce((sum, one) => sum + one.slots, 0)
      for (let start = 0; start < starts.length; start++) {
        options.shapeOf[option] = shape
        options.startOf[option] = start
        options.lengthOf[option] = length
        options.workOf[option] = work
        options.kindOf[option] = kind
        option++
      }
      kind++
    }
  }
  return options
}

/** `maxRun` 0: no limit. */
export function breakWindows(shapes: readonly ShiftShape[], options: ShiftOptions, maxRun: number): BreakWindows {
  const { kinds, maxBreaks } = options
  const windows = {
    maxRun: maxRun > 0 ? maxRun : NO_LIMIT,
    isPossible: new Uint8Array(kinds),
    count: new Uint8Array(kinds),
    earliest: new Int32Array(kinds * maxBreaks),
    latest: new Int32Array(kinds * maxBreaks),
    slots: new Int32Array(kinds * maxBreaks),
    isPaid: new Uint8Array(kinds * maxBreaks),
    isMeal: new Uint8Array(kinds * maxBreaks),
    hasMeal: new Int32Array(kinds),
  }
  let kind = 0
  for (const { lengths, breaks } of shapes)
    for (const length of lengths) {
      const taken = breaks.filter((one) => one.earliest + one.slots < length)
      windows.count[kind] = taken.length
      for (const [at, { slots, isPaid, earliest, latest, kind: what }] of taken.entries()) {
        windows.slots[kind * maxBreaks + at] = slots
        windows.isPaid[kind * maxBreaks + at] = isPaid ? 1 : 0
        windows.isMeal[kind * maxBreaks + at] = what === 'meal' ? 1 : 0
        windows.earliest[kind * maxBreaks + at] = Math.max(earliest, 0)
        windows.latest[kind * maxBreaks + at] = Math.min(latest, length - slots - 1)
        if (what === 'meal') windows.hasMeal[kind] = Math.max(windows.hasMeal[kind] ?? 0, slots)
      }
      windows.isPossible[kind] = narrow(windows, kind, maxBreaks, length) ? 1 : 0
      kind++
    }
  return windows
}

/** Bounds of each break given those before and after it; false when some break has no place left. */
function narrow(windows: BreakWindows, kind: number, maxBreaks: number, length: number): boolean {
  const { earliest, latest, slots, maxRun } = windows
  const first = kind * maxBreaks
  const last = first + (windows.count[kind] ?? 0) - 1
  if (last < first) return length <= maxRun
  let free = 0
  let must = maxRun
  for (let at = first; at <= last; at++) {
    earliest[at] = Math.max(earliest[at] as number, free)
    latest[at] = Math.min(latest[at] as number, must)
    free = (earliest[at] as number) + (slots[at] as number)
    must = (latest[at] as number) + (slots[at] as number) + maxRun
  }
  must = length
  free = length
  for (let at = last; at >= first; at--) {
    latest[at] = Math.min(latest[at] as number, must - (slots[at] as number))
    earliest[at] = Math.max(earliest[at] as number, free - maxRun - (slots[at] as number))
    must = latest[at] as number
    free = earliest[at] as number
  }
  for (let at = first; at <= last; at++) if ((earliest[at] as number) > (latest[at] as number)) return false
  return true
}
