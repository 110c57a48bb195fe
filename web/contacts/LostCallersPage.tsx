import { Badge, Button, Group, Select, Switch, Table } from '@mantine/core'
import { useState } from 'react'

import { contacts, type LostCaller } from '@pult/contract/contacts'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { contactsText } from './contacts-text.ts'

const spans = ['1', '3', '7', '14', '30']

/** Who gave up and was not reached since: a list to work through together. */
export function LostCallersPage() {
  const t = useText(contactsText)
  const { centerId, centerName } = useCenter()
  const [days, setDays] = useState('3')
  const [showDone, setShowDone] = useState(false)
  const reply = useReply(
    contacts.listLostCallers,
    { params: { centerId }, query: { days: Number(days) } },
    { live: ['lostCallers'], keepFormer: true, everyMs: 60_000 },
  )
  return (
    <Page
      title={t('lost')}
      subtitle={t('lostHint')}
      printHeader={centerName}
      toolbar={
        <>
          <Select
            aria-label={t('lost')}
            w={150}
            allowDeselect={false}
            value={days}
            onChange={(value) => setDays(value ?? '3')}
            data={spans.map((span) => ({ value: span, label: t('lostDays', { count: Number(span) }) }))}
          />
          <Switch
            label={t('showDone')}
            checked={showDone}
            onChange={(event) => setShowDone(event.currentTarget.checked)}
          />
        </>
      }
    >
      <Reply reply={reply}>
        {({ callers }) => {
          const shown = callers.filter((caller) => showDone || caller.status !== 'done')
          return shown.length === 0 ? (
            <EmptyState title={t('lostNone')}>{t('lostNoneHint')}</EmptyState>
          ) : (
            <Callers callers={shown} />
          )
        }}
      </Reply>
    </Page>
  )
}

function Callers({ callers }: { readonly callers: readonly LostCaller[] }) {
  const t = useText(contactsText)
  return (
    <Table.ScrollContainer minWidth={820}>
      <Table verticalSpacing={5} highlightOnHover bg="var(--pult-surface)" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('customer')}</Table.Th>
            <Table.Th>{t('lostAt')}</Table.Th>
            <Table.Th>{t('queue')}</Table.Th>
            <Table.Th ta="end">{t('waited')}</Table.Th>
            <Table.Th ta="end">{t('times')}</Table.Th>
            <Table.Th>{t('status')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {callers.map((caller) => (
            <Caller key={`${caller.customerKey}-${caller.lostAt}`} caller={caller} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const colors = { open: 'brick', taken: 'brass', calledBack: 'pine', done: 'gray' } as const
const next = { open: ['taken'], taken: ['calledBack', 'open'], calledBack: ['done', 'open'], done: ['open'] } as const
const verbs = { taken: 'take', calledBack: 'calledBack', done: 'done', open: 'release' } as const

function Caller({ caller }: { readonly caller: LostCaller }) {
  const t = useText(contactsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const change = useAct(contacts.changeLostCaller, { touches: [contacts.listLostCallers] })
  return (
    <Table.Tr>
      <Table.Td>{caller.customer}</Table.Td>
      <Table.Td>
        <Link to={paths.contact(centerId, caller.contactRef)}>{formats.dateTime(caller.lostAt)}</Link>
      </Table.Td>
      <Table.Td>{caller.queue ?? '–'}</Table.Td>
      <Table.Td ta="end">{formats.duration(caller.waitMs / 1000)}</Table.Td>
      <Table.Td ta="end">{formats.number(caller.times)}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={colors[caller.status]} tt="none" fw={550}>
          {t(`status_${caller.status}`)}
          {caller.userName === null ? '' : ` · ${caller.userName}`}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" justify="flex-end" className="no-print">
          {next[caller.status].map((status, place) => (
            <Button
              key={status}
              size="compact-sm"
              variant={place === 0 ? 'light' : 'subtle'}
              color={place === 0 ? 'pine' : 'gray'}
              loading={change.isPending && change.variables.body.status === status}
              onClick={() =>
                change.mutate({
                  params: { centerId },
                  body: {
                    customerKey: caller.customerKey,
                    lostAt: caller.lostAt,
                    status,
                    was: caller.status,
                    note: caller.note,
                  },
                })
              }
            >
              {t(verbs[status])}
            </Button>
          ))}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
