import type { RequirementDay, RequirementInterval, requirementLayouts, StaffingRule } from '@pult/contract/staffing'
import { registry } from '@pult/engine/measures'
import { clockAt, MINUTE_MS, type Zone } from '@pult/engine/time'

import { tableFile, type Cell, type Download, type FileLanguage as Language } from '../platform/index.ts'
import { channelNames, exchangeRows, gridRows, rounded, type NamedQueue, type QueueOf } from './requirement-layouts.ts'
import type { KeptRequirement } from './requirement-store.ts'
import { paidShare, weekHourOf } from './roster-per-post.ts'

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
    'Из графика оплачивается',
    'Как считается уровень',
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
    'Paid of the scheduled',
    'How the level is counted',
  ],
}

/** Each rule by the measure that counts by it, whose name people know. */
const levelIds = {
  neutral: 'serviceLevelNeutral',
  strict: 'serviceLevelStrict',
  answered: 'serviceLevelAnswered',
  positive: 'serviceLevelPositive',
  shortCredit: 'serviceLevelShortCredit',
  shortExcluded: 'serviceLevelShortExcluded',
} as const satisfies Readonly<Record<StaffingRule['rule'], string>>

export interface FileWanted {
  readonly format: 'xlsx' | 'csv'
  readonly language: Language
  readonly layout: (typeof requirementLayouts)[number]
}

interface Counted {
  readonly requirement: Pick<KeptRequirement, 'firstDay' | 'lastDay' | 'intervalMinutes' | 'assumptions'>
  readonly intervals: readonly RequirementInterval[]
  readonly days: readonly RequirementDay[]
}

/** The requirement in the layout that was asked for. */
export function requirementFile(
  counted: Counted,
  queues: readonly NamedQueue[],
  zone: Zone,
  { format, language, layout }: FileWanted,
): Download {
  const { firstDay, lastDay, intervalMinutes } = counted.requirement
  const known = new Map(queues.map((queue) => [queue.queueId, queue]))
  const queueOf: QueueOf = (queueId) => known.get(queueId)
  const lines = {
    rows: () => allRows(counted, queueOf, zone, language),
    grid: () => gridRows(counted.intervals, queueOf, zone, language),
    exchange: () => exchangeRows(counted.intervals, intervalMinutes, queueOf, zone),
  }[layout]()
  return tableFile(lines, {
    name: `pult-staffing-${firstDay}-${lastDay}${layout === 'rows' ? '' : `-${layout}`}`,
    format,
    language,
    isExchange: layout === 'exchange',
  })
}

/** A row an interval and queue: agents at their posts, and on the roster after availability and shrinkage, then how sure it is. */
function allRows(
  { requirement: { intervalMinutes, assumptions }, intervals, days }: Counted,
  queueOf: QueueOf,
  zone: Zone,
  language: Language,
): Cell[][] {
  const chanceOf = new Map(days.map(({ queueId, day, chance }) => [`${queueId} ${day}`, chance]))
  const ruleOf = new Map(
    assumptions.rules.map(({ queueId, rule, withinSeconds, work }) => [
      queueId,
      work === 'deferred'
        ? null
        : `${registry.find(levelIds[rule]).name[language]}, ${withinSeconds} ${language === 'ru' ? 'с' : 's'}`,
    ]),
  )
  const lines = intervals.map((one): Cell[] => {
    const { queueId, needed, serviceLevel, risk } = one
    const start = Date.parse(one.at)
    const day = zone.localDate(start)
    const queue = queueOf(queueId)
    return [
      day,
      clockAt(zone, start),
      clockAt(zone, start + intervalMinutes * MINUTE_MS),
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
      one.scheduled === null
        ? null
        : rounded(one.scheduled * paidShare(assumptions.shrinkage, weekHourOf(zone, start)), 2),
      ruleOf.get(queueId) ?? null,
    ]
  })
  return [[...headings[language]], ...lines]
}
