import type { Content, ContentText } from 'pdfmake/interfaces.js'

import { columnCount, inColumns } from './columns.ts'
import { fontRuns } from '../../fonts/index.ts'
import { A4, colors, sizesOf, type Step } from './pdf-steps.ts'
import {
  markText,
  type PrintedEntry,
  type PrintedJob,
  type PrintedLine,
  type PrintedSection,
} from './printed-resume.ts'

type Style = Omit<ContentText, 'text'>

/** A text in the fonts that have its letters. */
export const textOf = (text: string, style: Style = {}): ContentText => ({
  ...style,
  text: fontRuns(text).map(({ text, font }) => ({ text, font })),
})

const below = (gap: number): Style => ({ margin: [0, 0, 0, gap] })

/** A section: its title never stands alone at the foot of a page. */
export function sectionBlocks(section: PrintedSection, step: Step, language: string): Content[] {
  const [first, ...rest] = contentBlocks(section, step, language)
  return [{ unbreakable: true, stack: [titleBlock(section.title, step), first ?? ''] }, ...rest]
}

function titleBlock(title: string, step: Step): Content {
  const heading = textOf(title.toLocaleUpperCase(), {
    bold: true,
    fontSize: sizesOf(step).title,
    color: `#${colors.accent}`,
    characterSpacing: 0.4,
  })
  return {
    table: { widths: ['*'], body: [[heading]] },
    layout: {
      hLineWidth: (line: number) => (line === 1 ? 0.7 : 0),
      vLineWidth: () => 0,
      hLineColor: () => `#${colors.rule}`,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 1.5,
    },
    margin: [0, step.sectionGap, 0, step.gap + 1],
  }
}

function contentBlocks(section: PrintedSection, step: Step, language: string): Content[] {
  switch (section.kind) {
    case 'paragraphs':
      return section.paragraphs.map((text) => textOf(text, below(step.gap + 1)))
    case 'columns':
      return [columnBlock(section.items, step)]
    case 'jobs':
      return section.jobs.flatMap((job, place) => jobBlocks(job, step, { isFirst: place === 0, language }))
    case 'entries':
      return section.entries.map((entry) => entryBlock(entry, step))
    case 'list':
      return section.items.map((text) => bullet({ text, mark: null }, step))
  }
}

const BULLET_WIDTH = 10
const COLUMN_GAP = 14
/** Of the longest period, in the size of the text. */
const PERIOD_EMS = 13

const textWidth = ({ margin }: Step): number => A4.width - margin * 2

/** The width is said in points: a word longer than that is then broken instead of running over the edge. */
function bullet({ text, mark }: PrintedLine, step: Step, width = textWidth(step)): Content {
  const line = textOf(text)
  if (mark !== null && Array.isArray(line.text))
    line.text.push({ text: `\u00A0${markText(mark)}`, color: `#${colors.accent}` })
  return {
    columns: [
      { width: BULLET_WIDTH, text: '•', color: `#${colors.quiet}` },
      { width: width - BULLET_WIDTH, ...line },
    ],
    columnGap: 0,
    // A line of its own at the head of the next page is hard to read.
    unbreakable: true,
    ...below(step.gap * 0.6),
  }
}

function columnBlock(items: readonly string[], step: Step): Content {
  const count = columnCount(items)
  const width = (textWidth(step) - COLUMN_GAP * (count - 1)) / count
  const columns = inColumns(items, count).map((column) => ({
    width,
    stack: column.map((text) => bullet({ text, mark: null }, step, width)),
  }))
  return { columns, columnGap: COLUMN_GAP }
}

function jobBlocks(
  { company, period, about, position, lists }: PrintedJob,
  step: Step,
  { isFirst, language }: { isFirst: boolean; language: string },
): Content[] {
  const whenWidth = step.size * PERIOD_EMS
  const line = {
    width: textWidth(step) - (period === '' ? 0 : whenWidth + COLUMN_GAP),
    ...textOf(company, { bold: true, fontSize: step.size * 1.05 }),
  }
  const when = { width: whenWidth, ...textOf(period, { alignment: 'right', color: `#${colors.quiet}` }) }
  const head: Content[] = [
    {
      columns: period === '' ? [line] : [line, when],
      columnGap: COLUMN_GAP,
      margin: [0, isFirst ? 0 : step.gap * 2, 0, 0.5],
    },
  ]
  if (about !== '') head.push(textOf(about, { color: `#${colors.quiet}`, ...below(1.5) }))
  if (position !== '') head.push(textOf(position.toLocaleUpperCase(language), { bold: true, ...below(step.gap) }))
  const [first, ...rest] = lists.flatMap(({ title, lines }) => listBlocks(title, lines, step))
  return [{ unbreakable: true, stack: first === undefined ? head : [...head, first] }, ...rest]
}

/** A list under its title, which stays with the first line. */
function listBlocks(title: string, lines: readonly PrintedLine[], step: Step): Content[] {
  const heading = textOf(`${title}:`, { color: `#${colors.accent}`, margin: [0, step.gap * 0.7, 0, step.gap * 0.6] })
  const [first, ...rest] = lines.map((line) => bullet(line, step))
  return [{ unbreakable: true, stack: [heading, first ?? ''] }, ...rest]
}

function entryBlock({ upper, lower }: PrintedEntry, step: Step): Content {
  const lines: Content[] = []
  if (upper !== '') lines.push(textOf(upper, below(0.5)))
  if (lower !== '') lines.push(textOf(lower, { bold: true }))
  return { unbreakable: true, stack: lines, ...below(step.gap + 1) }
}

/** The notes under a thin line. */
export function noteBlocks(title: string, lines: readonly PrintedLine[], step: Step): Content[] {
  const style: Style = { fontSize: sizesOf(step).note, color: `#${colors.quiet}` }
  const width = textWidth(step) / 3
  return [
    {
      unbreakable: true,
      stack: [
        { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: `#${colors.rule}` }] },
        textOf(`${title}:`, { ...style, margin: [0, 3, 0, 1] }),
      ],
      margin: [0, step.sectionGap, 0, 0],
    },
    ...lines.map(({ text, mark }) =>
      textOf(`${mark === null ? '' : `${markText(mark)} `}${text}`, { ...style, ...below(1) }),
    ),
  ]
}
