import { Button, Checkbox, Group, SegmentedControl, Select, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { peopleTime, wishKinds, type Wish } from '@pult/contract/people-time'
import { scheduleSettings } from '@pult/contract/schedule-settings'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { WeekdaysField } from '../ui/WeekdaysField.tsx'
import { wishText } from './wish-text.ts'
import { importanceName } from './wish-words.ts'

interface Named {
  readonly agentId: number
  readonly name: string
}

interface WishDialogProps {
  /** Whose it may be; one alone is not asked for. */
  readonly agents: readonly Named[]
  readonly wish: Wish | null
  readonly onClose: () => void
}

const DAY_MINUTES = 1440
const EVENING = 1080

/** What somebody would like: a day off, a shift, a time. */
export function WishDialog({ agents, wish, onClose }: WishDialogProps) {
  const t = useText(wishText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const [agentId, setAgentId] = useState<number | null>(
    wish?.agentId ?? (agents.length === 1 ? (agents[0]?.agentId ?? null) : null),
  )
  const [draft, setDraft] = useState({
    kind: wish?.kind ?? 'off',
    firstDay: wish?.firstDay ?? today,
    lastDay: wish?.lastDay ?? today,
    weekdays: wish?.weekdays ?? null,
    shiftTemplateId: wish?.shiftTemplateId ?? null,
    minute: wish?.minute ?? null,
    importance: wish?.importance ?? 2,
    note: wish?.note ?? '',
  })
  const put = (change: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...change }))
  const create = useAct(peopleTime.createWish, { problem: 'self', onDone: onClose })
  const change = useAct(peopleTime.changeWish, { problem: 'self', onDone: onClose })
  const save = (): void => {
    if (wish !== null) {
      const { wishId, version } = wish
      return change.mutate({ params: { centerId, wishId }, body: { ...draft, version } })
    }
    if (agentId !== null) create.mutate({ params: { centerId }, body: { agentId, ...draft } })
  }
  const chooseKind = (kind: Wish['kind']): void =>
    put({
      kind,
      minute: kind === 'startFrom' || kind === 'endBy' ? (draft.minute ?? EVENING) : null,
      shiftTemplateId: kind === 'template' ? draft.shiftTemplateId : null,
    })
  return (
    <SaveDialog
      title={agents.find((one) => one.agentId === wish?.agentId)?.name ?? t('newWish')}
      saving={wish === null ? create : change}
      onClose={onClose}
      onSave={save}
      more={wish !== null && <RemoveWish wish={wish} onGone={onClose} />}
    >
      {wish === null && agents.length > 1 && (
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
        label={t('what')}
        allowDeselect={false}
        data={wishKinds.map((value) => ({ value, label: t(value) }))}
        value={draft.kind}
        onChange={(kind) => chooseKind(kind ?? draft.kind)}
      />
      {draft.kind === 'template' && (
        <TemplateField value={draft.shiftTemplateId} onChange={(shiftTemplateId) => put({ shiftTemplateId })} />
      )}
      {draft.minute !== null && (
        <Group grow align="end">
          <ClockField label={t('time')} value={draft.minute} onChange={(minute) => put({ minute })} />
          {draft.kind === 'endBy' && (
            <Checkbox
              mb={8}
              label={t('nextDay')}
              checked={draft.minute > DAY_MINUTES}
              onChange={(event) =>
                put({
                  minute: ((draft.minute ?? 0) % DAY_MINUTES) + (event.currentTarget.checked ? DAY_MINUTES : 0),
                })
              }
            />
          )}
        </Group>
      )}
      <Group grow>
        <DayField
          label={t('firstDay')}
          required
          value={draft.firstDay}
          onChange={(day) => {
            const firstDay = day ?? ''
            put({ firstDay, ...(firstDay > draft.lastDay ? { lastDay: firstDay } : {}) })
          }}
        />
        <DayField label={t('lastDay')} required value={draft.lastDay} onChange={(day) => put({ lastDay: day ?? '' })} />
      </Group>
      {draft.firstDay !== draft.lastDay && (
        <Checkbox
          label={t('onWeekdays')}
          checked={draft.weekdays !== null}
          onChange={(event) => put({ weekdays: event.currentTarget.checked ? [1] : null })}
        />
      )}
      {draft.weekdays !== null && (
        <WeekdaysField
          label={t('weekdays')}
          value={draft.weekdays}
          onChange={(weekdays) => put(weekdays.length === 0 ? {} : { weekdays })}
        />
      )}
      <div>
        <Text size="sm" fw={500}>
          {t('importance')}
        </Text>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t('importance')}
          value={String(draft.importance)}
          onChange={(value) => put({ importance: Number(value) })}
          data={[1, 2, 3].map((value) => ({ value: String(value), label: t(importanceName(value)) }))}
        />
      </div>
      <TextInput
        label={t('note')}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
    </SaveDialog>
  )
}

interface TemplateFieldProps {
  readonly value: number | null
  readonly onChange: (shiftTemplateId: number | null) => void
}

function TemplateField({ value, onChange }: TemplateFieldProps) {
  const t = useText(wishText)
  const { centerId } = useCenter()
  const reply = useReply(scheduleSettings.listShiftTemplates, { params: { centerId } })
  const templates = (reply.data?.templates ?? []).filter(({ isArchived }) => !isArchived)
  if (reply.data !== undefined && templates.length === 0) return <Text size="sm">{t('noTemplates')}</Text>
  return (
    <Select
      label={t('shift')}
      required
      data={templates.map((one) => ({ value: String(one.shiftTemplateId), label: one.name }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  )
}

function RemoveWish({ wish: { wishId }, onGone }: { readonly wish: Wish; readonly onGone: () => void }) {
  const t = useText(wishText)
  const { centerId } = useCenter()
  const remove = useAct(peopleTime.deleteWish, { onDone: onGone })
  return (
    <ConfirmAct
      title={t('removeWish')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, wishId } })}
      trigger={(open) => (
        <Button variant="subtle" color="brick" onClick={open}>
          {t('remove')}
        </Button>
      )}
    >
      {t('removeWishHint')}
    </ConfirmAct>
  )
}
