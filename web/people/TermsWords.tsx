import { Text } from '@mantine/core'

import { useText } from '../ui/language.tsx'
import { agreementText } from './agreement-text.ts'
import type { Terms } from './agreement-terms.ts'

const periods = { 1: 'months1', 3: 'months3', 6: 'months6', 12: 'months12' } as const

/** The hours of an agreement in a line, and what is special in a quieter one. */
export function TermsWords({ terms }: { readonly terms: Omit<Terms, 'costPerHour'> }) {
  const t = useText(agreementText)
  const { weekHours, rate, weekPattern, accountingMonths } = terms
  const more = [
    t('summed', { period: t(periods[accountingMonths]) }),
    ...(terms.isContinuousOperation ? [t('continuous')] : []),
    ...(terms.isNightWorkEqualised ? [t('nightEqualised')] : []),
    ...(terms.isSideJob ? [t('sideJob')] : []),
  ]
  return (
    <>
      {t('hoursAtRate', { hours: weekHours, rate })}, {t(weekPattern)}
      <Text size="xs" c="dimmed">
        {more.join(' · ')}
      </Text>
    </>
  )
}
