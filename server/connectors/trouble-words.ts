import type { Bilingual } from '@pult/contract/alert-words'

// What is said of every kind of line. What a system or another machine says itself stands in it as it is.

export const ended = (where: string): Bilingual => ({
  en: `${where} ended the connection.`,
  ru: `${where}: соединение закрыто с той стороны.`,
})

export const lineLost = (where: string, why: string): Bilingual => ({
  en: `The line to ${where} was lost: ${why}`,
  ru: `Связь с ${where} потеряна: ${why}`,
})

export const unreachable = (where: string, why: string, whyInRussian = why): Bilingual => ({
  en: `${where} cannot be reached: ${why}`,
  ru: `${where} недоступна: ${whyInRussian}`,
})

/** A sentence about a file, with what is wrong after it. */
export const ofFile = (name: string, about: Bilingual, what: Bilingual): Bilingual => ({
  en: `${name} ${about.en}: ${what.en}`,
  ru: `${name} ${about.ru}: ${what.ru}`,
})
