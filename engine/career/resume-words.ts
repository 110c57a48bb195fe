import type { ResumeLanguage } from './resume.ts'

const russianRules = new Intl.PluralRules('ru')

/** "8 лет", "1 year". */
export function yearsInWords(years: number, language: ResumeLanguage): string {
  if (language === 'en') return `${years} ${years === 1 ? 'year' : 'years'}`
  const form = russianRules.select(years)
  return `${years} ${form === 'one' ? 'год' : form === 'few' ? 'года' : 'лет'}`
}

/** A number as the language writes it, with so many decimals at most. */
export function numberInWords(value: number, language: ResumeLanguage, decimals: number): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: decimals }).format(value)
}

/** The same with its sign, a minus that is one: "−12,4". */
export function signedInWords(value: number, language: ResumeLanguage, decimals: number): string {
  const rounded = Number(value.toFixed(decimals))
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : ''
  return sign + numberInWords(Math.abs(rounded), language, decimals)
}

/** A line as it stands within a sentence: without its stop, and in Russian with a small letter, unless it begins with a name or an abbreviation. */
export const inSentence = (line: string): string =>
  line
    .trim()
    .replace(/[.;]\s*$/, '')
    .replace(/^[А-ЯЁ](?=[а-яё-]*(?:[\s,:;.]|$))/, (letter) => letter.toLowerCase())

/** Lines one after another: apart by semicolons where one of them is longer than a name. */
export const listInSentence = (lines: readonly string[]): string => {
  const isLong = lines.some((line) => line.includes(',') || line.trim().split(/\s+/).length > 6)
  return lines.join(isLong ? '; ' : ', ')
}
