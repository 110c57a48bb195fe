import { Button, Group, Select, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'

import { alerts, type AlertFilter, type AlertList } from '@pult/contract/alerts'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { ExportMenu } from '../platform/ExportMenu.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView, type StateOf } from '../platform/view.ts'
import { DayField } from '../ui/DayField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Folded } from '../ui/Folded.tsx'
import { useText } from '../ui/language.tsx'
import { alertsText } from './alerts-text.ts'
import { alertsView, severityFilters } from './alerts-view.ts'
import { AlertTable } from './AlertTable.tsx'
import { LIVE } from './live-alerts.ts'

/** Every alert there was, found by rule, queue, severity, days and words. */
export function HistoryTab() {
  const t = useText(alertsText)
  const { centerId } = useCenter()
  const [view] = useView(alertsView)
  const filter = filterOf(view)
  const key = JSON.stringify(filter)
  const [page, setPage] = useState<{ readonly key: string; readonly before: number | null }>({ key, before: null })
  // Another filter begins at the newest.
  const before = page.key === key ? page.before : null
  const query = { ...filter, ...(before === null ? {} : { before }) }
  const reply = useReply(alerts.listAlerts, { params: { centerId }, query }, { live: LIVE, keepFormer: true })
  return (
    <Reply reply={reply}>
      {(list) => (
        <>
          <Filters known={list} filter={filter} />
          {list.alerts.length === 0 ? (
            <EmptyState title={t('noneFound')}>{t('noneFoundHint')}</EmptyState>
          ) : (
            <AlertTable alerts={list.alerts} label={t('tab_history')} />
          )}
          <Group mt="sm" gap="xs">
            {before !== null && (
              <Button variant="default" size="xs" onClick={() => setPage({ key, before: null })}>
                {t('newest')}
              </Button>
            )}
            {list.next !== null && (
              <Button variant="default" size="xs" onClick={() => setPage({ key, before: list.next })}>
                {t('older')}
              </Button>
            )}
          </Group>
        </>
      )}
    </Reply>
  )
}

function filterOf({ severity, rule, queue, from, to, search }: StateOf<typeof alertsView>): AlertFilter {
  return {
    state: 'all',
    ...(severity === 'any' ? {} : { severity }),
    ...(rule === null ? {} : { alertRuleId: rule }),
    ...(queue === null ? {} : { queueId: queue }),
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  }
}

interface FiltersProps {
  readonly known: AlertList
  readonly filter: AlertFilter
}

function Filters({ known: { rules, queues }, filter }: FiltersProps) {
  const t = useText(alertsText)
  const { centerId } = useCenter()
  const [view, setView] = useView(alertsView)
  return (
    <Group mb="md" gap="sm" align="flex-end" className="no-print">
      <Folded label={t('filters')} icon={<IconFilter size={16} />}>
        <Select
          label={t('severity')}
          w={170}
          allowDeselect={false}
          data={severityFilters.map((value) => ({ value, label: t(`severity_${value}`) }))}
          value={view.severity}
          onChange={(value) => setView({ severity: severityFilters.find((one) => one === value) ?? 'any' })}
        />
        <Select
          label={t('rule')}
          w={230}
          clearable
          searchable
          placeholder={t('anyRule')}
          data={rules.map(({ alertRuleId, name }) => ({ value: String(alertRuleId), label: name }))}
          value={view.rule === null ? null : String(view.rule)}
          onChange={(value) => setView({ rule: value === null ? null : Number(value) })}
        />
        <Select
          label={t('queue')}
          w={190}
          clearable
          searchable
          placeholder={t('anyQueue')}
          data={queues.map(({ queueId, name }) => ({ value: String(queueId), label: name }))}
          value={view.queue === null ? null : String(view.queue)}
          onChange={(value) => setView({ queue: value === null ? null : Number(value) })}
        />
        <DayField label={t('from')} value={view.from} onChange={(from) => setView({ from: from ?? '' })} />
        <DayField label={t('until')} value={view.to} onChange={(to) => setView({ to: to ?? '' })} />
        <TextInput
          label={t('search')}
          w={190}
          value={view.search}
          onChange={(event) => setView({ search: event.currentTarget.value })}
        />
      </Folded>
      <ExportMenu
        onKeep={(asked) => download(alerts.exportAlerts, { params: { centerId }, query: { ...filter, ...asked } })}
      />
    </Group>
  )
}
