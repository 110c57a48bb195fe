import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { messages, type WebhookLine } from '@pult/contract/messages'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { messagesText } from './messages-text.ts'

/** Where other programs take what they are told. */
export function WebhooksSection() {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const [isAdding, setAdding] = useState(false)
  const [secret, setSecret] = useState<string | null>(null)
  const reply = useReply(messages.listWebhooks, { params: { centerId } })
  return (
    <Section
      title={t('webhooksTitle')}
      actions={
        <Button variant="default" onClick={() => setAdding(true)}>
          {t('addWebhook')}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('webhooksHow')}
      </Text>
      <Reply reply={reply}>{({ webhooks }) => <Webhooks webhooks={webhooks} />}</Reply>
      {isAdding && <AddDialog onClose={() => setAdding(false)} onMade={setSecret} />}
      {secret !== null && <SecretShown secret={secret} onClose={() => setSecret(null)} />}
    </Section>
  )
}

function Webhooks({ webhooks }: { readonly webhooks: readonly WebhookLine[] }) {
  const t = useText(messagesText)
  const columns: ListColumn<WebhookLine>[] = [
    { key: 'name', title: t('webhookName'), cell: ({ name }) => name },
    { key: 'url', title: t('webhookUrl'), cell: ({ url }) => <span style={{ overflowWrap: 'anywhere' }}>{url}</span> },
    { key: 'acts', title: t('webhookDelete'), acts: 'words', cell: (webhook) => <Acts webhook={webhook} /> },
  ]
  return (
    <ListTable
      label={t('webhooksTitle')}
      columns={columns}
      rows={webhooks}
      rowKey={({ webhookId }) => webhookId}
      empty={<EmptyState title={t('noWebhooks')} />}
    />
  )
}

function Acts({ webhook: { webhookId, name } }: { readonly webhook: WebhookLine }) {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const params = { centerId, webhookId }
  const test = useAct(messages.testWebhook, { touches: [messages.listDeliveries], done: t('testDone') })
  const remove = useAct(messages.deleteWebhook, { touches: [messages.listWebhooks] })
  return (
    <Group gap={4} justify="flex-end">
      <Button variant="default" size="compact-sm" loading={test.isPending} onClick={() => test.mutate({ params })}>
        {t('test')}
      </Button>
      <ConfirmAct
        title={t('webhookDeleteTitle')}
        act={t('webhookDelete')}
        onAct={() => remove.mutateAsync({ params })}
        size="compact-sm"
      >
        {`${name}. ${t('webhookDeleteHint')}`}
      </ConfirmAct>
    </Group>
  )
}

interface AddDialogProps {
  readonly onClose: () => void
  readonly onMade: (secret: string) => void
}

function AddDialog({ onClose, onMade }: AddDialogProps) {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const create = useAct(messages.createWebhook, {
    problem: 'self',
    touches: [messages.listWebhooks],
    onDone: ({ secret }) => {
      onMade(secret)
      onClose()
    },
  })
  return (
    <SaveDialog
      title={t('webhookAdd')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: { name: name.trim(), url: url.trim() } })}
    >
      <TextInput
        label={t('webhookName')}
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('webhookUrl')}
        type="url"
        placeholder="https://"
        required
        value={url}
        onChange={(event) => setUrl(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}

/** Shown once; only its button closes it, so that no stray click loses it. */
function SecretShown({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const t = useText(messagesText)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('webhookSecretTitle')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="sm">
        <Text size="sm">{t('webhookSecretHint')}</Text>
        <TextInput
          readOnly
          aria-label={t('webhookSecretTitle')}
          value={secret}
          ff="monospace"
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
