import { awards, clients, courses, projects } from './lists/achievements.ts'
import { dutiesOfBusiness } from './lists/duties-business.ts'
import { dutiesOfPeople } from './lists/duties-people.ts'
import { dutiesOfProcess } from './lists/duties-process.ts'
import { dutiesOfQuality } from './lists/duties-quality.ts'
import { qualities } from './lists/qualities.ts'
import { kpis, plainResults, resultsWithFigure } from './lists/results.ts'
import { keySkills, technicalSkills } from './lists/skills.ts'
import type { PickEntry, PickKind } from './pick-list.ts'

/** Everything that can be picked into a résumé, by kind. */
export const pickLists: Readonly<Record<PickKind, readonly PickEntry[]>> = {
  duty: [...dutiesOfPeople, ...dutiesOfQuality, ...dutiesOfProcess, ...dutiesOfBusiness],
  kpi: kpis,
  resultWithFigure: resultsWithFigure,
  result: plainResults,
  project: projects,
  award: awards,
  keySkill: keySkills,
  technicalSkill: technicalSkills,
  quality: qualities,
  course: courses,
  client: clients,
}
