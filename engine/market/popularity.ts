import { wilsonInterval, type ConfidenceInterval } from '../numeric/index.ts'

/** Of the intervals of shares. */
export const SHARE_CONFIDENCE = 0.95

/** How often a skill is asked for: vacancies that name it, of those that name any. */
export interface SkillShare {
  readonly naming: number
  /** Vacancies that name at least one skill; those that name none are left out of the share. */
  readonly named: number
  readonly share: number
  readonly interval: ConfidenceInterval
}

/** The share of a skill with Wilson's interval. Throws a RangeError where more name it than name any. */
export function skillShare(naming: number, named: number): SkillShare {
  if (!(named > 0)) throw new RangeError(`named must be above 0, not ${named}: no vacancy names a skill`)
  if (!(naming >= 0 && naming <= named))
    throw new RangeError(`naming must be from 0 to named (${named}), not ${naming}`)
  return { naming, named, share: naming / named, interval: wilsonInterval(naming, named, SHARE_CONFIDENCE) }
}

/** A vacancy as far as its skills go: keys as `skillKey` makes them. */
export interface SkillNaming {
  readonly skills: readonly string[]
}

export interface SkillTable {
  readonly named: number
  /** Vacancies that name no skill at all. */
  readonly unnamed: number
  /** By skill, from the most to the least named. */
  readonly shares: ReadonlyMap<string, SkillShare>
}

/**
 * The table of skills of some vacancies. `canonicalOf` says under which name a skill is counted: of a group of near-synonyms a
 * vacancy counts once, however many of them it names, so that shares of a group are never added up.
 */
export function countSkills(
  vacancies: readonly SkillNaming[],
  canonicalOf: (skill: string) => string = (skill) => skill,
): SkillTable {
  const counts = new Map<string, number>()
  let named = 0
  for (const { skills } of vacancies) {
    if (skills.length > 0) named++
    for (const skill of new Set(skills.map(canonicalOf))) counts.set(skill, (counts.get(skill) ?? 0) + 1)
  }
  const ordered = [...counts].toSorted(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
  return {
    named,
    unnamed: vacancies.length - named,
    shares: new Map(ordered.map(([skill, naming]) => [skill, skillShare(naming, named)])),
  }
}
