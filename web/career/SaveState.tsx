import { Alert, Button, Group, Text } from '@mantine/core'

import { useText } from '../ui/language.tsx'
import { careerText } from './career-text.ts'
import type { DraftState } from './draft-keeper.ts'

interface SaveStateProps {
  readonly state: DraftState
  readonly onOverwrite: () => void
  readonly onLoadNewest: () => void
}

/** How far what is typed is saved; of two windows the person says which one holds. */
export function SaveState({ state, onOverwrite, onLoadNewest }: SaveStateProps) {
  const t = useText(careerText)
  if (state !== 'stale')
    return (
      <Text size="sm" c={state === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'} role="status">
        {t(`save_${state}`)}
      </Text>
    )
  return (
    <Alert role="alert" color="brass" title={t('save_stale')}>
      {t('staleHint')}
      <Group mt="sm" gap="xs">
        <Button size="xs" variant="default" onClick={onLoadNewest}>
          {t('takeOther')}
        </Button>
        <Button size="xs" variant="default" onClick={onOverwrite}>
          {t('keepMine')}
        </Button>
      </Group>
    </Alert>
  )
}
