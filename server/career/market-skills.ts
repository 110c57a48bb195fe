import type { SkillsOfMarket } from '@pult/contract/career'

import { readSkillNames, readSkillShares, specialisationsOf } from '../market/index.ts'
import { notFound, type Tx } from '../platform/index.ts'

const MOST_SKILLS = 100

/** Skills of a specialisation by how often they are asked for, with the names that count as the same. */
export async function marketSkills(tx: Tx, centerId: number, wanted: number | undefined): Promise<SkillsOfMarket> {
  const { specialisations, madeUp } = await specialisationsOf(tx, centerId)
  const specialisationId = wanted ?? specialisations[0]?.specialisationId ?? null
  if (specialisationId === null) return { specialisations, specialisationId, skills: [], isMadeUp: false }
  if (!specialisations.some((one) => one.specialisationId === specialisationId)) throw notFound('specialisation')
  const shares = (await readSkillShares(tx, centerId, specialisationId)).slice(0, MOST_SKILLS)
  const othersByName = await readSkillNames(tx, centerId)
  const skills = shares.map(({ name, naming, named }) => ({
    name,
    naming,
    named,
    others: othersByName.get(name) ?? [],
  }))
  return { specialisations, specialisationId, skills, isMadeUp: madeUp.has(specialisationId) }
}
