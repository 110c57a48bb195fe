import type { CompareReply } from '@pult/contract/market'
import { payFigures } from '@pult/engine/market'

import type { Tx } from '../platform/index.ts'
import { readPayCounts } from './read-pay.ts'
import { readSkills } from './read-skills.ts'
import { listSpecialisations } from './specialisation-store.ts'

const MOST = 6
const SKILLS_OF_EACH = 15

/** Specialisations side by side; those that are asked for, or the first ones. */
export async function compareProfessions(tx: Tx, centerId: number, ids: readonly number[]): Promise<CompareReply> {
  const all = await listSpecialisations(tx, centerId)
  const chosen = (ids.length > 0 ? all.filter(({ specialisationId }) => ids.includes(specialisationId)) : all).slice(
    0,
    MOST,
  )
  const tables: Awaited<ReturnType<typeof readSkills>>[] = []
  const professions: CompareReply['professions'] = []
  for (const { specialisationId, name } of chosen) {
    const table = await readSkills(tx, centerId, specialisationId, {
      scope: 'active',
      search: '',
      sort: 'share',
      limit: 5000,
    })
    tables.push(table)
    professions.push({
      specialisationId,
      name,
      takenOn: table.snapshot?.takenOn ?? null,
      vacancies: table.vacancies,
      named: table.named,
      pay: payFigures(await readPayCounts(tx, centerId, specialisationId)),
    })
  }
  const shares = tables.map(({ skills }) => new Map(skills.map(({ name, share }) => [name, share])))
  const names = new Set(tables.flatMap(({ skills }) => skills.slice(0, SKILLS_OF_EACH).map(({ name }) => name)))
  const rows = [...names].map((name) => ({ name, shares: shares.map((own) => own.get(name) ?? null) }))
  const largest = (own: readonly (number | null)[]): number => Math.max(...own.map((share) => share ?? 0))
  return { professions, skills: rows.toSorted((a, b) => largest(b.shares) - largest(a.shares)) }
}
