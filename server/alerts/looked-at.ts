import type { AlertLimit, AlertRuleDraft, AlertWatch } from '@pult/contract/alert-rules'
import type { Bilingual, LiveFigure } from '@pult/contract/alert-words'
import { readingOf, type AlertReading, type WatchedFigure } from '@pult/engine/alerts'
import { lineChannels } from '@pult/engine/contacts'
import { thresholdOf } from '@pult/engine/measures'
import { MINUTE_MS } from '@pult/engine/time'

import type { HeldVersion, LiveFigures, LiveWindow } from '../measures/index.ts'
import type { Condition } from './condition.ts'
import { figureWords } from './figure-words.ts'
import { measured, type QueueCounters } from './measured.ts'
import { watchedMeasure } from './watchables.ts'

/** One subject of a rule, as it stands this moment. */
export interface LookedAt {
  readonly subject: string
  readonly queueIds: readonly number[] | null
  readonly reading: AlertReading
  readonly value: number | null
  readonly limit: number | null
  /** The version of the measure's definition that it was judged by; null of everything else. */
  readonly definition: string | null
  /** Said only where it is written down. */
  readonly words: () => Bilingual
}

/** All that rules are judged by. */
export interface Seen {
  readonly now: number
  readonly figures: LiveFigures
  readonly conditions: readonly Condition[]
  /** The agents who take a queue's contacts; everybody where that is not told. */
  readonly agentsOf: (queueId: number) => ReadonlySet<number> | null
  readonly isOpen: (queueId: number) => boolean
}

type Measurable = Exclude<AlertWatch, { kind: 'condition' }>

/** The window of a rule as the measures room takes it. */
export const windowOf = (window: string): LiveWindow => (window === 'today' ? 'today' : Number(window))

/** Every subject of a rule. A rule whose measure this version does not know looks at nothing. */
export function lookAt({ watch, limit, openHoursOnly }: AlertRuleDraft, seen: Seen): LookedAt[] {
  if (watch.kind === 'condition')
    return seen.conditions.filter(({ kind }) => watch.conditions.includes(kind)).map(judged)
  if (limit === null) return []
  return subjectsOf(watch, seen).flatMap(({ subject, name, queueIds }) => {
    const at = limit.at ?? targetFor(watch, queueIds, seen)
    const figure = figureOf(watch, queueIds, seen)
    if (at === null || figure === null) return []
    const isClosed = openHoursOnly && !queueIds.some((queueId) => seen.isOpen(queueId))
    const reading = isClosed ? 'closed' : readingOf(figure, { ...limit, raiseAt: at })
    const held = heldVersion(watch, seen)
    const words = (): Bilingual => figureWords(name, watch, { value: figure.value, limit: at, side: limit.side }, held)
    const told = subject === 'center' ? null : queueIds
    const definition = held?.reference ?? null
    return [{ subject, queueIds: told, reading, value: figure.value, limit: at, definition, words }]
  })
}

const judged = ({ subject, state, words }: Condition): LookedAt => ({
  subject,
  queueIds: null,
  reading: state,
  value: null,
  limit: null,
  definition: null,
  words: () => words,
})

/** What is seen only this moment has no definition that a centre could change. */
function heldVersion(watch: Measurable, { figures }: Seen): HeldVersion | null {
  const published = watch.kind === 'measure' ? watchedMeasure(watch.measure) : null
  return published === null ? null : figures.versionOf(published)
}

interface Subject {
  readonly subject: string
  /** The queue's own name; null for several and for the centre. */
  readonly name: string | null
  readonly queueIds: readonly number[]
}

function subjectsOf({ scope, queueIds, channels }: Measurable, { figures }: Seen): Subject[] {
  const chosen = figures.queues.filter(
    ({ queueId, channel }) =>
      (queueIds.length === 0 || queueIds.includes(queueId)) && (channels === 'all' || lineChannels.includes(channel)),
  )
  const ids = chosen.map(({ queueId }) => queueId)
  if (scope === 'eachQueue')
    return chosen.map(({ queueId, name }) => ({ subject: `queue ${queueId}`, name, queueIds: [queueId] }))
  if (scope === 'together') {
    const name = chosen.map((queue) => queue.name).join(', ')
    return ids.length === 0 ? [] : [{ subject: 'queues', name, queueIds: ids }]
  }
  return [{ subject: 'center', name: null, queueIds: figures.queues.map(({ queueId }) => queueId) }]
}

/** The target in force; of several queues the centre's own. */
function targetFor(watch: Measurable, queueIds: readonly number[], { figures }: Seen): number | null {
  if (watch.kind !== 'measure') return null
  const queueId = queueIds.length === 1 ? (queueIds[0] ?? 0) : 0
  return figures.targetOf(watch.measure, queueId)?.value ?? null
}

function figureOf(watch: Measurable, queueIds: readonly number[], seen: Seen): WatchedFigure | null {
  if (watch.kind === 'live')
    return { value: liveFigure(watch.figure, queueIds, seen), contacts: Number.POSITIVE_INFINITY, interval: null }
  const published = watchedMeasure(watch.measure)
  if (published === null) return null
  const { figures, now } = seen
  const definition = figures.definitionOf(published)
  const [counted] = definition.numerator
  const window = windowOf(watch.window)
  const counts = figures.countsIn(window)
  const { from } = figures.spanOf(window)
  const counters = queueIds.map((queueId): QueueCounters => {
    const parameters = figures.parametersOf(queueId)
    const since = figures.live.get(queueId)?.waitingSince ?? []
    const seconds = (counted === undefined ? undefined : thresholdOf(counted, parameters)) ?? parameters.withinSeconds
    const waitingLate = since.filter((at) => at >= from && now - at > seconds * 1000).length
    return { values: counts.get(queueId) ?? {}, parameters, waitingLate }
  })
  return measured(definition, counters)
}

function liveFigure(figure: LiveFigure, queueIds: readonly number[], seen: Seen): number | null {
  const { figures, now } = seen
  const live = queueIds.flatMap((queueId) => figures.live.get(queueId) ?? [])
  const since = live.flatMap(({ waitingSince }) => waitingSince)
  const agents = agentsFor(queueIds, seen)
  const count = (...states: string[]): number => agents.filter(({ state }) => states.includes(state)).length
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  switch (figure) {
    case 'waiting':
      return since.length
    case 'longestWaiting':
      return since.length === 0 ? 0 : (now - Math.min(...since)) / 1000
    case 'inService':
      return live.reduce((sum, { inService }) => sum + inService, 0)
    case 'signedIn':
      return agents.length
    case 'available':
      return count('available')
    case 'onPause':
      return count('pause')
    case 'pauseShare':
      return share(count('pause'), agents.length)
    case 'occupancyNow':
      return share(count('talking', 'acw'), count('talking', 'acw', 'ringing', 'available'))
    case 'silentMinutes':
      return figures.lastFactAt === null ? null : Math.max(0, (now - figures.lastFactAt) / MINUTE_MS)
  }
}

/** Those who take contacts of any of the queues. */
function agentsFor(queueIds: readonly number[], { figures, agentsOf }: Seen): LiveFigures['agents'] {
  const circles = queueIds.map(agentsOf)
  if (circles.some((circle) => circle === null)) return figures.agents
  return figures.agents.filter(({ agentId }) => circles.some((circle) => circle?.has(agentId) === true))
}

/** Whether an alert of the old rule still means what the new one watches. */
export function watchesTheSame(one: AlertRuleDraft, other: AlertRuleDraft): boolean {
  const of = ({ watch, limit }: { watch: AlertWatch; limit: AlertLimit | null }): string =>
    JSON.stringify([watch, limit?.side])
  return of(one) === of(other)
}
