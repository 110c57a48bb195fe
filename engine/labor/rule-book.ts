import type { LocalDate } from '../time/index.ts'
import { layOverrides, type RuleOverride } from './lay-overrides.ts'
import { isValidOn, type LaborRule, type RuleKind, type RuleOf } from './rule.ts'

/** Rules of one person, found by kind. */
export interface RuleBook {
  readonly all: <Kind extends RuleKind>(kind: Kind) => readonly RuleOf<Kind>[]
  /** The rule of a kind that holds on a day. */
  readonly on: <Kind extends RuleKind>(kind: Kind, date: LocalDate) => RuleOf<Kind> | undefined
  /** Those a roster can break: blocking and warning ones. */
  readonly checked: readonly LaborRule[]
}

const bookByRules = new WeakMap<readonly LaborRule[], RuleBook>()

/** The book of a list of rules; the same list gives the same book. */
export function ruleBook(rules: readonly LaborRule[]): RuleBook {
  let book = bookByRules.get(rules)
  if (book === undefined) {
    book = write(withMartialLaw(rules))
    bookByRules.set(rules, book)
  }
  return book
}

function write(rules: readonly LaborRule[]): RuleBook {
  const byKind = Map.groupBy(
    rules.filter(({ severity }) => severity !== 'off'),
    ({ kind }) => kind,
  )
  // The map is keyed by kind, so what it holds under a kind is of that kind.
  const all = <Kind extends RuleKind>(kind: Kind): readonly RuleOf<Kind>[] =>
    (byKind.get(kind) ?? []) as unknown as readonly RuleOf<Kind>[]
  return {
    all,
    on: <Kind extends RuleKind>(kind: Kind, date: LocalDate) => {
      const found = all(kind)
      if (found.length === 1 && found[0]?.validFrom === null && found[0].validTo === null) return found[0]
      return found.find((rule) => isValidOn(rule as unknown as LaborRule, date))
    },
    checked: rules.filter(({ severity }) => severity === 'block' || severity === 'warn'),
  }
}

/** While martial law is applied, longer weeks and shorter rests are allowed, and eves and overtime are not limited. */
function withMartialLaw(rules: readonly LaborRule[]): readonly LaborRule[] {
  const laid = rules.flatMap((martial): RuleOverride[] => {
    if (martial.kind !== 'martialLaw' || !martial.parameters.isApplied || martial.severity === 'off') return []
    const { weeklyRestHours, weekHoursCritical } = martial.parameters
    const { validFrom, validTo } = martial
    return rules.flatMap(({ ruleId, kind }): RuleOverride[] => {
      const base = { ruleId, parameters: null, severity: null, validFrom, validTo }
      if (kind === 'weeklyRest') return [{ ...base, parameters: { hours: weeklyRestHours } }]
      if (kind === 'weekNorm') return [{ ...base, parameters: { hours: weekHoursCritical } }]
      if (kind === 'preHolidayShortening' || kind === 'overtimeLimits') return [{ ...base, severity: 'off' as const }]
      return []
    })
  })
  return layOverrides(rules, laid)
}
