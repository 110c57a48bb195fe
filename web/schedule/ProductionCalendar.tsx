import { ActionIcon, Alert, Group, Select, Table, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconInfoCircle } from '@tabler/icons-react'

import { center } from '@pult/contract/center'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { laborText } from './labor-text.ts'
import { yearNorms, type NormRow } from './year-norms.ts'

interface ProductionCalendarProps {
  readonly year: number | null
  readonly weekHours: number
  readonly onYear: (year: number) => void
  readonly onWeekHours: (weekHours: number) => void
}

const weeks = [40, 36, 35, 24] as const

/** Norms of working time by month, quarter and year; provisional where transfers of days off are not known. */
export function ProductionCalendar({ year: asked, weekHours, onYear, onWeekHours }: ProductionCalendarProps) {
  const t = useText(laborText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const reply = useReply(center.readCenter, { params: { centerId } })
  const year = asked ?? Number(formats.today(Date.now()).slice(0, 4))
  return (
    <Section
      title={t('calendar', { year: String(year) })}
      actions={
        <Group gap="xs">
          <Select
            aria-label={t('weekHours')}
            size="xs"
            w={90}
            allowDeselect={false}
            data={weeks.map((hours) => ({ value: String(hours), label: formats.hours(hours * 3600) }))}
            value={String(weekHours)}
            onChange={(value) => onWeekHours(Number(value ?? weekHours))}
          />
          <ActionIcon aria-label={t('earlierYear')} onClick={() => onYear(year - 1)}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <ActionIcon aria-label={t('laterYear')} onClick={() => onYear(year + 1)}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
      }
    >
      <Reply reply={reply}>
        {({ calendar }) => {
          const norms = yearNorms(calendar, year, weekHours)
          return (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                {t('calendarHint', { hours: weekHours })}
              </Text>
              {(norms.isProvisional || calendar === 'none') && (
                <Alert color="brass" variant="light" icon={<IconInfoCircle />} mb="sm">
                  {calendar === 'none' ? t('noCalendar') : t('provisional', { year: String(year) })}
                </Alert>
              )}
              <NormTable rows={norms.rows} />
            </>
          )
        }}
      </Reply>
    </Section>
  )
}

function NormTable({ rows }: { readonly rows: readonly NormRow[] }) {
  const t = useText(laborText)
  const formats = useFormats()
  const nameOf = ({ kind, number }: NormRow): string => {
    if (kind === 'month') return formats.month(number)
    return kind === 'quarter' ? t('quarter', { number }) : t('year')
  }
  return (
    <ScrollTable>
      <Table verticalSpacing={4} maw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('month')}</Table.Th>
            {(['workingDays', 'daysOff', 'shortened', 'norm'] as const).map((key) => (
              <Table.Th key={key} ta="right">
                {t(key)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.kind}-${row.number}`} fw={row.kind === 'month' ? 400 : 600}>
              <Table.Td>{nameOf(row)}</Table.Td>
              <Table.Td ta="right">{formats.number(row.workingDays)}</Table.Td>
              <Table.Td ta="right">{formats.number(row.daysOff)}</Table.Td>
              <Table.Td ta="right">{row.shortenedDays === 0 ? '–' : formats.number(row.shortenedDays)}</Table.Td>
              <Table.Td ta="right">{formats.number(row.hours)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
