import type { WhatIfChange } from '@pult/contract/simulation'

/** What a scenario can do differently, in the order in which the page offers it. */
export const changeKinds = [
  'load',
  'agents',
  'absence',
  'handling',
  'patience',
  'crossTrain',
  'priority',
  'overflow',
  'routing',
  'shift',
  'lines',
  'busyness',
  'leaveAtOnce',
] as const satisfies readonly WhatIfChange['kind'][]
export type ChangeKind = (typeof changeKinds)[number]

export interface Place {
  /** The first group and the first queue of the day. */
  readonly groupId: string
  readonly queueId: number
}

/** A change that is yet to be filled in: it changes as little as it can. */
export function emptyChange(kind: ChangeKind, { groupId, queueId }: Place): WhatIfChange {
  switch (kind) {
    case 'load':
      return { kind, queueId: null, factor: 1, span: null }
    case 'handling':
    case 'patience':
      return { kind, queueId: null, factor: 1 }
    case 'agents':
      return { kind, groupId, more: 0, span: null }
    case 'absence':
      return { kind, groupId: null, share: 0.1, span: null }
    case 'crossTrain':
      return { kind, groupId, agents: 1, queueId }
    case 'priority':
      return { kind, queueIds: [queueId] }
    case 'overflow':
      return { kind, queueId, groupId, afterSeconds: 60 }
    case 'routing':
      return { kind, routing: 'priority', agentChoice: 'longestIdle' }
    case 'shift':
      return { kind, groupId, agents: 1, ...USUAL_SHIFT, pauses: [USUAL_PAUSE] }
    case 'lines':
      return { kind, lines: null }
    case 'busyness':
      return { kind, spread: 0.1 }
    case 'leaveAtOnce':
      return { kind, queueId: null, share: 0.05 }
  }
}

const USUAL_SHIFT = { fromMinute: 540, toMinute: 1080 }
const USUAL_PAUSE = { fromMinute: 780, toMinute: 840 }

export type Span = { readonly fromMinute: number; readonly toMinute: number } | null

/** `HH:MM` of a minute of the day, as a field of time holds it; the end of the day is its last minute. */
export const clockOf = (minute: number): string => {
  const within = Math.min(minute, 1439)
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/** The stretch between two fields of time; null where both are empty or it would be none. */
export function spanBetween(from: string, to: string): Span {
  if (from === '' && to === '') return null
  const minute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  const span = { fromMinute: from === '' ? 0 : minute(from), toMinute: to === '' || to === '23:59' ? 1440 : minute(to) }
  return span.fromMinute < span.toMinute ? span : null
}
