import { Alert, Button } from '@mantine/core'
import { IconUserEdit } from '@tabler/icons-react'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface StaleAlertProps {
  readonly onLoadNewest: () => void
  /** Who changed what, where that is known. */
  readonly words?: string
}

/** Somebody else saved first: nothing is overwritten, and the way on is one click. */
export function StaleAlert({ onLoadNewest, words }: StaleAlertProps) {
  const t = useText(uiText)
  return (
    <Alert role="alert" color="brass" icon={<IconUserEdit />} title={t('staleTitle')}>
      {words ?? t('stale')}
      <Button display="block" mt="sm" size="xs" variant="default" onClick={onLoadNewest}>
        {t('loadNewest')}
      </Button>
    </Alert>
  )
}
