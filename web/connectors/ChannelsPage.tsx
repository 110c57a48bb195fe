import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconChartBar, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { connectors, type Connector, type ConnectorState } from '@pult/contract/connectors'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page } from '../ui/Page.tsx'
import { ChannelDialog } from './ChannelDialog.tsx'
import { ChannelHealth } from './ChannelHealth.tsx'
import { connectorsText } from './connectors-text.ts'
import { LookNow } from './LookNow.tsx'
import { isProblemCode } from './problem-code.ts'
import { WebhookSecret } from './WebhookSecret.tsx'

const EVERY_MS = 10_000
/** From here on a delay is told in minutes and hours. */
const LONG_LAG_MS = 60_000

/** The webhook whose secret is shown now. */
interface Shown {
  readonly connectorId: number
  readonly secret: string
}

/** The channels by which data come in, and how each of them is. */
export function ChannelsPage() {
  const t = useText(connectorsText)
  const { centerId } = useCenter()
  const mayChange = useMay('administer')
  const [edited, setEdited] = useState<Connector | 'new' | null>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [secret, setSecret] = useState<Shown | null>(null)
  const reply = useReply(
    connectors.listConnectors,
    { params: { centerId } },
    { live: ['connectors'], everyMs: EVERY_MS },
  )
  const add = mayChange && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
      {t('add')}
    </Button>
  )
  return (
    <Page title={t('channels')} subtitle={t('hint')} actions={add}>
      <Reply reply={reply}>
        {({ connectors: list }) => {
          const shown = list.find(({ connectorId }) => connectorId === chosen) ?? list[0]
          return (
            <Stack gap="lg">
              <ChannelList
                list={list}
                {...(mayChange ? { onEdit: setEdited } : {})}
                onShow={({ connectorId }) => setChosen(connectorId)}
              />
              {shown !== undefined && <ChannelHealth key={shown.connectorId} connector={shown} />}
            </Stack>
          )
        }}
      </Reply>
      {edited !== null && (
        <ChannelDialog
          connector={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSecret={setSecret}
        />
      )}
      {secret !== null && <WebhookSecret {...secret} onClose={() => setSecret(null)} />}
    </Page>
  )
}

interface ListProps {
  readonly list: readonly Connector[]
  readonly onEdit?: (connector: Connector) => void
  readonly onShow: (connector: Connector) => void
}

function ChannelList({ list, onEdit, onShow }: ListProps) {
  const t = useText(connectorsText)
  const formats = useFormats()
  const lagWords = (lagMs: number): string =>
    lagMs < LONG_LAG_MS ? t('lagValue', { seconds: formats.number(lagMs / 1000, 1) }) : formats.duration(lagMs / 1000)
  const columns: ListColumn<Connector>[] = [
    { key: 'name', title: t('name'), cell: (one) => <Named connector={one} /> },
    { key: 'state', title: t('state'), cell: (one) => <State connector={one} /> },
    { key: 'lastEvent', title: t('lastEvent'), cell: (one) => formats.dateTime(one.lastEventAt) },
    {
      key: 'lag',
      title: t('lag'),
      isNumber: true,
      cell: ({ lagMs }) => (lagMs === null ? '–' : lagWords(lagMs)),
    },
    { key: 'lastHour', title: t('lastHour'), isNumber: true, cell: (one) => formats.number(one.eventsLastHour) },
    { key: 'reconnects', title: t('reconnects'), isNumber: true, cell: (one) => formats.number(one.reconnects) },
    {
      key: 'acts',
      title: '',
      acts: 'icons',
      cell: (one) => (
        <Group gap={4} wrap="nowrap" justify="flex-end">
          {one.kind === 'sftp' && one.isOn && <LookNow connector={one} />}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('show', { name: one.name })}
            onClick={() => onShow(one)}
          >
            <IconChartBar size={17} />
          </ActionIcon>
          {onEdit !== undefined && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('change', { name: one.name })}
              onClick={() => onEdit(one)}
            >
              <IconPencil size={17} />
            </ActionIcon>
          )}
        </Group>
      ),
    },
  ]
  return (
    <ListTable
      label={t('channels')}
      columns={columns}
      rows={list}
      rowKey={({ connectorId }) => connectorId}
      words={({ name, source }) => `${name} ${source}`}
      empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
    />
  )
}

function Named({ connector: { name, kind, source } }: { readonly connector: Connector }) {
  const t = useText(connectorsText)
  return (
    <div>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {t(`kind_${kind}`)} · {source}
      </Text>
    </div>
  )
}

const colors: Readonly<Record<ConnectorState, string>> = {
  waiting: 'gray',
  working: 'pine',
  silent: 'brass',
  down: 'brick',
  off: 'gray',
}

/** Told while the channel works, too. */
const ofFile = new Set(['importFailed', 'leftBehind'])

/** How it stands, since when, and what went wrong last. */
function State({ connector }: { readonly connector: Connector }) {
  const t = useText(connectorsText)
  const said = useSaid()
  const formats = useFormats()
  const { state, since, problem, rejected, lookedAt, lastFile } = connector
  const isBad = problem !== null && (state === 'down' || ofFile.has(problem.code))
  return (
    <Stack gap={2} maw={380}>
      <Group gap="xs">
        <Badge variant="light" tt="none" color={colors[state]}>
          {t(`state_${state}`)}
        </Badge>
        <Text size="xs" c="dimmed">
          {t('since', { when: formats.dateTime(since) })}
        </Text>
      </Group>
      {isBad && isProblemCode(problem.code) && <Text size="sm">{t(`problem_${problem.code}`)}</Text>}
      {isBad && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {state === 'down'
            ? said(problem.said)
            : t('problemAt', { when: formats.dateTime(problem.at), words: said(problem.said) })}
        </Text>
      )}
      {lookedAt !== null && (
        <Text size="xs" c="dimmed">
          {t('look', { when: formats.dateTime(lookedAt) })}
        </Text>
      )}
      {lastFile !== null && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('lastFile', { name: lastFile })}
        </Text>
      )}
      {rejected > 0 && (
        <Text size="xs" c="dimmed">
          {t('rejected', { count: formats.number(rejected) })}
        </Text>
      )}
    </Stack>
  )
}
