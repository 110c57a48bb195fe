import { Group, Modal, Stack, Text } from '@mantine/core'

import { alerts, type AlertStory } from '@pult/contract/alerts'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { ListRows, type ListColumn } from '../ui/ListTable.tsx'
import { uiText } from '../ui/ui-text.ts'
import { alertsText } from './alerts-text.ts'
import { AnsweredBy } from './AlertTable.tsx'
import { AnswerButton } from './AnswerButton.tsx'
import { LIVE } from './live-alerts.ts'
import { Severity } from './Severity.tsx'
import { useLasted } from './use-lasted.ts'

/** The whole story of one alert: when, how bad, who takes care of it, who was told by what. */
export function AlertDialog({ alertId, onClose }: { readonly alertId: number; readonly onClose: () => void }) {
  const t = useText(alertsText)
  const ui = useText(uiText)
  const { centerId } = useCenter()
  const reply = useReply(alerts.readAlert, { params: { centerId, alertId } }, { live: [...LIVE, 'messages'] })
  return (
    <Modal opened onClose={onClose} size="lg" title={t('details')} closeButtonProps={{ 'aria-label': ui('close') }}>
      <Reply reply={reply}>{(story) => <Story story={story} />}</Reply>
    </Modal>
  )
}

function Story({ story }: { readonly story: AlertStory }) {
  const t = useText(alertsText)
  const language = useLanguage()
  const formats = useFormats()
  const lasted = useLasted()
  const { severity, words, ruleName, raisedAt, clearedAt, clearedBecause, told, toldByPage } = story
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    [t('rule'), ruleName],
    [t('raised'), formats.dateTime(raisedAt)],
    [
      t('cleared'),
      clearedAt === null || clearedBecause === null
        ? '–'
        : `${formats.dateTime(clearedAt)}, ${t(`because_${clearedBecause}`)}`,
    ],
    [t('lasted'), lasted(story)],
    [t('answered'), <AnsweredBy key="answered" alert={story} />],
  ]
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <Severity severity={severity} />
        <AnswerButton alert={story} />
      </Group>
      <Text fw={600}>{words[language]}</Text>
      <Stack gap={6} component="dl" m={0}>
        {facts.map(([name, value]) => (
          <Group key={name} gap="sm" wrap="nowrap" align="flex-start">
            <Text component="dt" size="sm" c="dimmed" w={130} style={{ flex: 'none' }}>
              {name}
            </Text>
            <Text component="dd" size="sm" m={0} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Text>
          </Group>
        ))}
      </Stack>
      <Text fw={600}>{t('told')}</Text>
      {toldByPage && <Text size="sm">{t('toldByPage')}</Text>}
      {!toldByPage && told.length === 0 && <Text size="sm">{t('toldNobody')}</Text>}
      {told.length > 0 && <Told told={told} />}
    </Stack>
  )
}

function Told({ told }: { readonly told: AlertStory['told'] }) {
  const t = useText(alertsText)
  const formats = useFormats()
  const rows = told.map((one, place) => ({ ...one, place }))
  const columns: ListColumn<(typeof rows)[number]>[] = [
    { key: 'event', title: t('event'), cell: ({ event }) => t(`event_${event}`) },
    {
      key: 'to',
      title: t('to'),
      cell: ({ way, address }) => <span style={{ overflowWrap: 'anywhere' }}>{`${t(`way_${way}`)}: ${address}`}</span>,
    },
    {
      key: 'status',
      title: t('status'),
      cell: ({ toldAt, status }) =>
        toldAt === null ? t('held') : `${t(`status_${status ?? 'none'}`)}, ${formats.dateTime(toldAt)}`,
    },
  ]
  return <ListRows framed label={t('told')} columns={columns} rows={rows} rowKey={({ place }) => place} />
}
