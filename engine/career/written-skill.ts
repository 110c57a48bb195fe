import { skillKey } from '../market/index.ts'
import { pickLists } from './pick-lists.ts'
import type { ResumeLanguage } from './resume.ts'

const LITTLE_WORDS = new Set('a an and as at by for from in of on or the to with'.split(' '))
/** MS, SQL, CRM: a Latin word as short as that is an abbreviation. */
const LONGEST_ABBREVIATION = 3

/**
 * A skill as a résumé writes it. The market counts names without regard to capitals; a list's wording knows them, else a name begins with one,
 * and short Latin words are abbreviations.
 */
export function writtenSkill(name: string, language: ResumeLanguage): string {
  const key = skillKey(name)
  const listed = [...pickLists.technicalSkill, ...pickLists.keySkill].find(
    ({ ru, en }) => skillKey(ru) === key || skillKey(en) === key,
  )
  if (listed !== undefined) return skillKey(listed[language]) === key ? listed[language] : otherThan(listed, language)
  if (name !== name.toLowerCase()) return name
  return capital(name.replaceAll(/[a-z]+/g, latin))
}

/** In the language it was asked in: nobody has confirmed it in another. */
const otherThan = (entry: { readonly ru: string; readonly en: string }, language: ResumeLanguage): string =>
  language === 'ru' ? entry.en : entry.ru

const latin = (word: string): string =>
  LITTLE_WORDS.has(word) ? word : word.length <= LONGEST_ABBREVIATION ? word.toUpperCase() : capital(word)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
