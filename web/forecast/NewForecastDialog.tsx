import { Checkbox, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'

import { forecast } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays, monthAfter } from '../ui/period.ts'
import { forecastText } from './forecast-text.ts'

interface NewForecastProps {
  readonly onClose: () => void
  readonly onMade: (forecastId: number) => void
}

/** Four weeks, a quarter, eighteen months. */
const reaches = [28, 91, 548] as const
/** Beyond, intervals are kept only if asked for. */
const INTERVAL_DAYS = 91
const MOST_DAYS = 560
const lengths = [15, 30, 60] as const

/** Which days to forecast; up to the end of next month unless said, which is what rosters are made for. */
export function NewForecastDialog({ onClose, onMade }: NewForecastProps) {
  const t = useText(forecastText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const [firstDay, setFirstDay] = useState(today)
  const [lastDay, setLastDay] = useState(monthAfter(today).to)
  const [minutes, setMinutes] = useState<(typeof lengths)[number]>(30)
  // The name tells the days until somebody writes another.
  const [written, setWritten] = useState<string | null>(null)
  const name = written ?? t('nameStart', { days: formats.dateRange(firstDay, lastDay) })
  const [keepsAll, setKeepsAll] = useState(false)
  const reach = reaches.find((days) => addDays(firstDay, days - 1) === lastDay)
  const isLong = lastDay > addDays(firstDay, INTERVAL_DAYS - 1)
  const create = useAct(forecast.createForecast, {
    problem: 'self',
    touches: [forecast.listForecasts],
    onDone: ({ forecastId }) => {
      onMade(forecastId)
      onClose()
    },
  })
  return (
    <SaveDialog
      title={t('makeTitle')}
      act={t('makeAct')}
      saving={create}
      onClose={onClose}
      onSave={() =>
        create.mutate({
          params: { centerId },
          body: {
            name,
            firstDay,
            lastDay,
            intervalMinutes: minutes,
            intervalDays: isLong && keepsAll ? MOST_DAYS : INTERVAL_DAYS,
          },
        })
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <Group grow>
        <TextInput
          type="date"
          label={t('firstDay')}
          required
          value={firstDay}
          onChange={(event) => setFirstDay(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('lastDay')}
          required
          value={lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
      </Group>
      <SegmentedControl
        aria-label={t('howFar')}
        value={String(reach ?? '')}
        onChange={(value) => setLastDay(addDays(firstDay, Number(value) - 1))}
        data={reaches.map((days) => ({ value: String(days), label: t(`reach_${days}`) }))}
      />
      {isLong && (
        <Checkbox
          label={t('keepAll')}
          description={t('keepAllHint')}
          checked={keepsAll}
          onChange={(event) => setKeepsAll(event.currentTarget.checked)}
        />
      )}
      <SegmentedControl
        aria-label={t('interval')}
        value={String(minutes)}
        onChange={(value) => setMinutes(lengths.find((one) => String(one) === value) ?? 30)}
        data={lengths.map((one) => ({ value: String(one), label: t('minutes', { count: one }) }))}
      />
    </SaveDialog>
  )
}
