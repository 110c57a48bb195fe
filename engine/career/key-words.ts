import { createSkillFinder, skillKey, skillShare } from '../market/index.ts'
import { printableResume } from './blanks.ts'
import type { Resume } from './resume.ts'

/** A skill as the market names it. `others`: names that the market counts as the same. */
export interface AskedSkill {
  readonly name: string
  /** Vacancies that name it, of those that name any. */
  readonly naming: number
  readonly named: number
  readonly others: readonly string[]
}

/** A skill of the market beside the résumé. */
export interface MatchedSkill {
  readonly name: string
  readonly share: number
  readonly low: number
  readonly high: number
  /** In the lists of skills, only in the running text, or nowhere. */
  readonly where: 'listed' | 'text' | 'missing'
}

export interface KeyWordMatch {
  /** All that were looked at, the most asked for first. */
  readonly skills: readonly MatchedSkill[]
  /** Of all the asking, the part that the résumé answers, weighted by share; null where nothing is asked for. */
  readonly coverage: number | null
}

/**
 * Which of the skills that vacancies ask for a résumé names. Only what stands in it counts; what is missing is told with its weight and
 * added by nobody but the person.
 */
export function matchKeyWords(draft: Resume, asked: readonly AskedSkill[]): KeyWordMatch {
  const resume = printableResume(draft)
  const listed = new Set([...resume.keySkills, ...resume.technicalSkills].flatMap((skill) => skillKey(skill) ?? []))
  const find = createSkillFinder(asked.flatMap(({ name, others }) => [name, ...others]))
  // Line by line, so that no phrase is read across two of them.
  const inText = new Set(linesOf(resume).flatMap(find))
  const skills = asked
    .filter(({ named }) => named > 0)
    .map(({ name, others, naming, named }): MatchedSkill => {
      const names = [name, ...others]
      const { share, interval } = skillShare(naming, named)
      const isListed = names.some((one) => listed.has(skillKey(one) ?? one))
      const where = isListed ? 'listed' : names.some((one) => inText.has(one)) ? 'text' : 'missing'
      return { name, share, low: interval.low, high: interval.high, where }
    })
    .toSorted((a, b) => b.share - a.share)
  const weight = (some: readonly MatchedSkill[]): number => some.reduce((sum, { share }) => sum + share, 0)
  const all = weight(skills)
  const named = weight(skills.filter(({ where }) => where !== 'missing'))
  return { skills, coverage: all === 0 ? null : named / all }
}

/** Everything that is said in a résumé. */
function linesOf({ profile, experience, courses, qualities, keySkills, technicalSkills }: Resume): string[] {
  const jobs = experience.flatMap(({ position, duties, results, projects }) => [
    position,
    ...duties,
    ...results.map(({ text }) => text),
    ...projects,
  ])
  return [...profile, ...jobs, ...courses.map(({ name }) => name), ...qualities, ...keySkills, ...technicalSkills]
}
