import type { Requirement, RequirementInterval } from '@pult/contract/staffing'
import { MINUTE_MS, type Zone } from '@pult/engine/time'

import { tableFile, type Cell, type Download, type FileLanguage as Language } from '../platform/index.ts'

const headings: Readonly<Record<Language, readonly string[]>> = {
  ru: ['Дата', 'Начало', 'Конец', 'Очередь', 'Нужно на линии', 'Нужно в графике', 'Обращения', 'Время обработки, с'],
  en: ['Date', 'Start', 'End', 'Queue', 'Required', 'Scheduled', 'Offered', 'AHT, s'],
}

export interface FileWanted {
  readonly format: 'xlsx' | 'csv'
  readonly language: Language
}

/** A row an interval and queue, as planning systems read it. */
export function requirementFile(
  { firstDay, lastDay, intervalMinutes }: Requirement,
  intervals: readonly RequirementInterval[],
  queueNames: ReadonlyMap<number, string>,
  zone: Zone,
  { format, language }: FileWanted,
): Download {
  const clock = (at: number): string => {
    const { hour, minute } = zone.instantToLocal(at)
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  }
  const lines = intervals.map(({ queueId, at, needed, scheduled, offered, ahtSeconds }): Cell[] => {
    const start = Date.parse(at)
    const end = start + intervalMinutes * MINUTE_MS
    const name = queueNames.get(queueId) ?? String(queueId)
    const rounded = [scheduled, offered, ahtSeconds].map((value) =>
      value === null ? null : Math.round(value * 100) / 100,
    )
    return [zone.localDate(start), clock(start), clock(end), name, needed, ...rounded]
  })
  return tableFile([[...headings[language]], ...lines], {
    name: `pult-staffing-${firstDay}-${lastDay}`,
    format,
    language,
  })
}
