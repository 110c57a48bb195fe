import type { AppliedRule, RequirementInterval } from '@pult/contract/staffing'

import { countAgain, type Trial } from './count-again.ts'

export const moved = ['volume', 'aht', 'patience', 'target'] as const
export type Moved = (typeof moved)[number]

/** One assumption moved, and what the requirement becomes. */
export interface Variant {
  readonly what: Moved
  /** Of volume, handling time and patience, the change as a fraction; of the target −1 is a step looser, 1 a step stricter. */
  readonly by: number
}

export interface Figures {
  /** Person-hours at posts and on the roster; null where no number of agents meets the target. */
  readonly hours: number | null
  readonly rosterHours: number | null
  /** Most agents at once. */
  readonly peak: number | null
}

/** What is tried, from far below to far above; patience only where anybody hangs up. */
export function variantsOf({ work, patienceSeconds }: AppliedRule): readonly Variant[] {
  const steps = [-0.1, -0.05, 0.05, 0.1]
  const isPatient = work !== 'deferred' && patienceSeconds !== null
  return [
    ...steps.map((by): Variant => ({ what: 'volume', by })),
    ...steps.map((by): Variant => ({ what: 'aht', by })),
    ...(isPatient ? steps.map((by): Variant => ({ what: 'patience', by })) : []),
    { what: 'target', by: -1 },
    { what: 'target', by: 1 },
  ]
}

/** The requirement with one assumption moved, counted as the server counts it. */
export function tryVariant(intervals: readonly RequirementInterval[], trial: Trial, variant: Variant | null): Figures {
  const counted = countAgain(intervals, variant === null ? trial : movedBy(trial, variant))
  if (counted.length === 0 || counted.some(({ needed }) => needed === null))
    return { hours: null, rosterHours: null, peak: null }
  const hours = trial.intervalSeconds / 3600
  const sum = (pick: (one: RequirementInterval) => number | null): number =>
    counted.reduce((total, one) => total + (pick(one) ?? 0) * hours, 0)
  return {
    hours: sum(({ needed }) => needed),
    rosterHours: sum(({ scheduled }) => scheduled),
    peak: Math.max(...counted.map(({ needed }) => needed ?? 0)),
  }
}

function movedBy(trial: Trial, { what, by }: Variant): Trial {
  if (what === 'volume') return { ...trial, volumeFactor: trial.volumeFactor * (1 + by) }
  if (what === 'aht') return { ...trial, ahtFactor: trial.ahtFactor * (1 + by) }
  if (what === 'patience') return { ...trial, patienceFactor: trial.patienceFactor * (1 + by) }
  return { ...trial, rule: stepped(trial.rule, by) }
}

const LEVEL_STEP = 0.05
const OTHER_STEP = 1.25

/** Every part of the target a step stricter or looser: five points of level and occupancy (half of the way to 100 % near it), a quarter of the rest. */
export function stepped(rule: AppliedRule, direction: number): AppliedRule {
  const isStricter = direction > 0
  const level = (value: number): number =>
    isStricter
      ? value + Math.min(LEVEL_STEP, (1 - value) / 2)
      : Math.max(value / 2, value - Math.min(LEVEL_STEP, 1 - value))
  const less = (value: number): number => (isStricter ? value / OTHER_STEP : value * OTHER_STEP)
  const part = (value: number | null, change: (given: number) => number): number | null =>
    value === null ? null : change(value)
  return {
    ...rule,
    targetLevel: part(rule.targetLevel, level),
    maxAbandonment: part(rule.maxAbandonment, (value) => Math.min(1, less(value))),
    maxAsaSeconds: part(rule.maxAsaSeconds, less),
    maxOccupancy: part(rule.maxOccupancy, (value) =>
      isStricter ? Math.max(value / 2, value - LEVEL_STEP) : Math.min(1, value + LEVEL_STEP),
    ),
    deadlineMinutes: part(rule.deadlineMinutes, less),
  }
}
