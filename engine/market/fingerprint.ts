import { words } from './stem.ts'

export interface VacancyIdentity {
  readonly title: string
  readonly employer: string | null
  readonly city: string | null
}

/** Legal forms, which one site writes and another does not. */
const LEGAL_FORMS = new Set(['ооо', 'оао', 'зао', 'пао', 'ао', 'ип', 'нко', 'гуп', 'муп', 'llc', 'ltd', 'inc'])
/** How a city is introduced. */
const CITY_WORDS = new Set(['г', 'город', 'область', 'обл'])

/** What is the same of one vacancy on two sites; null where the employer is not told: then nothing can be said. */
export function vacancyFingerprint({ title, employer, city }: VacancyIdentity): string | null {
  const who = words(employer ?? '').filter((word) => !LEGAL_FORMS.has(word))
  if (who.length === 0) return null
  const where = words(city ?? '').filter((word) => !CITY_WORDS.has(word))
  return [words(title), who, where].map((part) => part.join(' ')).join('|')
}
