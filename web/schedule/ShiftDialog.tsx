import { Button, Group, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { schedule, type EditResult, type ShiftChange } from '@pult/contract/schedule'
import type { PlannedShift, Roster, RosterMember } from '@pult/contract/schedule-roster'
import { scheduleSettings } from '@pult/contract/schedule-settings'
import { createZone } from '@pult/engine/time'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { noteVersion } from './edit-history.ts'
import { EditOutcome } from './EditOutcome.tsx'
import { shiftText } from './shift-text.ts'
import { clockAfter, shiftTimes } from './shift-times.ts'
import { ShiftPieces } from './ShiftPieces.tsx'
import { WhyShift } from './WhyShift.tsx'

interface ShiftDialogProps {
  readonly roster: Roster
  readonly member: RosterMember
  readonly members: readonly RosterMember[]
  readonly day: string
  /** Null: there is none, and one may be added. */
  readonly shift: PlannedShift | null
  /** When an added one may begin, as the clock shows it. */
  readonly at?: string | null
  readonly mayEdit: boolean
  readonly onClose: () => void
}

const USUAL_START = '09:00'
const USUAL_MINUTES = 540

/** One shift, or the place of one: when, by which template, whose; what a change would do is shown before it is made. */
export function ShiftDialog(props: ShiftDialogProps) {
  const { roster, member, members, day, shift, at = null, mayEdit, onClose } = props
  const t = useText(shiftText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const queryClient = useQueryClient()
  const zone = createZone(formats.timeZone)
  const templates = useReply(scheduleSettings.listShiftTemplates, { params: { centerId } }).data?.templates ?? []
  const [from, setFrom] = useState(shift === null ? (at ?? USUAL_START) : formats.time(shift.start))
  const [to, setTo] = useState(shift === null ? clockAfter(at ?? USUAL_START, USUAL_MINUTES) : formats.time(shift.end))
  const [templateId, setTemplateId] = useState(shift?.shiftTemplateId ?? null)
  const [agentId, setAgentId] = useState(member.agentId)
  const [outcome, setOutcome] = useState<EditResult | null>(null)
  const edit = useAct(schedule.editShifts, {
    problem: 'self',
    onDone: (result, { body }) => {
      if (body?.isTrial) return setOutcome(result)
      noteVersion(queryClient, params, result.version)
      onClose()
    },
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
      {shift !== null && (
        <ShiftPieces shift={shift} agentId={member.agentId} onChange={mayEdit ? (one) => send([one], false) : null} />
      )}
      {outcome !== null && <EditOutcome result={outcome} />}
      <WhyShift roster={roster} agentId={member.agentId} day={day} />
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
