import { Group, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'

import { forecast } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { monthAfter } from '../ui/period.ts'
import { forecastText } from './forecast-text.ts'

interface NewForecastProps {
  readonly onClose: () => void
  readonly onMade: (forecastId: number) => void
}

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
  const [name, setName] = useState(t('nameStart', { days: formats.dateRange(today, monthAfter(today).to) }))
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
        create.mutate({ params: { centerId }, body: { name, firstDay, lastDay, intervalMinutes: minutes } })
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
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
        aria-label={t('interval')}
        value={String(minutes)}
        onChange={(value) => setMinutes(lengths.find((one) => String(one) === value) ?? 30)}
        data={lengths.map((one) => ({ value: String(one), label: t('minutes', { count: one }) }))}
      />
    </SaveDialog>
  )
}
