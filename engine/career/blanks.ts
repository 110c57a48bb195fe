import type { PickEntry } from './pick-list.ts'
import type { Resume, ResumeJob, ResumeLanguage, ResumeLine } from './resume.ts'

// A template asks for what only the person knows: ‹number›, ‹year›; what she has given so far stands inside: ‹year=2025›. Angle quotes of
// this kind are not on a keyboard, so that nobody's own words are taken for a blank.
const BLANK = /‹([^‹›=]*)(?:=([^‹›]*))?›/gu

/** A piece of a line: words that stay, or a blank with what it asks for and what was given; `value` of words is empty. */
export interface LinePiece {
  readonly kind: 'words' | 'blank'
  readonly text: string
  readonly value: string
}

/** A line as the words and blanks it is made of, in their order. */
export function linePieces(line: string): LinePiece[] {
  const pieces: LinePiece[] = []
  let end = 0
  for (const match of line.matchAll(BLANK)) {
    if (match.index > end) pieces.push({ kind: 'words', text: line.slice(end, match.index), value: '' })
    pieces.push({ kind: 'blank', text: match[1] ?? '', value: match[2] ?? '' })
    end = match.index + match[0].length
  }
  if (end < line.length) pieces.push({ kind: 'words', text: line.slice(end), value: '' })
  return pieces
}

/** Whether the line is made from a template, filled or not. */
export const isTemplate = (line: string): boolean => linePieces(line).some(({ kind }) => kind === 'blank')

/** Whether something in the line still waits to be filled. */
export const hasBlank = (line: string): boolean =>
  linePieces(line).some(({ kind, value }) => kind === 'blank' && value.trim() === '')

/** The line with one of its pieces filled; what is given may be taken back. */
export const fillPiece = (line: string, place: number, value: string): string =>
  joined(linePieces(line).map((piece, index) => (index === place ? { ...piece, value } : piece)))

/** The template that a line was made from: without what was given. */
export const templateOf = (line: string): string => joined(linePieces(line).map((piece) => ({ ...piece, value: '' })))

/** The line as it is printed: what was given in place of the blanks. */
export const filledLine = (line: string): string =>
  linePieces(line)
    .map(({ kind, text, value }) => (kind === 'words' ? text : value.trim()))
    .join('')

const joined = (pieces: readonly LinePiece[]): string => pieces.map(written).join('')

function written({ kind, text, value }: LinePiece): string {
  if (kind === 'words') return text
  const plain = value.replaceAll(/[‹›]/g, '')
  return plain === '' ? `‹${text}›` : `‹${text}=${plain}›`
}

/** A measure's name as a result that asks for both values and the period between them. */
export function kpiTemplate(kpi: PickEntry, language: ResumeLanguage): string {
  return language === 'ru'
    ? `${kpi.ru}: с ‹было› до ‹стало›, ‹период› к ‹период›`
    : `${kpi.en}: from ‹before› to ‹after›, ‹period› against ‹period›`
}

/** How many lines of the résumé wait to be filled, and are not printed until then. */
export function unfilledLines(resume: Resume): number {
  const lines = [
    ...resume.profile,
    ...resume.experience.flatMap(({ duties, results, projects }) => [
      ...duties,
      ...results.map(({ text }) => text),
      ...projects,
    ]),
  ]
  return lines.filter(hasBlank).length
}

/** What of a résumé is printed: no line that is empty or still waits to be filled, no entry without its name. */
export function printableResume(resume: Resume): Resume {
  return {
    ...resume,
    profile: printableTexts(resume.profile),
    keySkills: printableTexts(resume.keySkills),
    experience: resume.experience.filter(isTold).map(printableJob),
    education: resume.education.filter(
      ({ institution, speciality, faculty }) => institution + speciality + faculty !== '',
    ),
    courses: resume.courses.filter(({ name }) => isPrintable(name)),
    languages: resume.languages.filter(({ name }) => isPrintable(name)),
    awards: resume.awards.filter(({ name }) => isPrintable(name)),
    technicalSkills: printableTexts(resume.technicalSkills),
    qualities: printableTexts(resume.qualities),
  }
}

const isPrintable = (text: string): boolean => text.trim() !== '' && !hasBlank(text)
const printableTexts = (texts: readonly string[]): string[] => texts.filter(isPrintable).map(filledLine)
const isTold = ({ company, position, duties, results, projects }: ResumeJob): boolean =>
  company + position !== '' || duties.length + results.length + projects.length > 0

function printableJob(job: ResumeJob): ResumeJob {
  return {
    ...job,
    duties: printableTexts(job.duties),
    results: job.results
      .filter(({ text }) => isPrintable(text))
      .map((line): ResumeLine => ({ ...line, text: filledLine(line.text) })),
    projects: printableTexts(job.projects),
  }
}
