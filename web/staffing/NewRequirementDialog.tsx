import { Checkbox, Group, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { forecast } from '@pult/contract/forecast'
import { staffing } from '@pult/contract/staffing'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'
import { staffingText } from './staffing-text.ts'

interface NewRequirementProps {
  readonly onClose: () => void
  readonly onMade: (requirementId: number) => void
}

const PAST = 'past'

/** Which days to count agents for, and from which load. */
export function NewRequirementDialog({ onClose, onMade }: NewRequirementProps) {
  const t = useText(staffingText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const [firstDay, setFirstDay] = useState(addDays(today, 1))
  const [lastDay, setLastDay] = useState(addDays(today, 7))
  const [name, setName] = useState(t('nameStart', { from: formats.date(firstDay) }))
  const [basis, setBasis] = useState(PAST)
  const [isRateUncertain, setRateUncertain] = useState(true)
  const made = useReply(forecast.listForecasts, { params: { centerId } })
  const usable = (made.data?.forecasts ?? []).filter(({ status }) => status === 'draft' || status === 'published')
  const create = useAct(staffing.createRequirement, {
    problem: 'self',
    touches: [staffing.listRequirements],
    onDone: ({ requirementId }) => {
      onMade(requirementId)
      onClose()
    },
  })
  const forecastId = basis === PAST ? null : Number(basis)
  return (
    <SaveDialog
      title={t('countTitle')}
      act={t('countAct')}
      saving={create}
      onClose={onClose}
      onSave={() =>
        create.mutate({ params: { centerId }, body: { name, firstDay, lastDay, forecastId, isRateUncertain } })
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('basis')}
        allowDeselect={false}
        value={basis}
        onChange={(value) => setBasis(value ?? PAST)}
        data={[
          { value: PAST, label: t('pastWeeks') },
          ...usable.map((one) => ({ value: String(one.forecastId), label: one.name })),
        ]}
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
      <Checkbox
        label={t('rateUncertain')}
        description={t('rateUncertainHint')}
        checked={isRateUncertain}
        onChange={(event) => setRateUncertain(event.currentTarget.checked)}
      />
    </SaveDialog>
  )
}
