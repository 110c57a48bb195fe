import type { Content, ContentTable, ContentText, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'

import type { ReportDocument, ReportLine, ReportSection, ReportTable } from '@pult/contract/report-words'

import { fontRuns, fonts, isFontFile } from '../fonts/index.ts'
import { tongueOf } from './tongue.ts'

import pdfmake from 'pdfmake'

const MOST_PAGES = 2
/** The section that begins the second page: what happened and why on the first, what to do on the other. */
const SECOND_PAGE = 2
/** Of a table in print, so that a day's half-hours are whole; the workbook has all. */
const MOST_ROWS = 49
const MARGIN = 36
const A4_WIDTH = 595.28
/** From the usual to the smallest that is still read on paper, in points. */
const sizes = [9, 8.2, 7.4, 6.8] as const
const colors = { accent: '#155f56', quiet: '#5a6470', rule: '#c3cbd3' } as const
const LEAST_COLUMN = 46

type Style = Omit<ContentText, 'text'>
const textOf = (text: string, style: Style = {}): ContentText => ({
  ...style,
  text: fontRuns(text).map((run) => ({ text: run.text, font: run.font })),
})

/** A report as PDF on A4, set as large as two pages allow; a long view takes more of them. */
export async function reportToPdf(document: ReportDocument, address: string | null): Promise<Buffer> {
  for (const size of sizes) {
    const { bytes, pages } = await setReport(document, address, size)
    if (pages <= MOST_PAGES || size === sizes.at(-1)) return bytes
  }
  throw new Error('there is no size to set a report in')
}

async function setReport(
  document: ReportDocument,
  address: string | null,
  size: number,
): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  pdfmake.setFonts(fonts)
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(isFontFile)
  const { t } = tongueOf(document.language)
  const width = Math.max(0, ...document.sections.flatMap(({ tables }) => tables.map(({ head }) => head.length)))
  const isWide = width * LEAST_COLUMN > A4_WIDTH - 2 * MARGIN
  let count = 1
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: isWide ? 'landscape' : 'portrait',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    language: document.language,
    info: { title: document.title, creator: 'Pult', producer: 'Pult' },
    defaultStyle: { font: 'Roboto', fontSize: size, lineHeight: 1.12, color: '#1b1f24' },
    content: [
      textOf(document.title, { fontSize: size * 1.75, bold: true, margin: [0, 0, 0, 2] }),
      ...document.lines.map((line) => textOf(line, { color: colors.quiet })),
      ...document.sections.flatMap((section, place) => sectionBlocks(section, document, { size, address, place })),
      ...definitionBlocks(document, size),
    ],
    footer: (page, pages) => {
      count = pages
      return textOf(t('page', { page, pages }), {
        alignment: 'right',
        color: colors.quiet,
        fontSize: 7,
        margin: [MARGIN, 12, MARGIN, 0],
      })
    },
  }
  const bytes = await pdfmake.createPdf(definition).getBuffer()
  return { bytes, pages: count }
}

const sectionTitle = (title: string, size: number, isOnNewPage: boolean): Content => ({
  ...(isOnNewPage ? { pageBreak: 'before' as const } : {}),
  stack: [
    textOf(title, { bold: true, fontSize: size * 1.3, color: colors.accent, margin: [0, size, 0, 1.5] }),
    {
      canvas: [
        { type: 'line', x1: 0, y1: 0, x2: A4_WIDTH - 2 * MARGIN, y2: 0, lineWidth: 0.6, lineColor: colors.rule },
      ],
      margin: [0, 0, 0, 3],
    },
  ],
})

interface SectionSetting {
  readonly size: number
  readonly address: string | null
  /** The how manieth section it is. */
  readonly place: number
}

function sectionBlocks(
  { title, lines, charts, tables }: ReportSection,
  document: ReportDocument,
  { size, address, place }: SectionSetting,
): Content[] {
  const drawn = charts.map(({ label, svg }) => ({
    stack: [
      textOf(label, { bold: true, fontSize: size * 0.95, margin: [0, 3, 0, 0] }),
      { svg, width: charts.length > 1 ? 250 : 500 },
    ],
  }))
  const pictures: Content[] = drawn.length > 1 ? [{ columns: drawn, columnGap: 12 }] : drawn
  return [
    sectionTitle(title, size, place === SECOND_PAGE),
    ...lines.map((line) => lineBlock(line, address)),
    ...pictures,
    ...tables.flatMap((table) => tableBlocks(table, document, size)),
  ]
}

const lineBlock = ({ text, path }: ReportLine, address: string | null): Content => ({
  columns: [
    { width: 8, text: '•', color: colors.quiet },
    {
      width: '*',
      ...textOf(text, path === null || address === null ? {} : { link: `${address}${path}`, color: colors.accent }),
    },
  ],
  columnGap: 0,
  margin: [0, 0, 0, 1.5],
})

function tableBlocks(table: ReportTable, { language }: ReportDocument, size: number): Content[] {
  const { t } = tongueOf(language)
  const shown = table.rows.length > MOST_ROWS ? table.rows.slice(0, MOST_ROWS - 1) : table.rows
  const left = table.rows.length - shown.length
  const isText = (column: number): boolean => table.rows.every((row) => (row[column]?.format ?? null) === null)
  const align = (column: number): Style => ({ alignment: isText(column) ? 'left' : 'right' })
  const body: TableCell[][] = [
    table.head.map((text, column) => textOf(text, { ...align(column), color: colors.quiet, fontSize: size * 0.88 })),
    ...shown.map((row, index) =>
      row.map(({ text }, column) =>
        textOf(text, { ...align(column), bold: table.hasTotal && left === 0 && index === shown.length - 1 }),
      ),
    ),
  ]
  const block: ContentTable = {
    table: {
      headerRows: 1,
      widths: table.head.map((_head, column) => (column === 0 ? '*' : 'auto')),
      body,
      dontBreakRows: true,
    },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : 0.4),
      vLineWidth: () => 0,
      hLineColor: () => colors.rule,
      paddingLeft: (column) => (column === 0 ? 0 : 4),
      paddingRight: () => 4,
      paddingTop: () => 1.2,
      paddingBottom: () => 1.2,
    },
  }
  return [
    ...(table.title === '' ? [] : [textOf(table.title, { bold: true, margin: [0, 5, 0, 1] })]),
    block,
    ...(left === 0 ? [] : [textOf(t('more', { count: left }), { color: colors.quiet, margin: [0, 2, 0, 0] })]),
  ]
}

/** What each figure is, in small type at the foot. */
function definitionBlocks({ definitions, definitionsTitle }: ReportDocument, size: number): Content[] {
  if (definitions.length === 0) return []
  const style: Style = { fontSize: Math.max(6.5, size * 0.8), color: colors.quiet }
  return [
    textOf(definitionsTitle, { ...style, bold: true, margin: [0, size, 0, 1] }),
    ...definitions.map(({ reference, name, formula }) => textOf(`${name} (${reference}): ${formula}`, style)),
  ]
}
