import type { Explained, ReportChange, ReportRow } from '@pult/contract/reconciliations'
import { registry, shareFigures, timeFigures } from '@pult/engine/measures'

import type { Formats } from '../../ui/formats.ts'
import type { Translate } from '../../ui/text.ts'
import { measuresText } from '../measures-text.ts'
import type { reconcileText } from './reconcile-text.ts'

export type Say = Translate<keyof typeof reconcileText.en>

export interface Wording {
  readonly t: Say
  readonly formats: Formats
  readonly queues: Explained['queues']
}

const two = (value: number): string => String(value).padStart(2, '0')
const clock = (hours: number): string => `${two((hours + 24) % 24)}:00`

/** What an old report does, as a clause. */
export function sayChange(change: ReportChange, { t, formats, queues }: Wording): string {
  switch (change.kind) {
    case 'population':
      return t(`population_${change.of}`)
    case 'openingHours':
    case 'workdays':
    case 'median':
    case 'outbound':
    case 'openLeftOut':
      return t(change.kind)
    case 'window':
      return t('window', { from: clock(change.fromHour), to: clock(change.toHour) })
    case 'dayStart':
      return t(change.hours > 0 ? 'dayStart' : 'dayStartBefore', { time: clock(change.hours) })
    case 'channels':
      return t('channels', { list: change.channels.map((channel) => sayChannel(channel, formats)).join(', ') })
    case 'queues':
      return sayQueues(change.queueIds, { t, queues })
    case 'shortAbandons':
      return t('shortAbandons', { seconds: change.seconds })
    case 'flowOuts':
      return t(`flowOuts_${change.as}`)
    case 'rule':
      return sayRule(change, t, formats)
    case 'within':
      return change.seconds === null ? t('withinOwn') : t('within', { seconds: change.seconds })
    case 'parts':
      return t('parts', { list: change.parts.map((part) => t(`part_${part}`)).join(', ') })
    case 'average':
      return t(`average_${change.of}`)
    case 'stamp':
      return t(`stamp_${change.by}`)
    case 'outOf':
      return t(`outOf_${change.of}`)
    case 'waits':
      return t(`waits_${change.of}`)
  }
}

export const sayChanges = (changes: readonly ReportChange[], wording: Wording): string =>
  changes.map((change) => sayChange(change, wording)).join('; ')

function sayQueues(kept: readonly number[], { t, queues }: Pick<Wording, 't' | 'queues'>): string {
  const name = (id: number): string => queues.find(({ queueId }) => queueId === id)?.name ?? t('noQueue')
  const left = queues.map(({ queueId }) => queueId).filter((id) => !kept.includes(id))
  return left.length > 0 && left.length < kept.length
    ? t('queuesWithout', { list: left.map(name).join(', ') })
    : t('queuesOnly', { list: kept.map(name).join(', ') })
}

function sayRule(
  { measureId, shortSeconds }: Extract<ReportChange, { kind: 'rule' }>,
  t: Say,
  { language }: Formats,
): string {
  const name = registry.find(measureId).name[language]
  return shortSeconds === null ? t('rule', { name }) : t('ruleShort', { name, seconds: shortSeconds })
}

const channelWords = new Set(['voice', 'chat', 'email', 'messenger', 'callback'])
function sayChannel(channel: string, { language }: Formats): string {
  const words: Readonly<Record<string, unknown>> = measuresText[language]
  const word = channelWords.has(channel) ? words[channel] : channel
  return typeof word === 'string' ? word.toLocaleLowerCase(language) : channel
}

/** A value as the old report would have told it: with as many digits. */
export function sayValue(
  { figure, tolerance }: Pick<ReportRow, 'figure' | 'tolerance'>,
  value: number | null,
  formats: Formats,
): string {
  const digits = (unit: number): number => Math.max(0, Math.min(4, Math.round(-Math.log10(2 * tolerance * unit))))
  if (shareFigures.has(figure)) return formats.percent(value, Math.max(1, digits(100)))
  if (timeFigures.has(figure) && digits(1) === 0) return formats.duration(value)
  if (timeFigures.has(figure))
    return value === null
      ? formats.number(null)
      : `${formats.number(value, digits(1))} ${formats.language === 'ru' ? 'с' : 's'}`
  return formats.number(value, value !== null && Number.isInteger(value) ? 0 : digits(1))
}
