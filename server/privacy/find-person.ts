import { sql } from 'kysely'

import type { FoundPart } from '@pult/contract/privacy'
import { dataKinds, waysFound, type WayFound } from '@pult/contract/privacy-words'

import type { Tx } from '../platform/index.ts'
import { tablesOfCenter } from './data-map.ts'
import type { Person } from './person.ts'
import { rowsOfPerson } from './rows-of-person.ts'

interface Counted {
  readonly way: WayFound
  readonly rows: number
  readonly first: string | null
  readonly last: string | null
}

/** What a centre holds of a person, by kind: every table of the map is asked. */
export async function findPerson(tx: Tx, centerId: number, person: Person): Promise<FoundPart[]> {
  const parts: FoundPart[] = []
  for (const map of tablesOfCenter) {
    const condition = rowsOfPerson(map, person)
    if (condition === null) continue
    const at = map.at === undefined ? sql`null::date` : sql`${sql.ref(map.at)}::date`
    const { rows } = await sql<Counted>`
      select ${condition.way} as way, count(*) as rows, min(${at})::text as first, max(${at})::text as last
      from ${sql.table(map.table)} t where t.center_id = ${centerId} and ${condition.any} group by 1
    `.execute(tx)
    for (const row of rows) add(parts, { kind: map.kind, ...row })
  }
  return parts.toSorted(
    (left, right) =>
      waysFound.indexOf(left.way) - waysFound.indexOf(right.way) ||
      dataKinds.indexOf(left.kind) - dataKinds.indexOf(right.kind),
  )
}

/** Several tables may make up one kind. */
function add(parts: FoundPart[], part: FoundPart): void {
  const place = parts.findIndex(({ kind, way }) => kind === part.kind && way === part.way)
  const known = parts[place]
  if (known === undefined) parts.push(part)
  else
    parts[place] = {
      ...known,
      rows: known.rows + part.rows,
      first: earliest(known.first, part.first),
      last: earliest(known.last, part.last, -1),
    }
}

function earliest(left: string | null, right: string | null, sign = 1): string | null {
  if (left === null || right === null) return left ?? right
  return (left < right ? 1 : -1) * sign > 0 ? left : right
}
