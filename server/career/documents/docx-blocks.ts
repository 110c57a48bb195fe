import {
  HeadingLevel,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx'

import { BULLETS, twips } from './docx-styles.ts'
import { columnCount, inColumns } from './columns.ts'
import { colors, sizesOf, type Step } from './pdf-steps.ts'
import {
  markText,
  type PrintedEntry,
  type PrintedJob,
  type PrintedLine,
  type PrintedSection,
} from './printed-resume.ts'

export const runsOf = (text: string): TextRun[] => [new TextRun({ text })]

/** A section under its title. */
export const childrenOf = (section: PrintedSection, step: Step, width: number): FileChild[] => [
  new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(section.title) }),
  ...contentOf(section, step, width),
]

function contentOf(section: PrintedSection, step: Step, width: number): FileChild[] {
  switch (section.kind) {
    case 'paragraphs':
      return section.paragraphs.map(
        (text) => new Paragraph({ spacing: { after: twips(step.gap + 1) }, children: runsOf(text) }),
      )
    case 'columns':
      return [columnTable(section.items, step, width)]
    case 'jobs':
      return section.jobs.flatMap((job) => jobParagraphs(job, step, width))
    case 'entries':
      return section.entries.flatMap((entry) => entryParagraphs(entry, step))
    case 'list':
      return section.items.map((text) => bullet({ text, mark: null }, step))
  }
}

function bullet({ text, mark }: PrintedLine, step: Step): Paragraph {
  const runs = runsOf(text)
  if (mark !== null) runs.push(new TextRun({ text: `\u00A0${markText(mark)}`, color: colors.accent }))
  return new Paragraph({
    numbering: { reference: BULLETS, level: 0 },
    spacing: { after: twips(step.gap * 0.6) },
    children: runs,
  })
}

/** Skills side by side: one row without lines, a cell a column, so that they are read down each column. */
function columnTable(items: readonly string[], step: Step, width: number): Table {
  const count = columnCount(items)
  const columnWidth = Math.floor(width / count)
  const cells = inColumns(items, count).map(
    (column) =>
      new TableCell({
        width: { size: columnWidth, type: WidthType.DXA },
        children: column.map((text) => bullet({ text, mark: null }, step)),
      }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columnWidth * cells.length, type: WidthType.DXA },
    columnWidths: cells.map(() => columnWidth),
    borders: TableBorders.NONE,
    margins: { left: 0, right: twips(6) },
    rows: [new TableRow({ children: cells })],
  })
}

function jobParagraphs(
  { company, period, about, position, lists }: PrintedJob,
  step: Step,
  width: number,
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  if (company !== '' || period !== '')
    paragraphs.push(
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          ...runsOf(company),
          ...(period === ''
            ? []
            : [
                new TextRun({
                  text: `\t${period}`,
                  bold: false,
                  color: colors.quiet,
                  size: Math.round(step.size * 1.88),
                }),
              ]),
        ],
      }),
    )
  if (about !== '')
    paragraphs.push(
      new Paragraph({
        keepNext: true,
        spacing: { after: twips(1.5) },
        children: [new TextRun({ text: about, color: colors.quiet })],
      }),
    )
  if (position !== '')
    paragraphs.push(
      new Paragraph({
        keepNext: lists.length > 0,
        spacing: { after: twips(step.gap) },
        children: [new TextRun({ text: position, bold: true, allCaps: true })],
      }),
    )
  return [...paragraphs, ...lists.flatMap(({ title, lines }) => listParagraphs(title, lines, step))]
}

const listParagraphs = (title: string, lines: readonly PrintedLine[], step: Step): Paragraph[] => [
  new Paragraph({
    keepNext: true,
    spacing: { before: twips(step.gap * 0.4), after: twips(step.gap * 0.6) },
    children: [new TextRun({ text: `${title}:`, color: colors.accent })],
  }),
  ...lines.map((line) => bullet(line, step)),
]

function entryParagraphs({ upper, lower }: PrintedEntry, step: Step): Paragraph[] {
  const paragraphs: Paragraph[] = []
  if (upper !== '')
    paragraphs.push(
      new Paragraph({
        keepNext: lower !== '',
        spacing: { after: lower === '' ? twips(step.gap + 1) : 0 },
        children: runsOf(upper),
      }),
    )
  if (lower !== '')
    paragraphs.push(
      new Paragraph({ spacing: { after: twips(step.gap + 1) }, children: [new TextRun({ text: lower, bold: true })] }),
    )
  return paragraphs
}

/** The notes under a thin line. */
export function noteParagraphs(title: string, lines: readonly PrintedLine[], step: Step): Paragraph[] {
  const size = Math.round(sizesOf(step).note * 2)
  const small = (text: string): TextRun => new TextRun({ text, size, color: colors.quiet })
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: twips(step.sectionGap), after: twips(1) },
      border: { top: { style: 'single', size: 4, space: 3, color: colors.rule } },
      children: [small(`${title}:`)],
    }),
    ...lines.map(
      ({ text, mark }) => new Paragraph({ children: [small(`${mark === null ? '' : `${markText(mark)} `}${text}`)] }),
    ),
  ]
}
