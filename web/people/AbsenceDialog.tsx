import { Button, Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { Agent } from '@pult/contract/people'
import { absenceKinds, peopleTime, type Absence } from '@pult/contract/people-time'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { timeText } from './time-text.ts'

/** Where a new absence begins. */
export interface AbsenceStart {
  readonly agentId: number | null
  readonly day: string
}

interface AbsenceDialogProps {
  readonly agents: readonly Agent[]
  readonly absence: Absence | AbsenceStart
  readonly onClose: () => void
}

const WORKDAY = { from: 540, to: 720 }

/** Days, or a part of a day, on which somebody does not work. What overlaps is said, and joined where it is of one kind. */
export function AbsenceDialog({ agents, absence, onClose }: AbsenceDialogProps) {
  const t = useText(timeText)
  const { centerId } = useCenter()
  const former = 'absenceId' in absence ? absence : null
  const [agentId, setAgentId] = useState(absence.agentId)
  const [draft, setDraft] = useState({
    kind: former?.kind ?? 'leave',
    firstDay: former?.firstDay ?? ('day' in absence ? absence.day : ''),
    lastDay: former?.lastDay ?? ('day' in absence ? absence.day : ''),
    fromMinute: former?.fromMinute ?? null,
    toMinute: former?.toMinute ?? null,
    note: former?.note ?? '',
  })
  const put = (change: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...change }))
  const create = useAct(peopleTime.createAbsence, {
    problem: 'self',
    onDone: ({ merged }) => {
      if (merged > 0) tell({ kind: 'good', words: t('joined', { count: merged }) })
      onClose()
    },
  })
  const change = useAct(peopleTime.changeAbsence, { problem: 'self', onDone: onClose })
  const save = (ifOverlaps: 'refuse' | 'merge'): void => {
    if (former !== null) {
      const { absenceId, version } = former
      return change.mutate({ params: { centerId, absenceId }, body: { ...draft, version } })
    }
    if (agentId !== null) create.mutate({ params: { centerId }, body: { agentId, ...draft, ifOverlaps } })
  }
  const mayJoin = create.error?.code === 'absenceOverlaps' && create.error.values['kind'] === draft.kind
  const name = agents.find((one) => one.agentId === agentId)?.name ?? ''
  return (
    <SaveDialog
      title={former === null ? t('newAbsence') : t('absenceOf', { name, kind: t(former.kind) })}
      saving={former === null ? create : change}
      onClose={onClose}
      onSave={() => save('refuse')}
      more={
        <>
          {former !== null && <RemoveAbsence absence={former} onGone={onClose} />}
          {mayJoin && (
            <Button variant="light" onClick={() => save('merge')}>
              {t('join')}
            </Button>
          )}
        </>
      }
    >
      {former === null && (
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
        data={absenceKinds.map((value) => ({ value, label: t(value) }))}
        value={draft.kind}
        onChange={(kind) => put({ kind: kind ?? draft.kind })}
      />
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
        <DayField
          label={t('lastDay')}
          required
          value={draft.lastDay}
          onChange={(lastDay) => put({ lastDay: lastDay ?? '' })}
        />
      </Group>
      <PartOfDay
        from={draft.fromMinute}
        to={draft.toMinute}
        isOffered={draft.firstDay === draft.lastDay}
        onChange={(fromMinute, toMinute) => put({ fromMinute, toMinute })}
      />
      <TextInput
        label={t('note')}
        maxLength={1000}
        value={draft.note}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
    </SaveDialog>
  )
}

interface PartOfDayProps {
  readonly from: number | null
  readonly to: number | null
  readonly isOffered: boolean
  readonly onChange: (from: number | null, to: number | null) => void
}

function PartOfDay({ from, to, isOffered, onChange }: PartOfDayProps) {
  const t = useText(timeText)
  if (!isOffered && from === null) return null
  return (
    <>
      <Checkbox
        label={t('partOfDay')}
        checked={from !== null}
        onChange={(event) => (event.currentTarget.checked ? onChange(WORKDAY.from, WORKDAY.to) : onChange(null, null))}
      />
      {from !== null && (
        <Group grow>
          <ClockField label={t('fromTime')} value={from} onChange={(minute) => onChange(minute, to)} />
          <ClockField label={t('toTime')} isEnd value={to ?? from} onChange={(minute) => onChange(from, minute)} />
        </Group>
      )}
    </>
  )
}

function RemoveAbsence({ absence: { absenceId }, onGone }: { absence: Absence; onGone: () => void }) {
  const t = useText(timeText)
  const { centerId } = useCenter()
  const remove = useAct(peopleTime.deleteAbsence, { onDone: onGone })
  return (
    <ConfirmAct
      title={t('removeAbsence')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, absenceId } })}
      trigger={(open) => (
        <Button variant="subtle" color="brick" onClick={open}>
          {t('remove')}
        </Button>
      )}
    >
      {t('removeAbsenceHint')}
    </ConfirmAct>
  )
}
