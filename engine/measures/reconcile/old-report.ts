import { addDays } from '../../time/index.ts'
import { reportFigures, shareFigures, timeFigures, type ReportFigure } from './report-change.ts'
import { readCell, readDays } from './report-cell-text.ts'

/** What a column of the pasted table holds. */
export type ColumnMeaning = 'day' | 'queue' | 'ignore' | ReportFigure
export const columnMeanings: readonly ColumnMeaning[] = ['day', 'queue', 'ignore', ...reportFigures]

/** A pasted table as rows of cells, whichever way round it was. */
export interface PastedTable {
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The place of the first row in what was pasted, to be told when something is wrong in it. */
  readonly firstLine: number
}

export interface ReportRow {
  /** `[from, to)` in days of the centre; null: the whole period. */
  readonly days: { readonly from: string; readonly to: string } | null
  /** As it is written; null: all queues. */
  readonly queue: string | null
  readonly figures: readonly { readonly figure: ReportFigure; readonly value: number; readonly tolerance: number }[]
}

/** A cell that cannot be read, by its row and column as the table has them, counted from one. */
export interface CellProblem {
  readonly row: number
  readonly column: number
  readonly title: string
  readonly text: string
  readonly expected: 'count' | 'share' | 'time' | 'day'
}

const names: readonly (readonly [ColumnMeaning, RegExp])[] = [
  ['serviceLevel', /уровень (сервиса|обслуж)|service ?level|^sl\b|^sla\b|\bsl ?\d|gos\b|^у[со]\b|\d+\s*\/\s*\d+/],
  [
    'abandonRate',
    /(доля|процент|%).*(потер|пропущ)|(потер|пропущ)\S*,? ?%|abandon\S* ?(rate|%|ment rate)|%.*abandon|^lcr|^ar$|abandonment$/,
  ],
  ['answerRate', /(доля|процент|%).*(отвеч|принят)|(отвеч|принят)\S*,? ?%|answer\S* ?(rate|%)|%.*answer/],
  ['transferRate', /(доля|процент|%).*перевод|перевод\S*,? ?%|transfer\S* ?(rate|%)/],
  [
    'asaSeconds',
    /\basa\b|среднее (время )?(ожидани|ответа)|скорость ответа|speed of answer|average wait|avg\.? wait|queue time/,
  ],
  ['acwSeconds', /\bacw\b|пост ?вызыв|поствыз|after.?(call|contact)|wrap/],
  ['holdSeconds', /удержан|\bhold/],
  ['ahtSeconds', /\baht\b|среднее время обработ|средняя обработ|handl\S* time|\bсво\b/],
  ['talkSeconds', /\batt\b|разговор|talk/],
  ['flowedOut', /ушл|ушед|flow|overflow|voicemail/],
  ['abandoned', /потер|пропущ|неотвеч|не отвеч|abandon|lost|missed|unanswered/],
  ['answered', /отвеч|принят|обработано|answered|handled|accepted/],
  [
    'offered',
    /поступ|входящ|вход\.|предлож|всего|звонков|вызовов|обращений|offered|incoming|inbound|entered|received|total calls|calls/,
  ],
  ['day', /^дата|^день|^месяц|^период|^date|^day|^month|^period/],
  ['queue', /очеред|навык|линия|проект|queue|skill|split|line|vdn/],
]

/** What a column's title says that it holds; `ignore` where it says nothing known. */
export function guessMeaning(title: string): ColumnMeaning {
  const text = title.toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ').trim()
  return names.find(([, pattern]) => pattern.test(text))?.[0] ?? 'ignore'
}

/** Cuts pasted text into cells: by tabs as spreadsheets copy, else by semicolons, else by wide spaces. A table whose measures are its rows is turned. */
export function readTable(text: string): PastedTable {
  const lines = text.replaceAll('\r', '').split('\n')
  const separator = lines.some((line) => line.includes('\t'))
    ? '\t'
    : lines.some((line) => line.includes(';'))
      ? ';'
      : /\s{2,}|:\s+/
  const all = lines.map((line) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1')))
  const first = all.findIndex((cells) => cells.some((cell) => cell !== ''))
  if (first === -1) return { titles: [], rows: [], firstLine: 1 }
  const filled = all.slice(first).filter((cells) => cells.some((cell) => cell !== ''))
  const [titles = [], ...rows] = filled
  if (!isTurned(filled)) return { titles, rows, firstLine: first + 2 }
  const width = Math.max(...filled.map((cells) => cells.length))
  const turned = Array.from({ length: width }, (_, column) => filled.map((cells) => cells[column] ?? ''))
  const [turnedTitles = [], ...turnedRows] = turned
  return { titles: turnedTitles, rows: turnedRows.filter((cells) => cells.some((cell) => cell !== '')), firstLine: 2 }
}

const knows = (cells: readonly string[]): number => cells.filter((cell) => guessMeaning(cell) !== 'ignore').length

/** Measures stand in the first column and not in the first row. */
function isTurned(rows: readonly (readonly string[])[]): boolean {
  const column = rows.map(([cell = '']) => cell)
  return column.length > 1 && knows(column) > knows(rows[0] ?? [])
}

/** Reads the cells by what their columns mean. Cells that cannot be read are told and left out; empty ones are left out. */
export function readReport(
  table: PastedTable,
  meanings: readonly ColumnMeaning[],
  year: number,
): { readonly rows: readonly ReportRow[]; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = []
  const rows = table.rows.map((cells, index): ReportRow => {
    const figures: ReportRow['figures'][number][] = []
    let days: ReportRow['days'] = null
    let queue: string | null = null
    for (const [column, meaning] of meanings.entries()) {
      const text = cells[column] ?? ''
      if (meaning === 'ignore' || isNothing(text)) continue
      const problem = (expected: CellProblem['expected']): void => {
        const title = table.titles[column] ?? ''
        problems.push({ row: index + table.firstLine, column: column + 1, title, text, expected })
      }
      if (meaning === 'queue') {
        queue = isTotal(text) ? null : text
      } else if (meaning === 'day') {
        if (isTotal(text)) continue
        days = readDays(text, year)
        if (days === null) problem('day')
      } else {
        const expected = shareFigures.has(meaning) ? 'share' : timeFigures.has(meaning) ? 'time' : 'count'
        const read = readCell(text, expected, table.titles[column] ?? '')
        if (read === null) problem(expected)
        else figures.push({ figure: meaning, ...read })
      }
    }
    return { days, queue, figures }
  })
  return { rows: rows.filter((row) => row.figures.length > 0), problems }
}

const isNothing = (text: string): boolean => /^[-–—\s]*$|^(н\/д|n\/a)$/i.test(text)
const isTotal = (text: string): boolean => /^(итог|всего|все|общ|total|all|grand|sum)/i.test(text.trim())

/** The stretch of days that the rows speak of; null where none names a day. */
export function daysOfReport(rows: readonly ReportRow[]): { readonly from: string; readonly to: string } | null {
  const told = rows.flatMap(({ days }) => (days === null ? [] : [days]))
  if (told.length === 0) return null
  const from = told.map((days) => days.from).toSorted()[0] ?? ''
  const to =
    told
      .map((days) => days.to)
      .toSorted()
      .at(-1) ?? ''
  return { from, to: to > from ? to : addDays(from, 1) }
}
