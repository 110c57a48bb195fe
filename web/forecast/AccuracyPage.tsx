import { List, Select, Text } from '@mantine/core'

import { center } from '@pult/contract/center'
import { forecast, type ForecastAccuracy } from '@pult/contract/forecast'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { Cards } from '../ui/Cards.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { AccuracyExport } from './AccuracyExport.tsx'
import { HoursSection } from './HoursSection.tsx'
import { LayersHelped } from './LayersHelped.tsx'
import { MethodsSection } from './MethodsSection.tsx'
import { forecastText } from './forecast-text.ts'
import { accuracyPeriods, accuracyView } from './forecast-view.ts'
import { QueueSelect } from './QueueSelect.tsx'
import { signedPercent } from './signed-percent.ts'

/** How published forecasts stood against what came. */
export function AccuracyPage() {
  const t = useText(forecastText)
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(accuracyView)
  const reply = useReply(
    forecast.readForecastAccuracy,
    { params: { centerId }, query: { days: Number(view.days) } },
    { keepFormer: true },
  )
  const { firstDay = null, lastDay = null } = reply.data ?? {}
  return (
    <Page
      title={t('accuracyTitle')}
      subtitle={
        firstDay !== null &&
        lastDay !== null &&
        t('accuracyHint', { from: formats.date(firstDay), to: formats.date(lastDay) })
      }
      breadcrumbs={[
        <Link key="forecast" to={paths.forecast(centerId)}>
          {t('forecast')}
        </Link>,
      ]}
      printHeader={centerName}
      toolbar={
        <>
          <Select
            aria-label={t('lookBack')}
            w={200}
            allowDeselect={false}
            value={view.days}
            onChange={(value) => setView({ days: accuracyPeriods.find((one) => one === value) ?? '90' })}
            data={accuracyPeriods.map((value) => ({ value, label: t(`lookBack_${value}`) }))}
          />
          <QueueSelect value={view.queue} onChange={(queue) => setView({ queue })} />
          {lastDay !== null && <AccuracyExport days={Number(view.days)} />}
        </>
      }
    >
      <Reply reply={reply}>
        {({ accuracy, hours }) => {
          const shown = accuracy.filter(({ queueId }) => queueId === view.queue)
          const total = shown.find(({ reach }) => reach === null)
          return total === undefined ? (
            <>
              <EmptyState title={t('accuracyNone')}>{t('accuracyNoneHint')}</EmptyState>
              <MethodsSection queueId={view.queue} />
            </>
          ) : (
            <>
              <Totals total={total} />
              <Section title={t('byReach')}>
                <Rows
                  label={t('byReach')}
                  rows={[...shown.filter(({ reach }) => reach !== null), total]}
                  first="reach"
                />
              </Section>
              {view.queue === null && (
                <Section title={t('byQueue')}>
                  <Rows
                    label={t('byQueue')}
                    rows={accuracy.filter(({ queueId, reach }) => queueId !== null && reach === null)}
                    first="queue"
                  />
                </Section>
              )}
              <HoursSection hours={hours.filter(({ queueId }) => queueId === view.queue)} />
              <MethodsSection queueId={view.queue} />
              <LayersHelped days={Number(view.days)} queueId={view.queue} />
              <Reading />
            </>
          )
        }}
      </Reply>
    </Page>
  )
}

function Totals({ total }: { readonly total: ForecastAccuracy }) {
  const t = useText(forecastText)
  const formats = useFormats()
  return (
    <Cards>
      <NumberCard
        label={t('dayWape')}
        value={formats.percent(total.dayWape, 1)}
        footer={<Small>{t('ofQueueDays', { count: total.days })}</Small>}
      />
      <NumberCard label={t('bias')} value={signedPercent(formats, total.bias)} />
      <NumberCard
        label={t('intervalsIn80')}
        value={formats.percent(total.covered80, 0)}
        beside={t('ofIntervals', { count: formats.number(total.bandIntervals, 0) })}
      />
      <NumberCard
        label={t('workWape')}
        value={formats.percent(total.workWape, 1)}
        footer={<Small>{t('ofQueueDays', { count: total.workDays })}</Small>}
      />
    </Cards>
  )
}

const Small = ({ children }: { readonly children: string }) => (
  <Text size="xs" c="dimmed">
    {children}
  </Text>
)

/** Fewer days than this may still be chance. */
const FEW_DAYS = 10

interface RowsProps {
  readonly label: string
  readonly rows: readonly ForecastAccuracy[]
  readonly first: 'reach' | 'queue'
}

function Rows({ label, rows, first }: RowsProps) {
  const t = useText(forecastText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const nameOf = (id: number | null): string =>
    queues.data?.queues.find(({ queueId }) => queueId === id)?.name ?? String(id ?? '')
  const figure = (
    key: 'intervalWape' | 'dayWape' | 'covered80' | 'covered95' | 'dayCovered80' | 'workWape',
  ): ListColumn<ForecastAccuracy> => ({
    key,
    title: t(key),
    isNumber: true,
    cell: (row) => formats.percent(row[key], 1),
  })
  const signed = (key: 'bias' | 'workBias'): ListColumn<ForecastAccuracy> => ({
    key,
    title: t(key),
    isNumber: true,
    cell: (row) => signedPercent(formats, row[key]),
  })
  const columns: ListColumn<ForecastAccuracy>[] = [
    first === 'reach'
      ? {
          key: 'reach',
          title: t('reach'),
          cell: ({ reach }) => (reach === null ? t('reachAll') : reach.replace('-', '–')),
        }
      : { key: 'queue', title: t('queue'), cell: ({ queueId }) => nameOf(queueId) },
    {
      key: 'days',
      title: t('comparedDays'),
      isNumber: true,
      cell: ({ days }) => (days < FEW_DAYS ? t('fewDays', { count: days }) : formats.number(days, 0)),
    },
    { key: 'came', title: t('cameCount'), isNumber: true, cell: ({ came }) => formats.number(came, 0) },
    figure('intervalWape'),
    figure('dayWape'),
    signed('bias'),
    figure('covered80'),
    figure('covered95'),
    figure('dayCovered80'),
    figure('workWape'),
    signed('workBias'),
  ]
  return (
    <ListTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={({ queueId, reach }) => `${queueId} ${reach}`}
      words={({ queueId }) => (first === 'queue' ? nameOf(queueId) : '')}
      empty={null}
    />
  )
}

function Reading() {
  const t = useText(forecastText)
  return (
    <Section title={t('readingTitle')}>
      <Text component="div" size="sm" c="dimmed" maw={880}>
        <List size="sm" spacing={6}>
          {(['reading1', 'reading2', 'reading3', 'reading4', 'reading5'] as const).map((key) => (
            <List.Item key={key}>{t(key)}</List.Item>
          ))}
        </List>
      </Text>
    </Section>
  )
}
