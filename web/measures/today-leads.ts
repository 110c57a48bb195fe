import { measures, type TodayReply } from '@pult/contract/measures'
import { lineChannels } from '@pult/engine/contacts'

import { useCenter, useMay } from '../platform/center.tsx'
import { paths } from '../platform/paths.ts'
import { useReply } from '../platform/replies.ts'
import type { Explanation } from '../ui/Explain.tsx'
import { useLanguage } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'

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
}

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
  }
}

/** What a measure is, from its definition: the same words as on the page of measures. */
export function useExplained(): (id: string, more?: Partial<Explanation>) => Explanation | undefined {
  const language = useLanguage()
  const definitions = useReply(measures.listDefinitions, {}, { freshMs: 3_600_000 })
  return (id, more) => {
    const found = definitions.data?.measures.find((definition) => definition.id === id && definition.current)
    if (found === undefined) return undefined
    const { name, version, formula, source, beware } = found
    return {
      name: name[language],
      version,
      formula: formula[language],
      source,
      ...(beware === null ? {} : { more: beware[language] }),
      ...more,
    }
  }
}
