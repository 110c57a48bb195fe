import type { ContactFilter } from '@pult/contract/contacts'
import type { Explained, ExplainedFigure, ReportChange } from '@pult/contract/reconciliations'
import { channels } from '@pult/engine/contacts'

import { adoptable } from './adoptable.ts'

/** Contacts that make a difference: what they are, and the filter that lists them. */
export interface ChangeDrill {
  readonly label:
    | 'drill_before'
    | 'drill_after'
    | 'drill_saturday'
    | 'drill_sunday'
    | 'drill_start'
    | 'drill_end'
    | null
  readonly values: Readonly<Record<string, string>>
  readonly filter: ContactFilter
}

const HOUR_MS = 3_600_000
const two = (value: number): string => String(value).padStart(2, '0')
const clock = (hour: number): string => `${two(hour)}:00`

/** The contacts that an old report counts otherwise, where a list can hold exactly them. */
export function drillsOfChange(
  change: ReportChange,
  { period, queues }: Pick<Explained, 'period' | 'queues'>,
): readonly ChangeDrill[] {
  const base: ContactFilter = { from: period.from, to: period.to, directions: ['inbound'] }
  const one = (more: Partial<ContactFilter>): ChangeDrill[] => [
    { label: null, values: {}, filter: { ...base, ...more } },
  ]
  switch (change.kind) {
    case 'shortAbandons':
      return one({ outcomes: ['abandoned'], waitTo: change.seconds })
    case 'flowOuts':
      return one({ outcomes: ['flowedOut'] })
    case 'openLeftOut':
      return one({ outcomes: ['open'] })
    case 'outbound':
      return one({ directions: ['outbound'] })
    case 'queues': {
      const left = [0, ...queues.map(({ queueId }) => queueId)].filter((id) => !change.queueIds.includes(id))
      return one({ queueIds: left })
    }
    case 'channels':
      return one({ channels: channels.filter((channel) => !change.channels.includes(channel)) })
    case 'window':
      return [
        {
          label: 'drill_before',
          values: { time: clock(change.fromHour) },
          filter: { ...base, timeTo: clock(change.fromHour) },
        },
        {
          label: 'drill_after',
          values: { time: clock(change.toHour) },
          filter: { ...base, timeFrom: clock(change.toHour) },
        },
      ]
    case 'workdays':
      return [
        { label: 'drill_saturday', values: {}, filter: { ...base, weekday: 6 } },
        { label: 'drill_sunday', values: {}, filter: { ...base, weekday: 7 } },
      ]
    case 'dayStart': {
      const edge = (at: string): ContactFilter => {
        const [first, second] = [Date.parse(at), Date.parse(at) + change.hours * HOUR_MS].toSorted((a, b) => a - b)
        return { ...base, from: new Date(first ?? 0).toISOString(), to: new Date(second ?? 0).toISOString() }
      }
      return [
        { label: 'drill_start', values: {}, filter: edge(period.from) },
        { label: 'drill_end', values: {}, filter: edge(period.to) },
      ]
    }
    // What these do differently is no list of contacts: an hour of each queue's own, a ratio, a part of a time.
    case 'average':
    case 'median':
    case 'openingHours':
    case 'outOf':
    case 'parts':
    case 'population':
    case 'rule':
    case 'stamp':
    case 'waits':
    case 'within':
      return []
  }
}

/** The contacts that a figure misses by the old report's own definition of it: by rule, threshold and short abandons. */
export function drillOfDefinition(figure: ExplainedFigure, { period, level }: Explained): ContactFilter | null {
  const measure = adoptable(figure, [], level)
  return measure === null ? null : { from: period.from, to: period.to, measure }
}
