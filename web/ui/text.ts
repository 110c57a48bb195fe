/** The languages Pult speaks. */
export const languages = ['ru', 'en'] as const
export type Language = (typeof languages)[number]

/** One thing in both languages. */
export interface Bilingual {
  readonly ru: string
  readonly en: string
}

/** A sentence with `{name}` places, or its forms by number: the form is chosen by the value called `count`. */
export type Phrase = string | PluralPhrase
export interface PluralPhrase {
  readonly one: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** The words of one room: English decides which keys there are, Russian must have the same. */
export interface Text<Key extends string = string> {
  readonly en: Readonly<Record<Key, Phrase>>
  readonly ru: Readonly<Record<Key, Phrase>>
}

export type TextValues = Readonly<Record<string, string | number>>
export type Translate<Key extends string> = (key: Key, values?: TextValues) => string

/** Declares a room's words; a key missing in either language does not compile. */
export function defineText<Key extends string>(text: {
  readonly en: Readonly<Record<Key, Phrase>>
  readonly ru: NoInfer<Readonly<Record<Key, Phrase>>>
}): Text<Key> {
  return text
}

const pluralRules: Readonly<Record<Language, Intl.PluralRules>> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
}
const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  ru: new Intl.NumberFormat('ru', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }),
}

/** Fills a phrase: numbers are written as the language writes them, unknown places stay visible. */
export function phrase(phrase: Phrase, language: Language, values: TextValues = {}): string {
  return pickForm(phrase, language, values).replaceAll(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name]
    if (value === undefined) return place
    return typeof value === 'number' ? numbers[language].format(value) : value
  })
}

function pickForm(phrase: Phrase, language: Language, values: TextValues): string {
  if (typeof phrase === 'string') return phrase
  const count = Number(values['count'] ?? 0)
  const form = pluralRules[language].select(count)
  return phrase[form as keyof PluralPhrase] ?? phrase.other
}

/** The function that turns keys of one text into words of one language. */
export function translator<Key extends string>(text: Text<Key>, language: Language): Translate<Key> {
  return (key, values) => phrase(text[language][key], language, values)
}
