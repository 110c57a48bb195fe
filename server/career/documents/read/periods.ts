import type { ResumeMonth } from '@pult/engine/career'

export interface Period {
  readonly from: ResumeMonth
  readonly to: ResumeMonth | null
}

export interface FoundPeriod extends Period {
  /** What else stands on the line, before and behind it. */
  readonly before: string
  readonly after: string
}

const monthTexts = [
  'янв|jan',
  'фев|feb',
  'мар|mar',
  'апр|apr',
  'ма[йя]|may',
  'июн|jun',
  'июл|jul',
  'авг|aug',
  'сен|sep',
  'окт|oct',
  'ноя|nov',
  'дек|dec',
]
const monthPatterns = monthTexts.map((text) => new RegExp(`^(?:${text})`, 'iu'))

const WORD = String.raw`(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[\p{L}]*\.?,?\s+`
const POINT = String.raw`(?:(?:\d{1,2}[./])?\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d{2}(?!\d)|(?:${WORD})?(?:19|20)\d\d)(?:\s*г(?:\.|од[а]?|(?![\p{L}])))?`
const PRESENT = String.raw`(?:по\s+)?(?:наст(?:оящее|\.)?\s*(?:время|вр\.?)|н\.?\s?в\.?(?![\p{L}])|сей\s+день|сейчас|present(?:\s+time)?|now|current(?:ly)?|to\s+date|today)`
const DASH = String.raw`\s*(?:[-–—‒−]|(?<=\s)(?:по|до|to|till|until)(?=\s))\s*`
const DURATION = String.raw`(?:\s*[(,]?\s*\d+\s*(?:год[а]?|лет|years?|yrs?)(?:\s*(?:и|and)?\s*\d+\s*(?:мес(?:яц(?:а|ев)?|\.)?|months?|mos?))?\s*\)?|\s*[(,]?\s*\d+\s*(?:мес(?:яц(?:а|ев)?|\.)?|months?|mos?)\s*\)?)`

const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(?:(?:с|from)\s+)?(?<from>${POINT})${DASH}(?<to>${POINT}|${PRESENT})(?![\d\p{L}])${DURATION}?`,
  'iu',
)
const OPEN_START = new RegExp(String.raw`^(?:с|since|from)\s+(?<from>${POINT})(?<to>)$`, 'iu')
const OPEN_END = new RegExp(String.raw`^(?:по|до|until|till)\s+(?<from>)(?<to>${POINT})$`, 'iu')
const UNFINISHED = new RegExp(String.raw`^(?:(?:с|from)\s+)?${POINT}\s*[-–—−]$`, 'iu')
const ONLY_DURATION = new RegExp(String.raw`^${DURATION}$`, 'iu')

/** The period on a line with what stands around it; undefined where there is none. */
export function findPeriod(text: string): FoundPeriod | undefined {
  const found = RANGE.exec(text)
  if (found !== null) return foundOf(found, text)
  const open = OPEN_START.exec(text)
  if (open !== null) return { ...foundOf(open, text), to: null }
  const ended = OPEN_END.exec(text)
  return ended === null ? undefined : { ...foundOf(ended, text), from: '' }
}

function foundOf(found: RegExpExecArray, text: string): FoundPeriod {
  const { from = '', to = '' } = found.groups ?? {}
  return {
    from: monthOf(from) ?? '',
    to: monthOf(to),
    before: trimmed(text.slice(0, found.index)),
    after: trimmed(text.slice(found.index + found[0].length)),
  }
}

const trimmed = (text: string): string => text.replaceAll(/^[\s,;:|(–—-]+|[\s,;:|(–—-]+$|^\)\s*/g, '')

/** `02/2018`, «Февраль 2018», `2018-02`, `01.02.2018`, `2018` → `2018-02`, `2018`; null for the present. */
function monthOf(text: string): ResumeMonth | null {
  const year = /(?:19|20)\d\d/.exec(text)?.[0]
  if (year === undefined) return null
  const word = /\p{L}{3,}/u.exec(text)?.[0]
  const named = word === undefined ? -1 : monthPatterns.findIndex((pattern) => pattern.test(word))
  const number =
    named >= 0 ? named + 1 : Number(/(\d{1,2})[./](?=(?:19|20)\d\d)/.exec(text)?.[1] ?? /-(\d{2})/.exec(text)?.[1] ?? 0)
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : year
}

/** Whether the line ends in the dash of a period that the next line ends: "Февраль 2018 —". */
export const isUnfinishedPeriod = (text: string): boolean => UNFINISHED.test(text)

/** "6 лет 2 месяца": a site's export counts it; the period says it. */
export const isDuration = (text: string): boolean => text !== '' && ONLY_DURATION.test(text)
