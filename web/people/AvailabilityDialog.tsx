import { Button, Group, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { Agent } from '@pult/contract/people'
import { availabilityKinds, peopleTime, type Availability } from '@pult/contract/people-time'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { WeekdaysField } from '../ui/WeekdaysField.tsx'
import { timeText } from './time-text.ts'

export const availabilityNames = { available: 'available', unavailable: 'cannot', study: 'lessons' } as const

interface AvailabilityDialogProps {
  readonly agents: readonly Agent[]
  readonly stretch: Availability | null
  readonly onClose: () => void
}

/** A stretch of the week in which somebody can or cannot work. */
export function AvailabilityDialog({ agents, stretch, onClose }: AvailabilityDialogProps) {
  const t = useText(timeText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [agentId, setAgentId] = useState<number | null>(stretch?.agentId ?? null)
  const [draft, setDraft] = useState({
    kind: stretch?.kind ?? 'study',
    from: stretch?.from ?? formats.today(Date.now()),
    to: stretch?.to ?? null,
    weekdays: stretch?.weekdays ?? [1],
    fromMinute: stretch?.fromMinute ?? 540,
    toMinute: stretch?.toMinute ?? 840,
    note: stretch?.note ?? '',
  })
  const put = (change: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...change }))
  const create = useAct(peopleTime.createAvailability, { problem: 'self', onDone: onClose })
  const change = useAct(peopleTime.changeAvailability, { problem: 'self', onDone: onClose })
  const remove = useAct(peopleTime.deleteAvailability, { onDone: onClose })
  const save = (): void => {
    if (stretch !== null) {
      const { availabilityId, version } = stretch
      return change.mutate({ params: { centerId, availabilityId }, body: { ...draft, version } })
    }
    if (agentId !== null) create.mutate({ params: { centerId }, body: { agentId, ...draft } })
  }
  return (
    <SaveDialog
      title={agents.find((one) => one.agentId === stretch?.agentId)?.name ?? t('newStretch')}
      saving={stretch === null ? create : change}
      onClose={onClose}
      onSave={save}
      more={
        stretch !== null && (
          <ConfirmAct
            title={t('removeStretch')}
            act={t('remove')}
            onAct={() => remove.mutateAsync({ params: { centerId, availabilityId: stretch.availabilityId } })}
            trigger={(open) => (
              <Button variant="subtle" color="brick" onClick={open}>
                {t('remove')}
              </Button>
            )}
          >
            {t('removeStretchHint')}
          </ConfirmAct>
        )
      }
    >
      {stretch === null && (
        <Select
          label={t('agent')}
          required
          searchable
          limit={100}
          data={agents.map((one) => ({ value: String(one.agentId), label: one.name }))}
          value={agentId === null ? null : String(agentId)}
          onChange={(value) => setAgentId(value === null ? null : Number(value))}
        />
      )}
      <Select
        label={t('kind')}
        allowDeselect={false}
        data={availabilityKinds.map((value) => ({ value, label: t(availabilityNames[value]) }))}
        value={draft.kind}
        onChange={(kind) => put({ kind: kind ?? draft.kind })}
      />
      {draft.kind === 'available' && (
        <Text size="xs" c="dimmed">
          {t('kindHint')}
        </Text>
      )}
      <WeekdaysField
        label={t('weekdays')}
        value={draft.weekdays}
        onChange={(weekdays) => put(weekdays.length === 0 ? {} : { weekdays })}
      />
      <Group grow align="start">
        <ClockField label={t('fromTime')} value={draft.fromMinute} onChange={(fromMinute) => put({ fromMinute })} />
        <ClockField
          label={draft.toMinute <= draft.fromMinute ? `${t('toTime')} (${t('nextDay')})` : t('toTime')}
          isEnd
          value={draft.toMinute}
          onChange={(toMinute) => put({ toMinute })}
        />
      </Group>
      <Group grow>
        <DayField label={t('from')} required value={draft.from} onChange={(from) => put({ from: from ?? '' })} />
        <DayField label={t('to')} value={draft.to} onChange={(to) => put({ to })} />
      </Group>
      <TextInput
        label={t('note')}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
    </SaveDialog>
  )
}
