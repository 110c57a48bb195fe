import { Button, Tabs } from '@mantine/core'
import { IconMoon } from '@tabler/icons-react'
import { useState } from 'react'

import { useCenter, useMay } from '../platform/center.tsx'
import { useView } from '../platform/view.ts'
import { useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { AlertDialog } from './AlertDialog.tsx'
import { alertsText } from './alerts-text.ts'
import { alertsView, alertTabs, type AlertTab } from './alerts-view.ts'
import { HistoryTab } from './HistoryTab.tsx'
import { OpenTab } from './OpenTab.tsx'
import { QuietDialog } from './QuietDialog.tsx'
import { RulesTab } from './RulesTab.tsx'

const tabsByName = { open: OpenTab, history: HistoryTab, rules: RulesTab } as const satisfies Record<AlertTab, unknown>

/** What is out of line now, what was, and the rules that say so. */
export function AlertsPage() {
  const t = useText(alertsText)
  const { centerName } = useCenter()
  const [view, setView] = useView(alertsView)
  const [isQuietOpen, setQuietOpen] = useState(false)
  const mayEdit = useMay('editAlerts')
  const shown = alertTabs.filter((tab) => mayEdit || tab !== 'rules')
  const open = shown.includes(view.tab) ? view.tab : 'open'
  const Content = tabsByName[open]
  return (
    <Page
      title={t('alerts')}
      subtitle={t('hint')}
      printHeader={centerName}
      actions={
        <Button variant="default" leftSection={<IconMoon size={16} />} onClick={() => setQuietOpen(true)}>
          {t('quiet')}
        </Button>
      }
    >
      <Tabs value={open} onChange={(value) => setView({ tab: alertTabs.find((tab) => tab === value) ?? 'open' })}>
        <Tabs.List mb="md" className="no-print">
          {shown.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {t(`tab_${tab}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Content />
      </Tabs>
      {view.alert !== null && <AlertDialog alertId={view.alert} onClose={() => setView({ alert: null })} />}
      {isQuietOpen && <QuietDialog onClose={() => setQuietOpen(false)} />}
    </Page>
  )
}
