import type { Resume, ResumeContacts, ResumeJob, ResumeLanguage, ResumeLine, ResumeSection } from '@pult/engine/career'

import { cleanText, cleanTexts } from './clean-text.ts'
import { jobTitles, notesTitle, printedPeriod, sectionTitles } from './print-words.ts'

/** What stands in the note under a result that the centre's own data prove. */
export interface VerifiedNote {
  /** What was measured, in a few words. */
  readonly label: string
  /** By which definition and version, for which period. */
  readonly footnote: string
}

export interface PrintOptions {
  /** Notes by the ids that lines of the résumé name. A line whose id is not among them is printed without a mark. */
  readonly verified?: Readonly<Record<string, VerifiedNote>>
}

/** A line of a list; `mark` is the number of its note. */
export interface PrintedLine {
  readonly text: string
  readonly mark: number | null
}

export interface PrintedJob {
  readonly company: string
  readonly period: string
  /** What the company does, its site, its city. */
  readonly about: string
  readonly position: string
  readonly lists: readonly { readonly title: string; readonly lines: readonly PrintedLine[] }[]
}

/** An education: faculty and speciality above, the institution and the year below. */
export interface PrintedEntry {
  readonly upper: string
  readonly lower: string
}

export type PrintedContent =
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'columns'; readonly items: readonly string[] }
  | { readonly kind: 'jobs'; readonly jobs: readonly PrintedJob[] }
  | { readonly kind: 'entries'; readonly entries: readonly PrintedEntry[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }

export type PrintedSection = { readonly section: ResumeSection; readonly title: string } & PrintedContent

/** A résumé as every form prints it: only what is filled, in the order of print, as lines of clean text. */
export interface PrintedResume {
  readonly language: ResumeLanguage
  readonly name: string
  readonly position: string
  readonly contacts: readonly string[]
  readonly sections: readonly PrintedSection[]
  readonly notes: { readonly title: string; readonly lines: readonly PrintedLine[] } | null
}

/** Stands between the parts of a line: contacts, a company's facts, faculty and speciality. */
export const PART_MARK = ' | '

export function printResume(resume: Resume, { verified = {} }: PrintOptions = {}): PrintedResume {
  const { language } = resume
  const notes = numberNotes(resume, verified)
  const titled = (section: ResumeSection, content: PrintedContent): PrintedSection[] =>
    isEmpty(content) ? [] : [{ section, title: sectionTitles[section][language], ...content }]
  const jobs = resume.experience
    .map((job) => printJob(job, language, notes.numberById))
    .filter((job) => hasAnything(job))
  return {
    language,
    name: cleanText(resume.contacts.name),
    position: cleanText(resume.desiredPosition),
    contacts: contactLine(resume.contacts),
    sections: [
      ...titled('profile', { kind: 'paragraphs', paragraphs: cleanTexts(resume.profile) }),
      ...titled('keySkills', { kind: 'columns', items: cleanTexts(resume.keySkills) }),
      ...titled('experience', { kind: 'jobs', jobs }),
      ...titled('education', { kind: 'entries', entries: resume.education.map(printEducation).filter(hasAnything) }),
      ...titled('courses', {
        kind: 'list',
        items: resume.courses.map((one) => withYear(joined([one.name, one.organisation]), one.year)).filter(Boolean),
      }),
      ...titled('languages', { kind: 'list', items: resume.languages.map(printLanguage).filter(Boolean) }),
      ...titled('awards', {
        kind: 'list',
        items: resume.awards.map((one) => withYear(cleanText(one.name), one.year)).filter(Boolean),
      }),
      ...titled('technicalSkills', { kind: 'columns', items: cleanTexts(resume.technicalSkills) }),
      ...titled('qualities', { kind: 'list', items: cleanTexts(resume.qualities) }),
    ],
    notes: notes.lines.length === 0 ? null : { title: notesTitle[language], lines: notes.lines },
  }
}

/** How a person is reached, without the name. */
export const contactLine = ({ city, phone, email, link }: Omit<ResumeContacts, 'name'>): string[] =>
  cleanTexts([city, phone, email, link])

const joined = (parts: readonly string[]): string => cleanTexts(parts).join(PART_MARK)

const withYear = (text: string, year: number | null): string =>
  year === null ? text : text === '' ? String(year) : `${text}, ${year}`

const printLanguage = ({ name, level }: Resume['languages'][number]): string => cleanTexts([name, level]).join(' — ')

const printEducation = ({ institution, faculty, speciality, year }: Resume['education'][number]): PrintedEntry => ({
  upper: joined([faculty, speciality]),
  lower: withYear(cleanText(institution), year),
})

function printJob(job: ResumeJob, language: ResumeLanguage, numberById: ReadonlyMap<string, number>): PrintedJob {
  const line = ({ text, verifiedResultId }: ResumeLine): PrintedLine => ({
    text: cleanText(text),
    mark: verifiedResultId === null ? null : (numberById.get(verifiedResultId) ?? null),
  })
  const own = (text: string): PrintedLine => ({ text: cleanText(text), mark: null })
  const lists = [
    { title: jobTitles.duties[language], lines: job.duties.map(own) },
    { title: jobTitles.results[language], lines: job.results.map(line) },
    { title: jobTitles.projects[language], lines: job.projects.map(own) },
  ]
  return {
    company: cleanText(job.company),
    period: printedPeriod(cleanText(job.from), job.to === null ? null : cleanText(job.to), language),
    about: joined([job.companyAbout, job.site, job.city]),
    position: cleanText(job.position),
    lists: lists
      .map(({ title, lines }) => ({ title, lines: lines.filter(({ text }) => text !== '') }))
      .filter(({ lines }) => lines.length > 0),
  }
}

/** Notes are numbered as their results come; one result told twice has one note. */
function numberNotes(
  { experience }: Resume,
  verified: Readonly<Record<string, VerifiedNote>>,
): { readonly numberById: ReadonlyMap<string, number>; readonly lines: readonly PrintedLine[] } {
  const numberById = new Map<string, number>()
  const lines: PrintedLine[] = []
  for (const { text, verifiedResultId: id } of experience.flatMap(({ results }) => results)) {
    if (id === null || numberById.has(id) || !Object.hasOwn(verified, id) || cleanText(text) === '') continue
    const note = verified[id]
    if (note === undefined) continue
    lines.push({ text: cleanTexts([note.label, note.footnote]).join(': '), mark: lines.length + 1 })
    numberById.set(id, lines.length)
  }
  return { numberById, lines }
}

const hasAnything = (printed: PrintedJob | PrintedEntry): boolean =>
  Object.values(printed).some((value: string | readonly unknown[]) => value.length > 0)

function isEmpty(content: PrintedContent): boolean {
  switch (content.kind) {
    case 'paragraphs':
      return content.paragraphs.length === 0
    case 'jobs':
      return content.jobs.length === 0
    case 'entries':
      return content.entries.length === 0
    case 'columns':
    case 'list':
      return content.items.length === 0
  }
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The number of a note as it stands behind its result. */
export const markText = (mark: number): string =>
  String(mark).replaceAll(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? '')
