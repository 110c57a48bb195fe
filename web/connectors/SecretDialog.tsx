import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'

import { connectors } from '@pult/contract/connectors'

import { useCenter } from '../platform/center.tsx'
import { addressOf } from '../platform/client.ts'
import { useText } from '../ui/language.tsx'
import { connectorsText } from './connectors-text.ts'

interface SecretDialogProps {
  readonly connectorId: number
  readonly secret: string
  readonly onClose: () => void
}

/** The secret of a webhook, shown once, and where its requests go. */
export function SecretDialog({ connectorId, secret, onClose }: SecretDialogProps) {
  const t = useText(connectorsText)
  const { centerId } = useCenter()
  const address = window.location.origin + addressOf(connectors.webhook, { params: { centerId, connectorId } })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('secret')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="sm">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('secretHint', { address })}
        </Text>
        <TextInput
          readOnly
          aria-label={t('secret')}
          value={secret}
          ff="monospace"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="flex-end">
          <CopyButton value={secret}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {t(copied ? 'copied' : 'copy')}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{t('close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
