import { Button, Group, Paper, Progress, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import { useFormats, useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface ProgressPanelProps {
  /** What is being done: "Reading queue_log-2026-10.gz". */
  readonly title: string
  /** From 0 to 1; null while the size is unknown. */
  readonly fraction: number | null
  /** How much: "1 240 000 of 3 100 000 rows, 48 000 a second". */
  readonly detail?: ReactNode
  readonly onCancel?: () => void
}

/** Long work: what it is doing, how far it is, and a way to stop it. */
export function ProgressPanel({ title, fraction, detail, onCancel }: ProgressPanelProps) {
  const t = useText(uiText)
  const formats = useFormats()
  const percent = fraction === null ? 100 : Math.min(100, Math.max(0, fraction * 100))
  return (
    <Paper p="md" role="status">
      <Group justify="space-between" mb={6} wrap="nowrap">
        <Text fw={550}>{title}</Text>
        {fraction !== null && <Text c="dimmed">{formats.percent(Math.min(1, Math.max(0, fraction)), 0)}</Text>}
      </Group>
      <Progress value={percent} animated={fraction === null} striped={fraction === null} size="md" aria-label={title} />
      <Group justify="space-between" mt={6} gap="sm">
        <Text size="sm" c="dimmed" component="div">
          {detail}
        </Text>
        {onCancel !== undefined && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
    </Paper>
  )
}
