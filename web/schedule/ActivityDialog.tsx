import { Button, Group, MultiSelect, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'

import { people, type Agent } from '@pult/contract/people'
import { activityKinds, scheduleSettings, type Activity, type ActivityDraft } from '@pult/contract/schedule-settings'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { DayField } from '../ui/DayField.tsx'
import { FigureField } from '../ui/FigureField.tsx'
import { useText } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'
import { activityText } from './activity-text.ts'

interface ActivityDialogProps {
  /** Null: a new one. */
  readonly activity: Activity | null
  readonly agents: readonly Agent[]
  readonly today: string
  readonly onClose: () => void
}

const QUARTER = 15
const WEEK_DAYS = 7
const USUAL = { kind: 'meeting', minutes: 60, isTogether: true, fromMinute: 540, toMinute: 1080 } as const

/** A meeting or a training: how long, for whom, and within which days and hours it has to lie. */
export function ActivityDialog({ activity, agents, today, onClose }: ActivityDialogProps) {
  const t = useText(activityText)
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<ActivityDraft>(() => draftOf(activity, today))
  const put = (change: Partial<ActivityDraft>): void => setDraft((now) => ({ ...now, ...change }))
  const create = useAct(scheduleSettings.createActivity, { problem: 'self', onDone: onClose })
  const change = useAct(scheduleSettings.changeActivity, { problem: 'self', onDone: onClose })
  const fault = faultOf(draft)
  const [isTried, setTried] = useState(false)
  const save = (): void => {
    setTried(true)
    if (fault !== null) return
    if (activity === null) return create.mutate({ params: { centerId }, body: draft })
    const { activityId, version } = activity
    change.mutate({ params: { centerId, activityId }, body: { ...draft, version } })
  }
  return (
    <SaveDialog
      title={activity?.name ?? t('newActivity')}
      size="lg"
      saving={activity === null ? create : change}
      problem={isTried && fault !== null ? t(fault) : null}
      onClose={onClose}
      onSave={save}
      more={activity !== null && <RemoveActivity activity={activity} onGone={onClose} />}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        data-autofocus
        value={draft.name}
        onChange={(event) => put({ name: event.currentTarget.value })}
      />
      <Group grow align="flex-start">
        <Select
          label={t('kind')}
          allowDeselect={false}
          data={activityKinds.map((value) => ({ value, label: t(value) }))}
          value={draft.kind}
          onChange={(kind) => put({ kind: kind ?? draft.kind })}
        />
        <FigureField
          label={t('minutes')}
          description={t('minutesHint')}
          required
          min={QUARTER}
          max={480}
          step={QUARTER}
          digits={0}
          value={draft.minutes}
          onChange={(minutes) => put({ minutes: minutes ?? 0 })}
        />
      </Group>
      <Group grow>
        <DayField
          label={t('firstDay')}
          required
          value={draft.firstDay}
          onChange={(day) => put({ firstDay: day ?? '' })}
        />
        <ClockField label={t('fromTime')} value={draft.fromMinute} onChange={(fromMinute) => put({ fromMinute })} />
      </Group>
      <Group grow>
        <DayField label={t('lastDay')} required value={draft.lastDay} onChange={(day) => put({ lastDay: day ?? '' })} />
        <ClockField label={t('toTime')} isEnd value={draft.toMinute} onChange={(toMinute) => put({ toMinute })} />
      </Group>
      <Invited agents={agents} agentIds={draft.agentIds} onChange={(agentIds) => put({ agentIds })} />
      <Switch
        label={t('together')}
        description={t('togetherHint')}
        checked={draft.isTogether}
        onChange={(event) => put({ isTogether: event.currentTarget.checked })}
      />
    </SaveDialog>
  )
}

/** A week from tomorrow, in working hours, unless it is there already. */
function draftOf(activity: Activity | null, today: string): ActivityDraft {
  if (activity === null)
    return { ...USUAL, name: '', agentIds: [], firstDay: addDays(today, 1), lastDay: addDays(today, WEEK_DAYS) }
  const { activityId: _id, version: _version, ...draft } = activity
  return draft
}

type Fault = 'nobody' | 'twoAtLeast' | 'wholeQuarters' | 'endBeforeStart'

function faultOf({ agentIds, isTogether, minutes, firstDay, lastDay }: ActivityDraft): Fault | null {
  if (minutes < QUARTER || minutes % QUARTER !== 0) return 'wholeQuarters'
  if (lastDay < firstDay) return 'endBeforeStart'
  if (agentIds.length === 0) return 'nobody'
  return isTogether && agentIds.length < 2 ? 'twoAtLeast' : null
}

interface InvitedProps {
  readonly agents: readonly Agent[]
  readonly agentIds: readonly number[]
  readonly onChange: (agentIds: number[]) => void
}

/** Whom it is for: one by one, or a team at once. */
function Invited({ agents, agentIds, onChange }: InvitedProps) {
  const t = useText(activityText)
  const { centerId } = useCenter()
  const teams = useReply(people.listTeams, { params: { centerId } }).data?.teams ?? []
  const addTeam = (teamId: number): void => {
    const added = agents.filter((agent) => agent.teamId === teamId).map(({ agentId }) => agentId)
    onChange([...new Set([...agentIds, ...added])])
  }
  return (
    <>
      <MultiSelect
        label={t('who')}
        description={t('people', { count: agentIds.length })}
        searchable
        clearable
        limit={100}
        maxDropdownHeight={260}
        data={agents.map(({ agentId, name }) => ({ value: String(agentId), label: name }))}
        value={agentIds.map(String)}
        onChange={(ids) => onChange(ids.map(Number))}
        styles={{ pillsList: { maxHeight: 132, overflowY: 'auto' } }}
      />
      <Select
        aria-label={t('addTeam')}
        placeholder={t('addTeam')}
        searchable
        value={null}
        onChange={(teamId) => teamId !== null && addTeam(Number(teamId))}
        data={teams.map(({ teamId, name }) => ({ value: String(teamId), label: name }))}
      />
    </>
  )
}

function RemoveActivity({ activity, onGone }: { readonly activity: Activity; readonly onGone: () => void }) {
  const t = useText(activityText)
  const { centerId } = useCenter()
  const remove = useAct(scheduleSettings.deleteActivity, { onDone: onGone })
  return (
    <ConfirmAct
      title={t('removeTitle', { name: activity.name })}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, activityId: activity.activityId } })}
      trigger={(open) => (
        <Button variant="subtle" color="brick" onClick={open}>
          {t('remove')}
        </Button>
      )}
    >
      {t('removeHint')}
    </ConfirmAct>
  )
}
