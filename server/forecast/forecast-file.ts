import type { Forecast, ForecastInterval } from '@pult/contract/forecast'
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
