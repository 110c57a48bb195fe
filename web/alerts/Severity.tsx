import { Group, Text } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'

import type { AlertSeverity } from '@pult/contract/alert-words'

import { useText } from '../ui/language.tsx'
import { alertsText } from './alerts-text.ts'

export const severityIcons = {
  critical: IconAlertOctagon,
  serious: IconAlertTriangle,
  watch: IconInfoCircle,
} as const
export const severityColors = {
  critical: 'var(--pult-bad)',
  serious: 'var(--pult-bad)',
  watch: 'var(--pult-near)',
} as const

/** How much it matters, as a sign and a word. */
export function Severity({ severity }: { readonly severity: AlertSeverity }) {
  const t = useText(alertsText)
  const Icon = severityIcons[severity]
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={17} color={severityColors[severity]} style={{ flex: 'none' }} aria-hidden />
      <Text span size="sm" style={{ whiteSpace: 'nowrap' }}>
        {t(`severity_${severity}`)}
      </Text>
    </Group>
  )
}
