import type { Forecast, ForecastDay, ForecastInterval, ForecastWeek } from '@pult/contract/forecast'
import { MINUTE_MS, type Zone } from '@pult/engine/time'

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
  const clock = (at: number): string => {
    const { hour, minute } = zone.instantToLocal(at)
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  }
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

const totalHeadings: Readonly<Record<FileLanguage, Readonly<Record<'day' | 'week', readonly string[]>>>> = {
  ru: {
    day: ['Дата', 'Очередь', 'Обращения', '10 %', '90 %', 'Время обработки, с', 'Работа, ч'],
    week: ['Неделя с', 'Очередь', 'Обращения', '10 %', '90 %', 'Время обработки, с', 'Работа, ч'],
  },
  en: {
    day: ['Date', 'Queue', 'Offered', '10 %', '90 %', 'AHT, s', 'Work, h'],
    week: ['Week from', 'Queue', 'Offered', '10 %', '90 %', 'AHT, s', 'Work, h'],
  },
}

/** A row a day or a week and queue. */
export function totalsFile(
  { firstDay, lastDay }: Forecast,
  totals: readonly (ForecastDay | ForecastWeek)[],
  queueNames: ReadonlyMap<number, string>,
  {
    format,
    language,
    grain,
  }: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage; readonly grain: string },
): Download {
  const lines = totals.map((one): Cell[] => {
    const { queueId, offered, p10, p90, workSeconds } = one
    const figures = [offered, p10, p90, offered > 0 ? workSeconds / offered : 0, workSeconds / 3600]
    const rounded = figures.map((value) => Math.round(value * 100) / 100)
    return ['week' in one ? one.week : one.day, queueNames.get(queueId) ?? String(queueId), ...rounded]
  })
  return tableFile([[...totalHeadings[language][grain === 'week' ? 'week' : 'day']], ...lines], {
    name: `pult-forecast-${firstDay}-${lastDay}-by-${grain}`,
    format,
    language,
  })
}
