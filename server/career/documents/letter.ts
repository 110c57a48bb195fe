import type { ResumeContacts, ResumeLanguage } from '@pult/engine/career'

import { cleanText, cleanTexts } from './clean-text.ts'
import { contactLine } from './printed-resume.ts'

/** A cover letter as plain data. */
export interface Letter {
  readonly language: ResumeLanguage
  readonly name: string
  readonly contacts: Omit<ResumeContacts, 'name'>
  /** To whom; may stay empty. */
  readonly addressee: string
  readonly paragraphs: readonly string[]
  /** `YYYY-MM-DD`, or the date in own words; may stay empty. */
  readonly date: string
}

export interface PrintedLetter {
  readonly name: string
  readonly contacts: readonly string[]
  readonly date: string
  readonly addressee: string
  readonly paragraphs: readonly string[]
  /** The words above the name, and the name. */
  readonly closing: readonly string[]
}

const regards = { ru: 'С уважением,', en: 'Kind regards,' } as const satisfies Record<ResumeLanguage, string>

/** A letter as every form prints it: clean lines, the date in words. */
export function printLetter({ language, name, contacts, addressee, paragraphs, date }: Letter): PrintedLetter {
  const signature = cleanText(name)
  return {
    name: signature,
    contacts: contactLine(contacts),
    date: dateInWords(cleanText(date), language),
    addressee: cleanText(addressee),
    paragraphs: cleanTexts(paragraphs),
    closing: signature === '' ? [] : [regards[language], signature],
  }
}

function dateInWords(date: string, language: ResumeLanguage): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  const instant = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(instant)) return date
  const locale = language === 'ru' ? 'ru-RU' : 'en-GB'
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(instant)
}
