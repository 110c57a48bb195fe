import { ActionIcon, Alert, Group, ScrollArea, Stack, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

import { useText } from '../ui/language.tsx'
import { careerText } from './career-text.ts'
import { without } from './lines.ts'
import type { Drafting } from './use-draft.ts'

/** What an imported file held and was not recognised: it stays here until she has placed it. */
export function LeftOver({ drafting: { draft, change } }: { readonly drafting: Drafting }) {
  const t = useText(careerText)
  const { leftOver } = draft
  if (leftOver.length === 0) return null
  return (
    <Alert color="brass" title={t('leftOver', { count: leftOver.length })}>
      <Text size="sm" mb="xs">
        {t('leftOverHint')}
      </Text>
      <ScrollArea.Autosize mah={180} type="auto">
        <Stack gap={4} role="list" aria-label={t('leftOverList')}>
          {leftOver.map((text, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same words may stand in a file twice
            <Group key={place} gap="xs" wrap="nowrap" justify="space-between" role="listitem">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {text}
              </Text>
              <ActionIcon aria-label={t('takeAway')} onClick={() => change({ leftOver: without(leftOver, place) })}>
                <IconX size={16} />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      </ScrollArea.Autosize>
    </Alert>
  )
}
