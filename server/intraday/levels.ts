import type { AppliedRule } from '@pult/contract/staffing'
import { demandOf, levelAtAgents, requiredAgents, targetOf } from '@pult/engine/staffing'

import type { Came } from './what-came.ts'

interface Load {
  readonly offered: number
  readonly ahtSeconds: number
  readonly intervalSeconds: number
  /** As the plan took the rate to be uncertain: gamma of this shape; null where it took it as known. */
  readonly rateShape: number | null
  /** Of the callers of its hour; null: nobody hangs up. */
  readonly patienceSeconds: number | null
}

/** Agents that a load needs by a rule; null where no number meets its target, and of work that may wait. */
export function neededFor(load: Load, rule: AppliedRule): number | null {
  if (rule.work === 'deferred') return null
  if (load.offered <= 0) return 0
  const found = requiredAgents(demandOf(load, rule, load.intervalSeconds), targetOf(rule))
  return found.possible ? found.agents : null
}

/** The service level of a load with so many agents; an unstable queue answers nobody in time. Null of work that may wait. */
export function levelWith(load: Load, agents: number, rule: AppliedRule): number | null {
  if (load.offered <= 0 || rule.work === 'deferred') return null
  if (agents === 0) return 0
  return levelAtAgents(load, agents, rule, load.intervalSeconds)?.serviceLevel ?? 0
}

/** The service level of what came, by a rule; null where it has no denominator. */
export function levelOf(came: readonly Came[], rule: AppliedRule['rule']): number | null {
  type Count = 'answered' | 'abandoned' | 'answeredWithin' | 'abandonedWithin' | 'abandonedShort'
  const sum = (name: Count): number => came.reduce((total, one) => total + one[name], 0)
  const [answered, abandoned, inTime, leftInTime, leftSoon] = [
    sum('answered'),
    sum('abandoned'),
    sum('answeredWithin'),
    sum('abandonedWithin'),
    sum('abandonedShort'),
  ]
  const [numerator, denominator] = {
    strict: [inTime, answered + abandoned],
    answered: [inTime, answered],
    neutral: [inTime, answered + abandoned - leftInTime],
    positive: [inTime + leftInTime, answered + abandoned],
    shortCredit: [inTime + leftSoon, answered + abandoned],
    shortExcluded: [inTime, answered + abandoned - leftSoon],
  }[rule] as [number, number]
  return denominator > 0 ? numerator / denominator : null
}
