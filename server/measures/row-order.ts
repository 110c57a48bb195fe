import type { MeasureRow, RowKey } from '@pult/contract/measures'

/** Rows in the order of their keys: names as people sort them, days and numbers by size. */
export function compareRows(left: MeasureRow, right: MeasureRow): number {
  for (const [index, key] of left.keys.entries()) {
    const other = right.keys[index]
    if (other === undefined) return 0
    const order = compareKeys(key, other)
    if (order !== 0) return order
  }
  return 0
}

// Made once: a comparison by itself makes one for every pair.
const byName = new Intl.Collator('ru', { numeric: true })

function compareKeys(left: RowKey, right: RowKey): number {
  // Whatever belongs to nobody comes last.
  if ((left.label === '') !== (right.label === '')) return left.label === '' ? 1 : -1
  if (left.label !== '') return byName.compare(left.label, right.label)
  if (typeof left.key === 'number' && typeof right.key === 'number') return left.key - right.key
  return left.key < right.key ? -1 : left.key > right.key ? 1 : 0
}
