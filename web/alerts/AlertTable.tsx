import { Anchor, Text } from '@mantine/core'

import type { Alert } from '@pult/contract/alerts'

import { useView } from '../platform/view.ts'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { ListRows, type ListColumn } from '../ui/ListTable.tsx'
import { alertsText } from './alerts-text.ts'
import { alertsView } from './alerts-view.ts'
import { AnswerButton } from './AnswerButton.tsx'
import { Severity } from './Severity.tsx'
import { useLasted } from './use-lasted.ts'

interface AlertTableProps {
  readonly alerts: readonly Alert[]
  readonly label: string
}

/** Alerts as a list; each opens its story. */
export function AlertTable({ alerts, label }: AlertTableProps) {
  const t = useText(alertsText)
  const language = useLanguage()
  const formats = useFormats()
  const lasted = useLasted()
  const [, setView] = useView(alertsView)
  const columns: ListColumn<Alert>[] = [
    { key: 'severity', title: t('severity'), cell: ({ severity }) => <Severity severity={severity} /> },
    {
      key: 'what',
      title: t('what'),
      cell: ({ alertId, words, ruleName }) => (
        <>
          <Anchor
            component="button"
            type="button"
            ta="left"
            onClick={() => setView({ alert: alertId }, { asStep: true })}
          >
            {words[language]}
          </Anchor>
          <Text size="xs" c="dimmed">
            {ruleName}
          </Text>
        </>
      ),
    },
    { key: 'raised', title: t('raised'), cell: ({ raisedAt }) => formats.dateTime(raisedAt) },
    { key: 'lasted', title: t('lasted'), cell: (alert) => <Ended alert={alert} lasted={lasted(alert)} /> },
    { key: 'answered', title: t('answered'), cell: (alert) => <AnsweredBy alert={alert} /> },
    { key: 'acts', title: t('answer'), acts: 'words', cell: (alert) => <AnswerButton alert={alert} /> },
  ]
  return <ListRows framed label={label} columns={columns} rows={alerts} rowKey={({ alertId }) => alertId} />
}

function Ended({ alert: { clearedBecause }, lasted }: { readonly alert: Alert; readonly lasted: string }) {
  const t = useText(alertsText)
  return (
    <>
      {lasted}
      {clearedBecause !== null && (
        <Text size="xs" c="dimmed">
          {t(`because_${clearedBecause}`)}
        </Text>
      )}
    </>
  )
}

export function AnsweredBy({ alert: { answeredAt, answeredByName, answer } }: { readonly alert: Alert }) {
  const t = useText(alertsText)
  const formats = useFormats()
  if (answeredByName === null) return <Text c="dimmed">{t('nobodyYet')}</Text>
  return (
    <>
      {t('answeredBy', { name: answeredByName, when: formats.dateTime(answeredAt) })}
      {answer !== null && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {answer}
        </Text>
      )}
    </>
  )
}
