import { TextInput } from '@mantine/core'
import { useState } from 'react'

import { messages, type TestMessage } from '@pult/contract/messages'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { messagesText } from './messages-text.ts'

interface TestProps {
  readonly channel: TestMessage['channel']
  readonly onClose: () => void
}

/** Sends a test message to one address. */
export function TestDialog({ channel, onClose }: TestProps) {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const [address, setAddress] = useState('')
  const send = useAct(messages.sendTest, {
    problem: 'self',
    touches: [messages.listDeliveries],
    done: t('testDone'),
    onDone: onClose,
  })
  return (
    <SaveDialog
      title={t(channel === 'mail' ? 'testMail' : 'testTelegram')}
      act={t('send')}
      saving={send}
      onClose={onClose}
      onSave={() => {
        const told = address.trim()
        // Each way is spelled out: the route takes one shape or the other.
        if (channel === 'mail') send.mutate({ params: { centerId }, body: { channel, address: told } })
        else send.mutate({ params: { centerId }, body: { channel, address: told } })
      }}
    >
      <TextInput
        label={t(channel === 'mail' ? 'address' : 'chat')}
        type={channel === 'mail' ? 'email' : 'text'}
        required
        data-autofocus
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
