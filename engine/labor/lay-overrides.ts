import { addDays, type LocalDate } from '../time/index.ts'
import type { LaborRule, Severity } from './rule.ts'

/** A change that a centre or an agreement makes to a rule, for days on which it holds. */
export interface RuleOverride {
  readonly ruleId: string
  /** Only what differs; null leaves the preset’s. */
  readonly parameters: Readonly<Record<string, unknown>> | null
  readonly severity: Severity | null
  readonly validFrom: LocalDate | null
  readonly validTo: LocalDate | null
}

/**
 * Rules with overrides laid over them: a rule is cut at the days on which an override begins and ends, and differs between. A later
 * override lies over an earlier one, so a centre’s come before those of an agreement. An override of a rule that is not there does nothing.
 */
export function layOverrides(rules: readonly LaborRule[], overrides: readonly RuleOverride[]): readonly LaborRule[] {
  return overrides.reduce<readonly LaborRule[]>(
    (laid, override) => laid.flatMap((rule) => (rule.ruleId === override.ruleId ? cut(rule, override) : [rule])),
    rules,
  )
}

/** What is wrong with an override of a rule, as a sentence in English; null when nothing is. */
export function overrideFault(rule: LaborRule, override: RuleOverride): string | null {
  if (override.validFrom !== null && override.validTo !== null && override.validTo < override.validFrom)
    return `validTo ${override.validTo} lies before validFrom ${override.validFrom}`
  const known: Readonly<Record<string, unknown>> = { ...rule.parameters }
  for (const [name, value] of Object.entries(override.parameters ?? {})) {
    if (!(name in known)) return `${rule.ruleId} has no parameter "${name}"; it has ${Object.keys(known).join(', ')}`
    const fault = valueFault(value, known[name])
    if (fault !== null) return `${rule.ruleId}: ${name} ${fault}`
  }
  return null
}

function cut(rule: LaborRule, override: RuleOverride): LaborRule[] {
  const from = later(rule.validFrom, override.validFrom)
  const to = earlier(rule.validTo, override.validTo)
  if (from !== null && to !== null && to < from) return [rule]
  const parts: LaborRule[] = []
  if (from !== null && from !== rule.validFrom) parts.push({ ...rule, validTo: addDays(from, -1) })
  parts.push(changed(rule, override, from, to))
  if (to !== null && to !== rule.validTo) parts.push({ ...rule, validFrom: addDays(to, 1) })
  return parts
}

const changed = (
  rule: LaborRule,
  override: RuleOverride,
  validFrom: LocalDate | null,
  validTo: LocalDate | null,
): LaborRule =>
  // The parameters were held against the rule’s own when the override was saved (overrideFault).
  ({
    ...rule,
    parameters: { ...rule.parameters, ...override.parameters },
    severity: override.severity ?? rule.severity,
    validFrom,
    validTo,
  }) as LaborRule

const later = (left: LocalDate | null, right: LocalDate | null): LocalDate | null =>
  left === null ? right : right === null || right < left ? left : right

const earlier = (left: LocalDate | null, right: LocalDate | null): LocalDate | null =>
  left === null ? right : right === null || right > left ? left : right

/** A value must be of the kind it replaces; a limit that an article leaves open (null) takes a number. */
function valueFault(value: unknown, known: unknown): string | null {
  if (value === null && (known === null || typeof known === 'number')) return null
  if (typeof known === 'number' || known === null)
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? null : 'must be a number, 0 or more'
  if (typeof known === 'boolean') return typeof value === 'boolean' ? null : 'must be true or false'
  if (typeof known === 'string') return textFault(value, known)
  if (Array.isArray(known)) return Array.isArray(value) ? null : 'must be a list'
  return recordFault(value)
}

function textFault(value: unknown, known: string): string | null {
  if (typeof value !== 'string') return 'must be a text'
  if (/^\d\d:\d\d$/.test(known) && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return 'must be a time HH:MM'
  return null
}

function recordFault(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'must be numbers by name'
  const isFine = Object.values(value).every((one) => typeof one === 'number' && Number.isFinite(one) && one >= 0)
  return isFine ? null : 'must be numbers by name, each 0 or more'
}
