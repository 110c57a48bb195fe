import { stem, words } from './stem.ts'

/**
 * Finds skills in running text, for a source that lists none: a skill is there when its words stand in the text one after another, in
 * whatever case. Single short words are not looked for: they stand in too many texts. Returns keys in the dictionary's order.
 */
export function createSkillFinder(dictionary: readonly string[]): (text: string) => string[] {
  const byFirst = Map.groupBy(
    dictionary.map((skill) => ({ skill, stems: words(skill).map(stem) })).filter(({ stems }) => isTelling(stems)),
    ({ stems }) => stems[0] ?? '',
  )
  const place = new Map(dictionary.map((skill, index) => [skill, index]))
  return (text) => {
    const stems = words(text.replace(/<[^>]*>/g, ' ')).map(stem)
    const found = new Set<string>()
    for (const [start, first] of stems.entries()) {
      for (const { skill, stems: wanted } of byFirst.get(first) ?? []) {
        if (wanted.every((one, offset) => stems[start + offset] === one)) found.add(skill)
      }
    }
    return [...found].toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
  }
}

const SHORTEST_ALONE = 3

const isTelling = (stems: readonly string[]): boolean =>
  stems.length > 1 || (stems[0] !== undefined && stems[0].length >= SHORTEST_ALONE)
