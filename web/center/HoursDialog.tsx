import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'

import { center, type OpeningHours, type Weekly } from '@pult/contract/center'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'
import classes from './center.module.css'
import { PeriodsField } from './PeriodsField.tsx'
import { faultOf, sortPeriods, weekdays, type Period, type Weekday } from './week.ts'

interface HoursDialogProps {
  /** Null: a new pattern. */
  readonly hours: OpeningHours | null
  readonly onClose: () => void
}

const officeWeek: Weekly = Object.fromEntries(
  weekdays.map((weekday) => [weekday, Number(weekday) < 6 ? [['09:00', '18:00']] : []]),
) as Weekly

/** A weekly pattern, day by day. */
export function HoursDialog({ hours, onClose }: HoursDialogProps) {
  const t = useText(centerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [name, setName] = useState(hours?.name ?? '')
  const [weekly, setWeekly] = useState<Weekly>(hours?.weekly ?? officeWeek)
  const [problem, setProblem] = useState<string | null>(null)
  const create = useAct(center.createOpeningHours, { problem: 'self', onDone: onClose })
  const change = useAct(center.changeOpeningHours, { problem: 'self', onDone: onClose })
  const setDay = (weekday: Weekday, periods: readonly Period[]): void =>
    setWeekly({ ...weekly, [weekday]: periods.map(([from, to]) => [from, to]) })
  const save = (): void => {
    const faulty = weekdays.find((weekday) => faultOf(weekly[weekday] ?? []) !== null)
    const fault = faulty === undefined ? null : faultOf(weekly[faulty] ?? [])
    setProblem(fault === null ? null : t(fault, { day: formats.weekday(Number(faulty), 'long') }))
    if (fault !== null) return
    const sorted = Object.fromEntries(
      weekdays.map((weekday) => [weekday, sortPeriods(weekly[weekday] ?? [])]),
    ) as Weekly
    if (hours === null) create.mutate({ params: { centerId }, body: { name, weekly: sorted } })
    else {
      const { openingHoursId, version } = hours
      change.mutate({ params: { centerId, openingHoursId }, body: { name, weekly: sorted, version } })
    }
  }
  return (
    <SaveDialog
      title={hours?.name ?? t('newHours')}
      saving={hours === null ? create : change}
      problem={problem}
      onClose={onClose}
      onSave={save}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={classes['week']}>
        {weekdays.map((weekday) => (
          <div key={weekday} className={classes['weekDay']}>
            <span className={classes['weekName']}>{formats.weekday(Number(weekday), 'long')}</span>
            <PeriodsField
              label={formats.weekday(Number(weekday), 'long')}
              periods={weekly[weekday] ?? []}
              onChange={(periods) => setDay(weekday, periods)}
            />
          </div>
        ))}
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          const monday = weekly['1'] ?? []
          setWeekly({ ...weekly, '2': monday, '3': monday, '4': monday, '5': monday })
        }}
      >
        {t('likeMonday')}
      </Button>
    </SaveDialog>
  )
}
