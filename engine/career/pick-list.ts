import { resumePositions, type ResumePosition } from './resume.ts'

/** Where a person has worked, as far as the words of a résumé differ by it. */
export const industries = [
  'retail',
  'ecommerce',
  'telecom',
  'banking',
  'insurance',
  'investment',
  'energy',
  'construction',
  'oilGas',
  'mining',
  'support',
  'healthcare',
  'logistics',
  'automotive',
  'travel',
  'publicServices',
  'outsourcing',
  'manufacturing',
] as const
export type Industry = (typeof industries)[number]

export const industryNames: Readonly<Record<Industry, { readonly ru: string; readonly en: string }>> = {
  retail: { ru: 'Розничная торговля', en: 'Retail' },
  ecommerce: { ru: 'Интернет-торговля', en: 'E-commerce' },
  telecom: { ru: 'Телеком', en: 'Telecom' },
  banking: { ru: 'Банки', en: 'Banking' },
  insurance: { ru: 'Страхование', en: 'Insurance' },
  investment: { ru: 'Инвестиции', en: 'Investment' },
  energy: { ru: 'Электроэнергетика', en: 'Power supply' },
  construction: { ru: 'Строительство и недвижимость', en: 'Construction and property' },
  oilGas: { ru: 'Нефть и газ', en: 'Oil and gas' },
  mining: { ru: 'Металлы и горная добыча', en: 'Metals and mining' },
  support: { ru: 'ИТ и техническая поддержка', en: 'IT and technical support' },
  healthcare: { ru: 'Медицина', en: 'Healthcare' },
  logistics: { ru: 'Логистика и доставка', en: 'Logistics and delivery' },
  automotive: { ru: 'Автомобили и сервис', en: 'Cars and car service' },
  travel: { ru: 'Туризм и гостиницы', en: 'Travel and hotels' },
  publicServices: { ru: 'Государственные услуги', en: 'Public services' },
  outsourcing: { ru: 'Аутсорсинг контакт-центров', en: 'Outsourced contact centres' },
  manufacturing: { ru: 'Производство и опт', en: 'Manufacturing and wholesale' },
}

export const pickKinds = [
  'duty',
  'kpi',
  'resultWithFigure',
  'result',
  'project',
  'award',
  'keySkill',
  'technicalSkill',
  'quality',
  'course',
  'client',
] as const
export type PickKind = (typeof pickKinds)[number]

/** One wording that can be picked. */
export interface PickEntry {
  readonly kind: PickKind
  readonly ru: string
  readonly en: string
  /** The positions it suits; empty: all of them. */
  readonly positions: readonly ResumePosition[]
  /** The industries it belongs to; empty: any. */
  readonly industries: readonly Industry[]
}

const positionsByLetter: Readonly<Record<string, ResumePosition>> = {
  c: 'head-of-call-center',
  o: 'head-of-contact-center',
  r: 'head-of-customer-relations',
}

/**
 * Reads a list written one entry a line: `Russian | English | tags`. Tags are parted by blanks: `c`, `o`, `r` are the positions in the
 * order of {@link resumePositions}, words are industries; a name that both languages share is written once: `SQL | | c`.
 */
export function pickList(kind: PickKind, text: string): readonly PickEntry[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => pickEntry(kind, line))
}

function pickEntry(kind: PickKind, line: string): PickEntry {
  const [ru = '', en = '', tags = ''] = line.split('|').map((part) => part.trim())
  const told = tags.split(' ').filter((tag) => tag !== '')
  return {
    kind,
    ru,
    en: en === '' ? ru : en,
    positions: told.flatMap((tag) => positionsByLetter[tag] ?? []),
    industries: told.filter((tag) => positionsByLetter[tag] === undefined).map((tag) => industryOf(tag, line)),
  }
}

function industryOf(tag: string, line: string): Industry {
  const found = industries.find((industry) => industry === tag)
  if (found === undefined)
    throw new RangeError(`tags must be of ${resumePositions.join(', ')} or industries, not "${tag}" in: ${line}`)
  return found
}
