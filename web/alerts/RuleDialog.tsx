import { Divider, Group, Select, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'

import { alertRules, type AlertRule, type AlertRuleDraft, type AlertRules } from '@pult/contract/alert-rules'
import { alertSeverities } from '@pult/contract/alert-words'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { FigureField } from '../ui/FigureField.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { alertsText } from './alerts-text.ts'
import type { FieldsProps } from './fields-props.ts'
import { LimitFields } from './LimitFields.tsx'
import { draftOf, newDraft } from './rule-draft.ts'
import { RulePreview } from './RulePreview.tsx'
import { rulesText } from './rules-text.ts'
import { ToldFields } from './ToldFields.tsx'
import { WatchFields } from './WatchFields.tsx'

interface RuleDialogProps {
  readonly known: AlertRules
  /** Null for a new one. */
  readonly rule: AlertRule | null
  readonly onClose: () => void
}

/** What a rule watches, how patient it is, and who is told. */
export function RuleDialog({ known, rule, onClose }: RuleDialogProps) {
  const t = useText(rulesText)
  const language = useLanguage()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<AlertRuleDraft>(rule === null ? newDraft(language) : draftOf(rule))
  const change = (part: Partial<AlertRuleDraft>): void => setDraft({ ...draft, ...part })
  const create = useAct(alertRules.createAlertRule, { problem: 'self', onDone: onClose })
  const save = useAct(alertRules.changeAlertRule, { problem: 'self', onDone: onClose })
  const onSave = (): void => {
    if (rule === null) create.mutate({ params: { centerId }, body: draft })
    else save.mutate({ params: { centerId, alertRuleId: rule.alertRuleId }, body: { version: rule.version, draft } })
  }
  return (
    <SaveDialog
      title={t(rule === null ? 'makeTitle' : 'changeTitle')}
      size="lg"
      saving={rule === null ? create : save}
      onClose={onClose}
      onSave={onSave}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        data-autofocus
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <WatchFields known={known} draft={draft} change={change} />
      <LimitFields known={known} draft={draft} change={change} />
      <PaceFields draft={draft} change={change} />
      <RulePreview draft={draft} />
      <Divider label={t('who')} labelPosition="left" />
      <ToldFields known={known} draft={draft} change={change} />
      <Switch
        label={t('isOn')}
        checked={draft.isOn}
        onChange={(event) => change({ isOn: event.currentTarget.checked })}
      />
    </SaveDialog>
  )
}

function PaceFields({ draft, change }: Omit<FieldsProps, 'known'>) {
  const t = useText(rulesText)
  const words = useText(alertsText)
  return (
    <>
      <Group grow align="flex-end">
        <FigureField
          label={t('hold')}
          min={0}
          max={1440}
          digits={0}
          value={draft.holdMinutes}
          onChange={(minutes) => change({ holdMinutes: minutes ?? 0 })}
        />
        <FigureField
          label={t('clear')}
          min={0}
          max={1440}
          digits={0}
          value={draft.clearMinutes}
          onChange={(minutes) => change({ clearMinutes: minutes ?? 0 })}
        />
        <FigureField
          label={t('remind')}
          placeholder={t('remindHint')}
          min={5}
          max={1440}
          digits={0}
          value={draft.remindMinutes}
          onChange={(remindMinutes) => change({ remindMinutes })}
        />
      </Group>
      <Select
        label={t('severity')}
        allowDeselect={false}
        data={alertSeverities.map((value) => ({ value, label: words(`severity_${value}`) }))}
        value={draft.severity}
        onChange={(value) => change({ severity: alertSeverities.find((one) => one === value) ?? 'serious' })}
      />
      {draft.watch.kind !== 'condition' && (
        <Switch
          label={t('openHours')}
          checked={draft.openHoursOnly}
          onChange={(event) => change({ openHoursOnly: event.currentTarget.checked })}
        />
      )}
    </>
  )
}
