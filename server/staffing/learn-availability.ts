import type { Learnt, QueueHabits } from '@pult/contract/staffing-habits'
import { createRandom, type ConfidenceInterval } from '@pult/engine/numeric'
import {
  habitCertainty,
  learnHabits,
  type Availability,
  type AvailabilityCertainty,
  type ObservedInterval,
} from '@pult/engine/staffing'

/** A queue's hours, grouped by the hour of the local day; `position` counts hours. */
export interface LearnTask {
  readonly intervals: readonly ObservedInterval[]
  readonly withinSeconds: number
  /** Null: nobody in the centre hung up. */
  readonly wholePatienceSeconds: number | null
  /** Of which the lower counts. */
  readonly factors: readonly ('atOnce' | 'underPressure')[]
  /** The seed of the days drawn anew to tell how sure it is; null: nobody asked. */
  readonly certainty: string | null
}

export type LearntAvailability =
  | {
      readonly whole: Learnt
      /** 24 of them. */
      readonly byHour: readonly Learnt[]
    }
  | { readonly unlearnt: NonNullable<QueueHabits['unlearnt']> }

// Fewer tell more of chance than of agents.
const LEAST_CALLS = 300
const LEAST_HANG_UPS = 20
// At the edge of what is tried there is no agreement between the formula and the queue.
const LEAST_AVAILABILITY = 0.32

/** Availability by hour of the day as a queue's log shows it, or why it does not. */
export function learnAvailability(task: LearnTask): LearntAvailability {
  const { intervals, withinSeconds, wholePatienceSeconds, factors, certainty } = task
  const sum = (name: 'offered' | 'abandoned'): number => intervals.reduce((total, one) => total + one[name], 0)
  if (wholePatienceSeconds === null) return { unlearnt: 'noHangUps' }
  if (sum('offered') < LEAST_CALLS || sum('abandoned') < LEAST_HANG_UPS) return { unlearnt: 'fewCalls' }
  const habits = learnHabits(intervals, { withinSeconds, wholePatienceSeconds })
  if (habits === undefined) return { unlearnt: 'noPresence' }
  const sure =
    certainty === null
      ? null
      : habitCertainty(intervals, habits, {
          dayOf: ({ position }) => Math.floor(position / 24),
          random: createRandom(certainty),
        })
  const views = factors.map((factor) => viewOf(habits[factor], sure?.[factor]))
  const lowest = (learnt: (view: View) => Learnt): Learnt =>
    views.map(learnt).reduce((least, one) => (one.value < least.value ? one : least))
  const whole = lowest((view) => view.whole)
  if (whole.value < LEAST_AVAILABILITY) return { unlearnt: 'unlike' }
  return { whole, byHour: Array.from({ length: 24 }, (_, hour) => lowest((view) => view.byHour(hour))) }
}

interface View {
  readonly whole: Learnt
  readonly byHour: (hour: number) => Learnt
}

function viewOf({ whole, byGroup }: Availability, sure: AvailabilityCertainty | undefined): View {
  return {
    whole: shown(whole, sure?.whole),
    byHour: (hour) => shown(byGroup[hour] ?? whole, sure?.byGroup[hour] ?? sure?.whole),
  }
}

/** Nobody is there for more than all of the time: presence was understated. */
const shown = (value: number, { low, high }: ConfidenceInterval = { low: value, high: value }): Learnt => ({
  value: Math.min(1, value),
  low: Math.min(1, low),
  high: Math.min(1, high),
})
