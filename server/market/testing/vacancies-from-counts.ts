import type { HhVacancy } from './hh-stand-in.ts'

/** A skill and how many vacancies name it. */
export interface SkillCount {
  readonly skill: string
  readonly naming: number
}

const DAY_MS = 86_400_000

/**
 * So many vacancies with skills that each skill is named by exactly as many as asked, spread over a year; every vacancy names at least
 * one. `unnamed` more name none.
 */
export function vacanciesFromCounts(
  counts: readonly SkillCount[],
  { named, unnamed, until }: { readonly named: number; readonly unnamed: number; readonly until: number },
): HhVacancy[] {
  const skills: string[][] = Array.from({ length: named }, () => [])
  // The least full vacancies take the next skill: none has more than the site allows.
  let next = 0
  for (const { skill, naming } of counts)
    for (let count = 0; count < naming; count++) {
      skills[next % named]?.push(mixed(skill, next))
      next++
    }
  for (const [place, own] of skills.entries()) if (own.length === 0) own.push(`прочее ${place}`)
  return Array.from({ length: named + unnamed }, (_, place): HhVacancy => ({
    id: String(900_001 + place),
    name: place % 3 === 0 ? 'Руководитель контактного центра' : 'Руководитель колл-центра',
    areaId: ['1', '2', '92'][place % 3] ?? '1',
    employer: `Работодатель ${place}`,
    salary:
      place % 2 === 0
        ? { from: 60_000 + place * 10, to: 90_000 + place * 10, currency: 'RUR', gross: place % 4 === 0 }
        : null,
    publishedAt: new Date(until - (place % 380) * DAY_MS - place * 1000).toISOString(),
    skills: skills[place] ?? [],
    experience: 'between3And6',
  }))
}

/** The site gives names in mixed case and with hard spaces. */
const mixed = (skill: string, place: number): string =>
  place % 5 === 0 ? skill.toUpperCase() : place % 7 === 0 ? skill.replace(' ', '\u00A0') : skill
