import type { LaborOverride, LaborRuleView } from '@pult/contract/schedule-settings'

import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { laborText } from './labor-text.ts'
import { sayParameters, type Json } from './parameter-words.ts'

/** Says parameters of a rule in the reader's language. */
export function useSayParameters(): (parameters: Readonly<Record<string, Json>>) => string {
  const t = useText(laborText)
  const formats = useFormats()
  const language = useLanguage()
  return (parameters) =>
    sayParameters(parameters, {
      language,
      number: (value) => formats.number(value),
      yes: t('yes'),
      no: t('no'),
      none: t('notLimited'),
    })
}

const holdsOn = ({ from, to }: LaborOverride, day: string): boolean => from <= day && (to === null || day <= to)

/** A rule as it holds in the whole centre on a day. */
export function ruleOn(
  rule: LaborRuleView,
  day: string,
): {
  readonly parameters: Readonly<Record<string, Json>>
  readonly severity: LaborRuleView['severity'] | 'off'
  readonly isChanged: boolean
} {
  const laid = rule.overrides.filter((one) => one.agreementId === null && holdsOn(one, day))
  const last = laid.at(-1)
  const parameters = Object.assign({}, rule.parameters, ...laid.map((one) => one.parameters)) as Record<string, Json>
  const severity =
    last?.applies === false ? 'off' : (laid.findLast((one) => one.severity !== null)?.severity ?? rule.severity)
  return { parameters, severity, isChanged: laid.length > 0 }
}
