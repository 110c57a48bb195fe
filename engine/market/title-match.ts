import { stem, words } from './stem.ts'

/** Which vacancies are of a specialisation: one of the titles must be there, none of the words to leave out may. */
export interface TitleRule {
  readonly titles: readonly string[]
  readonly excluded: readonly string[]
}

/** Whether a title falls under the rule. Cases, hyphens, ё and the spellings of "call centre" do not matter. */
export function createTitleMatch({ titles, excluded }: TitleRule): (title: string) => boolean {
  const wanted = titles.map(stemsOf).filter((stems) => stems.length > 0)
  const unwanted = excluded.map(stemsOf).filter((stems) => stems.length > 0)
  return (title) => {
    const stems = stemsOf(title)
    return wanted.some((phrase) => holds(stems, phrase)) && !unwanted.some((phrase) => holds(stems, phrase))
  }
}

/** One word for the many ways to write it: call-центр, колл-центр, кол центр, контакт-центр. */
const SPELLINGS: Readonly<Record<string, string>> = { call: 'колл', кол: 'колл', center: 'центр', centre: 'центр' }

const stemsOf = (text: string): string[] =>
  words(text).map((word) => {
    const spelled = SPELLINGS[word] ?? word
    const stemmed = stem(spelled)
    // контакт-центр and контактный центр are one.
    return stemmed === 'контактн' ? 'контакт' : stemmed
  })

const holds = (stems: readonly string[], phrase: readonly string[]): boolean =>
  stems.some((_stem, start) => phrase.every((one, place) => stems[start + place] === one))
