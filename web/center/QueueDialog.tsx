import { Button, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { center, type OpeningHours, type Queue } from '@pult/contract/center'
import { channels, type Channel } from '@pult/engine/contacts'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'

interface Closing {
  readonly onClose: () => void
}

export function NewQueueDialog({ onClose }: Closing) {
  const t = useText(centerText)
  const { centerId } = useCenter()
  const [name, setName] = useState('')
  const [channel, setChannel] = useState<Channel>('voice')
  const create = useAct(center.createQueue, { problem: 'self', onDone: onClose })
  return (
    <SaveDialog
      title={t('newQueue')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: { name, channel } })}
    >
      <NameField value={name} onChange={setName} />
      <ChannelField value={channel} onChange={setChannel} />
    </SaveDialog>
  )
}

interface QueueDialogProps extends Closing {
  readonly queue: Queue
  readonly openingHours: readonly OpeningHours[]
  readonly onMerge: () => void
}

/** Name, channel, opening hours; confirming, putting away, uniting. */
export function QueueDialog({ queue, openingHours, onClose, onMerge }: QueueDialogProps) {
  const t = useText(centerText)
  const { centerId } = useCenter()
  const [name, setName] = useState(queue.name)
  const [channel, setChannel] = useState<Channel>(queue.channel)
  const [openingHoursId, setOpeningHoursId] = useState(queue.openingHoursId)
  const change = useAct(center.changeQueue, { problem: 'self', onDone: onClose })
  const save = (status: Queue['status']): void =>
    change.mutate({
      params: { centerId, queueId: queue.queueId },
      body: { name, channel, openingHoursId, status, version: queue.version },
    })
  return (
    <SaveDialog
      title={queue.name}
      saving={change}
      onClose={onClose}
      // Whoever looks at a queue and saves it has confirmed it.
      onSave={() => save(queue.status === 'toConfirm' ? 'confirmed' : queue.status)}
      act={queue.status === 'toConfirm' ? t('confirm') : t('save')}
      more={
        <Button
          variant="subtle"
          color="gray"
          onClick={() => save(queue.status === 'archived' ? 'confirmed' : 'archived')}
        >
          {t(queue.status === 'archived' ? 'restore' : 'archive')}
        </Button>
      }
    >
      <NameField value={name} onChange={setName} />
      <ChannelField value={channel} onChange={setChannel} />
      <Select
        label={t('openingHours')}
        placeholder={t('noHours')}
        clearable
        data={openingHours.map((one) => ({ value: String(one.openingHoursId), label: one.name }))}
        value={openingHoursId === null ? null : String(openingHoursId)}
        onChange={(value) => setOpeningHoursId(value === null ? null : Number(value))}
      />
      <Text size="sm" c="dimmed">
        {t('names')}: {queue.names.length === 0 ? '–' : queue.names.join(', ')}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={onMerge} style={{ alignSelf: 'flex-start' }}>
        {t('merge')}
      </Button>
    </SaveDialog>
  )
}

interface MergeQueueDialogProps extends Closing {
  readonly queue: Queue
  readonly queues: readonly Queue[]
}

/** Two names of a phone system for one queue of the centre. */
export function MergeQueueDialog({ queue, queues, onClose }: MergeQueueDialogProps) {
  const t = useText(centerText)
  const { centerId } = useCenter()
  const [into, setInto] = useState<string | null>(null)
  const merge = useAct(center.mergeQueue, { problem: 'self', onDone: onClose })
  return (
    <SaveDialog
      title={t('mergeTitle')}
      saving={merge}
      act={t('unite')}
      onClose={onClose}
      onSave={() => {
        if (into !== null) merge.mutate({ params: { centerId, queueId: queue.queueId }, body: { into: Number(into) } })
      }}
    >
      <Text size="sm">{t('mergeHint', { name: queue.name })}</Text>
      <Select
        label={t('mergeInto')}
        required
        searchable
        data={queues
          .filter((one) => one.queueId !== queue.queueId)
          .map((one) => ({ value: String(one.queueId), label: one.name }))}
        value={into}
        onChange={setInto}
      />
    </SaveDialog>
  )
}

function NameField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const t = useText(centerText)
  return (
    <TextInput
      label={t('name')}
      required
      maxLength={200}
      data-autofocus
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function ChannelField({ value, onChange }: { readonly value: Channel; readonly onChange: (value: Channel) => void }) {
  const t = useText(centerText)
  return (
    <Select
      label={t('channel')}
      allowDeselect={false}
      data={channels.map((channel) => ({ value: channel, label: t(channel) }))}
      value={value}
      onChange={(text) => onChange(channels.find((channel) => channel === text) ?? value)}
    />
  )
}
