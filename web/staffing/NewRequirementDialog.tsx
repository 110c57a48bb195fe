import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { center } from '@pult/contract/center'
import { forecast, type Forecast } from '@pult/contract/forecast'
import { staffing } from '@pult/contract/staffing'
import { workOfChannel } from '@pult/engine/staffing'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays, monthAfter, type Days } from '../ui/period.ts'
import { staffingText } from './staffing-text.ts'

interface NewRequirementProps {
  /** To begin with; null: the newest that has days to come. */
  readonly forecastId: number | null
  readonly onClose: () => void
  readonly onMade: (requirementId: number) => void
}

const PAST = 'past'

/** Which days to count agents for, and from which load: from the forecast made last, where there is one. */
export function NewRequirementDialog(props: NewRequirementProps) {
  const { centerId } = useCenter()
  const made = useReply(forecast.listForecasts, { params: { centerId } })
  if (made.data === undefined) return null
  const usable = made.data.forecasts.filter(({ status }) => status === 'draft' || status === 'published')
  return <RequirementForm {...props} usable={usable} />
}

/** Next month where the forecast has it, else all the days that it has still to come; a week where there is no forecast. */
function daysFrom(one: Forecast | undefined, today: string): Days {
  const tomorrow = addDays(today, 1)
  if (one === undefined) return { from: tomorrow, to: addDays(today, 7) }
  const month = monthAfter(today)
  if (one.firstDay <= month.from && month.to <= one.lastDay) return month
  return { from: one.firstDay > tomorrow ? one.firstDay : tomorrow, to: one.lastDay }
}

function RequirementForm({
  forecastId: asked,
  usable,
  onClose,
  onMade,
}: NewRequirementProps & { readonly usable: readonly Forecast[] }) {
  const t = useText(staffingText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const start = usable.find(({ forecastId }) => forecastId === asked) ?? usable.find(({ lastDay }) => lastDay > today)
  const [days, setDays] = useState(daysFrom(start, today))
  const nameOf = ({ from, to }: Days): string => t('nameStart', { days: formats.dateRange(from, to) })
  const [name, setName] = useState(nameOf(days))
  const [basis, setBasis] = useState(start === undefined ? PAST : String(start.forecastId))
  const [isRateUncertain, setRateUncertain] = useState(true)
  const [lying, setLying] = useState<ReadonlyMap<number, number>>(new Map())
  const backlogs = [...lying].map(([queueId, items]) => ({ queueId, items }))
  const queues = useReply(center.listQueues, { params: { centerId } }).data?.queues ?? []
  const deferred = queues.filter(
    ({ channel, status }) => status !== 'archived' && workOfChannel(channel) === 'deferred',
  )
  /** A name that nobody has changed follows the days. */
  const change = (next: Days): void => {
    setDays(next)
    if (name === nameOf(days)) setName(nameOf(next))
  }
  const choose = (value: string): void => {
    setBasis(value)
    change(
      daysFrom(
        usable.find(({ forecastId }) => String(forecastId) === value),
        today,
      ),
    )
  }
  const create = useAct(staffing.createRequirement, {
    problem: 'self',
    touches: [staffing.listRequirements],
    onDone: ({ requirementId }) => onMade(requirementId),
  })
  const forecastId = basis === PAST ? null : Number(basis)
  return (
    <SaveDialog
      title={t('countTitle')}
      act={t('countAct')}
      saving={create}
      onClose={onClose}
      onSave={() =>
        create.mutate({
          params: { centerId },
          body: { name, firstDay: days.from, lastDay: days.to, forecastId, isRateUncertain, backlogs },
        })
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
        onChange={(value) => choose(value ?? PAST)}
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
          value={days.from}
          onChange={(event) => change({ ...days, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('lastDay')}
          required
          value={days.to}
          onChange={(event) => change({ ...days, to: event.currentTarget.value })}
        />
      </Group>
      {deferred.map(({ queueId, name: queue }) => (
        <NumberInput
          key={queueId}
          label={t('lyingIn', { queue })}
          description={t('lyingHint')}
          min={0}
          max={1_000_000}
          allowDecimal={false}
          value={lying.get(queueId) ?? ''}
          onChange={(value) => setLying(withItems(lying, queueId, value === '' ? null : Number(value)))}
        />
      ))}
      <Checkbox
        label={t('rateUncertain')}
        description={t('rateUncertainHint')}
        checked={isRateUncertain}
        onChange={(event) => setRateUncertain(event.currentTarget.checked)}
      />
    </SaveDialog>
  )
}

function withItems(lying: ReadonlyMap<number, number>, queueId: number, items: number | null): Map<number, number> {
  const next = new Map(lying)
  if (items === null) next.delete(queueId)
  else next.set(queueId, items)
  return next
}
