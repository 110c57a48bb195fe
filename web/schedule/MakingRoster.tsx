import { Button, Group, Stack, Text } from '@mantine/core'
import { useCallback } from 'react'

import { schedule } from '@pult/contract/schedule'
import { scheduleReports } from '@pult/contract/schedule-reports'
import type { Roster } from '@pult/contract/schedule-roster'

import { useCenter, useMay } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ProgressPanel } from '../ui/ProgressPanel.tsx'
import { scheduleText } from './schedule-text.ts'

/** A roster that is being made: how far, how good the best is so far, how good any could be; it can be stopped and kept. */
export function MakingRoster({ roster }: { readonly roster: Roster }) {
  const t = useText(scheduleText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editSchedule')
  const { rosterId, name, progress } = roster
  const params = { centerId, rosterId }
  const stop = useAct(schedule.stopRoster, { touches: [schedule.listRosters, schedule.readRoster] })
  const report = useReply(
    scheduleReports.readReport,
    { params, query: { isBrief: 'true' } },
    { live: ['schedule'], when: progress.objective !== null },
  )
  const cost = formats.number(Math.round(progress.objective ?? 0))
  const detail =
    progress.objective === null
      ? t('searchingFirst')
      : progress.gap === null
        ? t('bestUnproven', { cost })
        : t('bestSoFar', { cost, gap: formats.percent(progress.gap) })
  return (
    <Stack gap="sm">
      <ProgressPanel title={t('making', { name })} fraction={progress.share} detail={detail} />
      {mayEdit && (
        <Group>
          <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate({ params })}>
            {t('stopAndKeep')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('stopHint')}
          </Text>
        </Group>
      )}
      {report.data !== undefined && report.data.trace.length > 1 && <TraceChart trace={report.data.trace} />}
    </Stack>
  )
}

interface TraceChartProps {
  readonly trace: readonly { readonly seconds: number; readonly objective: number; readonly bound: number | null }[]
}

/** What the best roster costs, and below what none can cost, by the seconds of the search. */
export function TraceChart({ trace }: TraceChartProps) {
  const t = useText(scheduleText)
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 8, right: 16, top: 32, bottom: 4, containLabel: true },
      legend: { top: 0, textStyle: { color: colors.text } },
      tooltip: { ...tooltip(colors), trigger: 'axis' },
      xAxis: { type: 'value', name: t('secondsUnit'), nameTextStyle: { color: colors.text }, ...axes(colors) },
      yAxis: { type: 'value', scale: true, ...axes(colors) },
      series: [
        {
          type: 'line',
          step: 'end',
          symbol: 'none',
          name: t('bestCost'),
          color: colors.series[0],
          data: trace.map(({ seconds, objective }) => [seconds, objective]),
        },
        {
          type: 'line',
          step: 'end',
          symbol: 'none',
          name: t('provenBound'),
          color: colors.series[1],
          lineStyle: { type: 'dashed' },
          data: trace.flatMap(({ seconds, bound }) => (bound === null ? [] : [[seconds, bound]])),
        },
      ],
    }),
    [trace, t],
  )
  return <Chart label={t('traceOf')} option={option} height={220} />
}
