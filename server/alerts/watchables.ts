import type { Watchable } from '@pult/contract/alert-rules'
import type { Bilingual, LiveFigure } from '@pult/contract/alert-words'
import { counters, publishedOwn, registry, type MeasureDefinition } from '@pult/engine/measures'

const groups: ReadonlySet<MeasureDefinition['group']> = new Set(['volume', 'serviceLevel', 'waiting', 'handling'])
const kinds: ReadonlySet<MeasureDefinition['kind']> = new Set(['count', 'share', 'mean', 'ratio', 'max'])

/** Measures that the roll-ups of queues know for any stretch of the day. Percentiles and repeated calls want more than that. */
const watchableMeasures: readonly MeasureDefinition[] = [
  // The centre's own, as it defines it; the rules that Pult publishes stand beside it under their names.
  publishedOwn('serviceLevel').definition,
  ...registry.current.filter(
    ({ group, kind, numerator, denominator }) =>
      groups.has(group) &&
      kinds.has(kind) &&
      [...numerator, ...denominator].every((term) => counters[term.counter].family === 'contact'),
  ),
]

interface LiveWords {
  readonly name: Bilingual
  readonly unit: Watchable['unit']
  readonly better: Watchable['better']
  readonly centerOnly?: true
}

/** What is seen only this moment. */
export const liveFigureWords: Readonly<Record<LiveFigure, LiveWords>> = {
  waiting: { name: { ru: 'Ждут сейчас', en: 'Waiting now' }, unit: 'contacts', better: 'low' },
  longestWaiting: { name: { ru: 'Дольше всех ждёт', en: 'Longest waiting now' }, unit: 'seconds', better: 'low' },
  inService: { name: { ru: 'Обслуживаются сейчас', en: 'In service now' }, unit: 'contacts', better: 'neither' },
  signedIn: { name: { ru: 'Операторов на линии', en: 'Agents signed in' }, unit: 'agents', better: 'high' },
  available: { name: { ru: 'Свободных операторов', en: 'Agents available' }, unit: 'agents', better: 'high' },
  onPause: { name: { ru: 'Операторов на паузе', en: 'Agents on pause' }, unit: 'agents', better: 'low' },
  pauseShare: { name: { ru: 'Доля на паузе', en: 'Share on pause' }, unit: 'fraction', better: 'low' },
  occupancyNow: { name: { ru: 'Заняты обращениями сейчас', en: 'Occupied now' }, unit: 'fraction', better: 'low' },
  silentMinutes: {
    name: { ru: 'Минут без данных', en: 'Minutes without data' },
    unit: 'minutes',
    better: 'low',
    centerOnly: true,
  },
}

/** Everything that a rule can watch, in the order people look for it. */
export function watchables(): Watchable[] {
  return [
    ...Object.entries(liveFigureWords).map(([id, { name, unit, better, centerOnly = false }]): Watchable => ({
      kind: 'live',
      id,
      name,
      unit,
      better,
      centerOnly,
      hasTarget: false,
    })),
    ...watchableMeasures.map(({ id, name, unit, better, kind }): Watchable => ({
      kind: 'measure',
      id,
      name,
      unit,
      better,
      centerOnly: false,
      hasTarget: kind !== 'count',
    })),
  ]
}

/** The measure of a rule; null where this version knows it no more. */
export const watchedMeasure = (id: string): MeasureDefinition | null =>
  watchableMeasures.find((definition) => definition.id === id) ?? null
