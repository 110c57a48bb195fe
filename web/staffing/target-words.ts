import type { AppliedRule, RequirementInterval } from '@pult/contract/staffing'

import type { Formats } from '../ui/formats.ts'
import type { Translate } from '../ui/text.ts'
import type { staffingText } from './staffing-text.ts'

type Part = RequirementInterval['binding'][number]
type Words = Translate<keyof (typeof staffingText)['en']>
type Wanted = Pick<
  AppliedRule,
  'targetLevel' | 'withinSeconds' | 'maxAsaSeconds' | 'maxAbandonment' | 'maxOccupancy' | 'deadlineMinutes'
>

/** Parts of a target with what was asked of each, to stand after a colon: "occupancy of at most 70 % and a mean wait …". */
export function wantedParts(parts: readonly Part[], rule: Wanted, t: Words, formats: Formats): string {
  const hours = (rule.deadlineMinutes ?? 0) / 60
  const values = {
    level: share(rule.targetLevel, formats),
    seconds: formats.number(rule.withinSeconds),
    asa: formats.number(rule.maxAsaSeconds),
    abandonment: share(rule.maxAbandonment, formats),
    occupancy: share(rule.maxOccupancy, formats),
    count: hours,
    hours: formats.number(hours),
  }
  return new Intl.ListFormat(formats.language).format(parts.map((part) => t(`part_${part}`, values)))
}

/** The whole target as the chance of a day is of it: "a service level of at least 80 % within 20 s and at most 5 % lost". */
export function targetWords(rule: Wanted & Pick<AppliedRule, 'work'>, t: Words, formats: Formats): string {
  if (rule.work === 'deferred') return t('inTimeShare', { level: share(rule.targetLevel ?? 1, formats) })
  const parts: Part[] = []
  if (rule.targetLevel !== null) parts.push('serviceLevel')
  if (rule.maxAbandonment !== null) parts.push('abandonRate')
  if (rule.maxAsaSeconds !== null) parts.push('asa')
  if (rule.maxOccupancy !== null) parts.push('occupancy')
  return wantedParts(parts, rule, t, formats)
}

/** What was asked for is never rounded to something else: 99.9 % is not 100, and a millionth of a per cent is not nothing. */
function share(fraction: number | null, formats: Formats): string {
  if (fraction === null || fraction === 0) return formats.percent(fraction)
  const percent = Number((fraction * 100).toPrecision(6))
  const digits = Number.isInteger(percent) ? 0 : Math.min(12, Math.max(1, Math.ceil(-Math.log10(percent))))
  return `${formats.number(percent, digits)}\u00A0%`
}
