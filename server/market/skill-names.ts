import { sql } from 'kysely'

import type { Tx } from '../platform/index.ts'
import { listSpecialisations } from './specialisation-store.ts'

/** Which specialisations there are to hold somebody's skills against. */
export async function specialisationsOf(
  tx: Tx,
  centerId: number,
): Promise<{
  readonly specialisations: { readonly specialisationId: number; readonly name: string }[]
  /** Those whose vacancies the demonstration made up. */
  readonly madeUp: ReadonlySet<number>
}> {
  const all = await listSpecialisations(tx, centerId)
  return {
    specialisations: all.map(({ specialisationId, name }) => ({ specialisationId, name })),
    madeUp: new Set(all.filter((one) => one.isMadeUp).map(({ specialisationId }) => specialisationId)),
  }
}

/** Names that are counted as another one, by that one. */
export async function readSkillNames(tx: Tx, centerId: number): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ name: string; root: string }>`
    select k.key as name, g.key as root from market_skill k
    join market_skill g on g.center_id = k.center_id and g.skill_id = k.same_as where k.center_id = ${centerId}
  `.execute(tx)
  const grouped = Map.groupBy(rows, ({ root }) => root)
  return new Map([...grouped].map(([root, names]) => [root, names.map(({ name }) => name)]))
}
