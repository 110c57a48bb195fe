import { mapOfFacts } from './map-of-facts.ts'
import { mapOfPeople } from './map-of-people.ts'
import { mapOfWork } from './map-of-work.ts'
import type { DataMap, TableMap } from './table-map.ts'

/** Every table of Pult, and what it holds of persons. */
export const dataMap: DataMap = { ...mapOfFacts, ...mapOfPeople, ...mapOfWork }

/** Its tables that belong to a centre, with their names. */
export const tablesOfCenter: readonly (TableMap & { readonly table: string })[] = Object.entries(dataMap).flatMap(
  ([table, map]) => (table.startsWith('auth.') ? [] : [{ table, ...map }]),
)
