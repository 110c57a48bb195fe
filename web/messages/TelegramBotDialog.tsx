import { PasswordInput, Text } from '@mantine/core'
import { useState } from 'react'

import { messages } from '@pult/contract/messages'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { messagesText } from './messages-text.ts'

/** Gives Pult the token of a bot. */
export function TelegramBotDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const [token, setToken] = useState('')
  const save = useAct(messages.setTelegramBot, {
    problem: 'self',
    touches: [messages.readMessageSettings],
    onDone: onClose,
  })
  return (
    <SaveDialog
      title={t('telegramTitle')}
      saving={save}
      onClose={onClose}
      onSave={() => save.mutate({ params: { centerId }, body: { token } })}
    >
      <Text size="sm" c="dimmed">
        {t('telegramHow')}
      </Text>
      <PasswordInput
        label={t('token')}
        autoComplete="off"
        required
        data-autofocus
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
