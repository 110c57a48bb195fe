import { Checkbox, Text } from '@mantine/core'
import { useState } from 'react'

import { scheduleAcknowledgement, type RosterReader } from '@pult/contract/schedule-acknowledgement'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { lengthOf } from '../ui/period.ts'
import type { DeskProps } from './desk-props.ts'
import { readersText } from './readers-text.ts'

/** Who of a published roster's people has read it, when, and how long before it begins; those who have not come first. */
export function ReadersTab({ roster }: DeskProps) {
  const t = useText(readersText)
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const isPublished = roster.status === 'published'
  const reply = useReply(
    scheduleAcknowledgement.listReaders,
    { params },
    { live: ['schedule'], keepFormer: true, when: isPublished },
  )
  return (
    <Section title={t('readersTitle')}>
      {isPublished ? (
        <Reply reply={reply}>{({ readers }) => <Readers readers={readers} firstDay={roster.firstDay} />}</Reply>
      ) : (
        <EmptyState title={t('notPublished')}>{t('notPublishedHint')}</EmptyState>
      )}
    </Section>
  )
}

interface ReadersProps {
  readonly readers: readonly RosterReader[]
  readonly firstDay: string
}

function Readers({ readers, firstDay }: ReadersProps) {
  const t = useText(readersText)
  const formats = useFormats()
  const [isUnreadOnly, setUnreadOnly] = useState(false)
  const unread = readers.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  const columns: ListColumn<RosterReader>[] = [
    { key: 'agent', title: t('agent'), cell: ({ name }) => name },
    { key: 'team', title: t('team'), cell: ({ teamName }) => teamName ?? '–' },
    { key: 'shifts', title: t('shifts'), isNumber: true, cell: ({ shifts }) => formats.number(shifts) },
    {
      key: 'when',
      title: t('when'),
      cell: ({ acknowledgedAt }) =>
        acknowledgedAt === null ? (
          <Text size="sm" fw={600} c="var(--pult-bad)">
            {t('notYet')}
          </Text>
        ) : (
          formats.dateTime(acknowledgedAt)
        ),
    },
    {
      key: 'ahead',
      title: t('ahead'),
      isNumber: true,
      cell: ({ acknowledgedAt }) =>
        acknowledgedAt === null
          ? '–'
          : formats.number(lengthOf({ from: formats.today(Date.parse(acknowledgedAt)), to: firstDay }) - 1),
    },
    {
      key: 'edition',
      title: t('edition'),
      isNumber: true,
      cell: ({ acknowledgedEdition }) => (acknowledgedEdition === null ? '–' : formats.number(acknowledgedEdition)),
    },
  ]
  return (
    <>
      <Text size="sm" mb="sm">
        {t('readersCount', { read: readers.length - unread.length, all: readers.length })}
      </Text>
      <ListTable
        label={t('readersTitle')}
        columns={columns}
        rows={isUnreadOnly ? unread : readers}
        rowKey={({ agentId }) => agentId}
        words={({ name, teamName }) => `${name} ${teamName ?? ''}`}
        filters={
          <Checkbox
            label={t('onlyUnread')}
            checked={isUnreadOnly}
            onChange={(event) => setUnreadOnly(event.currentTarget.checked)}
          />
        }
        empty={<EmptyState title={t(readers.length === 0 ? 'nobody' : 'allRead')} />}
      />
    </>
  )
}
