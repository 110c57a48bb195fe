import { conceptsByBeginning, emptyBeginnings, impliedBy, littleWords } from './skill-concepts.ts'
import { stem, words } from './stem.ts'

/** Skills that probably mean one thing, the most named first. */
export interface SynonymSuggestion {
  readonly skills: readonly string[]
}

export interface CountedSkill {
  readonly skill: string
  readonly naming: number
}

/** Groups of near-synonyms among skills, for a person to decide about. The group that touches most vacancies comes first. */
export function suggestSynonyms(skills: readonly CountedSkill[]): SynonymSuggestion[] {
  const groups = Map.groupBy(skills, ({ skill }) => conceptKey(skill))
  return [...groups]
    .filter(([key, group]) => key !== '' && group.length > 1)
    .map(([, group]) => group.toSorted((a, b) => b.naming - a.naming || (a.skill < b.skill ? -1 : 1)))
    .toSorted((a, b) => touched(b) - touched(a))
    .map((group) => ({ skills: group.map(({ skill }) => skill) }))
}

const touched = (group: readonly CountedSkill[]): number => group.reduce((sum, { naming }) => sum + naming, 0)

/** What a skill means, whatever its words and their order; empty where its words say nothing alone. */
export function conceptKey(skill: string): string {
  const all = words(skill).filter((word) => !littleWords.has(word))
  const telling = all.filter((word) => !emptyBeginnings.some((beginning) => word.startsWith(beginning)))
  const concepts = new Set((telling.length > 0 ? telling : all).flatMap(conceptsOf))
  for (const concept of Array.from(concepts)) for (const implied of impliedBy[concept] ?? []) concepts.delete(implied)
  return [...concepts].toSorted().join(' ')
}

function conceptsOf(word: string): readonly string[] {
  const known = conceptsByBeginning.find(([beginning]) => word.startsWith(beginning))
  return known?.[1] ?? [stem(word)]
}

export interface SuggestionQuality {
  /** Pairs suggested that are in the judged groups. */
  readonly right: number
  readonly suggested: number
  readonly judged: number
  readonly precision: number
  readonly recall: number
}

/** How suggestions stand to groups that a person has judged: over pairs of skills. */
export function suggestionQuality(
  suggested: readonly (readonly string[])[],
  judged: readonly (readonly string[])[],
): SuggestionQuality {
  const ours = pairs(suggested)
  const theirs = pairs(judged)
  const right = [...ours].filter((pair) => theirs.has(pair)).length
  return {
    right,
    suggested: ours.size,
    judged: theirs.size,
    precision: ours.size === 0 ? 1 : right / ours.size,
    recall: theirs.size === 0 ? 1 : right / theirs.size,
  }
}

function pairs(groups: readonly (readonly string[])[]): Set<string> {
  return new Set(
    groups.flatMap((group) =>
      group.flatMap((one, place) => group.slice(place + 1).map((other) => [one, other].toSorted().join('|'))),
    ),
  )
}
