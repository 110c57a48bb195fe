import type { ContactFilter } from '@pult/contract/contacts'
import type { DrillFilter, MeasureColumn } from '@pult/contract/measures'

/** Counts that are simply an outcome: the list's own filter says it best. */
const outcomes: Readonly<Record<string, NonNullable<ContactFilter['outcomes']>>> = {
  answered: ['answered'],
  abandoned: ['abandoned'],
  flowedOut: ['flowedOut'],
  stillOpen: ['open'],
}

/**
 * The contacts behind one figure of a row: exactly those a count counts, those a good share misses (not in service level) or a
 * bad one counts (the abandoned), those a mean is a mean of. Where a measure has no contacts of its own, those of the row.
 */
export function drillOfMeasure(
  row: DrillFilter | null,
  {
    id,
    reference,
    parts,
    withinSeconds,
    notByReason,
  }: Pick<MeasureColumn, 'id' | 'reference' | 'parts' | 'withinSeconds' | 'notByReason'>,
): ContactFilter | null {
  // Behind a pause there is no contact.
  if (row === null || !notByReason) return null
  const counted = outcomes[id]
  const [part] = parts
  if (counted === undefined && id !== 'offered' && part !== undefined)
    return { ...row, measure: reference, part, ...(withinSeconds === null ? {} : { within: withinSeconds }) }
  const direction = /outbound/i.test(id) ? 'outbound' : 'inbound'
  return { ...row, directions: row.directions ?? [direction], ...(counted === undefined ? {} : { outcomes: counted }) }
}
