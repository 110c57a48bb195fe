import { SimpleGrid, Text } from '@mantine/core'
import { useCallback } from 'react'

import type { RequirementDay, RequirementInterval } from '@pult/contract/staffing'

import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { staffingText } from './staffing-text.ts'

interface CertaintyProps {
  readonly days: readonly RequirementDay[]
  /** Of the day looked at closely. */
  readonly ofDay: readonly RequirementInterval[]
  readonly day: string
  /** The service level that is asked for; null: other parts alone are. */
  readonly level: number | null
  /** All parts of the target, in words. */
  readonly wanted: string
  readonly onPick: (day: string) => void
}

/** The plan as a distribution: where each day's service level will lie, and where one agent more is worth most. */
export function Certainty({ days, ofDay, day, level, wanted, onPick }: CertaintyProps) {
  const t = useText(staffingText)
  const formats = useFormats()
  const chosen = days.find((one) => one.day === day)
  const isByInterval = ofDay.some(({ risk }) => risk !== null)
  return (
    <Section title={t('sure')}>
      {chosen !== undefined && (
        <Text size="sm" mb="xs">
          {t('sureDay', {
            day: formats.date(day),
            chance: formats.percent(chosen.chance, 0),
            target: wanted,
            low: formats.percent(chosen.p10, 0),
            high: formats.percent(chosen.p90, 0),
          })}{' '}
          {isByInterval && <BestPlace ofDay={ofDay} />}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, lg: isByInterval ? 2 : 1 }}>
        <DayBands days={days} level={level} onPick={onPick} />
        {isByInterval && <OneMore ofDay={ofDay} />}
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t('sureHint')}
      </Text>
    </Section>
  )
}

function BestPlace({ ofDay }: { readonly ofDay: readonly RequirementInterval[] }) {
  const t = useText(staffingText)
  const formats = useFormats()
  const [best] = ofDay.toSorted((left, right) => worthOf(right) - worthOf(left))
  if (best === undefined || best.risk === null || worthOf(best) <= 0) return null
  const { answeredWithin, dayChance } = best.risk.oneMore
  return (
    <>
      {t('sureBest', {
        time: formats.time(best.at),
        contacts: formats.number(answeredWithin, 1),
        points: formats.number(dayChance * 100, 1),
      })}
    </>
  )
}

const worthOf = ({ risk }: RequirementInterval): number => risk?.oneMore.answeredWithin ?? 0

function DayBands({ days, level, onPick }: Pick<CertaintyProps, 'days' | 'level' | 'onPick'>) {
  const t = useText(staffingText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => {
      const percent = (value: number): string => formats.percent(value, 0)
      const invisible = {
        type: 'line',
        symbol: 'none',
        lineStyle: { opacity: 0 },
        stack: 'band',
        tooltip: { show: false },
      }
      return {
        grid: { left: 50, right: 12, top: 12, bottom: 64 },
        legend: { bottom: 0, textStyle: { color: colors.text }, data: [t('chance'), t('level50'), t('band')] },
        tooltip: {
          ...tooltip(colors),
          trigger: 'axis',
          formatter: (points: readonly { readonly dataIndex: number }[]) => {
            const one = days[points[0]?.dataIndex ?? 0]
            if (one === undefined) return ''
            return [
              formats.date(one.day),
              `${t('chance')}: ${percent(one.chance)}`,
              `${t('level50')}: ${percent(one.p50)}`,
              `${t('band')}: ${percent(one.p10)}–${percent(one.p90)}`,
            ].join('<br>')
          },
        },
        xAxis: { type: 'category', data: days.map((one) => formats.dayMonth(one.day)), ...axes(colors) },
        yAxis: {
          type: 'value',
          min: 0,
          max: 1,
          ...axes(colors),
          axisLabel: { ...axes(colors).axisLabel, formatter: percent },
        },
        series: [
          {
            type: 'bar',
            name: t('chance'),
            data: days.map(({ chance }) => chance),
            color: colors.series[2],
            barMaxWidth: 26,
            markLine: {
              silent: true,
              symbol: 'none',
              lineStyle: { color: colors.series[3], type: 'dashed' },
              label: { show: false },
              data: level === null ? [] : [{ yAxis: level }],
            },
          },
          { ...invisible, data: days.map(({ p10 }) => p10) },
          {
            ...invisible,
            name: t('band'),
            data: days.map(({ p10, p90 }) => p90 - p10),
            areaStyle: { color: colors.series[0], opacity: 0.25 },
            color: colors.series[0],
          },
          {
            type: 'line',
            name: t('level50'),
            data: days.map(({ p50 }) => p50),
            color: colors.series[0],
            symbolSize: 6,
          },
        ],
      }
    },
    [days, level, formats, t],
  )
  return <Chart label={t('sureDays')} option={option} onPick={({ dataIndex }) => onPick(days[dataIndex]?.day ?? '')} />
}

function OneMore({ ofDay }: { readonly ofDay: readonly RequirementInterval[] }) {
  const t = useText(staffingText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 50, right: 12, top: 12, bottom: 64 },
      legend: { bottom: 0, textStyle: { color: colors.text } },
      tooltip: {
        ...tooltip(colors),
        trigger: 'axis',
        formatter: (points: readonly { readonly dataIndex: number }[]) => {
          const one = ofDay[points[0]?.dataIndex ?? 0]
          if (one === undefined || one.risk === null) return ''
          const { oneMore, p10, p90, chance } = one.risk
          return [
            formats.time(one.at),
            `${t('oneMore')}: ${formats.number(oneMore.answeredWithin, 2)}`,
            `${t('oneMoreLost')}: ${formats.number(oneMore.abandonedFewer, 2)}`,
            `${t('oneMoreDay')}: ${formats.number(oneMore.dayChance * 100, 1)}`,
            `${t('chance')}: ${formats.percent(chance, 0)}`,
            `${t('band')}: ${formats.percent(p10, 0)}–${formats.percent(p90, 0)}`,
          ].join('<br>')
        },
      },
      xAxis: { type: 'category', data: ofDay.map(({ at }) => formats.time(at)), ...axes(colors) },
      yAxis: { type: 'value', ...axes(colors) },
      series: [
        {
          type: 'bar',
          name: t('oneMore'),
          data: ofDay.map(({ risk }) => risk?.oneMore.answeredWithin ?? null),
          color: colors.series[1],
        },
      ],
    }),
    [ofDay, formats, t],
  )
  return <Chart label={t('oneMore')} option={option} />
}
