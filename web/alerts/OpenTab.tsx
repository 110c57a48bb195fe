import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'

import { alerts } from '@pult/contract/alerts'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useText } from '../ui/language.tsx'
import { alertsText } from './alerts-text.ts'
import { AlertTable } from './AlertTable.tsx'
import { LIVE } from './live-alerts.ts'

/** What is out of line this moment. */
export function OpenTab() {
  const t = useText(alertsText)
  const { centerId } = useCenter()
  const reply = useReply(alerts.listAlerts, { params: { centerId }, query: { state: 'open' } }, { live: LIVE })
  return (
    <Reply reply={reply}>
      {({ alerts: list, hasRules }) =>
        list.length > 0 ? (
          <AlertTable alerts={list} label={t('tab_open')} />
        ) : hasRules ? (
          <EmptyState icon={<IconCircleCheck size={28} color="var(--pult-good)" />} title={t('noneOpen')}>
            {t('noneOpenHint')}
          </EmptyState>
        ) : (
          <NobodyWatches />
        )
      }
    </Reply>
  )
}

/** Before the first rule. */
function NobodyWatches() {
  const t = useText(alertsText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editAlerts')
  const toRules = mayEdit && (
    <Button component={Link} to={paths.alertRules(centerId)}>
      {t('toRules')}
    </Button>
  )
  return (
    <EmptyState title={t('noRules')} actions={toRules}>
      {`${t('noRulesHint')}${mayEdit ? '' : ` ${t('askForRules')}`}`}
    </EmptyState>
  )
}
