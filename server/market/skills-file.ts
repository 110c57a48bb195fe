import type { SkillsReply } from '@pult/contract/market'

import { tableFile, type Cell, type Download, type FileLanguage } from '../platform/index.ts'

const heads = {
  ru: [
    'Навык',
    'Доля',
    'От (95 %)',
    'До (95 %)',
    'Вакансий с навыком',
    'Вакансий с навыками',
    'За 30 дней',
    'p',
    'Снимок',
  ],
  en: [
    'Skill',
    'Share',
    'From (95 %)',
    'To (95 %)',
    'Vacancies naming it',
    'Vacancies naming any',
    'In 30 days',
    'p',
    'Snapshot',
  ],
} as const

/** The table of skills as a file. */
export function skillsFile(
  { skills, named, snapshot }: SkillsReply,
  { format, language }: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
): Download {
  const takenOn = snapshot?.takenOn ?? ''
  const lines = skills.map(({ name, share, low, high, naming, perMonth, pValue }): Cell[] => [
    name,
    share,
    low,
    high,
    naming,
    named,
    perMonth,
    pValue,
    takenOn,
  ])
  const percent = '0.00%'
  return tableFile([[...heads[language]], ...lines], {
    name: `${language === 'ru' ? 'навыки' : 'skills'}-${takenOn}`,
    format,
    language,
    numberFormats: [undefined, percent, percent, percent, '0', '0', percent, '0.0000'],
  })
}
