import type { ResumeLanguage, ResumeMonth, ResumeSection } from '@pult/engine/career'

type Words = Readonly<Record<ResumeLanguage, string>>

/** Titles of the printed sections; the contacts stand under the name without one. */
export const sectionTitles: Readonly<Record<ResumeSection, Words>> = {
  contacts: { ru: 'Контакты', en: 'Contacts' },
  profile: { ru: 'Профиль', en: 'Profile' },
  keySkills: { ru: 'Ключевые навыки', en: 'Key skills' },
  experience: { ru: 'Опыт работы', en: 'Work experience' },
  education: { ru: 'Образование', en: 'Education' },
  courses: { ru: 'Курсы', en: 'Courses' },
  languages: { ru: 'Языки', en: 'Languages' },
  awards: { ru: 'Награды', en: 'Awards' },
  technicalSkills: { ru: 'Технические навыки', en: 'Technical skills' },
  qualities: { ru: 'Качества', en: 'Personal qualities' },
}

/** Titles inside one job. */
export const jobTitles = {
  duties: { ru: 'Обязанности', en: 'Duties' },
  results: { ru: 'Результаты', en: 'Results' },
  projects: { ru: 'Проекты', en: 'Projects' },
} as const satisfies Readonly<Record<string, Words>>

/** The title of the notes under a résumé with verified results. */
export const notesTitle: Words = { ru: 'Подтверждено данными', en: 'Verified by data' }

const present: Words = { ru: 'по наст. время', en: 'present' }
const until: Words = { ru: 'по', en: 'until' }

/** `2018-02` → `02/2018`; a year alone stays. */
const printedMonth = (month: ResumeMonth): string => month.trim().replace(/^(\d{4})-(\d{1,2})$/, '$2/$1')

/** `02/2018 – по наст. время`; empty where the beginning is not known and it goes on. */
export function printedPeriod(from: ResumeMonth, to: ResumeMonth | null, language: ResumeLanguage): string {
  if (from.trim() === '') return to === null ? '' : `${until[language]} ${printedMonth(to)}`
  return `${printedMonth(from)} – ${to === null ? present[language] : printedMonth(to)}`
}
