import type { DigestSkill, MarketDigest } from '@pult/contract/market-digest'

import type { FileLanguage } from '../platform/index.ts'
import { digestWords, type DigestWord } from './digest-words.ts'

export interface DigestTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A digest as headings, sentences and tables: what every form of it is made from. */
export interface DigestDocument {
  readonly title: string
  readonly lines: readonly string[]
  readonly sections: readonly {
    readonly title: string
    readonly lines: readonly string[]
    readonly table?: DigestTable
  }[]
}

interface Tongue {
  t(word: DigestWord, values?: Readonly<Record<string, string>>): string
  date(day: string): string
  number(value: number | null): string
  signed(value: number | null): string
  percent(fraction: number | null, digits?: number): string
  /** A difference of shares, in points. */
  points(difference: number): string
}

const MINUS = '−'

/** Words, numbers and days as people of the language write them. */
export function tongueOf(language: FileLanguage): Tongue {
  const words = digestWords[language]
  const plain = (value: number, digits: number): string =>
    new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
      .format(value)
      .replace('-', MINUS)
  const sign = (value: number, digits: number): string => `${value > 0 ? '+' : ''}${plain(value, digits)}`
  return {
    t: (word, values = {}) => words[word].replaceAll(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all),
    date: (day) => (language === 'ru' ? day.split('-').toReversed().join('.') : day),
    number: (value) => (value === null ? '–' : plain(value, 0)),
    signed: (value) => (value === null ? '–' : sign(Math.round(value), 0)),
    percent: (fraction, digits = 1) => (fraction === null ? '–' : `${plain(fraction * 100, digits)} %`),
    points: (difference) => sign(difference * 100, 1),
  }
}

/** `link` leads to the page; null where Pult's address is not known. */
export function digestDocument(digest: MarketDigest, language: FileLanguage, link: string | null): DigestDocument {
  const tongue = tongueOf(language)
  const { t } = tongue
  const { now, former, isMadeUp, isQuiet, doubts } = digest
  const period =
    now === null
      ? t('noSnapshot')
      : former === null
        ? t('noFormer', { now: tongue.date(now.takenOn) })
        : t('period', { now: tongue.date(now.takenOn), former: tongue.date(former.takenOn) })
  return {
    title: `${t('title')}: ${digest.name.replaceAll(/\s+/g, ' ')}`,
    lines: [
      period,
      ...(isMadeUp ? [t('madeUp')] : []),
      ...(former !== null && isQuiet ? [t('quiet')] : []),
      ...doubts.map((doubt) => t(doubt)),
      ...(link === null ? [] : [t('open', { link })]),
    ],
    sections:
      now === null
        ? []
        : [
            vacanciesPart(digest, tongue),
            ...skillParts(digest, tongue),
            payPart(digest, tongue),
            ...postsPart(digest, tongue),
          ],
  }
}

function vacanciesPart({ vacancies }: MarketDigest, { t, number, signed }: Tongue): DigestDocument['sections'][number] {
  const { now, former, came, gone, change, low, high, isSure } = vacancies
  if (former === null) return { title: t('vacancies'), lines: [t('vacanciesOnly', { now: number(now) })] }
  const told = { now: number(now), former: number(former), came: number(came), gone: number(gone) }
  const values = { change: signed(change), low: signed(low), high: signed(high) }
  return {
    title: t('vacancies'),
    lines: [t('vacanciesNow', told), t(isSure ? 'changeSure' : 'changeChance', values)],
  }
}

function skillParts({ skills, former }: MarketDigest, tongue: Tongue): DigestDocument['sections'][number][] {
  const { t, number, percent } = tongue
  const { risen, fallen, entered, left, byChance, tested, afterNamed, beforeNamed, top } = skills
  const names = (list: readonly string[]): string => list.join(', ')
  const moved = [
    ...(risen.length > 0 ? [{ title: t('risen'), lines: [], table: skillTable(risen, tongue) }] : []),
    ...(fallen.length > 0 ? [{ title: t('fallen'), lines: [], table: skillTable(fallen, tongue) }] : []),
  ]
  const lines = [
    t('skillsHow', { after: number(afterNamed), before: number(beforeNamed), tested: number(tested) }),
    ...(moved.length === 0 ? [t('none')] : []),
    ...(entered.length > 0 ? [t('entered', { names: names(entered) })] : []),
    ...(left.length > 0 ? [t('left', { names: names(left) })] : []),
    ...(byChance > 0 ? [t('byChance', { count: number(byChance) })] : []),
  ]
  const rows = top.map(({ name, naming, share, low, high }) => [
    name,
    `${percent(share)} (${percent(low)} – ${percent(high)})`,
    number(naming),
  ])
  return [
    ...(former === null ? [] : [{ title: t('skills'), lines }, ...moved]),
    ...(rows.length === 0
      ? []
      : [{ title: t('top'), lines: [], table: { head: [t('skill'), t('share'), t('naming')], rows } }]),
  ]
}

const skillTable = (skills: readonly DigestSkill[], { t, percent, points, number }: Tongue): DigestTable => ({
  head: [t('skill'), t('before'), t('after'), t('difference'), t('naming')],
  rows: skills.map(({ name, before, after, difference, low, high, naming }) => [
    name,
    percent(before),
    percent(after),
    `${points(difference)} (${points(low)} – ${points(high)})`,
    number(naming),
  ]),
})

function payPart({ pay, former }: MarketDigest, tongue: Tongue): DigestDocument['sections'][number] {
  const { t, number, percent } = tongue
  const { n, median, low, high, change } = pay
  const told = { n: number(n), median: number(median), low: number(low), high: number(high) }
  const now = t(median === null ? 'payNone' : low === null ? 'payFew' : 'payNow', told)
  if (former === null || median === null) return { title: t('pay'), lines: [now] }
  if (change === null) return { title: t('pay'), lines: [now, t('payUnknown')] }
  const signedPercent = (value: number): string => `${value > 0 ? '+' : ''}${percent(value)}`
  const moved = {
    change: signedPercent(change.change),
    low: signedPercent(change.low),
    high: signedPercent(change.high),
    before: number(change.before),
    after: number(change.after),
  }
  return { title: t('pay'), lines: [now, t(change.isSure ? 'paySure' : 'payChance', moved)] }
}

function postsPart({ posts }: MarketDigest, { t, number, percent }: Tongue): DigestDocument['sections'][number][] {
  if (posts === null || posts.length === 0) return []
  const head = [t('post'), t('people'), t('netPay'), t('gap'), t('missing')]
  const rows = posts.map(({ title, people, netPay, gap, n, missing }) => [
    title,
    number(people),
    number(netPay),
    gap === null ? '–' : `${gap > 0 ? '+' : ''}${percent(gap)} (n = ${number(n)})`,
    missing.slice(0, 5).join(', ') || '–',
  ])
  return [{ title: t('posts'), lines: [], table: { head, rows } }]
}
