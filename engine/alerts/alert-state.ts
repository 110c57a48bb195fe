import { HOUR_MS, MINUTE_MS } from '../time/index.ts'
import type { AlertReading } from './reading.ts'

/** How patient a rule is. */
export interface AlertPace {
  /** For how long a figure must be bad before the alert is raised. */
  readonly holdMs: number
  /** For how long it must be good again before it is cleared. */
  readonly clearMs: number
  /** How often an alert that nobody has answered is told again; null: once. */
  readonly remindMs: number | null
  /** Looks further apart than this prove nothing of the time between them. */
  readonly longestGapMs: number
}

/** What is remembered of one rule and one subject. */
export interface AlertState {
  readonly phase: 'calm' | 'pending' | 'open'
  /** Since when it is in this phase. */
  readonly since: number
  /** Open: since when it has been good without a break. */
  readonly goodSince: number | null
  /** Open: when it was last told. */
  readonly toldAt: number
  /** When alerts were raised lately: who flaps is trusted less. */
  readonly raises: readonly number[]
  readonly seenAt: number
}

export type AlertEvent = 'raised' | 'reminded' | 'cleared'

export interface AlertStep {
  readonly state: AlertState
  readonly event: AlertEvent | null
}

/** Raises within this time count as flapping. */
const FLAPPING_MS = 2 * HOUR_MS
/** However often it flapped, an hour of calm is enough. */
const LONGEST_CLEAR_MS = HOUR_MS
/** Doubling nothing is nothing. */
const LEAST_CLEAR_MS = MINUTE_MS

/**
 * One look at one subject of one rule: the next state, and what is to be told. Raised only after the figure was seen bad for the
 * whole hold; cleared only after it was good for as long as the rule asks, twice as long with each raise of the last two hours. A
 * stopped server or a step of the clock proves nothing: what was pending begins anew.
 */
export function stepAlert(
  former: AlertState | undefined,
  reading: AlertReading,
  { now, isAnswered }: { readonly now: number; readonly isAnswered: boolean },
  pace: AlertPace,
): AlertStep {
  const state = former === undefined ? calm(now, []) : seenAgain(former, now, pace)
  switch (state.phase) {
    case 'calm':
      return reading === 'bad' ? pendingOrRaised({ ...state, phase: 'pending', since: now }, now, pace) : quiet(state)
    case 'pending':
      return reading === 'bad' ? pendingOrRaised(state, now, pace) : quiet(calm(now, state.raises))
    case 'open':
      return stepOpen(state, reading, { now, isAnswered }, pace)
  }
}

const calm = (now: number, raises: readonly number[]): AlertState => ({
  phase: 'calm',
  since: now,
  goodSince: null,
  toldAt: now,
  raises,
  seenAt: now,
})

const quiet = (state: AlertState): AlertStep => ({ state, event: null })

/** The former state as it is known at `now`: no instant lies ahead, and nothing is taken for proven that nobody saw. */
function seenAgain(former: AlertState, now: number, { longestGapMs }: AlertPace): AlertState {
  const gap = now - former.seenAt
  const isUnseen = gap < 0 || gap > longestGapMs
  const past = (instant: number): number => Math.min(instant, now)
  return {
    ...former,
    since: isUnseen && former.phase === 'pending' ? now : past(former.since),
    goodSince: isUnseen ? null : former.goodSince,
    toldAt: past(former.toldAt),
    raises: former.raises.map(past).filter((instant) => now - instant < FLAPPING_MS),
    seenAt: now,
  }
}

function pendingOrRaised(state: AlertState, now: number, { holdMs }: AlertPace): AlertStep {
  if (now - state.since < holdMs) return quiet(state)
  const raises = [...state.raises, now]
  return { state: { ...state, phase: 'open', since: now, goodSince: null, toldAt: now, raises }, event: 'raised' }
}

function stepOpen(
  state: AlertState,
  reading: AlertReading,
  { now, isAnswered }: { readonly now: number; readonly isAnswered: boolean },
  pace: AlertPace,
): AlertStep {
  if (reading === 'closed') return { state: calm(now, state.raises), event: 'cleared' }
  // Nothing to measure any more is no reason to go on alarming, but it must last as long as calm.
  const isGood = reading === 'good' || reading === 'unknown'
  const goodSince = isGood ? (state.goodSince ?? now) : null
  if (goodSince !== null && now - goodSince >= clearAfter(state.raises.length, pace))
    return { state: calm(now, state.raises), event: 'cleared' }
  const isDue = pace.remindMs !== null && !isAnswered && !isGood && now - state.toldAt >= pace.remindMs
  if (isDue) return { state: { ...state, goodSince, toldAt: now }, event: 'reminded' }
  return quiet({ ...state, goodSince })
}

/** Twice as long with each raise after the first. */
function clearAfter(raises: number, { clearMs }: AlertPace): number {
  if (raises <= 1) return clearMs
  return Math.max(clearMs, Math.min(LONGEST_CLEAR_MS, Math.max(clearMs, LEAST_CLEAR_MS) * 2 ** (raises - 1)))
}
