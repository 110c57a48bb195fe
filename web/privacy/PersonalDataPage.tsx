import { Tabs } from '@mantine/core'

import { defineView, inAddress, useView } from '../platform/view.ts'
import { useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { FindTab } from './FindTab.tsx'
import { NoticesTab } from './NoticesTab.tsx'
import { privacyText } from './privacy-text.ts'
import { RequestsTab } from './RequestsTab.tsx'
import { RetentionTab } from './RetentionTab.tsx'

const tabs = ['find', 'requests', 'retention', 'notices'] as const
const view = defineView({ tab: inAddress.oneOf(tabs, 'find') })
const contentByTab = { find: FindTab, requests: RequestsTab, retention: RetentionTab, notices: NoticesTab } as const

/** Personal data: found, given out, removed; requests, periods, notices and consents. */
export function PersonalDataPage() {
  const t = useText(privacyText)
  const [{ tab }, setView] = useView(view)
  const Content = contentByTab[tab]
  return (
    <Page title={t('title')} subtitle={t('hint')}>
      <Tabs
        value={tab}
        onChange={(value) => setView({ tab: tabs.find((one) => one === value) ?? 'find' }, { asStep: true })}
      >
        <Tabs.List className="no-print">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`tab_${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <Content />
    </Page>
  )
}
