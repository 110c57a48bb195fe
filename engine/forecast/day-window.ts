import type { History } from './history.ts'
import { type Matrix } from './matrix.ts'
import { rootOfCount } from './root-scale.ts'

/** The last days of a history on the root scale, with every hole filled by a first guess. */
export interface DayWindow {
  readonly first: number
  readonly roots: Matrix
  /** 1 where the value is known, 0 where it was filled. */
  readonly known: Uint8Array
  /** How many intervals of each day are known. */
  readonly knownCount: Uint16Array
  /** Weight by age: halves every `halfLifeDays`; 0 for a day without any known interval. */
  readonly weights: Float64Array
}

export function takeWindow(history: History, windowDays: number, halfLifeDays: number): DayWindow {
  const first = Math.max(0, history.days - windowDays)
  const rows = history.days - first
  const values = history.roots.slice(first * history.slots)
  const known = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1))
  const knownCount = new Uint16Array(rows)
  for (let cell = 0; cell < known.length; cell++) {
    const day = Math.floor(cell / history.slots)
    knownCount[day] = (knownCount[day] as number) + (known[cell] as number)
  }
  const weights = Float64Array.from({ length: rows }, (_, day) =>
    (knownCount[day] as number) === 0 ? 0 : 0.5 ** ((rows - 1 - day) / halfLifeDays),
  )
  const window = { first, roots: { rows, columns: history.slots, values }, known, knownCount, weights }
  if (known.includes(0)) fillHoles(history, window)
  return window
}

/** A hole gets the mean of its weekday and interval; of its interval; or what no contacts at all would give. */
function fillHoles(history: History, { first, roots, known }: DayWindow): void {
  const { columns: slots, values, rows } = roots
  const sums = new Float64Array(8 * slots)
  const counts = new Uint16Array(8 * slots)
  for (let cell = 0; cell < values.length; cell++) {
    if (known[cell] === 0) continue
    const slot = cell % slots
    const weekday = history.weekdays[first + Math.floor(cell / slots)] as number
    // Row 0 holds all weekdays together: no ISO weekday is 0.
    for (const place of [slot, weekday * slots + slot]) {
      sums[place] = (sums[place] as number) + (values[cell] as number)
      counts[place] = (counts[place] as number) + 1
    }
  }
  for (let day = 0; day < rows; day++)
    for (let slot = 0; slot < slots; slot++) {
      const cell = day * slots + slot
      if (known[cell] === 1) continue
      const place = [(history.weekdays[first + day] as number) * slots + slot, slot].find(
        (one) => (counts[one] as number) > 0,
      )
      values[cell] = place === undefined ? rootOfCount(0) : (sums[place] as number) / (counts[place] as number)
    }
}
