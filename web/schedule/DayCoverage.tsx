import { useCallback } from 'react'

import type { Coverage } from '@pult/contract/schedule-reports'

import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { deskText } from './desk-text.ts'

interface DayCoverageProps {
  readonly coverage: Coverage
  readonly queueId: number | null
}

/** Agents at their posts against the need through the day. */
export function DayCoverage({ coverage, queueId }: DayCoverageProps) {
  const t = useText(deskText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => {
      const shown = coverage.queues.filter((queue) => queueId === null || queue.queueId === queueId)
      const sum = (of: (queue: Coverage['queues'][number], slot: number) => number): number[] =>
        coverage.slots.map((_, slot) => shown.reduce((total, queue) => total + of(queue, slot), 0))
      const line = { type: 'line', step: 'end', symbol: 'none' }
      return {
        grid: { left: 8, right: 12, top: 30, bottom: 4, containLabel: true },
        legend: { top: 0, textStyle: { color: colors.text } },
        tooltip: { ...tooltip(colors), trigger: 'axis', valueFormatter: (value: number) => formats.number(value, 1) },
        xAxis: { type: 'category', data: coverage.slots.map((slot) => formats.time(slot)), ...axes(colors) },
        yAxis: { type: 'value', minInterval: 1, ...axes(colors) },
        series: [
          {
            ...line,
            name: t('atPosts'),
            color: colors.series[0],
            areaStyle: { opacity: 0.12 },
            data: sum((queue, slot) => queue.posts[slot] ?? 0),
          },
          {
            ...line,
            name: t('needed'),
            color: colors.series[3],
            lineStyle: { width: 2, type: 'dashed' },
            data: sum((queue, slot) => queue.needed[slot] ?? 0),
          },
        ],
      }
    },
    [coverage, queueId, formats, t],
  )
  return <Chart label={t('coverageTitle')} option={option} height={200} />
}
