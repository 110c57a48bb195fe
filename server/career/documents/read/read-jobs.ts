import type { ResumeJob } from '@pult/engine/career'

import type { LeftOver } from './findings.ts'
import { isCity, isLink, isPosition, withoutCapitals } from './guesses.ts'
import { jobHeadingOf, type JobPart } from './headings.ts'
import { wordCount, type Line } from './line.ts'
import { findPeriod, isDuration, isUnfinishedPeriod, type FoundPeriod } from './periods.ts'
import { withoutMark } from './marks.ts'

type Job = { -readonly [Field in keyof ResumeJob]: ResumeJob[Field] }

interface Start {
  /** The first line of the job, and the line with its period. */
  readonly from: number
  readonly at: number
  readonly period: FoundPeriod | null
}

/** Reads the jobs of a section. Lines above the first job are left over. `marks`: numbers of the notes below the résumé. */
export function readJobs(given: readonly Line[], marks: ReadonlySet<string>, leftOver: LeftOver): ResumeJob[] {
  const lines = joinPeriods(given)
  const starts = findStarts(lines)
  for (const line of lines.slice(0, starts[0]?.from ?? lines.length)) leftOver.add(line, line.text)
  return starts.map((start, place) => readJob(lines.slice(start.from, starts[place + 1]?.from), start, marks, leftOver))
}

/** "Февраль 2018 —" and, on the next line, "настоящее время". */
function joinPeriods(lines: readonly Line[]): Line[] {
  const joined: Line[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    if (last !== undefined && isUnfinishedPeriod(last.text))
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` }
    else joined.push(line)
  }
  return joined
}

const MOST_WORDS_BESIDE = 14
/** "… в 2018–2020" tells when something was done. */
const TELLS_WHEN = /(?:^|\s)(?:в|за|во|на|in|during|over|for|of)$/iu

/** The period of a line that begins a job: it stands at the line's beginning or end, and hardly anything beside it. */
function periodOf({ text, isBullet }: Line): FoundPeriod | undefined {
  if (isBullet) return undefined
  const period = findPeriod(text)
  if (period === undefined) return undefined
  const { before, after } = period
  if (before !== '' && after !== '' && !text.includes('\t')) return undefined
  return wordCount(`${before} ${after}`) > MOST_WORDS_BESIDE && !text.includes('\t')
    ? undefined
    : TELLS_WHEN.test(before)
      ? undefined
      : period
}

/** Where jobs begin. Where the first one has lines above its period (its company, say), the others may have as many. */
function findStarts(lines: readonly Line[]): Start[] {
  const starts: Start[] = []
  let above = 0
  for (const [at, line] of lines.entries()) {
    const period = periodOf(line) ?? null
    const isNamed = line.look === 'subheading' && period === null
    const last = starts.at(-1)
    if (isNamed) starts.push({ from: at, at, period: null })
    else if (
      period !== null &&
      last?.period === null &&
      lines.slice(last.at + 1, at).every(isHeadLine) &&
      at - last.at <= 3
    )
      starts[starts.length - 1] = { ...last, at, period }
    else if (period !== null) {
      if (starts.length === 0) above = at <= 3 && lines.slice(0, at).every(isHeadLine) ? at : 0
      starts.push({ from: at - linesAbove(lines, at, Math.min(above, at - (last?.at ?? -1) - 1)), at, period })
    }
  }
  return starts
}

const isHeadLine = (line: Line): boolean =>
  !line.isBullet && jobHeadingOf(line.text) === undefined && wordCount(line.text) <= MOST_WORDS_BESIDE

/** How many lines right above a period belong to its job. */
function linesAbove(lines: readonly Line[], at: number, most: number): number {
  let count = 0
  while (count < most) {
    const line = lines[at - count - 1]
    if (line === undefined || !isHeadLine(line) || /[.;!]$/.test(line.text)) break
    count++
  }
  return count
}

const MOST_HEAD_LINES = 6

function readJob(lines: readonly Line[], start: Start, marks: ReadonlySet<string>, leftOver: LeftOver): ResumeJob {
  const job: Job = {
    company: '',
    companyAbout: '',
    site: '',
    city: '',
    position: '',
    from: start.period?.from ?? '',
    to: start.period === null ? null : start.period.to,
    duties: [],
    results: [],
    projects: [],
  }
  const rows = lines.flatMap((line, place): Line[] => {
    if (isDuration(line.text)) return []
    if (place !== start.at - start.from || start.period === null) return [line]
    const { before, after } = start.period
    return [before, after].filter((text) => text !== '' && !isDuration(text)).map((text) => ({ ...line, text }))
  })
  const end = headEnd(rows)
  const body = takeHead(rows.slice(0, end), job, leftOver)
  readBody([...body, ...rows.slice(end)], job, marks)
  return job
}

/** How many lines come before the first list. A site's export lists what the company does before it names the position. */
function headEnd(rows: readonly Line[]): number {
  const isList = ({ isBullet, text }: Line): boolean => isBullet || jobHeadingOf(text) !== undefined
  const first = rows.findIndex((row, place) => isList(row) || place >= MOST_HEAD_LINES)
  const end = first < 0 ? rows.length : first
  if (rows.slice(0, end).some(({ text }, place) => place > 0 && (isPosition(text) || isInCapitals(text)))) return end
  const later = rows.findIndex(
    ({ text, isBullet }, place) => place > end && place <= end + 4 && !isBullet && isPosition(text),
  )
  const isPlain = later > 0 && rows.slice(end, later + 1).every(({ text }) => jobHeadingOf(text) === undefined)
  return isPlain && wordCount(rows[later]?.text ?? '') <= MOST_WORDS_BESIDE ? later + 1 : end
}

/** Tells company, what it is, and position apart; gives back what is rather done than named. */
function takeHead(head: readonly Line[], job: Job, leftOver: LeftOver): Line[] {
  const named = head.filter(({ text }) => wordCount(text) <= MOST_WORDS_BESIDE * 2)
  const facts = named.filter((line, place) => place > 0 && isFacts(line.text))
  const candidates = named.filter((line) => !facts.includes(line) && !line.isBullet)
  const position =
    candidates.findLast(({ text }, place) => place > 0 && isInCapitals(text)) ??
    candidates.findLast(({ text, look }, place) => place > 0 && look === 'bold' && isPosition(text)) ??
    candidates.find(({ text, look }) => isPosition(text) && look !== 'subheading') ??
    candidates.find(({ look }, place) => place > 0 && look === 'bold') ??
    (candidates.length === 2 ? candidates[1] : undefined)
  const company = candidates.find((line) => line !== position)
  for (const { text } of facts.slice(0, 1)) readFacts(text, job)
  takeCompany(company?.text ?? '', job)
  job.position = withoutCapitals(position?.text ?? '')
  if (company === undefined && position !== undefined) splitPosition(position.text, job)
  const used = new Set([company, position, ...facts.slice(0, 1)])
  const rest = head.filter((line) => !used.has(line))
  const positionAt = position === undefined ? -1 : head.indexOf(position)
  const after = rest.filter((line) => head.indexOf(line) > positionAt)
  const before = rest.filter((line) => head.indexOf(line) <= positionAt)
  for (const line of before) {
    if (job.companyAbout === '' && wordCount(line.text) <= MOST_WORDS_BESIDE)
      job.companyAbout = line.text.replaceAll('\t', ' ')
    else leftOver.add(line, line.text)
  }
  return after
}

/** "Acme — London": a city behind the company is its city. */
function takeCompany(text: string, job: Job): void {
  const [, company, city] = /^(.+?)(?:\s+[—–|-]\s+|,\s+|\t)([^,|\t]+)$/.exec(text) ?? []
  const isBoth = job.city === '' && company !== undefined && city !== undefined && isCity(city)
  job.company = isBoth ? company : text
  if (isBoth) job.city = city
}

const isInCapitals = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase() && /\p{L}{3}/u.test(text)

/** "Head of support, Acme" on one line. */
function splitPosition(text: string, job: Job): void {
  const parts = text.split(/\s+[—–|]\s+|,\s+|\s+at\s+|\t/)
  const [one = '', another = ''] = parts
  if (parts.length !== 2) return
  const [position, company] = isPosition(one) ? [one, another] : [another, one]
  job.position = withoutCapitals(position)
  job.company = company
}

/** Whether a line tells what a company is: parts with a stroke between, a site, a city. */
const isFacts = (text: string): boolean =>
  / \| /.test(text) || isCity(text) || text.split(/,\s*/).some((part) => isLink(part)) || isLink(text)

function readFacts(text: string, job: Job): void {
  const parts = text.includes(' | ') ? text.split(' | ') : isCity(text) ? [text] : text.split(/,\s*|\t/)
  const siteAt = parts.findIndex((part) => isLink(part))
  if (siteAt >= 0) {
    job.site = parts[siteAt] ?? ''
    const before = parts.slice(0, siteAt)
    const after = parts.slice(siteAt + 1)
    const isCityFirst = after.length === 0 && before.length === 1 && isCity(before[0] ?? '')
    job.companyAbout = isCityFirst ? '' : before.join(' | ')
    job.city = isCityFirst ? (before[0] ?? '') : after.join(' | ')
    return
  }
  const cityAt = parts.length > 1 ? parts.length - 1 : isCity(text) ? 0 : -1
  job.city = parts[cityAt] ?? ''
  job.companyAbout = parts.filter((_, place) => place !== cityAt).join(' | ')
}

/** Lists under their titles; what has no title above it is duties. */
function readBody(rows: readonly Line[], job: Job, marks: ReadonlySet<string>): void {
  const lists: Record<JobPart, string[]> = { duties: [], results: [], projects: [] }
  let part: JobPart = 'duties'
  for (const { text, isBullet } of rows) {
    const heading = isBullet ? undefined : jobHeadingOf(text)
    if (heading !== undefined) part = heading.part
    const told = heading === undefined ? text : heading.rest
    if (told !== '') lists[part].push(told.replaceAll('\t', ' '))
  }
  job.duties = lists.duties
  job.projects = lists.projects
  job.results = lists.results.map((text) => ({ text: withoutMark(text, marks), verifiedResultId: null }))
}
