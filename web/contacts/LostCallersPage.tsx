import { Alert, Badge, Button, Group, Select, Switch } from '@mantine/core'

import { contacts, type LostCaller } from '@pult/contract/contacts'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FirstRows } from '../ui/FirstRows.tsx'
import { EMPTY } from '../ui/formats.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListRows, type ListColumn } from '../ui/ListTable.tsx'
import { Page } from '../ui/Page.tsx'
import { contactsText } from './contacts-text.ts'

const spans = ['1', '3', '7', '14', '30'] as const

/** What the address of the page holds. */
const lostView = defineView({ days: inAddress.oneOf(spans, '3'), showDone: inAddress.flag() })

/** Who gave up and was not reached since: a list to work through together. */
export function LostCallersPage() {
  const t = useText(contactsText)
  const { centerId, centerName } = useCenter()
  const [{ days, showDone }, set] = useView(lostView)
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
            onChange={(value) => set({ days: spans.find((one) => one === value) ?? '3' })}
            data={spans.map((span) => ({ value: span, label: t('lostDays', { count: Number(span) }) }))}
          />
          <Switch
            label={t('showDone')}
            checked={showDone}
            onChange={(event) => set({ showDone: event.currentTarget.checked })}
          />
        </>
      }
    >
      <Reply reply={reply}>
        {({ callers, total }) => {
          const shown = callers.filter((caller) => showDone || caller.status !== 'done')
          return shown.length === 0 ? (
            <EmptyState title={t('lostNone')}>{t('lostNoneHint')}</EmptyState>
          ) : (
            <>
              {total > callers.length && <Alert color="brass">{t('lostMore', { shown: callers.length, total })}</Alert>}
              <FirstRows rows={shown}>{(first) => <Callers callers={first} />}</FirstRows>
            </>
          )
        }}
      </Reply>
    </Page>
  )
}

function Callers({ callers }: { readonly callers: readonly LostCaller[] }) {
  const t = useText(contactsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const columns: ListColumn<LostCaller>[] = [
    { key: 'customer', title: t('customer'), cell: (caller) => caller.customer },
    {
      key: 'lostAt',
      title: t('lostAt'),
      cell: (caller) => <Link to={paths.contact(centerId, caller.contactRef)}>{formats.dateTime(caller.lostAt)}</Link>,
    },
    { key: 'queue', title: t('queue'), cell: (caller) => caller.queue ?? EMPTY },
    { key: 'waited', title: t('waited'), isNumber: true, cell: (caller) => formats.duration(caller.waitMs / 1000) },
    { key: 'times', title: t('times'), isNumber: true, cell: (caller) => formats.number(caller.times) },
    {
      key: 'status',
      title: t('status'),
      cell: (caller) => (
        <Badge variant="light" color={colors[caller.status]} tt="none" fw={550}>
          {t(`status_${caller.status}`)}
          {caller.userName === null ? '' : ` · ${caller.userName}`}
        </Badge>
      ),
    },
    { key: 'acts', title: t('acts'), acts: 'words', cell: (caller) => <CallerActs caller={caller} /> },
  ]
  return (
    <ListRows
      framed
      label={t('lost')}
      columns={columns}
      rows={callers}
      rowKey={(caller) => `${caller.customerKey}-${caller.lostAt}`}
    />
  )
}

const colors = { open: 'brick', taken: 'brass', calledBack: 'pine', done: 'gray' } as const
const next = { open: ['taken'], taken: ['calledBack', 'open'], calledBack: ['done', 'open'], done: ['open'] } as const
const verbs = { taken: 'take', calledBack: 'calledBack', done: 'done', open: 'release' } as const

function CallerActs({ caller }: { readonly caller: LostCaller }) {
  const t = useText(contactsText)
  const { centerId } = useCenter()
  const change = useAct(contacts.changeLostCaller, { touches: [contacts.listLostCallers] })
  const { customerKey, lostAt, status: was, note } = caller
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex" className="no-print">
      {next[was].map((status, place) => (
        <Button
          key={status}
          size="compact-sm"
          variant={place === 0 ? 'light' : 'subtle'}
          color={place === 0 ? 'pine' : 'gray'}
          loading={change.isPending && change.variables.body.status === status}
          onClick={() => change.mutate({ params: { centerId }, body: { customerKey, lostAt, status, was, note } })}
        >
          {t(verbs[status])}
        </Button>
      ))}
    </Group>
  )
}
