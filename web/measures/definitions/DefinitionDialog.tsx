import { Alert, NumberInput, Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import { definitions, type ChangeableDefinition, type DefinitionParameters } from '@pult/contract/definitions'
import { measures, plainQuestion, type MeasureReply } from '@pult/contract/measures'
import { triedReference } from '@pult/engine/measures'

import { useCenter } from '../../platform/center.tsx'
import { useAct, useReply } from '../../platform/replies.ts'
import { SaveDialog } from '../../platform/SaveDialog.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useFormats, useLanguage, useText } from '../../ui/language.tsx'
import { addDays, daysOf } from '../../ui/period.ts'
import { writeFigure } from '../figure-words.ts'
import { definitionsText } from './definitions-text.ts'

interface DefinitionDialogProps {
  readonly definition: ChangeableDefinition
  /** What is proposed; null: what holds now, to be changed by hand. */
  readonly tried: DefinitionParameters | null
  readonly onClose: () => void
}

/** A new version of a definition: what, since when, why; with last month under both. */
export function DefinitionDialog({ definition, tried, onClose }: DefinitionDialogProps) {
  const t = useText(definitionsText)
  const formats = useFormats()
  const language = useLanguage()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const holds = definition.versions.find(({ version }) => version === definition.inForce)
  const [parameters, setParameters] = useState<DefinitionParameters>(
    tried ?? holds?.parameters ?? definition.published.parameters,
  )
  const [validFrom, setValidFrom] = useState<string | null>(today)
  const [reason, setReason] = useState('')
  const change = useAct(definitions.change, { problem: 'self', done: t('saved'), onDone: onClose })
  const set = (id: string, value: string | number | null): void => setParameters({ ...parameters, [id]: value })
  return (
    <SaveDialog
      title={t('changeOf', { name: definition.name[language] })}
      size="lg"
      saving={change}
      onClose={onClose}
      onSave={() =>
        change.mutate({
          params: { centerId },
          body: { measureId: definition.measureId, parameters, validFrom: validFrom ?? today, reason },
        })
      }
    >
      {definition.choices.map(({ id, name, options, none }) =>
        options === null ? (
          <NumberInput
            key={id}
            label={name[language]}
            placeholder={none?.[language] ?? ''}
            min={0}
            max={604_800}
            allowDecimal={false}
            value={typeof parameters[id] === 'number' ? parameters[id] : ''}
            onChange={(value) => set(id, typeof value === 'number' ? value : null)}
          />
        ) : (
          <Select
            key={id}
            label={name[language]}
            allowDeselect={false}
            data={options.map((option) => ({ value: option.id, label: option.name[language] }))}
            value={String(parameters[id])}
            onChange={(value) => set(id, value)}
          />
        ),
      )}
      <DayField label={t('validFrom')} required value={validFrom} onChange={setValidFrom} />
      {validFrom !== null && validFrom < today && <Alert color="brass">{t('retroactive')}</Alert>}
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        required
        maxLength={1000}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Preview
        before={holds?.reference ?? definition.published.reference}
        after={triedReference(definition.measureId, parameters)}
      />
    </SaveDialog>
  )
}

/** Last month by the definition that holds and by the one that is tried. */
function Preview({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useText(definitionsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const days = daysOf('last-month', formats.today(Date.now()))
  const body = { ...plainQuestion, from: days.from, to: addDays(days.to, 1), measures: [before, after] }
  const reply = useReply(measures.queryMeasures, { params: { centerId }, body }, { keepFormer: true })
  if (reply.data === undefined)
    return reply.error === null ? (
      <Text size="sm" c="dimmed">
        {t('previewing')}
      </Text>
    ) : null
  const [was, will] = [0, 1].map((place) => sayTotal(reply.data, place, formats))
  return (
    <Text size="sm" fw={600}>
      {reply.data.total.figures[0]?.value === null
        ? t('previewNone')
        : t('preview', { before: was ?? '', after: will ?? '' })}
    </Text>
  )
}

function sayTotal(
  { measures: columns, total }: MeasureReply,
  place: number,
  formats: Parameters<typeof writeFigure>[2],
): string {
  const column = columns[place]
  return column === undefined ? '' : writeFigure(column, total.figures[place]?.value ?? null, formats)
}
