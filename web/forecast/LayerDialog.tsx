import { Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { forecast, type Forecast } from '@pult/contract/forecast'
import { forecastLayers, layerChanges, layerKinds, type LayerDraft } from '@pult/contract/forecast-layers'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { MOST_REASON } from './laid-notes.ts'
import { layerText } from './layer-text.ts'
import { PastEvent } from './PastEvent.tsx'
import { QueueSelect } from './QueueSelect.tsx'

const WHOLE_DAY = { fromMinute: 0, toMinute: 1440 }

interface LayerDialogProps {
  readonly forecast: Forecast
  /** What is known of it: a comment on days to come, say. */
  readonly known?: Pick<LayerDraft, 'queueId' | 'firstDay' | 'lastDay' | 'reason'> | undefined
  readonly onClose: () => void
}

/** An event or a correction to lay over a forecast. */
export function LayerDialog({ forecast: chosen, known, onClose }: LayerDialogProps) {
  const t = useText(layerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const start = chosen.firstDay > today ? chosen.firstDay : today
  const [draft, setDraft] = useState<LayerDraft>({
    kind: 'campaign',
    queueId: null,
    firstDay: start,
    lastDay: start,
    ...WHOLE_DAY,
    change: 'times',
    amount: 1.2,
    amountSd: 0,
    ahtTimes: 1,
    reason: '',
    expiresOn: null,
    copiedFrom: null,
    ...known,
  })
  const set = (change: Partial<LayerDraft>): void => setDraft({ ...draft, ...change })
  const create = useAct(forecastLayers.createLayer, {
    problem: 'self',
    touches: [forecast.readForecast, forecast.readForecastIntervals, forecastLayers.listLayers],
    onDone: onClose,
  })
  const needsQueue = draft.change !== 'times' && draft.queueId === null
  return (
    <SaveDialog
      title={t('addLayer')}
      act={t('addLayer')}
      size="lg"
      saving={create}
      problem={create.isPending || !needsQueue ? null : t('queueNeeded')}
      onClose={onClose}
      onSave={() => {
        if (!needsQueue) create.mutate({ params: { centerId }, body: draft })
      }}
    >
      <Group grow>
        <Select
          label={t('kind')}
          allowDeselect={false}
          value={draft.kind}
          onChange={(value) => set({ kind: layerKinds.find((one) => one === value) ?? 'other' })}
          data={layerKinds.map((one) => ({ value: one, label: t(`kind_${one}`) }))}
        />
        <QueueSelect label={t('queue')} value={draft.queueId} onChange={(queueId) => set({ queueId })} />
      </Group>
      <TextInput
        label={t('reason')}
        description={t('reasonHint')}
        required
        maxLength={MOST_REASON}
        value={draft.reason}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <Days draft={draft} set={set} />
      <PastEvent
        queueId={draft.queueId}
        fromMinute={draft.fromMinute}
        toMinute={draft.toMinute}
        onTake={({ times, timesSd }, copiedFrom, reason) =>
          set({
            change: 'times',
            amount: Math.round(times * 1000) / 1000,
            amountSd: Math.round(timesSd * 1000) / 1000,
            copiedFrom,
            reason: draft.reason === '' ? reason : draft.reason,
          })
        }
      />
      <Size draft={draft} set={set} />
      <TextInput
        type="date"
        label={t('expires')}
        description={t('expiresHint')}
        value={draft.expiresOn ?? ''}
        onChange={(event) => set({ expiresOn: event.currentTarget.value === '' ? null : event.currentTarget.value })}
      />
    </SaveDialog>
  )
}

interface PartProps {
  readonly draft: LayerDraft
  readonly set: (change: Partial<LayerDraft>) => void
}

function Days({ draft, set }: PartProps) {
  const t = useText(layerText)
  return (
    <Group grow align="end">
      <TextInput
        type="date"
        label={t('firstDay')}
        required
        value={draft.firstDay}
        onChange={({ currentTarget: { value } }) =>
          set({ firstDay: value, ...(draft.lastDay < value ? { lastDay: value } : {}) })
        }
      />
      <TextInput
        type="date"
        label={t('lastDay')}
        required
        value={draft.lastDay}
        onChange={(event) => set({ lastDay: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        label={t('fromHour')}
        value={draft.fromMinute === 0 ? '' : clockOf(draft.fromMinute)}
        onChange={(event) => set({ fromMinute: minuteOf(event.currentTarget.value) ?? 0 })}
      />
      <TextInput
        type="time"
        label={t('toHour')}
        value={draft.toMinute === 1440 ? '' : clockOf(draft.toMinute)}
        onChange={(event) => set({ toMinute: minuteOf(event.currentTarget.value) ?? 1440 })}
      />
    </Group>
  )
}

function Size({ draft, set }: PartProps) {
  const t = useText(layerText)
  const { change, amount, amountSd, ahtTimes } = draft
  const isFactor = change === 'times'
  return (
    <>
      <SegmentedControl
        aria-label={t('change')}
        value={change}
        onChange={(value) => {
          const next = layerChanges.find((one) => one === value) ?? 'times'
          set({ change: next, amount: next === 'times' ? 1.2 : 100, amountSd: 0, copiedFrom: null })
        }}
        data={layerChanges.map((one) => ({ value: one, label: t(`change_${one}`) }))}
      />
      <Group grow align="start">
        {isFactor ? (
          <NumberField
            label={t('percent')}
            description={t('percentHint')}
            required
            min={-100}
            max={4900}
            decimalScale={1}
            value={rounded((amount - 1) * 100)}
            onChange={(value) => set({ amount: 1 + Number(value) / 100 })}
          />
        ) : (
          <NumberField
            label={t(change)}
            required
            {...(change === 'set' ? { min: 0 } : {})}
            max={1_000_000}
            value={amount}
            onChange={(value) => set({ amount: Number(value) })}
          />
        )}
        <NumberField
          label={isFactor ? `${t('sd')}, %` : t('sd')}
          description={t('sdHint')}
          min={0}
          decimalScale={1}
          value={isFactor ? rounded(amountSd * 100) : amountSd}
          onChange={(value) => set({ amountSd: isFactor ? Number(value) / 100 : Number(value) })}
        />
      </Group>
      <NumberField
        label={t('aht')}
        min={-90}
        max={900}
        value={rounded((ahtTimes - 1) * 100)}
        onChange={(value) => set({ ahtTimes: 1 + Number(value) / 100 })}
      />
    </>
  )
}

const rounded = (value: number): number => Math.round(value * 10) / 10

const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function minuteOf(clock: string): number | null {
  const [hour, minute] = clock.split(':').map(Number)
  return hour === undefined || minute === undefined || clock === '' ? null : hour * 60 + minute
}
