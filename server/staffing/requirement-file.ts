import type { RequirementDay, RequirementInterval } from '@pult/contract/staffing'
import type { Channel } from '@pult/engine/contacts'
import { MINUTE_MS, type Zone } from '@pult/engine/time'

import { tableFile, type Cell, type Download, type FileLanguage as Language } from '../platform/index.ts'
import type { KeptRequirement } from './requirement-store.ts'

// The first eight are what planning systems read; what follows is for whoever defends the plan.
const headings: Readonly<Record<Language, readonly string[]>> = {
  ru: [
    'Дата',
    'Начало',
    'Конец',
    'Очередь',
    'Нужно на линии',
    'Нужно в графике',
    'Обращения',
    'Время обработки, с',
    'Канал',
    'Ожидаемый уровень обслуживания',
    'Уровень: плохой случай (10 %)',
    'Уровень: хороший случай (90 %)',
    'Вероятность выдержать цель в интервале',
    'Вероятность выдержать цель за день',
    'Ещё один оператор: принято вовремя больше на',
    'Останется лежать',
  ],
  en: [
    'Date',
    'Start',
    'End',
    'Queue',
    'Required',
    'Scheduled',
    'Offered',
    'AHT, s',
    'Channel',
    'Expected service level',
    'Service level, P10',
    'Service level, P90',
    'Chance of the target in the interval',
    'Chance of the target on the day',
    'One agent more: answered in time more by',
    'Left lying',
  ],
}

const channelNames: Readonly<Record<Language, Readonly<Record<Channel, string>>>> = {
  ru: { voice: 'звонки', chat: 'чат', email: 'почта', messenger: 'мессенджер', callback: 'обратный звонок' },
  en: { voice: 'voice', chat: 'chat', email: 'e-mail', messenger: 'messenger', callback: 'callback' },
}

export interface FileWanted {
  readonly format: 'xlsx' | 'csv'
  readonly language: Language
}

export interface NamedQueue {
  readonly queueId: number
  readonly name: string
  readonly channel: Channel
}

interface Counted {
  readonly requirement: Pick<KeptRequirement, 'firstDay' | 'lastDay' | 'intervalMinutes'>
  readonly intervals: readonly RequirementInterval[]
  readonly days: readonly RequirementDay[]
}

/** A row an interval and queue, as planning systems read it: agents at their posts, and on the roster after availability and shrinkage. */
export function requirementFile(
  { requirement: { firstDay, lastDay, intervalMinutes }, intervals, days }: Counted,
  queues: readonly NamedQueue[],
  zone: Zone,
  { format, language }: FileWanted,
): Download {
  const queueOf = new Map(queues.map((queue) => [queue.queueId, queue]))
  const chanceOf = new Map(days.map(({ queueId, day, chance }) => [`${queueId} ${day}`, chance]))
  const clock = (at: number): string => {
    const { hour, minute } = zone.instantToLocal(at)
    return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  }
  const lines = intervals.map((one): Cell[] => {
    const { queueId, needed, serviceLevel, risk } = one
    const start = Date.parse(one.at)
    const day = zone.localDate(start)
    const queue = queueOf.get(queueId)
    return [
      day,
      clock(start),
      clock(start + intervalMinutes * MINUTE_MS),
      queue?.name ?? String(queueId),
      needed,
      rounded(one.scheduled, 2),
      rounded(one.offered, 2),
      rounded(one.ahtSeconds, 2),
      queue === undefined ? null : channelNames[language][queue.channel],
      rounded(serviceLevel, 4),
      rounded(risk?.p10, 4),
      rounded(risk?.p90, 4),
      rounded(risk?.chance, 4),
      rounded(chanceOf.get(`${queueId} ${day}`), 4),
      rounded(risk?.oneMore.answeredWithin, 2),
      rounded(one.backlog, 2),
    ]
  })
  return tableFile([[...headings[language]], ...lines], {
    name: `pult-staffing-${firstDay}-${lastDay}`,
    format,
    language,
  })
}

const rounded = (value: number | null | undefined, digits: number): number | null =>
  value === null || value === undefined ? null : Math.round(value * 10 ** digits) / 10 ** digits
