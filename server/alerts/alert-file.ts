import type { Alert } from '@pult/contract/alerts'
import { severityWords, type ClearedBecause } from '@pult/contract/alert-words'
import { createZone, MINUTE_MS } from '@pult/engine/time'

import { tableFile, type Cell, type Download, type FileLanguage } from '../platform/index.ts'

const headings: Readonly<Record<FileLanguage, readonly string[]>> = {
  ru: [
    'Началась',
    'Кончилась',
    'Минут',
    'Важность',
    'Правило',
    'Что',
    'Почему кончилась',
    'Кто ответил',
    'Когда ответил',
    'Ответ',
  ],
  en: [
    'Raised',
    'Cleared',
    'Minutes',
    'Severity',
    'Rule',
    'What',
    'Why it ended',
    'Answered by',
    'Answered at',
    'Answer',
  ],
}

const reasons: Readonly<Record<FileLanguage, Readonly<Record<ClearedBecause, string>>>> = {
  ru: {
    good: 'снова в порядке',
    unknown: 'стало не по чему судить',
    closed: 'закрылись',
    gone: 'предмета больше нет',
    rule: 'правило изменено',
  },
  en: {
    good: 'good again',
    unknown: 'nothing to judge by',
    closed: 'closed for the day',
    gone: 'its subject has gone',
    rule: 'rule changed',
  },
}

/** A row an alert, in the centre's time. */
export function alertFile(
  alerts: readonly Alert[],
  {
    format,
    language,
    timeZone,
  }: { readonly format: 'xlsx' | 'csv'; readonly language: FileLanguage; readonly timeZone: string },
): Download {
  const zone = createZone(timeZone)
  const two = (value: number): string => String(value).padStart(2, '0')
  const local = (at: string | null): string | null => {
    if (at === null) return null
    const { year, month, day, hour, minute } = zone.instantToLocal(Date.parse(at))
    return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`
  }
  const lines = alerts.map((alert): Cell[] => [
    local(alert.raisedAt),
    local(alert.clearedAt),
    alert.clearedAt === null
      ? null
      : Math.round((Date.parse(alert.clearedAt) - Date.parse(alert.raisedAt)) / MINUTE_MS),
    severityWords[alert.severity][language],
    alert.ruleName,
    alert.words[language],
    alert.clearedBecause === null ? null : reasons[language][alert.clearedBecause],
    alert.answeredByName,
    local(alert.answeredAt),
    alert.answer,
  ])
  return tableFile([[...headings[language]], ...lines], {
    name: language === 'ru' ? 'тревоги' : 'alerts',
    format,
    language,
  })
}
