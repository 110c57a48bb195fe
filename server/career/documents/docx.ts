import { Document, Packer, Paragraph, TextRun, type FileChild } from 'docx'

import type { Resume } from '@pult/engine/career'

import { childrenOf, noteParagraphs, runsOf } from './docx-blocks.ts'
import { documentStyles, numbering, twips } from './docx-styles.ts'
import { printLetter, type Letter } from './letter.ts'
import { colors, sizesOf, steps, type Step } from './pdf-steps.ts'
import { printResume, type PrintedResume, type PrintOptions } from './printed-resume.ts'

/** A4, in twentieths of a point. */
const A4 = { width: 11_906, height: 16_838 } as const

/** A résumé as a Word document, set as large as `step` says: as the PDF of it. */
export function resumeToDocx(resume: Resume, step: Step, options: PrintOptions = {}): Promise<Buffer> {
  const printed = printResume(resume, options)
  const width = A4.width - twips(step.margin) * 2
  return toDocx(printed.name, step, [
    ...headParagraphs(printed, step),
    ...printed.sections.flatMap((section) => childrenOf(section, step, width)),
    ...(printed.notes === null ? [] : noteParagraphs(printed.notes.title, printed.notes.lines, step)),
  ])
}

function headParagraphs(
  { name, position, contacts }: Pick<PrintedResume, 'name' | 'position' | 'contacts'>,
  step: Step,
): Paragraph[] {
  const sizes = sizesOf(step)
  const paragraphs: Paragraph[] = []
  if (name !== '') paragraphs.push(new Paragraph({ style: 'Title', children: runsOf(name) }))
  if (position !== '')
    paragraphs.push(
      new Paragraph({
        spacing: { after: twips(3) },
        children: [new TextRun({ text: position, size: Math.round(sizes.position * 2), color: colors.accent })],
      }),
    )
  if (contacts.length > 0)
    paragraphs.push(new Paragraph({ children: [new TextRun({ text: contacts.join(' | '), color: colors.quiet })] }))
  return paragraphs
}

/** A cover letter as a Word document. */
export function letterToDocx(letter: Letter): Promise<Buffer> {
  const { name, contacts, date, addressee, paragraphs, closing } = printLetter(letter)
  const step: Step = { ...steps[0], size: 11, lineHeight: 1.2 }
  const children = headParagraphs({ name, position: '', contacts }, step)
  if (date !== '')
    children.push(new Paragraph({ alignment: 'right', spacing: { before: twips(18) }, children: runsOf(date) }))
  if (addressee !== '')
    children.push(
      new Paragraph({ spacing: { before: twips(12) }, children: [new TextRun({ text: addressee, bold: true })] }),
    )
  for (const [place, text] of paragraphs.entries())
    children.push(
      new Paragraph({ spacing: { before: twips(place === 0 ? 16 : 0), after: twips(8) }, children: runsOf(text) }),
    )
  for (const [place, text] of closing.entries())
    children.push(
      new Paragraph({
        keepLines: true,
        keepNext: place === 0,
        spacing: { before: twips(place === 0 ? 10 : 0) },
        children: runsOf(text),
      }),
    )
  return toDocx(name, step, children)
}

function toDocx(title: string, step: Step, children: FileChild[]): Promise<Buffer> {
  const margin = twips(step.margin)
  const document = new Document({
    title,
    creator: title,
    lastModifiedBy: title,
    description: '',
    styles: documentStyles(step),
    numbering: numbering(step),
    sections: [
      {
        properties: { page: { size: A4, margin: { top: margin, right: margin, bottom: margin, left: margin } } },
        // A page needs something to stand on.
        children: children.length === 0 ? [new Paragraph({})] : children,
      },
    ],
  })
  return Packer.toBuffer(document)
}
