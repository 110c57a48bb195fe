import type { LocalDate } from '../../time/index.ts'
import type { RuleKind, RuleOf, RuleParameters, Severity, Words } from '../rule.ts'

interface Draft<Kind extends RuleKind> {
  readonly ruleId: string
  readonly kind: Kind
  readonly parameters: RuleParameters[Kind]
  readonly severity: Severity
  readonly article: string
  readonly title: Words
  /** Left out where a source confirms the rule. */
  readonly isVerified?: boolean
  readonly validFrom?: LocalDate
}

/** Writes rules of one jurisdiction: open in time and verified unless said otherwise. */
export const ruleWriter =
  (jurisdiction: string) =>
  <Kind extends RuleKind>(draft: Draft<Kind>): RuleOf<Kind> => ({
    isVerified: true,
    validFrom: null,
    validTo: null,
    ...draft,
    jurisdiction,
  })

export const words = (ru: string, en: string): Words => ({ ru, en })
