import { Group, SegmentedControl, Select } from '@mantine/core'
import { useCallback } from 'react'

import type { WhatIf, WhatIfResult } from '@pult/contract/simulation'

import { useView } from '../platform/view.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { useQueueNames } from './queue-names.ts'
import { simulationText } from './simulation-text.ts'
import { simulationView } from './simulation-view.ts'

const shown = ['serviceLevel', 'asaSeconds', 'leftRate'] as const
const titles = { serviceLevel: 'level', leftRate: 'left', asaSeconds: 'asa' } as const
const ALL = 'all'

interface IntervalChartProps {
  readonly whatIf: WhatIf
  readonly results: readonly WhatIfResult[]
}

/** The scenarios side by side through the day: one figure by half-hours, of all queues or of one. */
export function IntervalChart({ whatIf, results }: IntervalChartProps) {
  const t = useText(simulationText)
  const formats = useFormats()
  const nameOf = useQueueNames()
  const [view, setView] = useView(simulationView)
  const { base, scenarios } = whatIf
  const figure = shown.find((name) => name === view.figure) ?? 'serviceLevel'
  const queueId = base?.queues.find((one) => one.queueId === view.queue)?.queueId ?? null
  const option = useCallback(
    (colors: ChartColors) => {
      const isTime = figure === 'asaSeconds'
      const words = (value: number | null): string => (isTime ? formats.duration(value) : formats.percent(value, 1))
      const seen = queueId === null && figure === 'serviceLevel' ? (base?.seen?.serviceLevels ?? null) : null
      const ofScenario = ({ perInterval, queues }: WhatIfResult) =>
        queueId === null ? perInterval : (queues.find((one) => one.queueId === queueId)?.perInterval ?? [])
      return {
        grid: { left: 56, right: 12, top: 12, bottom: 64 },
        legend: { bottom: 0, type: 'scroll', textStyle: { color: colors.text } },
        tooltip: { ...tooltip(colors), trigger: 'axis', valueFormatter: words },
        xAxis: { type: 'category', data: (base?.intervals ?? []).map((at) => formats.time(at)), ...axes(colors) },
        yAxis: {
          type: 'value',
          min: 0,
          ...(isTime ? {} : { max: figure === 'serviceLevel' ? 1 : undefined }),
          ...axes(colors),
          axisLabel: {
            ...axes(colors).axisLabel,
            formatter: (value: number) => (isTime ? formats.duration(value) : formats.percent(value, 0)),
          },
        },
        series: [
          ...results.map((result, place) => ({
            type: 'line',
            name: place === 0 ? t('base') : (scenarios[place - 1]?.name ?? ''),
            symbol: 'none',
            lineStyle: { width: place === 0 ? 3 : 2 },
            color: colors.series[place % colors.series.length],
            data: ofScenario(result).map((one) => (one.offered.mean > 0 ? one[figure].mean : null)),
          })),
          ...(seen === null
            ? []
            : [
                {
                  type: 'line',
                  name: t('seen'),
                  symbol: 'none',
                  lineStyle: { type: 'dotted' },
                  color: colors.text,
                  data: [...seen],
                },
              ]),
        ],
      }
    },
    [figure, queueId, results, scenarios, base, formats, t],
  )
  return (
    <Section title={t('throughDay')}>
      <Group mb="sm">
        <SegmentedControl
          aria-label={t('figure')}
          value={figure}
          onChange={(value) => setView({ figure: value })}
          data={shown.map((name) => ({ value: name, label: t(titles[name]) }))}
        />
        <Select
          aria-label={t('queue')}
          w={220}
          allowDeselect={false}
          value={queueId === null ? ALL : String(queueId)}
          onChange={(value) => setView({ queue: value === null || value === ALL ? null : Number(value) })}
          data={[
            { value: ALL, label: t('allQueues') },
            ...(base?.queues ?? []).map((one) => ({ value: String(one.queueId), label: nameOf(one.queueId) })),
          ]}
        />
      </Group>
      <Chart label={t('throughDay')} option={option} height={320} />
    </Section>
  )
}
