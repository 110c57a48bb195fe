import { plainText, stem, words } from '../market/index.ts'
import { industryNames, type Industry, type PickEntry } from './pick-list.ts'
import type { ResumePosition } from './resume.ts'

/** What a wording is measured against. */
export interface RelevanceTo {
  readonly position: ResumePosition
  readonly industries: readonly Industry[]
  /** Text of the vacancy that the résumé is for; empty when there is none. */
  readonly vacancy: string
}

// A word of the vacancy counts more than the position, the position more than the industry: the vacancy says what this employer wants.
const FOR_VACANCY = 4
const FOR_POSITION = 2
const FOR_INDUSTRY = 3
const FOREIGN_INDUSTRY = -3
const FOREIGN_POSITION = -4

/** Words in every advertisement: they tell nothing of what is wanted. */
const EVERYWHERE = new Set(
  'опыт работа работы компания наш знание умение год лет руководитель для при или над под что как это the and for with our you your work experience years company of in to a'
    .split(' ')
    .map(stem),
)

/** Puts wordings in order of relevance; those equally relevant keep the order of their list. */
export function byRelevance(entries: readonly PickEntry[], to: RelevanceTo): PickEntry[] {
  const wanted = wantedStems(to.vacancy)
  return entries
    .map((entry) => ({ entry, score: relevance(entry, to, wanted) }))
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}

/** The telling words of a vacancy, by their stems. */
export function wantedStems(vacancy: string): ReadonlySet<string> {
  return new Set(tellingStems(vacancy))
}

/** What a text says, as stems of its telling words. */
export const tellingStems = (text: string): string[] =>
  words(text)
    .map(stem)
    .filter((one) => one.length > 2 && !EVERYWHERE.has(one))

function relevance(entry: PickEntry, { position, industries }: RelevanceTo, wanted: ReadonlySet<string>): number {
  const { positions, industries: own } = entry
  const byPosition = positions.length === 0 ? 0 : positions.includes(position) ? FOR_POSITION : FOREIGN_POSITION
  const byIndustry =
    own.length === 0 ? 0 : own.some((one) => industries.includes(one)) ? FOR_INDUSTRY : FOREIGN_INDUSTRY
  return byPosition + byIndustry + FOR_VACANCY * overlap(`${entry.ru} ${entry.en}`, wanted)
}

/** Which part of a text's telling words is among the wanted ones, 0 to 1; 0 where none is wanted. */
export function overlap(text: string, wanted: ReadonlySet<string>): number {
  if (wanted.size === 0) return 0
  const told = [...new Set(tellingStems(text))]
  // The shorter language of an entry must not halve its score: three words found are as good as all.
  return Math.min(1, told.filter((one) => wanted.has(one)).length / Math.min(3, Math.max(1, told.length)))
}

/** Lines of a résumé in order of relevance to a vacancy; without one they stay as they are. */
export function linesByRelevance<Line>(
  lines: readonly Line[],
  textOf: (line: Line) => string,
  vacancy: string,
): Line[] {
  const wanted = wantedStems(vacancy)
  return lines.toSorted((a, b) => overlap(textOf(b), wanted) - overlap(textOf(a), wanted))
}

/** Whether an entry has every sought word, as a beginning of any of its words, or of its industries', in either language. */
export function fitsSearch(entry: PickEntry, search: string): boolean {
  const ofIndustries = entry.industries.map((one) => `${industryNames[one].ru} ${industryNames[one].en}`)
  const own = words([entry.ru, entry.en, ...ofIndustries].join(' '))
  return plainText(search)
    .split(' ')
    .filter((part) => part !== '')
    .every((part) => own.some((word) => word.startsWith(stemOf(part))))
}

/** A sought word found in its other cases too. */
const stemOf = (part: string): string => stem(part.replaceAll(/[^\p{L}\p{N}+#]/gu, ''))
