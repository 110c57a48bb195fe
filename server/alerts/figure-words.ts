import type { AlertWatch, Watchable } from '@pult/contract/alert-rules'
import type { Bilingual } from '@pult/contract/alert-words'

import type { HeldVersion } from '../measures/index.ts'
import { liveFigureWords, watchedMeasure } from './watchables.ts'

type Language = 'ru' | 'en'
type Unit = Watchable['unit']
type Measurable = Exclude<AlertWatch, { kind: 'condition' }>

interface Figure {
  readonly value: number | null
  readonly limit: number
  readonly side: 'above' | 'below'
}

/**
 * What is out of line, as a sentence in both languages: `Справка: уровень обслуживания 62 % (ниже 80 %), последние 30 мин; определение
 * центра, версия 2`.
 */
export function figureWords(
  subject: string | null,
  watch: Measurable,
  figure: Figure,
  held: HeldVersion | null,
): Bilingual {
  const said = (language: Language): string => sentence(language, subject, watch, figure) + heldBy(language, held)
  return { ru: said('ru'), en: said('en') }
}

const words = {
  ru: {
    center: 'Весь центр',
    above: 'выше',
    below: 'ниже',
    today: ', сегодня',
    last: (minutes: string) => `, последние ${minutes} мин`,
    seconds: 'с',
    minutes: 'мин',
    own: (version: number) => `; определение центра, версия ${version}`,
    published: (version: number) => `; определение Пульта, версия ${version}`,
  },
  en: {
    center: 'Whole centre',
    above: 'above',
    below: 'below',
    today: ', today',
    last: (minutes: string) => `, last ${minutes} min`,
    seconds: 's',
    minutes: 'min',
    own: (version: number) => `; the centre’s definition, version ${version}`,
    published: (version: number) => `; Pult’s definition, version ${version}`,
  },
} as const

function sentence(
  language: Language,
  subject: string | null,
  watch: Measurable,
  { value, limit, side }: Figure,
): string {
  const said = words[language]
  const { name, unit } = namedBy(watch)
  const when = watch.kind === 'live' ? '' : watch.window === 'today' ? said.today : said.last(watch.window)
  const shown = (number: number | null): string => written(number, unit, language)
  return `${subject ?? said.center}: ${lowerFirst(name[language])} ${shown(value)} (${said[side]} ${shown(limit)})${when}`
}

/** By which version of the definition: after a change the same name means another number. */
function heldBy(language: Language, held: HeldVersion | null): string {
  if (held === null) return ''
  const { own, published } = words[language]
  return (held.isOwn ? own : published)(held.version)
}

function namedBy(watch: Measurable): { readonly name: Bilingual; readonly unit: Unit } {
  if (watch.kind === 'live') return liveFigureWords[watch.figure]
  return watchedMeasure(watch.measure) ?? { name: { ru: watch.measure, en: watch.measure }, unit: 'times' }
}

/** AHT keeps its capitals. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text

function written(value: number | null, unit: Unit, language: Language): string {
  if (value === null) return '–'
  const number = (digits: number, scaled = value): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(scaled)
  switch (unit) {
    case 'fraction':
      return `${number(1, value * 100)}\u00A0%`
    case 'seconds':
      return value < 60 ? `${number(0)}\u00A0${words[language].seconds}` : clock(Math.round(value))
    case 'minutes':
      return `${number(0, Math.floor(value))}\u00A0${words[language].minutes}`
    case 'contacts':
    case 'agents':
    case 'times':
      return number(2)
  }
}

function clock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
