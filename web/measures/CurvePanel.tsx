import { Text } from '@mantine/core'
import { useCallback } from 'react'

import { measures, type CurveReply } from '@pult/contract/measures'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { measuresText } from './measures-text.ts'
import { curveQueryOf, type MeasuresState } from './measures-view.ts'

interface CurvePanelProps {
  readonly state: MeasuresState
  readonly today: string
}

/** Service level over the threshold, all rules: what 80/20 looks like at 30 or 60 seconds. */
export function CurvePanel({ state, today }: CurvePanelProps) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const body = curveQueryOf(state, today)
  const reply = useReply(measures.serviceLevelCurve, { params: { centerId }, body: body }, { keepFormer: true })
  return (
    <Section title={t('slCurve')}>
      <Reply reply={reply}>{(data) => <Curves data={data} />}</Reply>
    </Section>
  )
}

function Curves({ data }: { readonly data: CurveReply }) {
  const t = useText(measuresText)
  const formats = useFormats()
  const language = useLanguage()
  const option = useCallback(
    (colors: ChartColors) => ({
      color: [...colors.series],
      grid: { left: 54, right: 48, top: 60, bottom: 40 },
      legend: { type: 'scroll', top: 0, textStyle: { color: colors.text }, itemHeight: 10 },
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) => formats.percent(typeof value === 'number' ? value : null),
        ...tooltip(colors),
      },
      xAxis: {
        type: 'value',
        name: t('threshold'),
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { color: colors.text },
        max: 300,
        ...axes(colors),
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 1,
        ...axes(colors),
        axisLabel: { color: colors.text, formatter: (value: number) => formats.percent(value, 0) },
      },
      series: data.curves.map((curve, place) => ({
        name: curve.name[language],
        type: 'line',
        showSymbol: false,
        data: data.thresholds.map((threshold, index) => [threshold, curve.values[index] ?? null]),
        ...(place === 0 && data.target !== null
          ? {
              markLine: {
                symbol: 'none',
                lineStyle: { color: colors.text, type: 'dashed' },
                label: {
                  color: colors.text,
                  formatter: formats.serviceTarget({
                    fraction: data.target.value,
                    withinSeconds: data.target.withinSeconds,
                  }),
                },
                data: [{ xAxis: data.target.withinSeconds }, { yAxis: data.target.value }],
              },
            }
          : {}),
      })),
    }),
    [data, formats, language, t],
  )
  if (data.contacts === 0) return <Text c="dimmed">{t('noRows')}</Text>
  return (
    <>
      <Text c="dimmed" size="sm">
        {t('contactsInCurve', { count: data.contacts })}
      </Text>
      <Chart label={t('slCurve')} option={option} height={420} />
    </>
  )
}
