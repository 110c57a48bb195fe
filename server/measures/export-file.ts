import type { MeasureColumn, MeasureFigure, MeasureReply, MeasureRow, Split } from '@pult/contract/measures'
import { carriesInterval, publishedOwn, changeable, registry, type MeasureDefinition } from '@pult/engine/measures'

import { tableFile, type Cell, type Download, type FileLanguage as Language } from '../platform/index.ts'

const splitWords: Readonly<Record<Split, Readonly<Record<Language, string>>>> = {
  queue: { ru: 'Очередь', en: 'Queue' },
  agent: { ru: 'Оператор', en: 'Agent' },
  team: { ru: 'Группа', en: 'Team' },
  channel: { ru: 'Канал', en: 'Channel' },
  direction: { ru: 'Направление', en: 'Direction' },
  interval: { ru: 'Интервал', en: 'Interval' },
  day: { ru: 'День', en: 'Day' },
  week: { ru: 'Неделя', en: 'Week' },
  month: { ru: 'Месяц', en: 'Month' },
  weekday: { ru: 'День недели', en: 'Weekday' },
  hour: { ru: 'Час', en: 'Hour' },
  slot: { ru: 'Получас', en: 'Half-hour' },
  pauseReason: { ru: 'Причина паузы', en: 'Pause reason' },
}

const keyWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  voice: { ru: 'Голос', en: 'Voice' },
  chat: { ru: 'Чат', en: 'Chat' },
  email: { ru: 'Почта', en: 'E-mail' },
  messenger: { ru: 'Мессенджер', en: 'Messenger' },
  callback: { ru: 'Обратный звонок', en: 'Callback' },
  inbound: { ru: 'Входящие', en: 'Inbound' },
  outbound: { ru: 'Исходящие', en: 'Outbound' },
}
const nobody = { ru: 'нет', en: 'none' } as const

/** One column of the file: the value of a measure, or a bound of it. */
interface FileColumn {
  readonly heading: Readonly<Record<Language, string>>
  readonly numberFormat: string
  valueOf(figure: MeasureFigure): number | null
}

/**
 * The answer as a file, as it is shown, with the definitions' versions in the headings. Beside each share and mean stands its 95 %
 * interval where it has one, then what it was in the period compared with, its target, and the control limits of a series in time, if
 * asked for.
 */
export function exportFile(reply: MeasureReply, format: 'xlsx' | 'csv', language: Language): Download {
  const { heading, rows, total, numberFormats } = tableOfReply(reply, language)
  return tableFile([heading, ...rows, total], {
    name: `pult-${daysOf(reply)}`,
    format,
    language,
    numberFormats,
    hasTotal: true,
  })
}

/** An answer as a table of unrounded figures. */
export interface ReplyTable {
  readonly heading: string[]
  readonly rows: readonly Cell[][]
  readonly total: Cell[]
  /** How a workbook shows each column's numbers; undefined: as they are. */
  readonly numberFormats: readonly (string | undefined)[]
}

/** `isBrief`: of each measure only its value and what it was, for paper. */
export function tableOfReply(reply: MeasureReply, language: Language, isBrief = false): ReplyTable {
  const columns = reply.measures.map((column, index) =>
    fileColumnsOf(column, {
      interval: !isBrief,
      control: !isBrief && hasInSome(reply, index, ({ control }) => control),
      before: wordsOf(reply.comparisonPeriod, reply.timeZone),
      yearBefore: wordsOf(reply.yearBeforePeriod, reply.timeZone),
      target: !isBrief && hasInSome(reply, index, ({ target }) => target),
    }),
  )
  const cellsOf = (figures: readonly MeasureFigure[]): Cell[] =>
    figures.flatMap((figure, index) => (columns[index] ?? []).map(({ valueOf }) => valueOf(figure)))
  return {
    heading: [
      ...reply.splitBy.map((split) => splitWords[split][language]),
      ...columns.flat().map((column) => column.heading[language]),
    ],
    rows: reply.rows.map((row): Cell[] => [...keysOf(row, reply.timeZone, language), ...cellsOf(row.figures)]),
    total: [
      ...reply.splitBy.map((_split, index) => (index === 0 ? { ru: 'Итого', en: 'Total' }[language] : '')),
      ...cellsOf(reply.total.figures),
    ],
    numberFormats: [...reply.splitBy.map(() => undefined), ...columns.flat().map((column) => column.numberFormat)],
  }
}

/** What stands beside the value and its interval. */
interface Beside {
  readonly interval: boolean
  readonly control: boolean
  /** The periods compared with. */
  readonly before: string | null
  readonly yearBefore: string | null
  readonly target: boolean
}

const hasInSome = (
  { rows, total }: MeasureReply,
  index: number,
  part: (figure: MeasureFigure) => object | null,
): boolean => [...rows, total].some(({ figures: { [index]: figure } }) => figure !== undefined && part(figure) !== null)

function fileColumnsOf(column: MeasureColumn, { interval, control, before, yearBefore, target }: Beside): FileColumn[] {
  const part = (ru: string, en: string, valueOf: FileColumn['valueOf'], numberFormat: string): FileColumn => ({
    heading: { ru: `${headingOf(column, 'ru')}${ru}`, en: `${headingOf(column, 'en')}${en}` },
    numberFormat,
    valueOf,
  })
  const [own, between] = [formatOf(column), column.unit === 'contacts' ? '#,##0.0' : formatOf(column)]
  const was = (days: string, of: (figure: MeasureFigure) => MeasureFigure['comparison']): FileColumn =>
    part(`, было ${days}`, `, was ${days}`, (figure) => of(figure)?.value ?? null, own)
  const hasInterval = interval && column.kind !== 'count' && carriesInterval(definitionOf(column.id))
  return [
    part('', '', ({ value }) => value, own),
    ...(hasInterval
      ? [
          part(', 95 % от', ', 95 % from', ({ low }) => low, between),
          part(', 95 % до', ', 95 % to', ({ high }) => high, between),
        ]
      : []),
    ...(before === null ? [] : [was(before, ({ comparison }) => comparison)]),
    ...(yearBefore === null ? [] : [was(yearBefore, (figure) => figure.yearBefore)]),
    ...(target
      ? [
          part(', цель', ', target', (figure) => figure.target?.value ?? null, own),
          part(', отклонение от цели', ', from target', fromTarget, own),
        ]
      : []),
    ...(control
      ? [
          part(', нижняя граница ряда', ', lower control limit', (figure) => figure.control?.low ?? null, between),
          part(', верхняя граница ряда', ', upper control limit', (figure) => figure.control?.high ?? null, between),
        ]
      : []),
  ]
}

const fromTarget = ({ value, target }: MeasureFigure): number | null =>
  value === null || target === null ? null : value - target.value

const definitionOf = (id: string): MeasureDefinition =>
  changeable(id) === undefined ? registry.find(id) : publishedOwn(id).definition

/** First and last day of the period on the centre's calendar, for the name of the file. */
const daysOf = ({ period, timeZone }: MeasureReply): string => daysIn(period, timeZone).join('_')

const wordsOf = (stretch: MeasureReply['comparisonPeriod'], timeZone: string): string | null =>
  stretch === null ? null : daysIn(stretch, timeZone).join(' – ')

/** The first and the last day of a stretch; one where they are the same. */
function daysIn({ from, to }: MeasureReply['period'], timeZone: string): readonly string[] {
  return [...new Set([localDay(Date.parse(from), timeZone), localDay(Date.parse(to) - 1, timeZone)])]
}

// Sweden writes dates as ISO does, in local time.
const localDay = (at: number, timeZone: string): string => new Date(at).toLocaleDateString('sv-SE', { timeZone })

function headingOf(column: MeasureColumn, language: Language): string {
  const within = column.withinSeconds === null ? '' : `, ${column.withinSeconds} ${language === 'ru' ? 'с' : 's'}`
  const definitions =
    column.versions.length > 1 ? column.versions.map(({ reference }) => reference) : [column.reference]
  return `${column.name[language]}${within} (${definitions.join(', ')})`
}

const keysOf = (row: MeasureRow, timeZone: string, language: Language): Cell[] =>
  row.keys.map((key): Cell => (key.label === '' ? keyCell(key.split, key.key, timeZone, language) : key.label))

function keyCell(split: Split, key: string | number, timeZone: string, language: Language): Cell {
  if (split === 'queue' || split === 'agent' || split === 'team' || split === 'pauseReason')
    return Number(key) === 0 ? nobody[language] : key
  if (split === 'interval') {
    return new Date(String(key)).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  }
  // 1 January 2024 was a Monday.
  if (split === 'weekday') {
    return new Date(Date.UTC(2024, 0, Number(key))).toLocaleDateString(language, { weekday: 'long', timeZone: 'UTC' })
  }
  return keyWords[key]?.[language] ?? key
}

function formatOf(column: MeasureColumn): string {
  if (column.unit === 'fraction') return '0.0%'
  if (column.unit === 'times' && column.kind !== 'count') return '0.00'
  return column.unit === 'seconds' ? '0.0' : '#,##0'
}
