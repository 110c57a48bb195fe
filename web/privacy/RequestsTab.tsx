import { Badge, Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { privacyRegisters, type PersonalRequest, type Removal } from '@pult/contract/privacy-registers'
import { dataKindWords } from '@pult/contract/privacy-words'
import { retentionKinds } from '@pult/engine/privacy'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { ExportMenu } from '../platform/ExportMenu.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { HoldsSection } from './HoldsSection.tsx'
import { privacyText } from './privacy-text.ts'
import { ChangeRequestDialog, NewRequestDialog } from './RequestDialog.tsx'

/** Requests with their clock, what is held back, and the acts of what was removed. */
export function RequestsTab() {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [dialog, setDialog] = useState<'new' | PersonalRequest | null>(null)
  const reply = useReply(privacyRegisters.listRequests, { params: { centerId } })
  return (
    <>
      <Section
        title={t('tab_requests')}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setDialog('new')}>
            {t('newRequest')}
          </Button>
        }
      >
        <Text size="sm" c="dimmed" mb="sm">
          {t('termHint')}
        </Text>
        <Reply reply={reply}>{({ requests }) => <RequestList requests={requests} onOpen={setDialog} />}</Reply>
      </Section>
      <HoldsSection />
      <RemovalsSection />
      {dialog === 'new' && <NewRequestDialog onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'new' && <ChangeRequestDialog request={dialog} onClose={() => setDialog(null)} />}
    </>
  )
}

interface RequestListProps {
  readonly requests: readonly PersonalRequest[]
  readonly onOpen: (request: PersonalRequest) => void
}

function RequestList({ requests, onOpen }: RequestListProps) {
  const t = useText(privacyText)
  const formats = useFormats()
  const columns: ListColumn<PersonalRequest>[] = [
    { key: 'id', title: '№', cell: ({ requestId }) => requestId },
    { key: 'kind', title: t('requestKind'), cell: ({ kind }) => t(`kind_${kind}`) },
    { key: 'about', title: t('about'), cell: ({ subject }) => subject },
    { key: 'askedBy', title: t('askedBy'), cell: ({ askedBy }) => askedBy },
    { key: 'askedOn', title: t('askedOn'), cell: ({ askedOn }) => formats.date(askedOn) },
    { key: 'dueOn', title: t('dueOn'), cell: (request) => <Due request={request} /> },
    { key: 'state', title: t('state'), cell: ({ state }) => t(`state_${state}`) },
    {
      key: 'acts',
      title: t('change'),
      acts: 'words',
      cell: (request) => (
        <Button size="compact-sm" variant="subtle" onClick={() => onOpen(request)}>
          {t('change')}
        </Button>
      ),
    },
  ]
  return (
    <ListTable
      label={t('tab_requests')}
      columns={columns}
      rows={requests}
      rowKey={({ requestId }) => requestId}
      words={({ subject, askedBy }) => `${subject} ${askedBy}`}
      empty={<EmptyState title={t('requestsEmpty')}>{t('requestsEmptyHint')}</EmptyState>}
    />
  )
}

function Due({ request: { dueOn, state, isExtended } }: { readonly request: PersonalRequest }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const isOverdue = state === 'open' && dueOn < formats.today(Date.now())
  return (
    <Group gap={6} wrap="nowrap">
      {formats.date(dueOn)}
      {isOverdue && (
        <Badge size="sm" radius="sm" tt="none" color="brick" variant="light">
          {t('overdue')}
        </Badge>
      )}
      {isExtended && (
        <Text span size="xs" c="dimmed">
          {t('extended')}
        </Text>
      )}
    </Group>
  )
}

function RemovalsSection() {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const reply = useReply(privacyRegisters.listRemovals, { params: { centerId } })
  return (
    <Section
      title={t('removals')}
      actions={
        <ExportMenu
          disabled={(reply.data?.removals.length ?? 0) === 0}
          onKeep={(query) => download(privacyRegisters.exportRemovals, { params: { centerId }, query })}
        />
      }
    >
      <Reply reply={reply}>{({ removals }) => <RemovalList removals={removals} />}</Reply>
    </Section>
  )
}

function RemovalList({ removals }: { readonly removals: readonly Removal[] }) {
  const t = useText(privacyText)
  const said = useSaid()
  const formats = useFormats()
  const subjectOf = ({ cause, subject }: Removal): string => {
    const kind = cause === 'retention' ? retentionKinds.find((one) => one === subject) : undefined
    return kind === undefined ? subject : t(`ret_${kind}`)
  }
  const columns: ListColumn<Removal>[] = [
    { key: 'id', title: '№', cell: ({ removalId }) => removalId },
    { key: 'at', title: t('when'), cell: ({ at }) => formats.dateTime(at) },
    { key: 'cause', title: t('causeCell'), cell: ({ cause }) => t(`cause_${cause}`) },
    { key: 'subject', title: t('subject'), cell: subjectOf },
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
    {
      key: 'counts',
      title: t('rows'),
      cell: ({ counts }) =>
        counts.map(({ kind, rows }) => `${said(dataKindWords[kind])}: ${formats.number(rows)}`).join('; '),
    },
    { key: 'by', title: t('by'), cell: ({ byName }) => byName },
  ]
  return (
    <ListTable
      label={t('removals')}
      columns={columns}
      rows={removals}
      rowKey={({ removalId }) => removalId}
      atOnce={20}
      empty={<Text c="dimmed">{t('noRemovals')}</Text>}
    />
  )
}
