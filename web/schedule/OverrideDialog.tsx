import { Group, SegmentedControl, Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'

import { people } from '@pult/contract/people'
import { peopleAgreements } from '@pult/contract/people-agreements'
import { ruleSeverities, scheduleSettings, type LaborRuleView } from '@pult/contract/schedule-settings'

import { useCenter, useMay } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { laborText } from './labor-text.ts'
import { ParameterField } from './ParameterField.tsx'
import type { Json } from './parameter-words.ts'
import { useSayParameters } from './rule-words.ts'

interface OverrideDialogProps {
  readonly rule: LaborRuleView
  readonly onClose: () => void
}

const PRESET = 'preset'
const OFF = 'off'

/** What the centre, or one agreement, sets over a rule: values or severity, from a day on, with a reason. */
export function OverrideDialog({ rule, onClose }: OverrideDialogProps) {
  const t = useText(laborText)
  const said = useSaid()
  const formats = useFormats()
  const sayParameters = useSayParameters()
  const { centerId } = useCenter()
  const maySeeAgreements = useMay('readAgreements')
  const preset = rule.parameters as Readonly<Record<string, Json>>
  const [parameters, setParameters] = useState(preset)
  const [severity, setSeverity] = useState<string>(PRESET)
  const [agreementId, setAgreementId] = useState<number | null>(null)
  const [isWhole, setWhole] = useState(true)
  const [days, setDays] = useState({ from: formats.today(Date.now()), to: null as string | null })
  const [reason, setReason] = useState('')
  const create = useAct(scheduleSettings.createLaborOverride, { problem: 'self', onDone: onClose })
  const save = (): void => {
    if (!isWhole && agreementId === null) return
    const changed = Object.entries(parameters).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(preset[name]),
    )
    create.mutate({
      params: { centerId },
      body: {
        ruleId: rule.ruleId,
        agreementId: isWhole ? null : agreementId,
        ...days,
        severity: ruleSeverities.find((one) => one === severity) ?? null,
        applies: severity !== OFF,
        parameters: Object.fromEntries(changed) as LaborRuleView['parameters'],
        reason,
      },
    })
  }
  const severities = [
    { value: PRESET, label: t('asPreset', { severity: t(rule.severity) }) },
    ...ruleSeverities.map((value) => ({ value: value as string, label: t(value) })),
    { value: OFF, label: t('off') },
  ]
  return (
    <SaveDialog title={t('changeTitle')} size="lg" saving={create} onClose={onClose} onSave={save}>
      <div>
        <Text fw={600}>{said(rule.title)}</Text>
        <Text size="sm" c="dimmed">
          {rule.article} · {t('remindPreset', { value: sayParameters(preset) })}
        </Text>
      </div>
      {Object.entries(preset).map(([name, value]) => (
        <ParameterField
          key={name}
          name={name}
          preset={value}
          value={parameters[name] ?? null}
          onChange={(changed) => setParameters({ ...parameters, [name]: changed })}
        />
      ))}
      <Select
        label={t('severity')}
        allowDeselect={false}
        data={severities}
        value={severity}
        onChange={(value) => setSeverity(value ?? PRESET)}
      />
      <Group grow>
        <DayField
          label={t('from')}
          required
          value={days.from}
          onChange={(from) => setDays({ ...days, from: from ?? '' })}
        />
        <DayField label={t('to')} value={days.to} onChange={(to) => setDays({ ...days, to })} />
      </Group>
      {maySeeAgreements && (
        <>
          <SegmentedControl
            aria-label={t('scope')}
            value={isWhole ? 'all' : 'one'}
            onChange={(value) => setWhole(value === 'all')}
            data={[
              { value: 'all', label: t('wholeCentre') },
              { value: 'one', label: t('oneAgreement') },
            ]}
          />
          {!isWhole && <AgreementField value={agreementId} onChange={setAgreementId} />}
        </>
      )}
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        required
        autosize
        maxRows={5}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}

interface AgreementFieldProps {
  readonly value: number | null
  readonly onChange: (agreementId: number | null) => void
}

function AgreementField({ value, onChange }: AgreementFieldProps) {
  const t = useText(laborText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const params = { centerId }
  const agreements = useReply(peopleAgreements.listAgreements, { params }).data?.agreements ?? []
  const agents = useReply(people.listAgents, { params }).data?.agents ?? []
  const names = new Map(agents.map(({ agentId, name }) => [agentId, name]))
  return (
    <Select
      label={t('agreement')}
      required
      searchable
      limit={100}
      data={agreements.map(({ agreementId, agentId, from }) => ({
        value: String(agreementId),
        label: `${names.get(agentId) ?? '–'}, ${t('holdsFrom', { from: formats.date(from) })}`,
      }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
    />
  )
}
