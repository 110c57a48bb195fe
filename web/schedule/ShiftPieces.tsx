import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import type { ShiftChange } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'
import { scheduleSettings } from '@pult/contract/schedule-settings'
import { createZone } from '@pult/engine/time'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { shiftText } from './shift-text.ts'
import { shiftTimes } from './shift-times.ts'

interface ShiftPiecesProps {
  readonly shift: PlannedShift
  readonly agentId: number
  /** Null where nothing may be changed. */
  readonly onChange: ((change: ShiftChange) => void) | null
}

/** Breaks and meetings of a shift, in the order of the day; meetings are taken out, and those she is asked to are placed. */
export function ShiftPieces({ shift, agentId, onChange }: ShiftPiecesProps) {
  const t = useText(shiftText)
  const formats = useFormats()
  const pieces = [
    ...shift.breaks.map(({ kind, start, end, isPaid }) => ({
      start,
      end,
      words: `${t(`break_${kind}`)}, ${t(isPaid ? 'paid' : 'unpaid')}`,
      activityId: null,
    })),
    ...shift.activities.map(({ name, start, end, activityId }) => ({ start, end, words: name, activityId })),
  ].toSorted((left, right) => Date.parse(left.start) - Date.parse(right.start))
  return (
    <Stack gap={2}>
      {pieces.map(({ start, end, words, activityId }) => (
        <Group key={`${start} ${words}`} gap="xs">
          <Text size="sm">
            {formats.time(start)}–{formats.time(end)} {words}
          </Text>
          {activityId !== null && onChange !== null && (
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onChange({ kind: 'activity', shiftId: shift.shiftId, activityId, start: null })}
            >
              {t('takeOut')}
            </Button>
          )}
        </Group>
      ))}
      {onChange !== null && <PlaceActivity shift={shift} agentId={agentId} onChange={onChange} />}
    </Stack>
  )
}

interface PlaceActivityProps extends ShiftPiecesProps {
  readonly onChange: (change: ShiftChange) => void
}

function PlaceActivity({ shift, agentId, onChange }: PlaceActivityProps) {
  const t = useText(shiftText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [activityId, setActivityId] = useState<number | null>(null)
  const [at, setAt] = useState(formats.time(shift.start))
  const all = useReply(scheduleSettings.listActivities, { params: { centerId } }).data?.activities ?? []
  const open = all.filter(
    ({ agentIds, firstDay, lastDay }) => agentIds.includes(agentId) && firstDay <= shift.day && shift.day <= lastDay,
  )
  if (open.length === 0) return null
  const place = (): void => {
    if (activityId === null) return
    const { start } = shiftTimes(createZone(formats.timeZone), shift.day, at, at)
    onChange({ kind: 'activity', shiftId: shift.shiftId, activityId, start })
  }
  return (
    <Group align="end" gap="xs">
      <Select
        label={t('activity')}
        clearable
        value={activityId === null ? null : String(activityId)}
        onChange={(value) => setActivityId(value === null ? null : Number(value))}
        data={open.map((one) => ({ value: String(one.activityId), label: one.name }))}
      />
      <TextInput
        type="time"
        step={900}
        label={t('activityAt')}
        value={at}
        onChange={(event) => setAt(event.currentTarget.value)}
      />
      <Button variant="default" disabled={activityId === null} onClick={place}>
        {t('placeActivity')}
      </Button>
    </Group>
  )
}
