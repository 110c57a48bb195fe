import type { Resume } from '@pult/engine/career'

import { printLetter, type Letter } from './letter.ts'
import {
  markText,
  printResume,
  type PrintedJob,
  type PrintedLine,
  type PrintedSection,
  type PrintOptions,
} from './printed-resume.ts'

/** A résumé as Markdown (CommonMark). */
export function resumeToMarkdown(resume: Resume, options: PrintOptions = {}): string {
  const { name, position, contacts, sections, notes } = printResume(resume, options)
  return document([
    name === '' ? '' : `# ${plain(name)}`,
    position === '' ? '' : `**${plain(position)}**`,
    contacts.map(plain).join(' | '),
    ...sections.flatMap((section) => [`## ${plain(section.title)}`, ...blocksOf(section)]),
    ...(notes === null ? [] : ['---', `${plain(notes.title)}:`, ...notes.lines.map(note)]),
  ])
}

/** A cover letter as Markdown. */
export function letterToMarkdown(letter: Letter): string {
  const { name, contacts, date, addressee, paragraphs, closing } = printLetter(letter)
  return document([
    name === '' ? '' : `# ${plain(name)}`,
    contacts.map(plain).join(' | '),
    plain(date),
    plain(addressee),
    ...paragraphs.map(plain),
    closing.map(plain).join('\\\n'),
  ])
}

const document = (blocks: readonly string[]): string => `${blocks.filter((block) => block !== '').join('\n\n')}\n`

function blocksOf(section: PrintedSection): string[] {
  switch (section.kind) {
    case 'paragraphs':
      return section.paragraphs.map(plain)
    case 'jobs':
      return section.jobs.flatMap(jobBlocks)
    case 'entries':
      return section.entries.map(({ upper, lower }) =>
        [plain(upper), lower === '' ? '' : `**${plain(lower)}**`].filter((line) => line !== '').join('\\\n'),
      )
    case 'columns':
    case 'list':
      return [listOf(section.items.map((text) => ({ text, mark: null })))]
  }
}

const jobBlocks = ({ company, period, about, position, lists }: PrintedJob): string[] => [
  company === '' ? '' : `### ${plain(company)}`,
  plain(period),
  plain(about),
  position === '' ? '' : `**${plain(position)}**`,
  ...lists.flatMap(({ title, lines }) => [`${plain(title)}:`, listOf(lines)]),
]

const listOf = (lines: readonly PrintedLine[]): string =>
  lines.map(({ text, mark }) => `- ${plain(text)}${mark === null ? '' : `\u00A0${markText(mark)}`}`).join('\n')

const note = ({ text, mark }: PrintedLine): string => `${mark === null ? '' : `${markText(mark)} `}${plain(text)}`

/** A text that Markdown shows as it is. */
export const plain = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>&~]/g, String.raw`\$&`)
    .replace(/^([#+=|-])/, String.raw`\$1`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
