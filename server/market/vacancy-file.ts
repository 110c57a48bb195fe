import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'

import type { FileOutcome, RowProblem } from '@pult/contract/market-refresh'
import { currencyCode, LONGEST_SKILL, type PayPeriod, type ToldPay } from '@pult/engine/market'

import { unprocessable } from '../platform/index.ts'
import { readHhVacancy } from './hh-vacancy.ts'
import { readTrudvsemVacancy } from './trudvsem-vacancy.ts'
import { asInstant, asList, asObject, asText, type VacancyRecord } from './vacancy-record.ts'
import { withoutContacts } from './without-contacts.ts'

type FileProblem = FileOutcome['problems'][number]

export interface VacancyFile {
  readonly rows: number
  readonly records: readonly VacancyRecord[]
  readonly problems: readonly FileProblem[]
}

/** Reads a saved file: JSON as a site gives it (a list, a page of a search, a line each), or a table with headings. */
export function readVacancyFile(bytes: Buffer, findSkills: (text: string) => string[]): VacancyFile {
  const text = decode(bytes).trim()
  if (text === '') throw unprocessable('emptyFile', 'The file is empty: there are no vacancies in it.')
  if (text.startsWith('<'))
    throw unprocessable(
      'pageNotData',
      'The file is a web page, not JSON or CSV: save the answer of the site’s interface.',
    )
  return /^[[{]/.test(text) ? readJson(text, findSkills) : readTable(text)
}

function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  // Russian spreadsheets save tables in Windows-1251, which is no UTF-8.
  return text.includes('\uFFFD') ? iconv.decode(bytes, 'win1251') : text
}

function readJson(text: string, findSkills: (text: string) => string[]): VacancyFile {
  const told = vacanciesOf(parseJson(text))
  const problems: FileProblem[] = []
  const records = told.flatMap((item, place): VacancyRecord[] => {
    const vacancy = asObject(asObject(item)['vacancy'] ?? item)
    const record = 'job-name' in vacancy ? readTrudvsemVacancy(vacancy, findSkills) : readHhVacancy(vacancy)
    if (record === null) {
      problems.push({ row: place + 1, problem: 'notAVacancy', value: shorten(JSON.stringify(item)), isKept: false })
      return []
    }
    problems.push(...problemsOf(record, place + 1))
    return [record]
  })
  return { rows: told.length, records, problems }
}

/** A document, or a document a line. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
    if (lines.length < 2) throw brokenJson(error)
    return lines.map((line, place) => {
      try {
        return JSON.parse(line) as unknown
      } catch (failure) {
        throw brokenJson(failure, place + 1)
      }
    })
  }
}

const brokenJson = (error: unknown, line?: number): Error =>
  unprocessable(
    'brokenJson',
    `The file begins like JSON and is none${line === undefined ? '' : ` in line ${line}`}: ${error instanceof Error ? error.message : ''}`,
  )

function vacanciesOf(told: unknown): readonly unknown[] {
  if (Array.isArray(told)) return told.flatMap((one) => (isPage(one) ? vacanciesOf(one) : [one as unknown]))
  const object = asObject(told)
  if ('items' in object) return asList(object['items'])
  if ('results' in object) return asList(asObject(object['results'])['vacancies'])
  return [told]
}

const isPage = (value: unknown): boolean => 'items' in asObject(value) || 'results' in asObject(value)

/** Headings in either language; the first of each is what an export of Pult writes. */
const headings = {
  title: ['должность', 'title', 'название', 'вакансия', 'name'],
  employer: ['работодатель', 'employer', 'компания', 'company'],
  city: ['город', 'city', 'регион', 'area'],
  from: ['оклад от', 'pay from', 'зарплата от', 'от', 'salary from'],
  to: ['оклад до', 'pay to', 'зарплата до', 'до', 'salary to'],
  currency: ['валюта', 'currency'],
  gross: ['до налогов', 'gross', 'до вычета налогов'],
  per: ['за', 'per', 'период'],
  skills: ['навыки', 'skills', 'ключевые навыки', 'key skills'],
  link: ['ссылка', 'link', 'url'],
  published: ['опубликована', 'published', 'дата'],
  experience: ['опыт', 'experience'],
  schedule: ['график', 'schedule'],
  id: ['номер', 'id'],
} as const
type Heading = keyof typeof headings

function readTable(text: string): VacancyFile {
  const [head, ...lines] = parseTable(text)
  const places = placesOf(head ?? [])
  if (places.title === undefined)
    throw unprocessable('noTitleColumn', 'The table has no column of titles: call it «Должность» or “Title”.')
  const problems: FileProblem[] = []
  const records = lines.flatMap((line, index): VacancyRecord[] => {
    const row = index + 2
    const cell = (name: Heading): string | null => asText(places[name] === undefined ? null : line[places[name]])
    const note = (problem: RowProblem, value: string, isKept = true): void =>
      void problems.push({ row, problem, value: shorten(value), isKept })
    const title = cell('title')
    if (title === null) {
      note('noTitle', line.join(' '), false)
      return []
    }
    const record = recordOf(title, cell, note, head ?? [], line)
    problems.push(...problemsOf(record, row))
    return [record]
  })
  return { rows: lines.length, records, problems }
}

function parseTable(text: string): string[][] {
  const [firstLine = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t'].find((one) => firstLine.split(one).length > 1) ?? ','
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true })
  } catch (error) {
    throw unprocessable('brokenTable', `The table cannot be read: ${error instanceof Error ? error.message : ''}`)
  }
}

function placesOf(head: readonly string[]): Partial<Record<Heading, number>> {
  const names = head.map((name) => name.trim().toLowerCase())
  return Object.fromEntries(
    Object.entries(headings).flatMap(([heading, known]) => {
      const place = names.findIndex((name) => (known as readonly string[]).includes(name))
      return place === -1 ? [] : [[heading, place]]
    }),
  )
}

function recordOf(
  title: string,
  cell: (name: Heading) => string | null,
  note: (problem: RowProblem, value: string) => void,
  head: readonly string[],
  line: readonly string[],
): VacancyRecord {
  const link = cell('link')
  const published = cell('published')
  const publishedAt = published === null ? null : asInstant(published.replace(/^(\d\d)\.(\d\d)\.(\d{4})/, '$3-$2-$1'))
  if (published !== null && publishedAt === null) note('badDate', published)
  const employer = cell('employer')
  const city = cell('city')
  // The same row of another file is the same vacancy.
  const hhId = /hh\.[a-z]+\/vacancy\/(\d+)/.exec(link ?? '')?.[1]
  // Where no employer is told, many rows have one title and city: what they pay and ask for tells them apart.
  const whose = employer ?? [cell('from'), cell('to'), cell('skills')].join(';')
  const externalId = hhId ?? cell('id') ?? link ?? [title, whose, city, published].join('|')
  return {
    source: hhId === undefined ? 'file' : 'hh',
    externalId: externalId.slice(0, 500),
    link: link !== null && /^https?:\/\//.test(link) ? link : null,
    title,
    employer,
    areaId: null,
    city,
    publishedAt,
    pay: payOf(cell, note),
    experience: cell('experience'),
    schedule: cell('schedule'),
    skills: (cell('skills') ?? '')
      .split(/[;|\n]|,(?=\s)/)
      .map((skill) => skill.trim())
      .filter((skill) => skill !== ''),
    isDerived: false,
    raw: withoutContacts(Object.fromEntries(head.map((name, place) => [name, line[place] ?? '']))),
  }
}

function payOf(
  cell: (name: Heading) => string | null,
  note: (problem: RowProblem, value: string) => void,
): ToldPay | null {
  const number = (name: 'from' | 'to'): number | null => {
    const text = cell(name)
    if (text === null) return null
    const value = Number(text.replaceAll(/[\s\u00A0]/g, '').replace(',', '.'))
    if (Number.isFinite(value)) return value
    note('payNotANumber', text)
    return null
  }
  const from = number('from')
  const to = number('to')
  if (from === null && to === null) return null
  const currency = cell('currency')?.toLowerCase() ?? 'rub'
  return {
    from,
    to,
    currency: /^(руб|₽)/.test(currency) ? 'RUB' : currencyCode(currency),
    isGross: yesOrNo(cell('gross')),
    per: periodOf(cell('per')),
  }
}

function yesOrNo(text: string | null): boolean | null {
  if (text === null) return null
  if (/^(да|yes|true|1|gross|до)/i.test(text)) return true
  return /^(нет|no|false|0|net|на руки)/i.test(text) ? false : null
}

function periodOf(text: string | null): PayPeriod {
  if (text === null || /мес|month/i.test(text)) return 'month'
  if (/смен|shift/i.test(text)) return 'shift'
  return /час|hour/i.test(text) ? 'hour' : 'other'
}

/** What is wrong in a vacancy that is kept all the same. */
function problemsOf({ pay, skills }: VacancyRecord, row: number): FileProblem[] {
  const tooLong = skills.filter((skill) => skill.length > LONGEST_SKILL)
  const isTurned = pay !== null && pay.from !== null && pay.to !== null && pay.from > pay.to
  return [
    ...tooLong.map((value) => ({ row, problem: 'skillTooLong' as const, value: shorten(value), isKept: true })),
    ...(isTurned ? [{ row, problem: 'fromAboveTo' as const, value: `${pay.from} > ${pay.to}`, isKept: true }] : []),
  ]
}

const SHOWN_CHARACTERS = 80
const shorten = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
