import type { Intraday, IntradayInterval } from '@pult/contract/intraday'
import { clockAt, createZone, MINUTE_MS } from '@pult/engine/time'

import { tableFile, type Cell, type Download, type FileLanguage } from '../platform/index.ts'

interface Figure {
  readonly ru: string
  readonly en: string
  readonly of: (one: IntradayInterval) => number | null
  readonly isShare?: boolean
}

const figures: readonly Figure[] = [
  { ru: 'План', en: 'Planned', of: ({ planned }) => planned },
  { ru: 'План, 10 %', en: 'Planned, 10 %', of: ({ plannedP10 }) => plannedP10 },
  { ru: 'План, 90 %', en: 'Planned, 90 %', of: ({ plannedP90 }) => plannedP90 },
  { ru: 'Пришло', en: 'Came', of: ({ came }) => came },
  { ru: 'Ожидается', en: 'Expected', of: ({ expected }) => expected },
  { ru: 'Ожидается, 10 %', en: 'Expected, 10 %', of: ({ expectedP10 }) => expectedP10 },
  { ru: 'Ожидается, 90 %', en: 'Expected, 90 %', of: ({ expectedP90 }) => expectedP90 },
  { ru: 'Время обработки, с', en: 'AHT, s', of: ({ ahtSeconds }) => ahtSeconds },
  { ru: 'Операторов по плану', en: 'Agents planned', of: ({ plannedAgents }) => plannedAgents },
  { ru: 'Операторов нужно', en: 'Agents needed', of: ({ neededAgents }) => neededAgents },
  { ru: 'Ожидаемый уровень', en: 'Expected level', of: ({ expectedLevel }) => expectedLevel, isShare: true },
]

const headings: Readonly<Record<FileLanguage, readonly string[]>> = {
  ru: ['Дата', 'Начало', 'Конец', 'Очередь'],
  en: ['Date', 'Start', 'End', 'Queue'],
}

/** A row an interval and queue, in the centre's time. */
export function intradayFile(
  { day, timeZone, intervalMinutes, queues }: Intraday,
  { format, language }: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage },
): Download {
  const zone = createZone(timeZone)
  const clock = (at: number): string => clockAt(zone, at)
  const lines = queues.flatMap(({ name, intervals }) =>
    intervals.map((one): Cell[] => {
      const start = Date.parse(one.at)
      const cells = figures.map(({ of, isShare }) => rounded(of(one), isShare === true ? 10_000 : 100))
      return [day, clock(start), clock(start + intervalMinutes * MINUTE_MS), name, ...cells]
    }),
  )
  return tableFile([[...headings[language], ...figures.map((figure) => figure[language])], ...lines], {
    name: `pult-intraday-${day}`,
    format,
    language,
    numberFormats: [
      ...headings[language].map(() => undefined),
      ...figures.map(({ isShare }) => (isShare === true ? '0.0%' : undefined)),
    ],
  })
}

const rounded = (value: number | null, steps: number): number | null =>
  value === null ? null : Math.round(value * steps) / steps
