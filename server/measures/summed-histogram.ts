import { sql } from 'kysely'

import { waitBounds } from '@pult/engine/measures'

import type { Fragment } from './legs-sql.ts'

/**
 * A histogram summed over rows. Every bound is a sum of its own: one pass over the rows, where taking the arrays apart and
 * putting them together again makes a row of every element and takes fifty times as long.
 */
export const summedHistogram = ([name, total]: readonly [string, string]): Fragment => {
  const column = sql`r.${sql.ref(name)}`
  const bounds = waitBounds.map((_, index) => sql`sum(coalesce(${column}[${sql.lit(index + 1)}], r.${sql.ref(total)}))`)
  return sql`(array[${sql.join(bounds)}]::integer[])[1:max(cardinality(${column}))] as ${sql.ref(name)}`
}
