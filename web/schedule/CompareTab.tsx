import { Group, Select, Stack, Table, Text } from '@mantine/core'

import { schedule, type ShiftDifference } from '@pult/contract/schedule'
import { objectiveParts, type ObjectiveParts, type PlannedShift, type Roster } from '@pult/contract/schedule-roster'
import { ruleSeverities } from '@pult/contract/schedule-settings'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { compareText } from './compare-text.ts'
import { editionName } from './edition-name.ts'
import type { DeskProps } from './desk-props.ts'

/** Two rosters, or two editions of one, side by side: what they cost, what law they break, and which shifts differ. */
export function CompareTab({ roster, rosters, view, setView }: DeskProps) {
  const t = useText(compareText)
  const others = rosters.filter(
    (one) => one.rosterId !== roster.rosterId && one.firstDay <= roster.lastDay && roster.firstDay <= one.lastDay,
  )
  const other =
    others.find(({ rosterId }) => rosterId === view.other) ??
    others.find(({ seriesId }) => seriesId === roster.seriesId) ??
    others[0]
  if (other === undefined) return <EmptyState title={t('nothingToCompare')}>{t('nothingToCompareHint')}</EmptyState>
  return (
    <Stack gap="md">
      <Group gap="sm" className="no-print">
        <Text size="sm">{t('compareWith')}</Text>
        <Select
          aria-label={t('compareWith')}
          w={410}
          maw="100%"
          allowDeselect={false}
          value={String(other.rosterId)}
          onChange={(value) => setView({ other: Number(value) })}
          data={others.map((one) => ({ value: String(one.rosterId), label: editionName(one, t('edition')) }))}
        />
      </Group>
      <Compared roster={roster} other={other} />
    </Stack>
  )
}

function Compared({ roster, other }: { readonly roster: Roster; readonly other: Roster }) {
  const t = useText(compareText)
  const { centerId } = useCenter()
  // From the other one to the one on the page: what the page's roster does differently.
  const params = { centerId, rosterId: other.rosterId, otherId: roster.rosterId }
  const reply = useReply(schedule.compareRosters, { params }, { live: ['schedule'] })
  return (
    <Reply reply={reply}>
      {({ before, after, differences }) => (
        <>
          <Section title={t('costAndLaw')}>
            <Sides roster={roster} other={other} before={before} after={after} />
          </Section>
          <Section title={t('differences')}>
            <Differences differences={differences} />
          </Section>
        </>
      )}
    </Reply>
  )
}

interface SidesProps {
  readonly roster: Roster
  readonly other: Roster
  readonly before: ObjectiveParts | null
  readonly after: ObjectiveParts | null
}

function Sides({ roster, other, before, after }: SidesProps) {
  const t = useText(compareText)
  const formats = useFormats()
  const left = useBroken(other.rosterId)
  const right = useBroken(roster.rosterId)
  const rows = [
    ...[...objectiveParts, 'total' as const].map((part) => ({
      key: `part_${part}` as const,
      before: before?.[part] ?? null,
      after: after?.[part] ?? null,
    })),
    ...ruleSeverities.map((severity) => ({
      key: `severity_${severity}` as const,
      before: left(severity),
      after: right(severity),
    })),
  ]
  const whole = (value: number | null): string => formats.number(value === null ? null : Math.round(value))
  const isOfOtherDays = roster.firstDay !== other.firstDay || roster.lastDay !== other.lastDay
  return (
    <>
      {isOfOtherDays && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('otherDays')}
        </Text>
      )}
      <Table aria-label={t('costAndLaw')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th />
            <Table.Th ta="right">{editionName(other, t('edition'))}</Table.Th>
            <Table.Th ta="right">{editionName(roster, t('edition'))}</Table.Th>
            <Table.Th ta="right">{t('difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, before: was, after: is }) => (
            <Table.Tr key={key} {...(key === 'part_total' ? { fw: 650 } : {})}>
              <Table.Td>{t(key)}</Table.Td>
              <Table.Td ta="right">{whole(was)}</Table.Td>
              <Table.Td ta="right">{whole(is)}</Table.Td>
              <Table.Td ta="right">
                {was === null || is === null ? '–' : formats.signed(Math.round(is) - Math.round(was))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** How many rules of a severity a roster breaks; null while that is not known. */
function useBroken(rosterId: number): (severity: (typeof ruleSeverities)[number]) => number | null {
  const { centerId } = useCenter()
  const { data } = useReply(schedule.readViolations, { params: { centerId, rosterId } }, { live: ['schedule'] })
  return (severity) =>
    data === undefined ? null : data.violations.filter((violation) => violation.severity === severity).length
}

function Differences({ differences }: { readonly differences: readonly ShiftDifference[] }) {
  const t = useText(compareText)
  const formats = useFormats()
  const times = (shift: PlannedShift | null): string =>
    shift === null ? t('dayOff') : `${formats.time(shift.start)}–${formats.time(shift.end)}`
  const columns: ListColumn<ShiftDifference>[] = [
    { key: 'agent', title: t('agent'), cell: ({ agentName }) => agentName },
    { key: 'day', title: t('day'), cell: ({ day }) => formats.longDate(day) },
    { key: 'before', title: t('before'), cell: ({ before }) => times(before) },
    {
      key: 'after',
      title: t('after'),
      cell: ({ before, after }) =>
        before !== null && times(before) === times(after) ? t('otherInside') : times(after),
    },
    {
      key: 'notice',
      title: t('notice'),
      isNumber: true,
      cell: ({ noticeDays }) => (noticeDays === null ? '–' : t('days', { count: noticeDays })),
    },
  ]
  const people = new Set(differences.map(({ agentId }) => agentId)).size
  return (
    <ListTable
      label={t('differences')}
      columns={columns}
      rows={differences}
      rowKey={({ agentId, day, before, after }) => `${agentId} ${day} ${before?.shiftId} ${after?.shiftId}`}
      words={({ agentName, day }) => `${agentName} ${formats.longDate(day)}`}
      filters={<Text size="sm">{t('differAt', { count: people })}</Text>}
      empty={<Text c="dimmed">{t('same')}</Text>}
    />
  )
}
