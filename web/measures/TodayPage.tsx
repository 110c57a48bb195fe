import { Button, Stack } from '@mantine/core'
import { useCallback } from 'react'

import { todayRoutes, type TodayReply } from '@pult/contract/measures-today'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { fullHalfHours } from './full-half-hours.ts'
import { measuresText } from './measures-text.ts'
import { TodayAgents } from './TodayAgents.tsx'
import { TodayCards } from './TodayCards.tsx'
import { TodayFindings } from './TodayFindings.tsx'
import { TodayNotes } from './TodayNotes.tsx'
import { TodayQueues } from './TodayQueues.tsx'
import classes from './measures.module.css'

const EVERY_MS = 5_000

/** The whole centre now. */
export function TodayPage() {
  const t = useText(measuresText)
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const reply = useReply(
    todayRoutes.readToday,
    { params: { centerId } },
    { everyMs: EVERY_MS, live: ['contacts', 'agents', 'measures'], flow: todayRoutes.followToday },
  )
  const data = reply.data
  return (
    <Page
      title={t('today')}
      printHeader={centerName}
      subtitle={
        data === undefined
          ? undefined
          : t('asOf', { time: formats.timeToSeconds(data.asOf), day: formats.longDate(data.day) })
      }
    >
      <Reply reply={reply}>{(today) => (today.lastFactAt === null ? <Nothing /> : <Day today={today} />)}</Reply>
    </Page>
  )
}

function Nothing() {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const mayImport = useMay('importContacts')
  return (
    <EmptyState
      title={t('noFacts')}
      actions={
        mayImport && (
          <Button component={Link} to={paths.newImport(centerId)}>
            {t('toImport')}
          </Button>
        )
      }
    >
      {t('noFactsHint')}
    </EmptyState>
  )
}

function Day({ today }: { readonly today: TodayReply }) {
  const t = useText(measuresText)
  return (
    <Stack gap="md">
      {today.total !== null && <TodayCards total={today.total} today={today} />}
      {today.total !== null && <TodayFindings today={today} />}
      {today.queues.length > 0 && (
        <Section title={t('queues')}>
          <TodayQueues today={today} />
        </Section>
      )}
      <div className={classes['halves']}>
        {today.curve.length > 0 && (
          <Section title={t('curve')}>
            <DayCurve curve={today.curve} />
            <TodayNotes day={today.day} />
          </Section>
        )}
        <TodayAgents today={today} />
      </div>
    </Stack>
  )
}

function DayCurve({ curve }: { readonly curve: TodayReply['curve'] }) {
  const t = useText(measuresText)
  const option = useCallback(
    (colors: ChartColors) => ({
      color: [...colors.series],
      grid: { left: 44, right: 12, top: 34, bottom: 24 },
      legend: { top: 0, textStyle: { color: colors.text }, itemHeight: 10 },
      tooltip: { trigger: 'axis', ...tooltip(colors) },
      xAxis: { type: 'category', data: curve.map((slot) => slot.slot), ...axes(colors), splitLine: { show: false } },
      yAxis: { type: 'value', ...axes(colors) },
      series: [
        { name: t('offered'), type: 'bar', data: curve.map((slot) => slot.offered), barCategoryGap: '25%' },
        {
          name: t('answered'),
          type: 'line',
          showSymbol: false,
          data: fullHalfHours(curve).map((slot) => slot.answered),
        },
        {
          name: t('usualDay'),
          type: 'line',
          showSymbol: false,
          lineStyle: { type: 'dashed' },
          data: curve.map((slot) => (slot.usual === null ? null : Math.round(slot.usual))),
        },
      ],
    }),
    [curve, t],
  )
  return <Chart label={t('curve')} option={option} height={300} />
}
