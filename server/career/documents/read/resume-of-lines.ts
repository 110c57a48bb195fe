import type { Resume, ResumeLanguage, ResumePosition } from '@pult/engine/career'

import { openLeftOver } from './findings.ts'
import { headingOf, type HeadedPart } from './headings.ts'
import type { Line } from './line.ts'
import { marksOf } from './marks.ts'
import { readHead } from './read-contacts.ts'
import { readAwards, readCourses, readEducation, readLanguages, readSkills } from './read-entries.ts'
import { readJobs } from './read-jobs.ts'

/** What a reader of résumés noticed. */
export type ResumeWarning =
  /** No section has a heading that is known: nearly everything is left over. */
  | { readonly code: 'noSections' }
  /** There is a section of experience, and no job in it has a period. */
  | { readonly code: 'jobsWithoutPeriods' }
  /** Pages of a PDF that are pictures: nothing of them is read. */
  | { readonly code: 'pagesWithoutText'; readonly pages: readonly number[] }

export interface ReadResume {
  /** Only what the file tells; a section that it has not is missing. */
  readonly resume: Partial<Resume>
  /** What was not recognised, in the order of the file. */
  readonly leftOver: readonly string[]
  readonly warnings: readonly ResumeWarning[]
}

/** Reads a résumé from its lines. Headings, labels, bullets and the words of periods are the frame; every other word comes back. */
export function resumeOfLines(lines: readonly Line[]): ReadResume {
  const leftOver = openLeftOver()
  const parts = partsOf(lines)
  const of = (part: HeadedPart): readonly Line[] => parts.get(part) ?? []
  const notes = of('notes')
  const { contacts, desiredPosition } = readHead([...of('cover'), ...of('contacts')], of('position'), leftOver)
  for (const line of [...of('other'), ...notes]) leftOver.add(line, line.text)
  const texts = (part: HeadedPart): string[] => of(part).map(({ text }) => text.replaceAll('\t', ' '))
  const experience = readJobs(of('experience'), marksOf(notes.map(({ text }) => text)), leftOver)
  const position = positionOf(desiredPosition)
  const filled: Partial<Resume> = {
    language: languageOf(lines),
    ...(position === undefined ? {} : { position }),
    ...(desiredPosition === '' ? {} : { desiredPosition }),
    contacts,
    ...listed('profile', texts('profile')),
    ...listed('keySkills', readSkills(of('keySkills'))),
    ...listed('experience', experience),
    ...listed('education', readEducation(of('education'), leftOver)),
    ...listed('courses', readCourses(of('courses'))),
    ...listed('languages', readLanguages(of('languages'))),
    ...listed('awards', readAwards(of('awards'))),
    ...listed('technicalSkills', readSkills(of('technicalSkills'))),
    ...listed('qualities', texts('qualities')),
  }
  const hasSections = [...parts.keys()].some((part) => part !== 'cover' && part !== 'position')
  const warnings: ResumeWarning[] = []
  if (!hasSections) warnings.push({ code: 'noSections' })
  if (parts.has('experience') && experience.every(({ from, to }) => from === '' && to === null))
    warnings.push({ code: 'jobsWithoutPeriods' })
  return { resume: filled, leftOver: leftOver.inOrder(), warnings }
}

const listed = <Section extends keyof Resume>(
  section: Section,
  value: Resume[Section] & readonly unknown[],
): Partial<Resume> => (value.length === 0 ? {} : { [section]: value })

/** Lines by the heading above them; those above the first heading are the cover's. */
function partsOf(lines: readonly Line[]): Map<HeadedPart, Line[]> {
  const counts = headingTest(lines)
  const parts = new Map<HeadedPart, Line[]>()
  let part: HeadedPart = 'cover'
  const put = (line: Line): void => {
    const kept = parts.get(part)
    if (kept === undefined) parts.set(part, [line])
    else kept.push(line)
  }
  for (const line of lines) {
    const heading = line.isBullet ? undefined : headingOf(line.text)
    if (heading === undefined || isLabel(line, heading.part) || !(counts(line) || heading.part === 'notes')) {
      put(line)
      continue
    }
    part = heading.part
    if (!parts.has(part)) parts.set(part, [])
    if (heading.rest !== '') put({ ...line, text: heading.rest, look: 'plain' })
  }
  return parts
}

/** Where a file marks its headings, by their style or by capitals, nothing else is one: "Навыки: …" may begin a sentence. */
function headingTest(lines: readonly Line[]): (line: Line) => boolean {
  const found = lines.filter((line) => !line.isBullet && headingOf(line.text)?.rest === '')
  const isStyled = ({ look }: Line): boolean => look === 'heading'
  const isCapital = ({ text }: Line): boolean => text === text.toUpperCase()
  if (found.filter(isStyled).length >= 2) return isStyled
  return found.filter(isCapital).length >= 3 ? (line) => isCapital(line) : () => true
}

/** "Должность: …" among the contacts names the position and begins nothing. */
const isLabel = ({ text }: Line, part: HeadedPart): boolean => part === 'position' && /[:\t]\s*\S/.test(text)

function languageOf(lines: readonly Line[]): ResumeLanguage {
  const text = lines.map((line) => line.text).join(' ')
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0
  return count(/[а-яё]/giu) >= count(/[a-z]/giu) ? 'ru' : 'en'
}

/** Which of the three positions a wording means; undefined where it is none of them. */
export function positionOf(text: string): ResumePosition | undefined {
  if (/клиент|customer|client|сервис/iu.test(text)) return 'head-of-customer-relations'
  if (/контакт|contact/iu.test(text)) return 'head-of-contact-center'
  return /call|колл|кол-/iu.test(text) ? 'head-of-call-center' : undefined
}
