import { Group, MultiSelect, Select, Switch } from '@mantine/core'

import type { AlertWatch } from '@pult/contract/alert-rules'
import { alertScopes, alertWindows, conditionKinds } from '@pult/contract/alert-words'

import { useLanguage, useText } from '../ui/language.tsx'
import { CONDITION, watching, watchValue } from './rule-draft.ts'
import { watchableOf } from './rule-sentence.ts'
import type { FieldsProps } from './fields-props.ts'
import { rulesText } from './rules-text.ts'

/** What is watched, over what time, and of which queues. */
export function WatchFields({ known, draft, change }: FieldsProps) {
  const t = useText(rulesText)
  const language = useLanguage()
  const { watch } = draft
  const options = (kind: 'live' | 'measure') =>
    known.watchables
      .filter((one) => one.kind === kind)
      .map(({ id, name }) => ({ value: `${kind}:${id}`, label: name[language] }))
  return (
    <>
      <Select
        label={t('what')}
        searchable
        allowDeselect={false}
        data={[
          { group: t('groupLive'), items: options('live') },
          { group: t('groupMeasure'), items: options('measure') },
          { group: t('groupCondition'), items: [{ value: CONDITION, label: t('conditions') }] },
        ]}
        value={watchValue(watch)}
        onChange={(value) => value !== null && change(watching(draft, value, known.watchables))}
      />
      {watch.kind === 'condition' ? (
        <MultiSelect
          label={t('conditionsOf')}
          data={conditionKinds.map((value) => ({ value, label: t(`condition_${value}`) }))}
          value={watch.conditions}
          onChange={(chosen) =>
            change({ watch: { ...watch, conditions: conditionKinds.filter((kind) => chosen.includes(kind)) } })
          }
        />
      ) : (
        <ScopeFields known={known} draft={draft} change={change} watch={watch} />
      )}
    </>
  )
}

type Measurable = Exclude<AlertWatch, { kind: 'condition' }>

function ScopeFields({ known, draft, change, watch }: FieldsProps & { readonly watch: Measurable }) {
  const t = useText(rulesText)
  const isCenterOnly = watchableOf(draft, known.watchables)?.centerOnly === true
  const part = (more: Partial<Pick<Measurable, 'scope' | 'queueIds' | 'channels'>>): void =>
    change({ watch: { ...watch, ...more } })
  return (
    <>
      <Group grow align="flex-end">
        {watch.kind === 'measure' && (
          <Select
            label={t('window')}
            allowDeselect={false}
            data={alertWindows.map((value) => ({ value, label: t(`window_${value}`) }))}
            value={watch.window}
            onChange={(value) =>
              change({ watch: { ...watch, window: alertWindows.find((one) => one === value) ?? '30' } })
            }
          />
        )}
        {!isCenterOnly && (
          <Select
            label={t('scope')}
            allowDeselect={false}
            data={alertScopes.map((value) => ({ value, label: t(`scope_${value}`) }))}
            value={watch.scope}
            onChange={(value) => part({ scope: alertScopes.find((one) => one === value) ?? 'eachQueue' })}
          />
        )}
      </Group>
      {watch.scope !== 'center' && (
        <>
          <MultiSelect
            label={t('queues')}
            placeholder={watch.queueIds.length === 0 ? t('allQueues') : ''}
            searchable
            data={known.queues.map(({ queueId, name }) => ({ value: String(queueId), label: name }))}
            value={watch.queueIds.map(String)}
            onChange={(ids) => part({ queueIds: ids.map(Number) })}
          />
          <Switch
            label={t('lineOnly')}
            checked={watch.channels === 'line'}
            onChange={(event) => part({ channels: event.currentTarget.checked ? 'line' : 'all' })}
          />
        </>
      )}
    </>
  )
}
