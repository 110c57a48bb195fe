import { Button, Group, MultiSelect, Switch, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { people } from '@pult/contract/people'
import { scheduleSettings, type ShiftTemplate, type ShiftTemplateDraft } from '@pult/contract/schedule-settings'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { FigureField } from '../ui/FigureField.tsx'
import { useText } from '../ui/language.tsx'
import { WeekdaysField } from '../ui/WeekdaysField.tsx'
import { BreaksField } from './BreaksField.tsx'
import { TemplatePreview } from './TemplatePreview.tsx'
import { templateText } from './template-text.ts'

interface ShiftTemplateDialogProps {
  readonly template: ShiftTemplate | null
  readonly onClose: () => void
}

const usual: ShiftTemplateDraft = {
  name: '',
  startFromMinute: 540,
  startToMinute: 540,
  startStepMinutes: 30,
  lengthFromMinutes: 540,
  lengthToMinutes: 540,
  lengthStepMinutes: 60,
  breaks: [{ kind: 'meal', minutes: 60, isPaid: false, earliestMinute: 180, latestMinute: 300 }],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  skillIds: [],
  teamIds: [],
  isArchived: false,
}

/** A shift: when it may begin, how long it may be, its breaks, its weekdays, who may work it; drawn as it is typed. */
export function ShiftTemplateDialog({ template, onClose }: ShiftTemplateDialogProps) {
  const t = useText(templateText)
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<ShiftTemplateDraft>(() => draftOf(template))
  const put = (change: Partial<ShiftTemplateDraft>): void => setDraft((former) => ({ ...former, ...change }))
  const create = useAct(scheduleSettings.createShiftTemplate, { problem: 'self', onDone: onClose })
  const change = useAct(scheduleSettings.changeShiftTemplate, { problem: 'self', onDone: onClose })
  const save = (isArchived: boolean): void => {
    const body = { ...draft, isArchived }
    if (template === null) return create.mutate({ params: { centerId }, body })
    const { shiftTemplateId, version } = template
    change.mutate({ params: { centerId, shiftTemplateId }, body: { ...body, version } })
  }
  return (
    <SaveDialog
      title={template?.name ?? t('newTemplate')}
      size="lg"
      saving={template === null ? create : change}
      onClose={onClose}
      onSave={() => save(draft.isArchived)}
      more={
        template !== null && (
          <Button variant="subtle" color="gray" onClick={() => save(!template.isArchived)}>
            {t(template.isArchived ? 'restore' : 'archive')}
          </Button>
        )
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        data-autofocus
        value={draft.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <TemplatePreview shape={draft} />
      <Text size="xs" c="dimmed">
        {t('previewHint')}
      </Text>
      <StartFields draft={draft} put={put} />
      <LengthFields draft={draft} put={put} />
      <BreaksField breaks={draft.breaks} onChange={(breaks) => put({ breaks })} />
      <WeekdaysField
        label={t('weekdays')}
        value={draft.weekdays}
        onChange={(weekdays) => put(weekdays.length === 0 ? {} : { weekdays })}
      />
      <WhoFields draft={draft} put={put} />
    </SaveDialog>
  )
}

function draftOf(template: ShiftTemplate | null): ShiftTemplateDraft {
  if (template === null) return usual
  const { shiftTemplateId: _id, agents: _agents, version: _version, ...draft } = template
  return draft
}

interface DraftFieldsProps {
  readonly draft: ShiftTemplateDraft
  readonly put: (change: Partial<ShiftTemplateDraft>) => void
}

function StartFields({ draft, put }: DraftFieldsProps) {
  const t = useText(templateText)
  const [isFixed, setFixed] = useState(draft.startFromMinute === draft.startToMinute)
  const { startFromMinute, startToMinute, startStepMinutes } = draft
  return (
    <>
      <Switch
        label={t('fixedStart')}
        checked={isFixed}
        onChange={(event) => {
          setFixed(event.currentTarget.checked)
          put({
            startToMinute: event.currentTarget.checked ? startFromMinute : Math.min(1425, startFromMinute + 120),
          })
        }}
      />
      <Group grow align="end">
        <ClockField
          label={t(isFixed ? 'start' : 'startFrom')}
          value={startFromMinute}
          onChange={(minute) => put({ startFromMinute: minute, ...(isFixed ? { startToMinute: minute } : {}) })}
        />
        {!isFixed && (
          <ClockField
            label={t('startTo')}
            value={startToMinute}
            onChange={(minute) => put({ startToMinute: minute })}
          />
        )}
        {!isFixed && (
          <FigureField
            label={t('startStep')}
            min={15}
            max={240}
            step={15}
            digits={0}
            value={startStepMinutes}
            onChange={(minutes) => put({ startStepMinutes: minutes ?? 15 })}
          />
        )}
      </Group>
    </>
  )
}

function LengthFields({ draft, put }: DraftFieldsProps) {
  const t = useText(templateText)
  const [isFixed, setFixed] = useState(draft.lengthFromMinutes === draft.lengthToMinutes)
  const { lengthFromMinutes, lengthToMinutes, lengthStepMinutes } = draft
  const minutesOf = (hours: number | null): number => Math.round((hours ?? 0) * 4) * 15
  return (
    <>
      <Switch
        label={t('fixedLength')}
        checked={isFixed}
        onChange={(event) => {
          setFixed(event.currentTarget.checked)
          put({
            lengthToMinutes: event.currentTarget.checked ? lengthFromMinutes : Math.min(1440, lengthFromMinutes + 180),
          })
        }}
      />
      <Group grow align="end">
        <FigureField
          label={isFixed ? `${t('length')}, ${t('hours', { hours: '' }).trim()}` : t('lengthFrom')}
          min={1}
          max={24}
          step={0.25}
          value={lengthFromMinutes / 60}
          onChange={(hours) => {
            const minutes = minutesOf(hours)
            put({ lengthFromMinutes: minutes, ...(isFixed ? { lengthToMinutes: minutes } : {}) })
          }}
        />
        {!isFixed && (
          <FigureField
            label={t('lengthTo')}
            min={1}
            max={24}
            step={0.25}
            value={lengthToMinutes / 60}
            onChange={(hours) => put({ lengthToMinutes: minutesOf(hours) })}
          />
        )}
        {!isFixed && (
          <FigureField
            label={t('lengthStep')}
            min={15}
            max={240}
            step={15}
            digits={0}
            value={lengthStepMinutes}
            onChange={(minutes) => put({ lengthStepMinutes: minutes ?? 15 })}
          />
        )}
      </Group>
    </>
  )
}

function WhoFields({ draft, put }: DraftFieldsProps) {
  const t = useText(templateText)
  const { centerId } = useCenter()
  const skills = useReply(people.listSkills, { params: { centerId } }).data?.skills ?? []
  const teams = useReply(people.listTeams, { params: { centerId } }).data?.teams ?? []
  return (
    <>
      <Group grow align="start">
        <MultiSelect
          label={t('skills')}
          searchable
          data={skills.map(({ skillId, name }) => ({ value: String(skillId), label: name }))}
          value={draft.skillIds.map(String)}
          onChange={(ids) => put({ skillIds: ids.map(Number) })}
        />
        <MultiSelect
          label={t('teams')}
          searchable
          data={teams.map(({ teamId, name }) => ({ value: String(teamId), label: name }))}
          value={draft.teamIds.map(String)}
          onChange={(ids) => put({ teamIds: ids.map(Number) })}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {t('whoHint')}
      </Text>
    </>
  )
}
