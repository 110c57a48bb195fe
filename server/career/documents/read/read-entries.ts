import type { ResumeAward, ResumeCourse, ResumeEducation, ResumeSpokenLanguage } from '@pult/engine/career'

import type { LeftOver } from './findings.ts'
import { wordCount, type Line } from './line.ts'

const YEAR_AT_END = /^(?:(.*?)[,\s(–—-]+)?((?:19|20)\d\d)(?:\s*г(?:\.|ода?)?)?\)?\.?$/su
const YEAR_AT_START = /^((?:19|20)\d\d)(?:\s*г(?:\.|ода?)?)?[\s,.:—–-]+(?=\D)(.+)$/su
const INSTITUTION =
  /университет|институт|академи|колледж|техникум|училищ|школа|вуз|консерватор|лицей|university|institute|academy|college|school|polytechnic/iu
const LEVEL =
  /^(?:высшее|неоконченное высшее|среднее(?: специальное)?|бакалавр|магистр|bachelor|master|higher|incomplete higher|secondary)$/iu

interface Dated {
  readonly text: string
  readonly year: number | null
  readonly isYearFirst: boolean
}

function datedOf(text: string): Dated {
  const first = YEAR_AT_START.exec(text)
  if (first !== null) return { text: tidy(first[2] ?? ''), year: Number(first[1]), isYearFirst: true }
  const last = YEAR_AT_END.exec(text)
  if (last !== null) return { text: tidy(last[1] ?? ''), year: Number(last[2]), isYearFirst: false }
  return { text: tidy(text), year: null, isYearFirst: false }
}

const tidy = (text: string): string => text.replaceAll('\t', ' ').trim()

/** Reads educations: faculty and speciality above the institution and year, or below a line that begins with the year. */
export function readEducation(lines: readonly Line[], leftOver: LeftOver): ResumeEducation[] {
  const entries: ResumeEducation[] = []
  let upper = ''
  for (const [place, line] of lines.entries()) {
    const { text, year, isYearFirst } = datedOf(line.text)
    const last = entries.at(-1)
    if (LEVEL.test(text)) leftOver.add(line, text)
    else if (isYearFirst) entries.push({ institution: text, ...fieldsOf(''), year })
    else if (year === null && last !== undefined && isBelow(lines, place))
      entries[entries.length - 1] = { ...last, ...fieldsOf(text, ', ') }
    else if (
      year !== null ||
      upper !== '' ||
      (!text.includes(' | ') && (INSTITUTION.test(text) || place === lines.length - 1))
    ) {
      entries.push({ institution: text, ...fieldsOf(upper), year })
      upper = ''
    } else upper = text
  }
  if (upper !== '') entries.push({ institution: '', ...fieldsOf(upper), year: null })
  return entries
}

/** Whether the line above begins with its year, so that this one tells more of it. */
const isBelow = (lines: readonly Line[], place: number): boolean => datedOf(lines[place - 1]?.text ?? '').isYearFirst

function fieldsOf(text: string, between = ' | '): { readonly faculty: string; readonly speciality: string } {
  const at = text.indexOf(between)
  if (at >= 0) return { faculty: text.slice(0, at), speciality: text.slice(at + between.length) }
  return /факультет|кафедра|faculty|department/iu.test(text)
    ? { faculty: text, speciality: '' }
    : { faculty: '', speciality: text }
}

/** Reads courses: name, organisation and year in a line, or the organisation below a line that begins with the year. */
export function readCourses(lines: readonly Line[]): ResumeCourse[] {
  const courses: ResumeCourse[] = []
  for (const [place, line] of lines.entries()) {
    const { text, year, isYearFirst } = datedOf(line.text)
    const last = courses.at(-1)
    const at = text.indexOf(' | ')
    if (year === null && last !== undefined && !line.isBullet && isBelow(lines, place))
      courses[courses.length - 1] = { ...last, organisation: text }
    else if (isYearFirst || at < 0) courses.push({ name: text, organisation: '', year })
    else courses.push({ name: text.slice(0, at), organisation: text.slice(at + 3), year })
  }
  return courses
}

export const readAwards = (lines: readonly Line[]): ResumeAward[] =>
  lines.map(({ text }) => {
    const { text: name, year } = datedOf(text)
    return { name, year }
  })

const LANGUAGE = /^(\p{L}[\p{L}\s-]*?)\s*(?:[—–:\t]|\s-\s|,|\()\s*(.*?)\)?$/su

/** Reads languages: "Русский — родной", "English (C1)", several in a line. */
export const readLanguages = (lines: readonly Line[]): ResumeSpokenLanguage[] =>
  lines.flatMap(({ text, isBullet }) =>
    (isBullet ? [text] : languagesIn(text)).map((one) => {
      const [, name, level] = LANGUAGE.exec(one) ?? []
      return { name: tidy(name ?? one), level: closed(tidy(level ?? ''), one) }
    }),
  )

/** A bracket of the level itself is kept closed: "C1 (продвинутый)". */
const closed = (level: string, whole: string): string =>
  whole.endsWith(')') && level.includes('(') && !level.endsWith(')') ? `${level})` : level

function languagesIn(text: string): string[] {
  const parts = text.split(/[;,]\s*/)
  return parts.length > 1 && parts.every((part) => /[—–(:]|\s-\s/.test(part)) ? parts : [text]
}

const LONGEST_SKILL_LINE = 8

/** Reads skills: one an item, or several in a line with commas between. */
export const readSkills = (lines: readonly Line[]): string[] =>
  lines.flatMap(({ text, isBullet }) => {
    if (isBullet) return [tidy(text)]
    const parts = text.split(/\s*[\t;•·|]\s*/).filter((part) => part !== '')
    return (parts.length === 1 && wordCount(text) <= LONGEST_SKILL_LINE * 50 ? splitAtCommas(text) : parts).map(
      (part) => part.replace(/\.$/, ''),
    )
  })

/** A comma inside brackets parts nothing. */
const splitAtCommas = (text: string): string[] => text.split(/,\s+(?![^(]*\))/).filter((part) => part !== '')
