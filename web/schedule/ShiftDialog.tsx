import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { schedule, type EditResult, type ShiftChange } from '@pult/contract/schedule'
import type { PlannedShift, Roster, RosterMember } from '@pult/contract/schedule-roster'
import { scheduleSettings } from '@pult/contract/schedule-settings'
import { createZone } from '@pult/engine/time'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { EditOutcome } from './EditOutcome.tsx'
import { scheduleText } from './schedule-text.ts'
import { shiftTimes } from './shift-times.ts'
import { WhyShift } from './WhyShift.tsx'

interface ShiftDialogProps {
  readonly roster: Roster
  readonly member: RosterMember
  readonly members: readonly RosterMember[]
  readonly day: string
  /** Null: there is none, and one may be added. */
  readonly shift: PlannedShift | null
  readonly mayEdit: boolean
  readonly onClose: () => void
}

/** One shift, or the place of one: when, by which template, whose; what a change would do is shown before it is made. */
export function ShiftDialog({ roster, member, members, day, shift, mayEdit, onClose }: ShiftDialogProps) {
  const t = useText(scheduleText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const zone = createZone(formats.timeZone)
  const templates = useReply(scheduleSettings.listShiftTemplates, { params: { centerId } }).data?.templates ?? []
  const [from, setFrom] = useState(shift === null ? '09:00' : formats.time(shift.start))
  const [to, setTo] = useState(shift === null ? '18:00' : formats.time(shift.end))
  const [templateId, setTemplateId] = useState(shift?.shiftTemplateId ?? null)
  const [agentId, setAgentId] = useState(member.agentId)
  const [outcome, setOutcome] = useState<EditResult | null>(null)
  const edit = useAct(schedule.editShifts, {
    problem: 'self',
    onDone: (result, { body }) => (body?.isTrial ? setOutcome(result) : onClose()),
  })
  const times = shiftTimes(zone, day, from, to)
  const changes = changesOf({ shift, agentId, ownerId: member.agentId, templateId, times })
  const send = (sent: readonly ShiftChange[], isTrial: boolean): void =>
    edit.mutate({ params, body: { version: roster.version, changes: [...sent], isTrial } })
  return (
    <SaveDialog
      title={`${member.name}, ${formats.longDate(day)}`}
      act={t(shift === null ? 'add' : 'change')}
      size="lg"
      saving={edit}
      onClose={onClose}
      onSave={() => (mayEdit && changes.length > 0 ? send(changes, false) : onClose())}
      more={
        mayEdit && (
          <Group gap="xs">
            <Button
              variant="default"
              disabled={changes.length === 0}
              loading={edit.isPending && edit.variables?.body?.isTrial}
              onClick={() => send(changes, true)}
            >
              {t('tryIt')}
            </Button>
            {shift !== null && (
              <>
                <Button
                  variant="subtle"
                  color="gray"
                  onClick={() => send([{ kind: 'lock', shiftIds: [shift.shiftId], isLocked: !shift.isLocked }], false)}
                >
                  {t(shift.isLocked ? 'unlock' : 'lock')}
                </Button>
                <Button
                  variant="subtle"
                  color="brick"
                  onClick={() => send([{ kind: 'delete', shiftId: shift.shiftId }], false)}
                >
                  {t('deleteShift')}
                </Button>
              </>
            )}
          </Group>
        )
      }
    >
      <Group grow>
        <TextInput
          type="time"
          step={900}
          label={t('from')}
          disabled={!mayEdit}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          step={900}
          label={t('to')}
          description={times.endsNextDay ? t('nextDay') : undefined}
          disabled={!mayEdit}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </Group>
      <Group grow>
        {shift === null && (
          <Select
            label={t('template')}
            clearable
            value={templateId === null ? null : String(templateId)}
            onChange={(value) => setTemplateId(value === null ? null : Number(value))}
            data={templates
              .filter(({ isArchived }) => !isArchived)
              .map((one) => ({ value: String(one.shiftTemplateId), label: one.name }))}
          />
        )}
        {shift !== null && (
          <Select
            label={t('whose')}
            disabled={!mayEdit}
            searchable
            allowDeselect={false}
            limit={100}
            value={String(agentId)}
            onChange={(value) => setAgentId(Number(value))}
            data={members.map((one) => ({ value: String(one.agentId), label: one.name }))}
          />
        )}
      </Group>
      {shift !== null && shift.breaks.length + shift.activities.length > 0 && <Pieces shift={shift} />}
      {outcome !== null && <EditOutcome result={outcome} />}
      <WhyShift rosterId={roster.rosterId} agentId={member.agentId} day={day} />
    </SaveDialog>
  )
}

interface Wanted {
  readonly shift: PlannedShift | null
  readonly ownerId: number
  readonly agentId: number
  readonly templateId: number | null
  readonly times: { readonly start: string; readonly end: string }
}

/** The acts that lead from what is there to what is wanted. */
function changesOf({ shift, ownerId, agentId, templateId, times: { start, end } }: Wanted): ShiftChange[] {
  if (shift === null) return [{ kind: 'add', agentId, start, end, shiftTemplateId: templateId }]
  const changes: ShiftChange[] = []
  if (Date.parse(shift.start) !== Date.parse(start) || Date.parse(shift.end) !== Date.parse(end))
    changes.push({ kind: 'move', shiftId: shift.shiftId, start, end })
  if (agentId !== ownerId) changes.push({ kind: 'give', shiftId: shift.shiftId, agentId })
  return changes
}

/** Breaks and meetings of a shift, in the order of the day. */
function Pieces({ shift }: { readonly shift: PlannedShift }) {
  const t = useText(scheduleText)
  const formats = useFormats()
  const pieces = [
    ...shift.breaks.map(({ kind, start, end, isPaid }) => ({
      start,
      end,
      words: `${t(`break_${kind}`)}, ${t(isPaid ? 'paid' : 'unpaid')}`,
    })),
    ...shift.activities.map(({ name, start, end }) => ({ start, end, words: name })),
  ].toSorted((left, right) => Date.parse(left.start) - Date.parse(right.start))
  return (
    <Stack gap={2}>
      {pieces.map(({ start, end, words }) => (
        <Text key={start} size="sm">
          {formats.time(start)}–{formats.time(end)} {words}
        </Text>
      ))}
    </Stack>
  )
}
