import type { RequirementInterval } from '@pult/contract/staffing'
import type { Channel } from '@pult/engine/contacts'
import { clockAt, type Zone } from '@pult/engine/time'

import type { Cell, FileLanguage } from '../platform/index.ts'

export const channelNames: Readonly<Record<FileLanguage, Readonly<Record<Channel, string>>>> = {
  ru: { voice: 'звонки', chat: 'чат', email: 'почта', messenger: 'мессенджер', callback: 'обратный звонок' },
  en: { voice: 'voice', chat: 'chat', email: 'e-mail', messenger: 'messenger', callback: 'callback' },
}

export interface NamedQueue {
  readonly queueId: number
  readonly name: string
  readonly channel: Channel
}

export type QueueOf = (queueId: number) => NamedQueue | undefined

export const rounded = (value: number | null | undefined, digits: number): number | null =>
  value === null || value === undefined ? null : Math.round(value * 10 ** digits) / 10 ** digits

const exchangeHeading = [
  'QueueName',
  'QueueId',
  'ChannelType',
  'TimeStamp',
  'IntervalDuration',
  'LocalDate',
  'LocalTime',
  'RequiredAgents',
  'ScheduledAgents',
  'ContactVolume',
  'AverageHandleTime',
] as const

/** For programs: instants of UTC, names that no language changes, seconds and agents as plain numbers. */
export function exchangeRows(
  intervals: readonly RequirementInterval[],
  intervalMinutes: number,
  queueOf: QueueOf,
  zone: Zone,
): Cell[][] {
  const lines = intervals.map(({ queueId, at, needed, scheduled, offered, ahtSeconds }): Cell[] => {
    const start = Date.parse(at)
    const queue = queueOf(queueId)
    return [
      queue?.name ?? String(queueId),
      queueId,
      queue?.channel ?? null,
      new Date(start).toISOString().replace('.000Z', 'Z'),
      `${intervalMinutes}mins`,
      zone.localDate(start),
      clockAt(zone, start),
      needed,
      rounded(scheduled, 2),
      rounded(offered, 4),
      rounded(ahtSeconds, 2),
    ]
  })
  return [[...exchangeHeading], ...lines]
}

const gridWords = {
  ru: { heading: ['Дата', 'Очередь', 'Канал', 'Что'], needed: 'нужно на линии', scheduled: 'нужно в графике' },
  en: { heading: ['Date', 'Queue', 'Channel', 'What'], needed: 'required', scheduled: 'scheduled' },
} as const

/** Two rows a day and queue, at posts and on the roster, a column for each time of the day that anybody is needed at. */
export function gridRows(
  intervals: readonly RequirementInterval[],
  queueOf: QueueOf,
  zone: Zone,
  language: FileLanguage,
): Cell[][] {
  const words = gridWords[language]
  const placed = intervals.map((one) => {
    const start = Date.parse(one.at)
    return { one, day: zone.localDate(start), time: clockAt(zone, start) }
  })
  const times = [...new Set(placed.map(({ time }) => time))].toSorted()
  const rows = [...Map.groupBy(placed, ({ one, day }) => `${day} ${one.queueId}`).values()].flatMap((ofDay) => {
    const [first] = ofDay
    if (first === undefined) return []
    const queue = queueOf(first.one.queueId)
    const row = (what: 'needed' | 'scheduled'): Cell[] => [
      first.day,
      queue?.name ?? String(first.one.queueId),
      queue === undefined ? null : channelNames[language][queue.channel],
      words[what],
      ...times.map((time) => {
        // Autumn's hour comes twice under one clock: the more of its agents stand there.
        const here = ofDay.filter((cell) => cell.time === time).map(({ one }) => one[what])
        const known = here.filter((value) => value !== null)
        return known.length === 0 ? null : rounded(Math.max(...known), 2)
      }),
    ]
    return [row('needed'), row('scheduled')]
  })
  return [[...words.heading, ...times], ...rows]
}
