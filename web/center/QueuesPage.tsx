import { ActionIcon, Button, Group, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { center, type OpeningHours, type Queue } from '@pult/contract/center'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { ConfirmNames, NameToConfirm, usePickedNames } from '../ui/ConfirmNames.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { uiText } from '../ui/ui-text.ts'
import { centerText } from './center-text.ts'
import { MergeQueueDialog, NewQueueDialog, QueueDialog } from './QueueDialog.tsx'

type Opened = { readonly kind: 'new' } | { readonly kind: 'edit' | 'merge'; readonly queue: Queue }

/** The centre's queues: names met in files to be confirmed, channel, opening hours. */
export function QueuesPage() {
  const t = useText(centerText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editCenter')
  const [opened, setOpened] = useState<Opened | null>(null)
  const queues = useReply(center.listQueues, { params: { centerId } }, { live: ['settings', 'import'] })
  const hours = useReply(center.listOpeningHours, { params: { centerId } })
  const openingHours = hours.data?.openingHours ?? []
  const close = (): void => setOpened(null)
  return (
    <Page
      title={t('queues')}
      subtitle={t('queuesHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened({ kind: 'new' })}>
            {t('newQueue')}
          </Button>
        )
      }
    >
      <Section>
        <Reply reply={queues}>
          {(found) => <QueueList queues={found.queues} openingHours={openingHours} onOpen={setOpened} />}
        </Reply>
      </Section>
      {opened?.kind === 'new' && <NewQueueDialog onClose={close} />}
      {opened?.kind === 'edit' && (
        <QueueDialog
          queue={opened.queue}
          openingHours={openingHours}
          onClose={close}
          onMerge={() => setOpened({ kind: 'merge', queue: opened.queue })}
        />
      )}
      {opened?.kind === 'merge' && (
        <MergeQueueDialog queue={opened.queue} queues={queues.data?.queues ?? []} onClose={close} />
      )}
    </Page>
  )
}

interface QueueListProps {
  readonly queues: readonly Queue[]
  readonly openingHours: readonly OpeningHours[]
  readonly onOpen: (opened: Opened) => void
}

function QueueList({ queues, openingHours, onOpen }: QueueListProps) {
  const t = useText(centerText)
  const ui = useText(uiText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editCenter')
  const picked = usePickedNames(queues.filter(({ status }) => status === 'toConfirm').map(({ queueId }) => queueId))
  const confirm = useAct(center.confirmQueues, {
    onDone: ({ confirmed }) => tell({ kind: 'good', words: ui('namesConfirmed', { count: confirmed }) }),
  })
  const columns: ListColumn<Queue>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ queueId, name, status }) => (
        <NameToConfirm id={queueId} name={name} status={status} picked={mayEdit ? picked : undefined} />
      ),
    },
    { key: 'channel', title: t('channel'), cell: (queue) => t(queue.channel) },
    {
      key: 'hours',
      title: t('openingHours'),
      cell: (queue) =>
        openingHours.find((one) => one.openingHoursId === queue.openingHoursId)?.name ?? (
          <Text span size="sm" c="dimmed">
            {t('noHours')}
          </Text>
        ),
    },
    {
      key: 'names',
      title: t('names'),
      cell: (queue) => (
        <Text span size="sm" c="dimmed">
          {queue.names.join(', ')}
        </Text>
      ),
    },
  ]
  if (mayEdit) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (queue) => <QueueActs queue={queue} onOpen={onOpen} />,
    })
  }
  return (
    <>
      {mayEdit && (
        <ConfirmNames
          picked={picked}
          isPending={confirm.isPending}
          onConfirm={(ids) => confirm.mutate({ params: { centerId }, body: { ids: [...ids] } })}
        />
      )}
      <ListTable
        label={t('queues')}
        columns={columns}
        rows={queues}
        rowKey={(queue) => queue.queueId}
        words={(queue) => `${queue.name} ${queue.names.join(' ')}`}
        empty={<EmptyState title={t('noQueues')}>{t('noQueuesHint')}</EmptyState>}
      />
    </>
  )
}

function QueueActs({ queue, onOpen }: { readonly queue: Queue; readonly onOpen: (opened: Opened) => void }) {
  const t = useText(centerText)
  const { centerId } = useCenter()
  const change = useAct(center.changeQueue)
  const { queueId, name, channel, openingHoursId, version } = queue
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap" display="inline-flex">
      {queue.status === 'toConfirm' && (
        <Button
          size="compact-sm"
          variant="light"
          loading={change.isPending}
          onClick={() =>
            change.mutate({
              params: { centerId, queueId },
              body: { name, channel, openingHoursId, version, status: 'confirmed' },
            })
          }
        >
          {t('confirm')}
        </Button>
      )}
      <ActionIcon aria-label={t('change', { name: queue.name })} onClick={() => onOpen({ kind: 'edit', queue })}>
        <IconPencil size={16} />
      </ActionIcon>
    </Group>
  )
}
