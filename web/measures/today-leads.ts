import { measures } from '@pult/contract/measures'
import type { TodayReply } from '@pult/contract/measures-today'
import { lineChannels } from '@pult/engine/contacts'

import { useCenter, useMay } from '../platform/center.tsx'
import { paths } from '../platform/paths.ts'
import { useReply } from '../platform/replies.ts'
import type { Explanation } from '../ui/Explain.tsx'
import type { Formats } from '../ui/formats.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'
import type { Translate } from '../ui/text.ts'
import { measuresText } from './measures-text.ts'

/** Who writes may wait for days: as far back as the server looks for those who wait. */
const WAITS_DAYS = 14

/** Where the numbers of today lead: to the same measures of today, or to their contacts where the reader may see them. */
export interface TodayLeads {
  /** Today's measures by half-hour, of one queue or all. */
  measures(ids: readonly string[], queueId?: number): string
  /** The same of the channels on which customers wait for an answer at that moment. */
  onTheLine(ids: readonly string[]): string
  /** Today's measures by queue. */
  byQueue(ids: readonly string[]): string
  /** Today's inbound contacts, of an outcome, of one queue or all. */
  contacts(outcome?: 'answered' | 'abandoned', queueId?: number): string | null
  /** Who waits now. */
  waiting(queueId?: number): string | null
  /** The agents on pause. */
  readonly onPause: string
  /** Where each agent's time went today, and her pauses by their reasons. */
  readonly agentTime: string
  readonly pauses: string
}

const agentTimes = ['signedIn', 'handling', 'idle', 'ringing', 'pause', 'training', 'offQueue']
const pauseTimes = ['pause', 'unpaidPause', 'training', 'offQueue']
const secondsOf = (names: readonly string[]): string => names.map((name) => `${name}Seconds`).join(',')

export function useTodayLeads({ day }: Pick<TodayReply, 'day'>): TodayLeads {
  const { centerId } = useCenter()
  const mayRead = useMay('readContacts')
  const ofQueue = (name: string, queueId?: number): string => (queueId === undefined ? '' : `&${name}=${queueId}`)
  return {
    measures: (ids, queueId) =>
      `${paths.measures(centerId)}?period=today&by=slot&measures=${ids.join(',')}${ofQueue('queues', queueId)}`,
    onTheLine: (ids) =>
      `${paths.measures(centerId)}?period=today&by=slot&measures=${ids.join(',')}&channels=${lineChannels.join(',')}`,
    byQueue: (ids) => `${paths.measures(centerId)}?period=today&by=queue&measures=${ids.join(',')}`,
    contacts: (outcome, queueId) =>
      mayRead
        ? `${paths.contacts(centerId)}?period=today&directions=inbound${outcome === undefined ? '' : `&outcomes=${outcome}`}${ofQueue('queueIds', queueId)}`
        : null,
    waiting: (queueId) =>
      mayRead
        ? `${paths.contacts(centerId)}?period=${addDays(day, -WAITS_DAYS)}..${day}&directions=inbound&outcomes=open&agentIds=0${ofQueue('queueIds', queueId)}`
        : null,
    onPause: `${paths.today(centerId)}?doing=pause#agents`,
    agentTime: `${paths.measures(centerId)}?period=today&by=agent&measures=${secondsOf(agentTimes)}`,
    pauses: `${paths.measures(centerId)}?period=today&by=agent&by2=pauseReason&measures=${secondsOf(pauseTimes)}`,
  }
}

/** What a measure is, from its definition: the same words as on the page of measures. */
export function useExplained(
  held: TodayReply['definitions'],
): (id: string, more?: Partial<Explanation>) => Explanation | undefined {
  const t = useText(measuresText)
  const formats = useFormats()
  const { language } = formats
  const definitions = useReply(measures.listDefinitions, {}, { freshMs: 3_600_000 })
  return (id, more) => {
    const found = definitions.data?.measures.find((definition) => definition.id === id && definition.current)
    if (found === undefined) return undefined
    const { name, version, formula, source, beware } = found
    const own = held.find((one) => one.id === id && one.isOwn)
    const told = [
      beware?.[language] ?? '',
      typeof more?.more === 'string' ? more.more : '',
      sayOwn(own, { t, formats }),
    ]
    return {
      name: name[language],
      version: own === undefined ? version : afterAt(own.reference),
      formula: (own?.formula ?? formula)[language],
      ...(own === undefined ? { source } : {}),
      ...more,
      more: told.filter((words) => words !== '').join(' '),
    }
  }
}

type Held = TodayReply['definitions'][number]
interface Saying {
  readonly t: Translate<keyof typeof measuresText.en>
  readonly formats: Formats
}

const afterAt = (reference: string): string => reference.split('@')[1] ?? ''

/** Whose definition it is, since when and why; empty for Pult's. */
const sayOwn = (own: Held | undefined, { t, formats }: Saying): string =>
  own === undefined || own.validFrom === null
    ? ''
    : t('ownVersion', {
        version: afterAt(own.reference).replace('own', ''),
        day: formats.date(own.validFrom),
        name: own.createdByName ?? '',
        reason: own.reason ?? '',
      })

/** What the running service level is: by the rule that holds today, with those who wait too long as misses already. */
export function levelToday(definitions: TodayReply['definitions'], saying: Saying): Explanation & { more: string } {
  const { t, formats } = saying
  const own = definitions.find(({ id, isOwn }) => id === 'serviceLevel' && isOwn)
  if (own === undefined) return { name: t('serviceLevel'), formula: t('liveRule'), more: '' }
  return {
    name: t('serviceLevel'),
    version: afterAt(own.reference),
    formula: own.formula[formats.language],
    more: `${t('liveMiss')} ${sayOwn(own, saying)}`,
  }
}
