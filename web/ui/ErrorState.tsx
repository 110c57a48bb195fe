import { Alert, Button, Text } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface ErrorStateProps {
  /** The problem as a sentence in the reader's language. */
  readonly words: string
  readonly onRetry?: () => void
  readonly requestId?: string | undefined
  readonly children?: ReactNode
}

/** Something could not be shown: why, and a way on. */
export function ErrorState({ words, onRetry, requestId, children }: ErrorStateProps) {
  const t = useText(uiText)
  return (
    <Alert role="alert" color="brick" variant="light" icon={<IconAlertTriangle />} title={t('couldNotLoad')}>
      <Text size="md">{words}</Text>
      {children}
      {onRetry !== undefined && (
        <Button mt="sm" size="xs" variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
      {requestId !== undefined && (
        <Text mt="xs" size="xs" c="dimmed">
          {t('requestNumber', { id: requestId })}
        </Text>
      )}
    </Alert>
  )
}
