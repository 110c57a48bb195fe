import { SegmentedControl, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { center, type CalendarDay } from '@pult/contract/center'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'
import { PeriodsField } from './PeriodsField.tsx'
import { faultOf, sortPeriods, type Period } from './week.ts'

interface DayDialogProps {
  readonly day: CalendarDay
  readonly onClose: () => void
}

type How = 'calendar' | 'closed' | 'hours'

/** One day: as the calendar says, closed, or with hours of its own. */
export function DayDialog({ day, onClose }: DayDialogProps) {
  const t = useText(centerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [how, setHow] = useState<How>(day.own === null ? 'calendar' : day.own.periods === null ? 'closed' : 'hours')
  const [name, setName] = useState(day.own?.name ?? '')
  const [periods, setPeriods] = useState<readonly Period[]>(day.own?.periods ?? [['09:00', '18:00']])
  const [problem, setProblem] = useState<string | null>(null)
  const set = useAct(center.setDay, { problem: 'self', onDone: onClose })
  const clear = useAct(center.clearDay, { problem: 'self', onDone: onClose })
  const params = { centerId, day: day.day }
  const title = formats.longDate(day.day)
  const save = (): void => {
    if (how === 'calendar') return clear.mutate({ params })
    const fault = how === 'hours' ? faultOf(periods) : null
    setProblem(fault === null ? null : t(fault, { day: title }))
    if (fault === null) set.mutate({ params, body: { name, periods: how === 'closed' ? null : sortPeriods(periods) } })
  }
  return (
    <SaveDialog
      title={title}
      saving={how === 'calendar' ? clear : set}
      problem={problem}
      onClose={onClose}
      onSave={save}
    >
      <Text size="sm" c="dimmed">
        {t(day.kind)}
      </Text>
      <SegmentedControl
        aria-label={t('kindOfDay')}
        value={how}
        onChange={(value) => setHow(value)}
        data={[
          { value: 'calendar', label: t('asCalendar') },
          { value: 'closed', label: t('dayClosed') },
          { value: 'hours', label: t('dayHours') },
        ]}
      />
      {how !== 'calendar' && (
        <TextInput
          label={t('dayName')}
          placeholder={t('dayNamePlaceholder')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      {how === 'hours' && <PeriodsField label={title} periods={periods} onChange={setPeriods} />}
    </SaveDialog>
  )
}
