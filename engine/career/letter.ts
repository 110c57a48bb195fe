import { skillKey } from '../market/index.ts'
import { printableResume } from './blanks.ts'
import { linesByRelevance, overlap, wantedStems } from './relevance.ts'
import { inSentence, yearsInWords } from './resume-words.ts'
import type { Resume, ResumeLanguage, ResumeMonth } from './resume.ts'
import { isLeading, monthsWorked } from './service-years.ts'

/** The vacancy a letter answers, as far as it is known. */
export interface LetterVacancy {
  readonly title: string
  readonly employer: string
  /** Its text, or its skills one after another. */
  readonly text: string
}

const MOST_RESULTS = 3
const MOST_DUTIES = 3
const MOST_SKILLS = 6

/**
 * Paragraphs of a letter from the vacancy and the facts of the résumé. It names only what stands in the résumé: a skill that the vacancy asks
 * for and the person has not named is passed over in silence.
 */
export function composeLetter(draft: Resume, vacancy: LetterVacancy, today: ResumeMonth): readonly string[] {
  const resume = printableResume(draft)
  const words = resume.language === 'ru' ? russian : english
  const asked = `${vacancy.title} ${vacancy.text}`
  const last = resume.experience[0]
  const months = monthsWorked(
    resume.experience.filter(({ position }) => isLeading(position)),
    today,
  )
  const paragraphs: (string | null)[] = [
    words.opening(vacancy.title.trim() === '' ? resume.desiredPosition : vacancy.title.trim(), vacancy.employer.trim()),
    words.experience(Math.floor(months / 12), last?.position ?? '', last?.company ?? ''),
    words.duties(relevantDuties(resume, asked)),
    words.results(relevantResults(resume, asked)),
    words.skills(sharedSkills(resume, asked)),
    words.closing(resume.contacts.phone, resume.contacts.email),
  ]
  return paragraphs.filter((one) => one !== null)
}

/** Duties that answer the vacancy; without its text none is more fitting than another, and none is named. */
function relevantDuties({ experience }: Resume, asked: string): string[] {
  const wanted = wantedStems(asked)
  const duties = experience.flatMap((job) => job.duties).filter((duty) => overlap(duty, wanted) > 0)
  return linesByRelevance(duties, (duty) => duty, asked)
    .slice(0, MOST_DUTIES)
    .map(inSentence)
}

/** Results, those proven by data first, then those that answer the vacancy. */
function relevantResults({ experience }: Resume, asked: string): string[] {
  const results = linesByRelevance(
    experience.flatMap((job) => job.results),
    ({ text }) => text,
    asked,
  )
  const proven = (id: string | null): number => (id === null ? 0 : 1)
  return results
    .toSorted((a, b) => proven(b.verifiedResultId) - proven(a.verifiedResultId))
    .slice(0, MOST_RESULTS)
    .map(({ text }) => inSentence(text))
}

/** Own skills that the vacancy asks for. */
function sharedSkills({ keySkills, technicalSkills }: Resume, asked: string): string[] {
  const wanted = wantedStems(asked)
  const own = [...keySkills, ...technicalSkills].filter((skill) => overlap(skill, wanted) > 0)
  const seen = new Map(own.map((skill) => [skillKey(skill) ?? skill, skill]))
  return linesByRelevance([...seen.values()], (skill) => skill, asked).slice(0, MOST_SKILLS)
}

interface LetterWords {
  readonly opening: (title: string, employer: string) => string
  readonly experience: (years: number, position: string, company: string) => string | null
  readonly duties: (duties: readonly string[]) => string | null
  readonly results: (results: readonly string[]) => string | null
  readonly skills: (skills: readonly string[]) => string | null
  readonly closing: (phone: string, email: string) => string
}

const told = (parts: readonly string[], words: (list: string) => string, separator: string): string | null =>
  parts.length === 0 ? null : words(parts.join(separator))

const placeOf = (position: string, company: string, language: ResumeLanguage): string =>
  company === '' ? position : language === 'ru' ? `${position} (${company})` : `${position} at ${company}`

const russian: LetterWords = {
  opening: (title, employer) =>
    employer === ''
      ? `Здравствуйте! Откликаюсь на вакансию «${title}».`
      : `Здравствуйте! Откликаюсь на вакансию «${title}» в компании «${employer.replace(/^[«"]+|[»"]+$/g, '')}».`,
  experience(years, position, company) {
    const now = position === '' ? '' : `Последнее место работы: ${placeOf(position, company, 'ru')}.`
    const led = years < 1 ? '' : `Опыт руководства — ${yearsInWords(years, 'ru')}. `
    return led + now === '' ? null : (led + now).trim()
  },
  duties: (duties) => told(duties, (list) => `Из того, что нужно вам, уже делаю: ${list}.`, '; '),
  results: (results) => told(results, (list) => `Что получилось: ${list}.`, '; '),
  skills: (skills) => told(skills, (list) => `Навыки, которые пригодятся на этом месте: ${list}.`, ', '),
  closing: (phone, email) => {
    const reach = [phone, email].filter((one) => one !== '').join(', ')
    return `Буду на связи в удобное вам время${reach === '' ? '' : `: ${reach}`}.`
  },
}

const english: LetterWords = {
  opening: (title, employer) =>
    `Dear hiring team, I am applying for the position of ${title}${employer === '' ? '' : ` at ${employer}`}.`,
  experience(years, position, company) {
    const now = position === '' ? '' : `My latest post: ${placeOf(position, company, 'en')}.`
    const led = years < 1 ? '' : `I have been leading teams for ${yearsInWords(years, 'en')}. `
    return led + now === '' ? null : (led + now).trim()
  },
  duties: (duties) => told(duties, (list) => `Of what you are looking for, I already do this: ${list}.`, '; '),
  results: (results) => told(results, (list) => `What came of it: ${list}.`, '; '),
  skills: (skills) => told(skills, (list) => `Skills of use in this post: ${list}.`, ', '),
  closing: (phone, email) => {
    const reach = [phone, email].filter((one) => one !== '').join(', ')
    return `I would be glad to talk at a time that suits you${reach === '' ? '' : `: ${reach}`}.`
  },
}
