import { Readable } from 'node:stream'

import type { digestFormats, MarketDigest } from '@pult/contract/market-digest'

import { tableFile, type Cell, type Download, type FileLanguage } from '../platform/index.ts'
import { digestDocument, tongueOf } from './digest-document.ts'
import { digestHtml, digestMarkdown } from './digest-render.ts'

interface FileAsked {
  readonly format: (typeof digestFormats)[number]
  readonly language: FileLanguage
  readonly link: string | null
}

/** The digest as a file: a workbook of unrounded figures, or a text to read. */
export function digestFile(digest: MarketDigest, { format, language, link }: FileAsked): Download {
  const name = `${language === 'ru' ? 'дайджест' : 'digest'}-${digest.now?.takenOn ?? ''}`
  if (format === 'xlsx')
    return tableFile(digestRows(digest, language), {
      name,
      format,
      language,
      numberFormats: [undefined, undefined, '0.0000', '0.0000', '0.0000', '0', '0.0000'],
    })
  const document = digestDocument(digest, language, link)
  return format === 'md'
    ? {
        stream: Readable.from([digestMarkdown(document)]),
        contentType: 'text/markdown; charset=utf-8',
        fileName: `${name}.md`,
      }
    : {
        stream: Readable.from([digestHtml(document, language)]),
        contentType: 'text/html; charset=utf-8',
        fileName: `${name}.html`,
      }
}

/** Part, name, value, interval, count, chance: one line a figure. */
function digestRows(digest: MarketDigest, language: FileLanguage): Cell[][] {
  const { t } = tongueOf(language)
  const { vacancies, skills, pay, posts } = digest
  const part = t('vacancies')
  const moved = [...skills.risen, ...skills.fallen].map(({ name, difference, low, high, naming, pValue }): Cell[] => [
    t(difference > 0 ? 'risen' : 'fallen'),
    name,
    difference,
    low,
    high,
    naming,
    pValue,
  ])
  const top = skills.top.map(({ name, share, low, high, naming }): Cell[] => [
    t('top'),
    name,
    share,
    low,
    high,
    naming,
    null,
  ])
  const change = pay.change
  return [
    [t('part'), t('what'), t('value'), t('low'), t('high'), t('count'), 'p'],
    [part, t('active'), vacancies.now, null, null, null, null],
    [part, t('came'), vacancies.came, null, null, null, null],
    [part, t('gone'), vacancies.gone, null, null, null, null],
    [part, t('change'), vacancies.change, vacancies.low, vacancies.high, null, null],
    ...moved,
    ...top,
    [t('pay'), t('median'), pay.median, pay.low, pay.high, pay.n, null],
    ...(change === null
      ? []
      : [[t('pay'), t('medianChange'), change.change, change.low, change.high, change.after, null] as Cell[]]),
    ...(posts ?? []).map(({ title, gap, n }): Cell[] => [t('posts'), title, gap, null, null, n, null]),
  ]
}
