import { printableResume } from './blanks.ts'
import { industryNames, type Industry } from './pick-list.ts'
import { inSentence, listInSentence, yearsInWords } from './resume-words.ts'
import type { Resume, ResumeLanguage, ResumeMonth } from './resume.ts'
import { isLeading, monthsWorked } from './service-years.ts'

/** A sentence for the profile, and which facts of the résumé it is made of. */
export interface ProfileSentence {
  readonly from: 'years' | 'positions' | 'industries' | 'verified' | 'results' | 'tools' | 'projects'
  readonly text: string
}

const MOST_TOOLS = 8
const MOST_RESULTS = 2
const MOST_POSITIONS = 3

/** Sentences that the facts of a résumé allow: nothing is said that is not in it. `today` ends the job she still has. */
export function suggestProfile(
  draft: Resume,
  industries: readonly Industry[],
  today: ResumeMonth,
): readonly ProfileSentence[] {
  const resume = printableResume(draft)
  const { language } = resume
  const results = resume.experience.flatMap((job) => job.results)
  const own = results.filter(({ verifiedResultId }) => verifiedResultId === null)
  const verified = results.filter(({ verifiedResultId }) => verifiedResultId !== null)
  const told: (ProfileSentence | null)[] = [
    sentence('years', years(resume, today)),
    sentence('positions', positions(resume, today)),
    sentence(
      'industries',
      list(
        language,
        'Отрасли',
        'Industries',
        industries.map((one) => inSentence(industryNames[one][language])),
      ),
    ),
    sentence(
      'verified',
      list(language, 'Подтверждено данными центра', 'Proven by the centre’s data', texts(verified, MOST_RESULTS)),
    ),
    sentence('results', list(language, 'Среди результатов', 'Results include', texts(own, MOST_RESULTS))),
    sentence('tools', list(language, 'Инструменты', 'Tools', resume.technicalSkills.slice(0, MOST_TOOLS))),
    sentence(
      'projects',
      list(
        language,
        'Проекты',
        'Projects',
        resume.experience.flatMap(({ projects }) => projects.map(inSentence)).slice(0, MOST_RESULTS),
      ),
    ),
  ]
  return told.filter((one) => one !== null)
}

const sentence = (from: ProfileSentence['from'], text: string | null): ProfileSentence | null =>
  text === null ? null : { from, text }

const texts = (lines: readonly { readonly text: string }[], most: number): string[] =>
  lines.slice(0, most).map(({ text }) => inSentence(text))

function list(language: ResumeLanguage, ru: string, en: string, parts: readonly string[]): string | null {
  if (parts.length === 0) return null
  return `${language === 'ru' ? ru : en}: ${listInSentence(parts)}.`
}

function years({ experience, language }: Resume, today: ResumeMonth): string | null {
  const all = Math.floor(monthsWorked(experience, today) / 12)
  const leading = Math.floor(
    monthsWorked(
      experience.filter(({ position }) => isLeading(position)),
      today,
    ) / 12,
  )
  const isRussian = language === 'ru'
  if (leading >= 1 && all > leading)
    return isRussian
      ? `Опыт руководства — ${yearsInWords(leading, language)}, общий стаж — ${yearsInWords(all, language)}.`
      : `${yearsInWords(leading, language)} of leading teams, ${yearsInWords(all, language)} of work in all.`
  if (leading >= 1)
    return isRussian
      ? `Опыт руководства — ${yearsInWords(leading, language)}.`
      : `${yearsInWords(leading, language)} of leading teams.`
  if (all < 1) return null
  return isRussian ? `Стаж — ${yearsInWords(all, language)}.` : `${yearsInWords(all, language)} of experience.`
}

/** How long each position was held, the longest first; months of the same position in two companies are added up once. */
function positions({ experience, language }: Resume, today: ResumeMonth): string | null {
  const named = experience.filter(({ position }) => position.trim() !== '')
  const held = [...Map.groupBy(named, ({ position }) => position.trim().toLowerCase()).values()]
    .map((jobs) => ({ name: jobs[0]?.position.trim() ?? '', years: Math.floor(monthsWorked(jobs, today) / 12) }))
    .filter((one) => one.years >= 1)
    .toSorted((a, b) => b.years - a.years)
    .slice(0, MOST_POSITIONS)
  if (held.length < 2) return null
  const told = held.map((one) => `${one.name.toLowerCase()} — ${yearsInWords(one.years, language)}`)
  return list(language, 'Должности', 'Positions', told)
}
