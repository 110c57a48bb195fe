import type { Forecast, ForecastDay, ForecastInterval, ForecastTogether, ForecastWeek } from '@pult/contract/forecast'
import { clockAt, MINUTE_MS, type LocalDate, type Zone } from '@pult/engine/time'

import { tableFile, type Cell, type Download, type FileLanguage } from '../platform/index.ts'

const headings: Readonly<Record<FileLanguage, readonly string[]>> = {
  ru: [
    'Дата',
    'Начало',
    'Конец',
    'Очередь',
    'Обращения',
    '2,5 %',
    '10 %',
    '50 %',
    '90 %',
    '97,5 %',
    'Время обработки, с',
  ],
  en: ['Date', 'Start', 'End', 'Queue', 'Offered', '2.5 %', '10 %', '50 %', '90 %', '97.5 %', 'AHT, s'],
}

/** A row an interval and queue, in the centre's time. */
export function forecastFile(
  { firstDay, lastDay, intervalMinutes }: Forecast,
  intervals: readonly ForecastInterval[],
  queueNames: ReadonlyMap<number, string>,
  zone: Zone,
  { format, language }: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
): Download {
  const clock = (at: number): string => clockAt(zone, at)
  const lines = intervals.map(({ queueId, at, offered, p025, p10, p50, p90, p975, ahtSeconds }): Cell[] => {
    const start = Date.parse(at)
    const figures = [offered, p025, p10, p50, p90, p975, ahtSeconds].map((value) => Math.round(value * 100) / 100)
    const name = queueNames.get(queueId) ?? String(queueId)
    return [zone.localDate(start), clock(start), clock(start + intervalMinutes * MINUTE_MS), name, ...figures]
  })
  return tableFile([[...headings[language]], ...lines], {
    name: `pult-forecast-${firstDay}-${lastDay}`,
    format,
    language,
  })
}

const totalWords: Readonly<
  Record<
    FileLanguage,
    {
      readonly headings: readonly string[]
      readonly day: string
      readonly week: string
      readonly all: string
      readonly own: string
      readonly summed: string
      readonly learnt: (correlation: string, days: number) => string
    }
  >
> = {
  ru: {
    headings: ['Очередь', 'Обращения', '10 %', '90 %', 'Время обработки, с', 'Работа, ч', 'Как получена полоса'],
    day: 'Дата',
    week: 'Неделя с',
    all: 'Все очереди вместе',
    own: 'по ошибкам прогнозов очереди на её прошлом',
    summed: 'полосы очередей сложены, с запасом: общих дней для корреляции мало',
    learnt: (correlation, days) =>
      `полосы очередей сведены по корреляции ошибок прогнозов на прошлом: в среднем ${correlation}, общих дней ${days}`,
  },
  en: {
    headings: ['Queue', 'Offered', '10 %', '90 %', 'AHT, s', 'Work, h', 'How the band was made'],
    day: 'Date',
    week: 'Week from',
    all: 'All queues together',
    own: 'from errors of the queue’s own back-tests',
    summed: 'bands of queues added up, on the wide side: too few days in common for a correlation',
    learnt: (correlation, days) =>
      `bands of queues joined by the correlation of their errors in back-tests: ${correlation} on average, ${days} days in common`,
  },
}

interface TotalsAsked {
  readonly format: 'xlsx' | 'csv'
  readonly language: FileLanguage
  readonly grain: string
}

/** A row a day or a week and queue, then a row a day or a week of all queues together. */
export function totalsFile(
  { firstDay, lastDay }: Forecast,
  totals: readonly (ForecastDay | ForecastWeek)[],
  together: ForecastTogether,
  queueNames: ReadonlyMap<number, string>,
  { format, language, grain }: TotalsAsked,
): Download {
  const words = totalWords[language]
  const lineOf = (date: LocalDate, queue: string, one: Total, how: string): Cell[] => {
    const { offered, p10, p90, workSeconds } = one
    const figures = [offered, p10, p90, offered > 0 ? workSeconds / offered : 0, workSeconds / 3600]
    return [date, queue, ...figures.map((value) => Math.round(value * 100) / 100), how]
  }
  const lines = totals.map((one) =>
    lineOf('week' in one ? one.week : one.day, queueNames.get(one.queueId) ?? String(one.queueId), one, words.own),
  )
  const correlation = grain === 'week' ? together.weekCorrelation : together.dayCorrelation
  const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  const how =
    correlation === null
      ? words.summed
      : words.learnt(correlation.toLocaleString(language, decimals), together.commonDays)
  const all =
    grain === 'week'
      ? together.weeks.map((one) => lineOf(one.week, words.all, one, how))
      : together.days.map((one) => lineOf(one.day, words.all, one, how))
  const isOne = new Set(totals.map(({ queueId }) => queueId)).size < 2
  const heading = [words[grain === 'week' ? 'week' : 'day'], ...words.headings]
  return tableFile([heading, ...lines, ...(isOne ? [] : all)], {
    name: `pult-forecast-${firstDay}-${lastDay}-by-${grain}`,
    format,
    language,
  })
}

type Total = Pick<ForecastWeek, 'offered' | 'p10' | 'p90' | 'workSeconds'>
