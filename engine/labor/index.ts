export { applyCure } from './apply-cure.ts'
export { checkedKinds, checkLaw, checkNotice, gravestFirst, type LawQuestion } from './check-law.ts'
export { restsDue } from './checks/breaks.ts'
export { createLaborCalendar, type LaborCalendar } from './labor-calendar.ts'
export {
  breakKinds,
  consentKinds,
  protectedGroups,
  weekPatterns,
  type BreakKind,
  type Consent,
  type ConsentKind,
  type ExcusedDays,
  type GroupMembership,
  type LaborPerson,
  type PersonWork,
  type ProtectedGroup,
  type ShiftBreak,
  type Span,
  type WeekPattern,
  type WorkAgreement,
  type WorkedMonth,
  type WorkShift,
} from './labor-facts.ts'
export { lawLimits, type LawBudget, type LawLimits, type LimitsQuestion } from './law-limits.ts'
export { layOverrides, overrideFault, type RuleOverride } from './lay-overrides.ts'
export type { PayBand } from './pay-band.ts'
export { payHours, type PayExtra, type PayHours, type PayQuestion } from './pay-hours.ts'
export { ageOn, groupsOn, type LaborGroup } from './person-groups.ts'
export { workingTimeNorm, type NormQuestion, type WorkingTimeNorm } from './production-norm.ts'
export {
  isValidOn,
  severities,
  type LaborRule,
  type RuleKind,
  type RuleOf,
  type RuleParameters,
  type Severity,
  type Words,
  type WorkKind,
} from './rule.ts'
export { commonRules, jurisdictions, presets, rulesOf, type Jurisdiction } from './rule-sets.ts'
export { sayCure, sayViolation } from './say-violation.ts'
export { consentNames, groupNames, workNames } from './words.ts'
export {
  violationCodes,
  violationKey,
  type Cure,
  type CureAction,
  type Violation,
  type ViolationCode,
  type ViolationDetails,
} from './violation.ts'
