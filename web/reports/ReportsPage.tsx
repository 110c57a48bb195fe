import { Alert, Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { reports, type Report } from '@pult/contract/reports'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { History } from './History.tsx'
import { RunDialog } from './ReadDialogs.tsx'
import { ReportDialog } from './ReportDialog.tsx'
import { ReportList } from './ReportList.tsx'
import { reportsText } from './reports-text.ts'
import { LIVE, reportsView } from './reports-view.ts'

/** Reports to management: what, to whom, when, and every one that was made. */
export function ReportsPage() {
  const t = useText(reportsText)
  const { centerId, centerName } = useCenter()
  const mayEdit = useMay('editReports')
  const [view, setView] = useView(reportsView)
  const [opened, setOpened] = useState<Report | 'new' | null>(null)
  const reply = useReply(reports.listReports, { params: { centerId } }, { live: LIVE })
  const chosen = reply.data?.reports.find(({ reportId }) => reportId === view.report)
  // A saved view that is to be reported opens the form by its address.
  const form = opened ?? (view.ofView === null ? null : 'new')
  const close = (): void => {
    setOpened(null)
    setView({ ofView: null })
  }
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      printHeader={centerName}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
            {t('make')}
          </Button>
        )
      }
    >
      <Reply reply={reply}>
        {(told) => (
          <>
            {!told.hasMail && told.reports.length > 0 && <Alert color="brass">{t('noMail')}</Alert>}
            <Section>
              <ReportList
                told={told}
                onChange={setOpened}
                onHistory={(reportId) => setView({ report: reportId }, { asStep: true })}
              />
            </Section>
            {mayEdit && form !== null && (
              <ReportDialog
                report={form === 'new' ? null : form}
                viewId={view.ofView}
                people={told.people}
                onClose={close}
              />
            )}
          </>
        )}
      </Reply>
      {chosen !== undefined && (
        <History
          report={chosen}
          onRead={(runId) => setView({ run: runId }, { asStep: true })}
          onClose={() => setView({ report: null })}
        />
      )}
      {view.run !== null && <RunDialog runId={view.run} onClose={() => setView({ run: null })} />}
    </Page>
  )
}
