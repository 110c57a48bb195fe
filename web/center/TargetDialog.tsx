import { NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'

import { center, type Queue } from '@pult/contract/center'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'
import { asksSeconds, definitionOf, targetable, typedFactor } from './target-words.ts'

interface TargetDialogProps {
  readonly queues: readonly Queue[]
  readonly onClose: () => void
}

const ALL = 'all'
const unitKeys = {
  fraction: 'percentUnit',
  seconds: 'secondsUnit',
  contacts: 'contactsUnit',
  times: 'timesUnit',
} as const

/** A new target; the former one of the same measure and queue ends the day before. */
export function TargetDialog({ queues, onClose }: TargetDialogProps) {
  const t = useText(centerText)
  const formats = useFormats()
  const language = useLanguage()
  const { centerId } = useCenter()
  const [measureId, setMeasureId] = useState('serviceLevelNeutral')
  const [queue, setQueue] = useState(ALL)
  const [value, setValue] = useState<number | string>(80)
  const [within, setWithin] = useState<number | string>(20)
  const [validFrom, setValidFrom] = useState(formats.today(Date.now()))
  const set = useAct(center.setTarget, { problem: 'self', onDone: onClose })
  const definition = definitionOf(measureId)
  const save = (): void =>
    set.mutate({
      params: { centerId },
      body: {
        measureId,
        queueId: queue === ALL ? null : Number(queue),
        value: Number(value) / typedFactor(definition),
        withinSeconds: asksSeconds(definition) ? Number(within) : null,
        validFrom,
      },
    })
  return (
    <SaveDialog title={t('newTarget')} saving={set} onClose={onClose} onSave={save}>
      <Select
        label={t('measure')}
        searchable
        allowDeselect={false}
        data={targetable.map((one) => ({ value: one.id, label: one.name[language] }))}
        value={measureId}
        onChange={(id) => setMeasureId(id ?? measureId)}
      />
      <Select
        label={t('queue')}
        allowDeselect={false}
        searchable
        data={[
          { value: ALL, label: t('allQueues') },
          ...queues.map((one) => ({ value: String(one.queueId), label: one.name })),
        ]}
        value={queue}
        onChange={(id) => setQueue(id ?? ALL)}
      />
      <NumberInput
        label={`${t('target')}, ${t(unitKeys[definition?.unit ?? 'fraction'])}`}
        required
        min={0}
        {...(definition?.unit === 'fraction' ? { max: 100 } : {})}
        decimalScale={2}
        decimalSeparator={language === 'ru' ? ',' : '.'}
        value={value}
        onChange={setValue}
      />
      {asksSeconds(definition) && (
        <NumberInput
          label={t('withinSeconds')}
          required
          min={1}
          max={604_800}
          allowDecimal={false}
          value={within}
          onChange={setWithin}
        />
      )}
      <TextInput
        type="date"
        label={t('validFrom')}
        required
        value={validFrom}
        onChange={(event) => setValidFrom(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
