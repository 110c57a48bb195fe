import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { center } from '@pult/contract/center'
import { forecastLeftOut, type LeftOut } from '@pult/contract/forecast-left-out'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { addDays } from '../ui/period.ts'
import { forecastText } from './forecast-text.ts'
import { MOST_REASON, reasonOf } from './laid-notes.ts'
import { NoteSelect } from './NoteSelect.tsx'
import { QueueSelect } from './QueueSelect.tsx'

/** Stretches that forecasts do not learn from: outages, marked by hand. */
export function LeftOutSection() {
  const t = useText(forecastText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editForecast')
  const [isAdding, setAdding] = useState(false)
  const reply = useReply(forecastLeftOut.listLeftOut, { params: { centerId } }, { keepFormer: true })
  return (
    <Section
      title={t('leftOut')}
      actions={
        mayEdit && (
          <Button variant="light" size="xs" onClick={() => setAdding(true)}>
            {t('leaveOut')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('leftOutHint')}
      </Text>
      <Reply reply={reply}>{({ leftOut }) => <Stretches leftOut={leftOut} mayEdit={mayEdit} />}</Reply>
      {isAdding && <LeaveOutDialog onClose={() => setAdding(false)} />}
    </Section>
  )
}

function Stretches({ leftOut, mayEdit }: { readonly leftOut: readonly LeftOut[]; readonly mayEdit: boolean }) {
  const t = useText(forecastText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const queueOf = (id: number | null): string =>
    id === null ? t('allQueues') : (queues.data?.queues.find(({ queueId }) => queueId === id)?.name ?? String(id))
  const columns: ListColumn<LeftOut>[] = [
    { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
    {
      key: 'stretch',
      title: t('stretch'),
      cell: ({ from, to }) => `${formats.dateTime(from)} – ${formats.dateTime(to)}`,
    },
    { key: 'queue', title: t('queue'), cell: ({ queueId }) => queueOf(queueId) },
    { key: 'author', title: t('author'), cell: ({ createdByName }) => createdByName },
    ...(mayEdit
      ? [
          {
            key: 'acts',
            title: t('learnAgain'),
            acts: 'words' as const,
            cell: (one: LeftOut) => <LearnAgain one={one} />,
          },
        ]
      : []),
  ]
  return (
    <ListTable
      label={t('leftOut')}
      columns={columns}
      rows={leftOut}
      rowKey={({ leftOutId }) => leftOutId}
      empty={<Text size="sm">{t('leftOutNone')}</Text>}
    />
  )
}

function LearnAgain({ one }: { readonly one: LeftOut }) {
  const t = useText(forecastText)
  const { centerId } = useCenter()
  const remove = useAct(forecastLeftOut.deleteLeftOut, { touches: [forecastLeftOut.listLeftOut] })
  return (
    <ConfirmAct
      title={t('learnAgainTitle')}
      act={t('learnAgain')}
      isDangerous={false}
      onAct={() => remove.mutateAsync({ params: { centerId, leftOutId: one.leftOutId } })}
      trigger={(open) => (
        <Button variant="subtle" size="compact-sm" color="gray" onClick={open}>
          {t('learnAgain')}
        </Button>
      )}
    >
      {one.reason}. {t('learnAgainHint')}
    </ConfirmAct>
  )
}

function LeaveOutDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(forecastText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const yesterday = addDays(formats.today(Date.now()), -1)
  const [from, setFrom] = useState(`${yesterday}T00:00`)
  const [to, setTo] = useState(`${addDays(yesterday, 1)}T00:00`)
  const [queueId, setQueueId] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const mayReadNotes = useMay('readMeasures')
  const create = useAct(forecastLeftOut.createLeftOut, {
    problem: 'self',
    touches: [forecastLeftOut.listLeftOut],
    onDone: onClose,
  })
  return (
    <SaveDialog
      title={t('leaveOutTitle')}
      act={t('leaveOut')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: { queueId, from, to, reason } })}
    >
      {mayReadNotes && (
        <NoteSelect
          onChoose={(note) => {
            if (note === undefined) return
            setFrom(`${note.firstDay}T00:00`)
            setTo(`${addDays(note.lastDay, 1)}T00:00`)
            setQueueId(note.queueId)
            setReason(reasonOf(note))
          }}
        />
      )}
      <TextInput
        label={t('reason')}
        required
        maxLength={MOST_REASON}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('leaveOutFrom')}
        required
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('leaveOutTo')}
        required
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <QueueSelect label={t('queue')} value={queueId} onChange={setQueueId} />
    </SaveDialog>
  )
}
