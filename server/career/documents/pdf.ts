import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'

import type { Resume } from '@pult/engine/career'

import { printLetter, type Letter } from './letter.ts'
import { noteBlocks, sectionBlocks, textOf } from './pdf-blocks.ts'
import { fonts, isFontFile, missingLetters } from '../../fonts/index.ts'
import { colors, MOST_PAGES, sizesOf, steps, type Step } from './pdf-steps.ts'
import { printResume, type PrintedResume, type PrintOptions } from './printed-resume.ts'

import pdfmake from 'pdfmake'

export interface PdfFile {
  readonly bytes: Buffer
  /** How many pages it takes; more than two where even the smallest type does not make it fit. */
  readonly pages: number
  /** Letters that no font here has (Chinese, some emoji): they are printed as boxes. */
  readonly missingLetters: readonly string[]
  /** How large it is set. */
  readonly step: Step
}

/**
 * A résumé as PDF on A4, set as large as two pages allow; where even the smallest type takes more, in that. Found by halves: an endless one is
 * set twice and not at every size.
 */
export async function resumeToPdf(resume: Resume, options: PrintOptions = {}): Promise<PdfFile> {
  const printed = printResume(resume, options)
  const fits = ({ pages }: PdfFile): boolean => pages <= MOST_PAGES
  const largest = await setResume(printed, steps[0])
  if (fits(largest)) return largest
  let fitting = await setResume(printed, steps.at(-1) ?? steps[0])
  let [tooLarge, place] = [0, steps.length - 1]
  while (fits(fitting) && place - tooLarge > 1) {
    const middle = Math.floor((tooLarge + place) / 2)
    const tried = await setResume(printed, steps[middle] ?? steps[0])
    if (fits(tried)) [fitting, place] = [tried, middle]
    else tooLarge = middle
  }
  return fitting
}

const setResume = (printed: PrintedResume, step: Step): Promise<PdfFile> =>
  toPdf(printed.name, printed.language, step, [
    ...headBlocks(printed, step),
    ...printed.sections.flatMap((section) => sectionBlocks(section, step, printed.language)),
    ...(printed.notes === null ? [] : noteBlocks(printed.notes.title, printed.notes.lines, step)),
  ])

function headBlocks({ name, position, contacts }: Omit<PrintedResume, 'sections'>, step: Step): Content[] {
  const sizes = sizesOf(step)
  const blocks: Content[] = []
  if (name !== '') blocks.push(textOf(name, { bold: true, fontSize: sizes.name, margin: [0, 0, 0, 1] }))
  if (position !== '')
    blocks.push(textOf(position, { fontSize: sizes.position, color: `#${colors.accent}`, margin: [0, 0, 0, 3] }))
  if (contacts.length > 0) blocks.push(textOf(contacts.join(' | '), { color: `#${colors.quiet}` }))
  return blocks
}

/** A cover letter as PDF. */
export function letterToPdf(letter: Letter): Promise<PdfFile> {
  const { name, contacts, date, addressee, paragraphs, closing } = printLetter(letter)
  const step = steps[0]
  const blocks: Content[] = headBlocks({ language: letter.language, name, position: '', contacts, notes: null }, step)
  if (date !== '') blocks.push(textOf(date, { alignment: 'right', color: `#${colors.quiet}`, margin: [0, 18, 0, 0] }))
  if (addressee !== '') blocks.push(textOf(addressee, { bold: true, margin: [0, 12, 0, 0] }))
  blocks.push(...paragraphs.map((text, place) => textOf(text, { margin: [0, place === 0 ? 16 : 0, 0, 8] })))
  if (closing.length > 0)
    blocks.push({ unbreakable: true, stack: closing.map((line) => textOf(line)), margin: [0, 10, 0, 0] })
  return toPdf(name, letter.language, { ...step, size: 11, lineHeight: 1.25 }, blocks)
}

async function toPdf(title: string, language: string, step: Step, content: Content[]): Promise<PdfFile> {
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(isFontFile)
  // Looked for first: pdfmake changes what it is given.
  const missing = missingLetters(JSON.stringify(content))
  let pages = 1
  const definition: TDocumentDefinitions = {
    content,
    pageSize: 'A4',
    pageMargins: step.margin,
    language,
    info: { title, creator: 'Pult', producer: 'Pult' },
    defaultStyle: { font: 'Roboto', fontSize: step.size, lineHeight: step.lineHeight, color: '#1B1F24' },
    footer: (_page, count) => {
      pages = count
      return ''
    },
  }
  const bytes = await pdfmake.createPdf(definition).getBuffer()
  return { bytes, pages, missingLetters: missing, step }
}
