import { Group, Select, Text } from '@mantine/core'
import { useCallback } from 'react'

import { measures, type MeasureReply } from '@pult/contract/measures'
import { mapMeasureOf } from '@pult/contract/measures-views'

import { useCenter } from '../platform/center.tsx'
import { drillAddress } from '../platform/drill.ts'
import { useGo } from '../platform/Link.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { drillOfMeasure } from './drill-of-measure.ts'
import { writeFigure } from './figure-words.ts'
import { useMeasureOptions } from './measure-options.ts'
import { measuresText } from './measures-text.ts'
import { mapQueryOf, type MeasuresState } from './measures-view.ts'

interface HeatMapProps {
  readonly state: MeasuresState
  readonly set: (change: Partial<MeasuresState>) => void
  readonly today: string
}

/** Weekday × half-hour of one measure; a square leads to its contacts. */
export function HeatMap({ state, set, today }: HeatMapProps) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const options = useMeasureOptions()
  const measure = mapMeasureOf(state.map, state.measures)
  const body = mapQueryOf(state, today)
  const reply = useReply(measures.queryMeasures, { params: { centerId }, body }, { keepFormer: true })
  const name = options.find(({ value }) => value === measure)?.label
  return (
    <Section
      title={name ?? t('heatmap')}
      actions={
        <Group>
          <Text size="sm">{t('measureForMap')}</Text>
          <Select
            aria-label={t('measureForMap')}
            w={260}
            searchable
            value={measure}
            onChange={(chosen) => set({ map: chosen ?? '' })}
            data={options
              .filter(({ kind }) => kind !== 'recall')
              .map(({ value, label, hint }) => ({ value, label: value.includes('@') ? `${label} (${hint})` : label }))}
          />
        </Group>
      }
    >
      <Reply reply={reply}>{(data) => <Squares data={data} />}</Reply>
    </Section>
  )
}

function Squares({ data }: { readonly data: MeasureReply }) {
  const t = useText(measuresText)
  const formats = useFormats()
  const language = useLanguage()
  const go = useGo()
  const { centerId } = useCenter()
  const column = data.measures[0]
  const option = useCallback(
    (colors: ChartColors) => {
      const slots = Array.from(
        { length: 48 },
        (_, slot) => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`,
      )
      const cells = data.rows.flatMap((row) => {
        const value = row.figures[0]?.value ?? null
        return value === null ? [] : [[slots.indexOf(String(row.keys[1]?.key)), Number(row.keys[0]?.key) - 1, value]]
      })
      const values = cells.map((cell) => cell[2] ?? 0)
      const write = (value: number): string => (column === undefined ? '' : writeFigure(column, value, formats))
      return {
        grid: { left: 46, right: 10, top: 8, bottom: 84 },
        tooltip: {
          ...tooltip(colors),
          formatter: ({ value }: { value: number[] }) =>
            `${formats.weekday((value[1] ?? 0) + 1, 'long')}, ${slots[value[0] ?? 0]}<br><b>${write(value[2] ?? 0)}</b>`,
        },
        xAxis: { type: 'category', data: slots, ...axes(colors), splitLine: { show: false } },
        yAxis: {
          type: 'category',
          inverse: true,
          data: [1, 2, 3, 4, 5, 6, 7].map((day) => formats.weekday(day)),
          ...axes(colors),
          splitLine: { show: false },
        },
        visualMap: {
          min: Math.min(...values, 0),
          max: Math.max(...values, 0.0001),
          calculable: true,
          orient: 'horizontal',
          left: 'center',
          bottom: 0,
          itemHeight: 160,
          textStyle: { color: colors.text, fontSize: 11 },
          formatter: write,
          inRange: { color: [...colors.heat] },
        },
        series: [{ type: 'heatmap', data: cells, itemStyle: { borderColor: colors.surface, borderWidth: 1 } }],
      }
    },
    [data, column, formats],
  )
  if (data.rows.length === 0) return <Text c="dimmed">{t('noRows')}</Text>
  return (
    <Chart
      label={column?.name[language] ?? ''}
      option={option}
      height={360}
      onPick={({ value }) => {
        const [slot = 0, day = 0] = value as number[]
        const key = `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`
        const row = data.rows.find((one) => Number(one.keys[0]?.key) === day + 1 && one.keys[1]?.key === key)
        const address = drillAddress(centerId, column === undefined ? null : drillOfMeasure(row?.drill ?? null, column))
        if (address !== null) go(address)
      }}
    />
  )
}
