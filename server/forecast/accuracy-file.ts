import type { ForecastAccuracy, HourAccuracy, MethodAccuracy } from '@pult/contract/forecast'
import type { LocalDate } from '@pult/engine/time'

import { tableFile, type Cell, type Download, type FileLanguage } from '../platform/index.ts'

interface Column<Row> {
  readonly ru: string
  readonly en: string
  readonly cell: (row: Row, names: Names) => Cell
  readonly isShare?: boolean
}

interface Names {
  readonly queueNames: ReadonlyMap<number, string>
  readonly language: FileLanguage
}

interface AccuracyAsked {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  readonly queueNames: ReadonlyMap<number, string>
  readonly format: 'xlsx' | 'csv'
  readonly language: FileLanguage
}

const all: Readonly<Record<FileLanguage, string>> = { ru: 'все', en: 'all' }

const queue = {
  ru: 'Очередь',
  en: 'Queue',
  cell: ({ queueId }: { readonly queueId: number | null }, { queueNames, language }: Names): Cell =>
    queueId === null ? all[language] : (queueNames.get(queueId) ?? String(queueId)),
}

const share = <Row>(ru: string, en: string, of: (row: Row) => number | null): Column<Row> => ({
  ru,
  en,
  cell: (row) => {
    const value = of(row)
    return value === null ? null : Math.round(value * 10_000) / 10_000
  },
  isShare: true,
})

const count = <Row>(ru: string, en: string, of: (row: Row) => number): Column<Row> => ({
  ru,
  en,
  cell: (row) => Math.round(of(row) * 100) / 100,
})

const dayColumns: readonly Column<ForecastAccuracy>[] = [
  queue,
  { ru: 'Дней вперёд', en: 'Days ahead', cell: ({ reach }, { language }) => reach ?? all[language] },
  count('Дней × очередей', 'Days × queues', ({ days }) => days),
  count('Пришло обращений', 'Contacts came', ({ came }) => came),
  share('Ошибка по интервалам', 'Error by interval', ({ intervalWape }) => intervalWape),
  share('Ошибка по дням', 'Error by day', ({ dayWape }) => dayWape),
  share('Смещение', 'Bias', ({ bias }) => bias),
  count('Интервалов с полосой', 'Intervals with a band', ({ bandIntervals }) => bandIntervals),
  share('В полосе 80 %', 'In 80 % band', ({ covered80 }) => covered80),
  share('В полосе 95 %', 'In 95 % band', ({ covered95 }) => covered95),
  count('Дней с полосой', 'Days with a band', ({ bandDays }) => bandDays),
  share('Дней в полосе 80 %', 'Days in 80 % band', ({ dayCovered80 }) => dayCovered80),
  count('Дней с нагрузкой', 'Days with workload', ({ workDays }) => workDays),
  share('Ошибка нагрузки по дням', 'Workload error by day', ({ workWape }) => workWape),
  share('Смещение нагрузки', 'Workload bias', ({ workBias }) => workBias),
]

const hourColumns: readonly Column<HourAccuracy>[] = [
  queue,
  { ru: 'Час', en: 'Hour', cell: ({ hour }) => `${String(hour).padStart(2, '0')}:00` },
  count('Интервалов', 'Intervals', ({ intervals }) => intervals),
  count('Пришло обращений', 'Contacts came', ({ came }) => came),
  share('Ошибка по интервалам', 'Error by interval', ({ wape }) => wape),
  share('Смещение', 'Bias', ({ bias }) => bias),
  count('Интервалов с полосой', 'Intervals with a band', ({ bandIntervals }) => bandIntervals),
  share('В полосе 80 %', 'In 80 % band', ({ covered80 }) => covered80),
  share('В полосе 95 %', 'In 95 % band', ({ covered95 }) => covered95),
]

/** One method of one queue at one lead. */
interface MethodLine {
  readonly queueId: number
  readonly intervalMinutes: number
  readonly leadDays: number
  readonly method: string
  readonly days: number
  readonly came: number
  readonly absolute: number
  readonly signed: number | null
  readonly weight: number | null
  readonly covered: MethodAccuracy['covered']
}

const inBand = (of: (covered: NonNullable<MethodAccuracy['covered']>) => number) => (line: MethodLine) =>
  line.covered === null || line.covered.intervals === 0 ? null : of(line.covered) / line.covered.intervals

const methodColumns: readonly Column<MethodLine>[] = [
  queue,
  count('Интервал, мин', 'Interval, min', ({ intervalMinutes }) => intervalMinutes),
  count('Дней вперёд', 'Days ahead', ({ leadDays }) => leadDays),
  { ru: 'Метод', en: 'Method', cell: ({ method }) => method },
  count('Дней', 'Days', ({ days }) => days),
  count('Пришло обращений', 'Contacts came', ({ came }) => came),
  share('Ошибка по интервалам', 'Error by interval', ({ absolute, came }) => (came > 0 ? absolute / came : null)),
  share('Смещение', 'Bias', ({ signed, came }) => (signed !== null && came > 0 ? signed / came : null)),
  share(
    'В полосе 80 %',
    'In 80 % band',
    inBand(({ within80 }) => within80),
  ),
  share(
    'В полосе 95 %',
    'In 95 % band',
    inBand(({ within95 }) => within95),
  ),
  share('Вес сейчас', 'Weight now', ({ weight }) => weight),
]

export const dayAccuracyFile = (rows: readonly ForecastAccuracy[], asked: AccuracyAsked): Download =>
  fileOf(dayColumns, rows, asked, 'days')

export const hourAccuracyFile = (rows: readonly HourAccuracy[], asked: AccuracyAsked): Download =>
  fileOf(hourColumns, rows, asked, 'hours')

/** A row a method, the forecast as it is made among them as `chosen`. */
export function methodAccuracyFile(rows: readonly MethodAccuracy[], asked: AccuracyAsked): Download {
  const lines = rows.flatMap(({ chosen, chosenSigned, byMethod, covered, ...one }): MethodLine[] => [
    { ...one, method: 'chosen', absolute: chosen, signed: chosenSigned, weight: null, covered },
    ...Object.entries(byMethod).map(([method, errors]) => ({ ...one, method, ...errors, covered: null })),
  ])
  return fileOf(methodColumns, lines, asked, 'methods')
}

function fileOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  { firstDay, lastDay, queueNames, format, language }: AccuracyAsked,
  table: string,
): Download {
  const lines = rows.map((row) => columns.map(({ cell }) => cell(row, { queueNames, language })))
  return tableFile([columns.map((column) => column[language]), ...lines], {
    name: `pult-forecast-accuracy-${table}-${firstDay}-${lastDay}`,
    format,
    language,
    numberFormats: columns.map(({ isShare }) => (isShare === true ? '0.0%' : undefined)),
  })
}
