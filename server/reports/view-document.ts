import { sql } from 'kysely'

import {
  comparisons,
  mostMeasures,
  plainQuestion,
  splits,
  type MeasureColumn,
  type MeasureQuery,
  type MeasureReply,
  type Split,
} from '@pult/contract/measures'
import { usualMeasures } from '@pult/contract/measures-views'
import type { ReportCell, ReportDocument, ReportLanguage, ReportTable } from '@pult/contract/report-words'
import { channels } from '@pult/engine/contacts'
import { addDays, HOUR_MS } from '@pult/engine/time'

import { tableOfReply } from '../measures/index.ts'
import { notFound, type Cell, type Tx } from '../platform/index.ts'
import { definitionsOf } from './management-document.ts'
import type { DaysOfReport } from './report-times.ts'
import { cellsOf, textCell, tongueOf, type Cells, type Tongue } from './tongue.ts'
import { viewCharts } from './view-charts.ts'
import type { ViewPicture } from './view-pictures.ts'

/** A saved view as the page Measures keeps it. */
export interface KeptView {
  readonly name: string
  readonly state: Readonly<Record<string, unknown>>
}

export async function readKeptView(tx: Tx, centerId: number, viewId: number): Promise<KeptView> {
  const { rows } = await sql<KeptView>`
    select name, state from measure_view where center_id = ${centerId} and view_id = ${viewId}`.execute(tx)
  if (rows[0] === undefined) throw notFound('view')
  return rows[0]
}

/** The question that a view's address asks, of the period of the report. What is left out of the address stands as on the page. */
export function queryOfView({ state }: KeptView, { firstDay, lastDay }: DaysOfReport): MeasureQuery {
  const asked = new URLSearchParams(typeof state['search'] === 'string' ? state['search'] : '')
  const list = (name: string): string[] => (asked.get(name) ?? '').split(',').filter((one) => one !== '')
  const ids = (name: string): number[] =>
    list(name)
      .map(Number)
      .filter((id) => Number.isInteger(id) && id >= 0)
  const split = (name: string, start: string): Split[] => splits.filter((one) => one === (asked.get(name) ?? start))
  const measures = list('measures').slice(0, mostMeasures)
  const [queueIds, teamIds] = [ids('queues'), ids('teams')]
  const known = channels.filter((channel) => list('channels').includes(channel))
  const within = Number(asked.get('within') ?? Number.NaN)
  const definitions = Date.parse(asked.get('definitions') ?? '')
  return {
    ...plainQuestion,
    from: firstDay,
    to: addDays(lastDay, 1),
    measures: measures.length === 0 ? [...usualMeasures] : measures,
    splitBy: [...new Set([...split('by', 'queue'), ...split('by2', 'none')])],
    filters: {
      ...(queueIds.length === 0 ? {} : { queueIds }),
      ...(teamIds.length === 0 ? {} : { teamIds }),
      ...(known.length === 0 ? {} : { channels: known }),
    },
    compare: comparisons.find((one) => one === asked.get('compare')) ?? 'previous',
    ...(Number.isInteger(within) && within >= 0 ? { withinSeconds: within } : {}),
    ...(Number.isNaN(definitions) ? {} : { definitionsAsOf: new Date(definitions).toISOString() }),
  }
}

/** Where the page of a view opens: `heatmap`, `curve` …, and which measure its heat map shows. */
export function tabOfView({ state }: KeptView): { readonly tab: string | null; readonly map: string } {
  const asked = new URLSearchParams(typeof state['search'] === 'string' ? state['search'] : '')
  return { tab: asked.get('tab'), map: asked.get('map') ?? '' }
}

const MOST_ROWS = 5000

interface ViewTold {
  readonly name: string
  readonly centerName: string
  readonly days: DaysOfReport
  readonly language: ReportLanguage
  readonly now: number
}

/** A view's chart and table as they stand on the page: the course of its first measures, where they have one, and its rows. */
export const viewPicture = (reply: MeasureReply, language: ReportLanguage): ViewPicture => ({
  charts: viewCharts(reply, tongueOf(language)),
  tables: reply.rows.length === 0 ? [] : viewTables(reply, language),
})

/** What is shown of a view, of the period of the report, with what is not known of it and the definitions of its measures. */
export function viewDocument(
  reply: MeasureReply,
  { charts, tables }: ViewPicture,
  { name, centerName, days, language, now }: ViewTold,
): ReportDocument {
  const tongue = tongueOf(language)
  const { t } = tongue
  const gapMs = reply.gaps.reduce((sum, gap) => sum + Date.parse(gap.to) - Date.parse(gap.from), 0)
  const lines = [
    ...(tables.length === 0 ? [t('viewEmpty')] : []),
    ...(gapMs > 0 ? [t('viewGaps', { hours: tongue.number(gapMs / HOUR_MS, 1) })] : []),
  ]
  return {
    title: `${t('viewTitle', { name })}: ${centerName}`,
    language,
    lines: [tongue.range(days), `${t('madeAt', { at: tongue.dateTime(now, reply.timeZone), zone: reply.timeZone })}.`],
    sections: [
      {
        title: t('happened'),
        lines: lines.map((text) => ({ text, path: null })),
        charts: [...charts],
        tables: [...tables],
      },
    ],
    definitions: definitionsOf(reply, language),
    definitionsTitle: t('definitions'),
  }
}

/** How many columns of figures with their headings a sheet has room for. */
const MOST_COLUMNS = 8

/** The rows, in as many tables as it takes for all measures to have room on paper. */
function viewTables(reply: MeasureReply, language: ReportLanguage): ReportTable[] {
  const tongue = tongueOf(language)
  const cells = cellsOf(tongue)
  const { heading: written, rows, total, numberFormats } = tableOfReply(reply, language, true)
  const keys = reply.splitBy.length
  // What a measure is, and what it was.
  const perMeasure = (written.length - keys) / Math.max(1, reply.measures.length)
  const measureOf = (column: number): MeasureColumn | undefined =>
    column < keys ? undefined : reply.measures[Math.floor((column - keys) / perMeasure)]
  const heading = written.map((words, column) =>
    paperHead(words, measureOf(column), (column - keys) % perMeasure === 0, tongue),
  )
  const width = Math.max(1, Math.floor(MOST_COLUMNS / perMeasure)) * perMeasure
  const tools = { tongue, cells }
  const tables: ReportTable[] = []
  for (let from = keys; from < heading.length; from += width) {
    const part = <One>(all: readonly One[]): One[] => [...all.slice(0, keys), ...all.slice(from, from + width)]
    const formats = part(numberFormats)
    const shown = part(written.map((_words, column) => measureOf(column)))
    const present = (row: readonly Cell[]): ReportCell[] =>
      part(row).map((value, column) => presentCell(value, { format: formats[column], measure: shown[column] }, tools))
    tables.push({
      title: '',
      head: part(heading),
      rows: [...rows.slice(0, MOST_ROWS), total].map(present),
      hasTotal: true,
    })
  }
  return tables
}

const aDay = /\d{4}-\d{2}-\d{2}/
const someDays = /(\d{4}-\d{2}-\d{2})(?: – (\d{4}-\d{2}-\d{2}))?$/

/** Narrow enough for paper: the version of a definition stands at the foot, and what a figure was stands beside the figure. */
function paperHead(words: string, measure: MeasureColumn | undefined, isValue: boolean, tongue: Tongue): string {
  if (measure === undefined) return words
  const [, firstDay, lastDay] = someDays.exec(words) ?? []
  if (!isValue && firstDay !== undefined)
    return tongue.t('was', { days: tongue.range({ firstDay, lastDay: lastDay ?? firstDay }) })
  return words.replace(/ \([^()]*@[^()]*\)$/, '')
}

interface Present {
  readonly format: string | undefined
  readonly measure: MeasureColumn | undefined
}

function presentCell(
  value: Cell,
  { format, measure }: Present,
  { tongue, cells }: { readonly tongue: Tongue; readonly cells: Cells },
): ReportCell {
  if (format === undefined || typeof value === 'string') {
    const words = value === null ? '–' : String(value)
    return textCell(measure === undefined && aDay.exec(words)?.[0] === words ? tongue.date(words) : words)
  }
  if (measure?.unit === 'seconds') return cells.seconds(value)
  if (format === '0.0%') return cells.percent(value)
  if (format === '#,##0') return cells.count(value)
  return { ...cells.one(value), format }
}
