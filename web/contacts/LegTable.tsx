import { Badge, Table, Text, Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'

import type { ContactLeg } from '@pult/contract/contacts'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { contactsText } from './contacts-text.ts'

const colors = { answered: 'pine', abandoned: 'brick', flowedOut: 'brass', unreached: 'gray', open: 'gray' } as const

/** Legs as rows; each leads to its contact's story. */
export function LegTable({ legs }: { readonly legs: readonly ContactLeg[] }) {
  const t = useText(contactsText)
  return (
    <Table.ScrollContainer minWidth={860}>
      <Table verticalSpacing={4} highlightOnHover bg="var(--pult-surface)" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('at')}</Table.Th>
            <Table.Th>{t('queue')}</Table.Th>
            <Table.Th>{t('customer')}</Table.Th>
            <Table.Th>{t('outcome')}</Table.Th>
            <Table.Th>{t('agent')}</Table.Th>
            <Table.Th ta="end">{t('wait')}</Table.Th>
            <Table.Th ta="end">{t('talk')}</Table.Th>
            <Table.Th ta="end">{t('acw')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {legs.map((leg) => (
            <LegRow key={leg.legId} leg={leg} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

function LegRow({ leg }: { readonly leg: ContactLeg }) {
  const t = useText(contactsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Link to={paths.contact(centerId, leg.contactRef)}>
          {formats.date(leg.offeredAt)} {formats.timeToSeconds(leg.offeredAt)}
        </Link>
      </Table.Td>
      <Table.Td>
        {leg.queue ?? '–'}{' '}
        <Text span size="xs" c="dimmed">
          {t(leg.channel)}
          {leg.direction === 'outbound' ? `, ${t('outbound').toLowerCase()}` : ''}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{leg.customer ?? '–'}</Table.Td>
      <Table.Td>
        <OutcomeMark leg={leg} />
      </Table.Td>
      <Table.Td>{leg.agent ?? '–'}</Table.Td>
      <Table.Td ta="end">{formats.duration(leg.waitMs / 1000)}</Table.Td>
      <Table.Td ta="end">{leg.outcome === 'answered' ? formats.duration(leg.talkMs / 1000) : '–'}</Table.Td>
      <Table.Td ta="end">{leg.outcome === 'answered' ? formats.duration(leg.acwMs / 1000) : '–'}</Table.Td>
    </Table.Tr>
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
