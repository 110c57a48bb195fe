import { Group, SegmentedControl, Select, Text } from '@mantine/core'

import { people } from '@pult/contract/people'
import { scheduleHours, type HoursRow } from '@pult/contract/schedule-hours'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { firstOf, lastOf, monthOf, stepMonth } from '../ui/month.ts'
import { MonthPicker } from '../ui/MonthPicker.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { fairnessText } from './fairness-text.ts'
import { FigureTable, type FigureColumn } from './FigureTable.tsx'
import { FileMenu } from './FileMenu.tsx'
import { myText } from './my-text.ts'

const hoursView = defineView({
  month: inAddress.text(),
  months: inAddress.oneOf(['1', '3', '12'], '1'),
  team: inAddress.maybeNumber(),
  sort: inAddress.text('agent'),
})

/** Hours for pay by person in a month, a quarter or a year. */
export function HoursPage() {
  const t = useText(fairnessText)
  const mine = useText(myText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [view, setView] = useView(hoursView)
  const month = /^\d{4}-\d{2}$/.test(view.month) ? view.month : monthOf(formats.today(Date.now()))
  const firstMonth = view.months === '12' ? `${month.slice(0, 4)}-01` : view.months === '3' ? quarterOf(month) : month
  const lastMonth = stepMonth(firstMonth, Number(view.months) - 1)
  const params = { centerId }
  const query = {
    firstDay: firstOf(firstMonth),
    lastDay: lastOf(lastMonth),
    ...(view.team === null ? {} : { teamId: view.team }),
  }
  const reply = useReply(scheduleHours.readHours, { params, query }, { live: ['schedule'], keepFormer: true })
  const teams = useReply(people.listTeams, { params }).data?.teams ?? []
  return (
    <Page
      title={t('hours')}
      subtitle={`${t('hoursHint')} ${formats.dateRange(query.firstDay, query.lastDay)}`}
      breadcrumbs={[
        <Link key="my" to={paths.myShifts(centerId)}>
          {mine('title')}
        </Link>,
      ]}
      actions={
        <FileMenu
          onFile={(file) =>
            download(scheduleHours.exportHours, { params, query: { ...query, sort: view.sort, ...file } })
          }
        />
      }
      toolbar={
        <Group gap="sm" data-wide>
          <MonthPicker month={month} onChange={(to) => setView({ month: to })} />
          <PeriodLength value={view.months} onChange={(months) => setView({ months })} />
          <Select
            aria-label={t('team')}
            placeholder={t('allTeams')}
            clearable
            w={200}
            data={teams.map(({ teamId, name }) => ({ value: String(teamId), label: name }))}
            value={view.team === null ? null : String(view.team)}
            onChange={(team) => setView({ team: team === null ? null : Number(team) })}
          />
        </Group>
      }
    >
      <Section>
        <Reply reply={reply}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title={t('noHours')}>{t('noHoursHint')}</EmptyState>
            ) : (
              <>
                <HoursTable rows={rows} sort={view.sort} onSort={(sort) => setView({ sort })} />
                {rows.some(({ isProvisional }) => isProvisional) && (
                  <Text size="sm" c="dimmed" mt="sm">
                    {t('provisional')}
                  </Text>
                )}
              </>
            )
          }
        </Reply>
      </Section>
    </Page>
  )
}

const quarterOf = (month: string): string => stepMonth(month, -((Number(month.slice(5, 7)) - 1) % 3))

interface PeriodLengthProps {
  readonly value: '1' | '3' | '12'
  readonly onChange: (months: '1' | '3' | '12') => void
}

function PeriodLength({ value, onChange }: PeriodLengthProps) {
  const t = useText(fairnessText)
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('period')}
      value={value}
      onChange={onChange}
      data={[
        { value: '1', label: t('month') },
        { value: '3', label: t('quarter') },
        { value: '12', label: t('year') },
      ]}
    />
  )
}

interface HoursTableProps {
  readonly rows: readonly HoursRow[]
  readonly sort: string
  readonly onSort: (sort: string) => void
}

const bandOf = ({ bands }: HoursRow, rate: number): number =>
  bands.filter((band) => band.rate === rate).reduce((sum, { minutes }) => sum + minutes, 0)

function HoursTable({ rows, sort, onSort }: HoursTableProps) {
  const t = useText(fairnessText)
  const formats = useFormats()
  const say = (minutes: number | null): string => (minutes === null ? '–' : formats.number(minutes / 60, 1))
  const figure = (key: string, title: string, valueOf: (row: HoursRow) => number | null): FigureColumn<HoursRow> => ({
    key,
    title,
    valueOf,
    say: (row) => say(valueOf(row)),
    total: say(rows.reduce((sum, row) => sum + (valueOf(row) ?? 0), 0)),
  })
  const rates = [...new Set(rows.flatMap(({ bands }) => bands.map(({ rate }) => rate)))]
    .filter((rate) => rate !== 1)
    .toSorted((left, right) => left - right)
  const columns: FigureColumn<HoursRow>[] = [
    { key: 'agent', title: t('agent'), valueOf: ({ name }) => name, say: ({ name }) => name, total: t('total') },
    figure('planned', t('planned'), ({ plannedMinutes }) => plannedMinutes),
    figure('worked', t('worked'), ({ workedMinutes }) => workedMinutes),
    figure('norm', t('norm'), ({ normMinutes }) => normMinutes),
    {
      ...figure('difference', t('difference'), differenceOf),
      say: (row) => {
        const minutes = differenceOf(row)
        return minutes === null ? '–' : formats.signed(minutes / 60, 1)
      },
      total: formats.signed(rows.reduce((sum, row) => sum + (differenceOf(row) ?? 0), 0) / 60, 1),
    },
    figure('night', t('night'), ({ nightMinutes }) => nightMinutes),
    figure('holiday', t('holiday'), ({ holidayMinutes }) => holidayMinutes),
    figure('overtime', t('overtime'), ({ overtimeMinutes }) => overtimeMinutes),
    ...rates.map((rate) =>
      figure(`rate${rate}`, t('rate', { rate: formats.number(rate) }), (row) => bandOf(row, rate)),
    ),
  ]
  return (
    <FigureTable
      label={t('hours')}
      columns={columns}
      rows={rows}
      rowKey={({ agentId }) => agentId}
      sort={sort}
      onSort={onSort}
    />
  )
}

const differenceOf = ({ plannedMinutes, normMinutes }: HoursRow): number | null =>
  normMinutes === null ? null : plannedMinutes - normMinutes
