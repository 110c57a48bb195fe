import { Badge, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

import type { ContactLeg } from '@pult/contract/contacts'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { EMPTY } from '../ui/formats.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListRows, type ListColumn } from '../ui/ListTable.tsx'
import { contactsText } from './contacts-text.ts'
import { customerWords } from './customer-words.ts'

const colors = { answered: 'pine', abandoned: 'brick', flowedOut: 'brass', unreached: 'gray', open: 'gray' } as const

/** Legs as rows; each leads to its contact's story. */
export function LegTable({ legs }: { readonly legs: readonly ContactLeg[] }) {
  const t = useText(contactsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const whenAnswered = (leg: ContactLeg, ms: number): string =>
    leg.outcome === 'answered' ? formats.duration(ms / 1000) : EMPTY
  const columns: ListColumn<ContactLeg>[] = [
    {
      key: 'at',
      title: t('at'),
      cell: (leg) => (
        <Link to={paths.contact(centerId, leg.contactRef)} style={{ whiteSpace: 'nowrap' }}>
          {formats.date(leg.offeredAt)} {formats.timeToSeconds(leg.offeredAt)}
        </Link>
      ),
    },
    { key: 'queue', title: t('queue'), cell: (leg) => <QueueName leg={leg} /> },
    { key: 'customer', title: t('customer'), cell: (leg) => customerWords(t, leg.customer) },
    { key: 'outcome', title: t('outcome'), cell: (leg) => <OutcomeMark leg={leg} /> },
    { key: 'agent', title: t('agent'), cell: (leg) => leg.agent ?? EMPTY },
    { key: 'wait', title: t('wait'), isNumber: true, cell: (leg) => formats.duration(leg.waitMs / 1000) },
    { key: 'talk', title: t('talk'), isNumber: true, cell: (leg) => whenAnswered(leg, leg.talkMs) },
    { key: 'acw', title: t('acw'), isNumber: true, cell: (leg) => whenAnswered(leg, leg.acwMs) },
  ]
  return <ListRows framed label={t('contacts')} columns={columns} rows={legs} rowKey={(leg) => leg.legId} />
}

function QueueName({ leg }: { readonly leg: ContactLeg }) {
  const t = useText(contactsText)
  return (
    <>
      {leg.queue ?? EMPTY}{' '}
      <Text span size="xs" c="dimmed">
        {t(leg.channel)}
        {leg.direction === 'outbound' ? `, ${t('outbound').toLowerCase()}` : ''}
      </Text>
    </>
  )
}

/** How a leg ended, with what a reader doubted. */
export function OutcomeMark({ leg }: { readonly leg: ContactLeg }) {
  const t = useText(contactsText)
  const flow = leg.flowReason === null ? '' : `: ${t(`flow_${leg.flowReason}` as 'flow_timeout')}`
  return (
    <>
      <Badge variant="light" color={colors[leg.outcome]} tt="none" fw={550}>
        {t(leg.outcome)}
        {flow}
      </Badge>
      {leg.flags.length > 0 && (
        <Tooltip label={leg.flags.map((flag) => t(`flag_${flag}` as 'flag_clockStep')).join(', ')}>
          <IconAlertTriangle
            size={15}
            color="var(--pult-near)"
            style={{ marginInlineStart: 6, verticalAlign: 'middle' }}
            role="img"
            aria-label={leg.flags.map((flag) => t(`flag_${flag}` as 'flag_clockStep')).join(', ')}
          />
        </Tooltip>
      )}
    </>
  )
}
