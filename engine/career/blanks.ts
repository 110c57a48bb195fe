import type { PickEntry } from './pick-list.ts'
import type { Resume, ResumeJob, ResumeLanguage, ResumeLine } from './resume.ts'

// A template asks for what only the person knows: ‹number›, ‹year›. Angle quotes of this kind are not on a keyboard, so that nobody's
// own words are taken for a blank.
const BLANK = /‹([^‹›]*)›/gu

/** A piece of a line: words that stay, or a blank with what it asks for. */
export interface LinePiece {
  readonly kind: 'words' | 'blank'
  readonly text: string
}

/** A line as the words and blanks it is made of, in their order. */
export function linePieces(line: string): LinePiece[] {
  const pieces: LinePiece[] = []
  let end = 0
  for (const match of line.matchAll(BLANK)) {
    if (match.index > end) pieces.push({ kind: 'words', text: line.slice(end, match.index) })
    pieces.push({ kind: 'blank', text: match[1] ?? '' })
    end = match.index + match[0].length
  }
  if (end < line.length) pieces.push({ kind: 'words', text: line.slice(end) })
  return pieces
}

/** Whether something in the line still waits to be filled. */
export const hasBlank = (line: string): boolean => linePieces(line).some(({ kind }) => kind === 'blank')

/** The line with its blanks filled in their order; what is filled with nothing stays a blank. */
export function fillBlanks(line: string, values: readonly string[]): string {
  let place = 0
  return linePieces(line)
    .map(({ kind, text }) => {
      if (kind === 'words') return text
      const value = values[place++]?.trim() ?? ''
      return value === '' ? `‹${text}›` : value
    })
    .join('')
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
const printableTexts = (texts: readonly string[]): string[] => texts.filter(isPrintable)
const isTold = ({ company, position, duties, results, projects }: ResumeJob): boolean =>
  company + position !== '' || duties.length + results.length + projects.length > 0

function printableJob(job: ResumeJob): ResumeJob {
  return {
    ...job,
    duties: printableTexts(job.duties),
    results: job.results.filter(({ text }: ResumeLine) => isPrintable(text)),
    projects: printableTexts(job.projects),
  }
}
