import type { ContactFilter } from '@pult/contract/contacts'
import type { DrillFilter, MeasureColumn } from '@pult/contract/measures'

const outcomes: Readonly<Record<string, NonNullable<ContactFilter['outcomes']>>> = {
  answered: ['answered'],
  abandoned: ['abandoned'],
  flowedOut: ['flowedOut'],
  callbackRequested: ['flowedOut'],
  stillOpen: ['open'],
}

/** The contacts behind one figure of a row: a count shows exactly what it counts, a share all contacts it is a share of. */
export function drillOfMeasure(row: DrillFilter | null, { id }: Pick<MeasureColumn, 'id'>): ContactFilter | null {
  if (row === null) return null
  const direction = /outbound/i.test(id) ? 'outbound' : 'inbound'
  const counted = outcomes[id]
  return { ...row, directions: row.directions ?? [direction], ...(counted === undefined ? {} : { outcomes: counted }) }
}
