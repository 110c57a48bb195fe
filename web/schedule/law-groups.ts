import type { LawViolation } from '@pult/contract/schedule-roster'
import { ruleSeverities } from '@pult/contract/schedule-settings'

type Severity = LawViolation['severity']

/** What one rule is broken by, or what one person’s shifts break. */
export interface LawGroup {
  /** The rule’s id, or the agent’s; `roster` is the roster as a whole. */
  readonly key: string
  /** The gravest first, then by name and day. */
  readonly violations: readonly LawViolation[]
  readonly worst: Severity
  /** How many people it is about; the roster as a whole is nobody. */
  readonly people: number
  readonly rules: number
}

export const lawGroupings = ['rule', 'agent'] as const
export type LawGrouping = (typeof lawGroupings)[number]

const WHOLE_ROSTER = 'roster'

const gravity = ({ severity }: Pick<LawViolation, 'severity'>): number => ruleSeverities.indexOf(severity)

const inOrder = (left: LawViolation, right: LawViolation): number =>
  gravity(left) - gravity(right) ||
  (left.agentName ?? '').localeCompare(right.agentName ?? '') ||
  left.day.localeCompare(right.day)

/** Violations by rule or by person: the gravest groups first, then the largest. */
export function lawGroups(violations: readonly LawViolation[], by: LawGrouping): LawGroup[] {
  const keyOf = (one: LawViolation): string => (by === 'rule' ? one.ruleId : String(one.agentId ?? WHOLE_ROSTER))
  const groups = [...Map.groupBy(violations, keyOf)].map(([key, alike]): LawGroup => {
    const sorted = alike.toSorted(inOrder)
    return {
      key,
      violations: sorted,
      worst: sorted[0]?.severity ?? 'info',
      people: new Set(alike.flatMap(({ agentId }) => agentId ?? [])).size,
      rules: new Set(alike.map(({ ruleId }) => ruleId)).size,
    }
  })
  return groups.toSorted(
    (left, right) =>
      ruleSeverities.indexOf(left.worst) - ruleSeverities.indexOf(right.worst) ||
      right.violations.length - left.violations.length,
  )
}

const FEW = 20
const SHARE = 0.1

/**
 * Recommendations that a tenth of all shifts or more go against: marked shift by shift they would hide what asks for attention, so they
 * are said once.
 */
export function widespread(violations: readonly LawViolation[], shifts: number): LawGroup[] {
  const least = Math.max(FEW, shifts * SHARE)
  const warnings = violations.filter(({ severity, agentId }) => severity === 'warn' && agentId !== null)
  return lawGroups(warnings, 'rule').filter((group) => group.violations.length >= least)
}

/** How many there are of each severity. */
export function countBySeverity(violations: readonly LawViolation[]): Readonly<Record<Severity, number>> {
  const counts = { block: 0, warn: 0, pay: 0, info: 0 }
  for (const { severity } of violations) counts[severity]++
  return counts
}
