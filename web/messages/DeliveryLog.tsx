import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import type { Delivery, MessageStatus } from '@pult/contract/message-words'
import { messages } from '@pult/contract/messages'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { messagesText } from './messages-text.ts'

const LIVE = ['messages']

/** What was sent and what became of it, the newest first. */
export function DeliveryLog() {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const [before, setBefore] = useState<number | null>(null)
  const query = before === null ? {} : { before }
  const reply = useReply(messages.listDeliveries, { params: { centerId }, query }, { live: LIVE, keepFormer: true })
  return (
    <Section title={t('logTitle')}>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('logHint')}
      </Text>
      <Reply reply={reply}>
        {({ deliveries, next }) => (
          <>
            <Deliveries deliveries={deliveries} />
            <Group mt="sm" gap="xs">
              {before !== null && (
                <Button variant="default" size="xs" onClick={() => setBefore(null)}>
                  {t('newest')}
                </Button>
              )}
              {next !== null && (
                <Button variant="default" size="xs" onClick={() => setBefore(next)}>
                  {t('older')}
                </Button>
              )}
            </Group>
          </>
        )}
      </Reply>
    </Section>
  )
}

function Deliveries({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const t = useText(messagesText)
  const formats = useFormats()
  const columns: ListColumn<Delivery>[] = [
    { key: 'when', title: t('when'), cell: ({ madeAt }) => formats.dateTime(madeAt) },
    { key: 'channel', title: t('channel'), cell: ({ channel }) => t(channel) },
    {
      key: 'to',
      title: t('to'),
      cell: ({ address }) => <span style={{ overflowWrap: 'anywhere' }}>{address}</span>,
    },
    { key: 'subject', title: t('subject'), cell: ({ subject }) => subject },
    { key: 'outcome', title: t('outcome'), cell: (delivery) => <DeliveryOutcome delivery={delivery} /> },
    { key: 'acts', title: t('again'), acts: 'words', cell: (delivery) => <SendAgain delivery={delivery} /> },
  ]
  return (
    <ListTable
      label={t('logTitle')}
      columns={columns}
      rows={deliveries}
      rowKey={({ messageId }) => messageId}
      words={({ address, subject }) => `${address} ${subject}`}
      empty={<EmptyState title={t('logEmpty')}>{t('logEmptyHint')}</EmptyState>}
    />
  )
}

const colors: Readonly<Record<MessageStatus, string>> = {
  waiting: 'brass',
  sent: 'pine',
  refused: 'brick',
  givenUp: 'brick',
}

/** How it stands, why, and what the other side said. */
function DeliveryOutcome({ delivery }: { readonly delivery: Delivery }) {
  const t = useText(messagesText)
  const formats = useFormats()
  const { status, problem, answer, tries, tryAt } = delivery
  return (
    <Stack gap={2} maw={460}>
      <Group gap="xs">
        <Badge variant="light" tt="none" color={colors[status]}>
          {t(`status_${status}`)}
        </Badge>
        {tries > 1 && (
          <Text size="xs" c="dimmed">
            {t('tries', { tries: String(tries) })}
          </Text>
        )}
        {tryAt !== null && tries > 0 && (
          <Text size="xs" c="dimmed">
            {t('nextTry', { when: formats.dateTime(tryAt) })}
          </Text>
        )}
      </Group>
      {problem !== null && <Text size="sm">{t(`problem_${problem}`)}</Text>}
      {answer !== null && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {answer}
        </Text>
      )}
    </Stack>
  )
}

function SendAgain({ delivery: { messageId, status } }: { readonly delivery: Delivery }) {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const again = useAct(messages.sendAgain, { touches: [messages.listDeliveries] })
  if (status !== 'refused' && status !== 'givenUp') return null
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={again.isPending}
      onClick={() => again.mutate({ params: { centerId, messageId } })}
    >
      {t('again')}
    </Button>
  )
}
