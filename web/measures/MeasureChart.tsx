import { Text } from '@mantine/core'
import { useCallback, useMemo } from 'react'

import type { MeasureColumn, MeasureReply, MeasureRow } from '@pult/contract/measures'
import type { Note } from '@pult/contract/measures-notes'

import { useCenter } from '../platform/center.tsx'
import { drillAddress } from '../platform/drill.ts'
import { useGo } from '../platform/Link.tsx'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { controlLinesOf, controlSeries, signalPoint } from './control-lines.ts'
import { drillOfMeasure } from './drill-of-measure.ts'
import { durationScale } from './duration-scale.ts'
import { writeFigure, writeKey } from './figure-words.ts'
import { measuresText } from './measures-text.ts'
import { notePlaces, type NotePlace } from './note-places.ts'
import classes from './measures.module.css'
import { titleOf } from './version-words.ts'

interface MeasureChartProps {
  readonly data: MeasureReply
  readonly notes: readonly Note[]
}

const MOST_SERIES = 12

/** One chart a measure: along time as lines, otherwise as bars; a second split makes the series. */
export function MeasureChart({ data, notes }: MeasureChartProps) {
  const t = useText(measuresText)
  if (data.splitBy.length === 0) return <Text c="dimmed">{t('needsChartSplit')}</Text>
  return (
    <div className={classes['charts']}>
      {chartsOf(data).map((columns) => (
        <OneChart key={columns[0].column.reference} data={data} columns={columns} notes={notes} />
      ))}
    </div>
  )
}

const timeSplits = new Set(['interval', 'day', 'week', 'month', 'hour', 'slot', 'weekday'])

interface PlacedColumn {
  readonly column: MeasureColumn
  readonly index: number
}
type PlacedColumns = readonly [PlacedColumn, ...PlacedColumn[]]

/** A chart a measure; definitions of one measure, and rules of the service level, side by side in one, unless a second split makes its series. */
function chartsOf({ measures, splitBy }: MeasureReply): readonly PlacedColumns[] {
  const placed = measures.map((column, index): PlacedColumn => ({ column, index }))
  const family = ({ column }: PlacedColumn): string =>
    splitBy.length > 1 ? column.reference : column.id.startsWith('serviceLevel') ? 'serviceLevel' : column.id
  return [...Map.groupBy(placed, family).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  )
}

interface OneChartProps extends MeasureChartProps {
  readonly columns: PlacedColumns
}

function OneChart({ data, columns, notes }: OneChartProps) {
  const [{ column, index }] = columns
  const t = useText(measuresText)
  const language = useLanguage()
  const formats = useFormats()
  const go = useGo()
  const { centerId } = useCenter()
  const alongTime = data.splitBy.findIndex((split) => timeSplits.has(split))
  const axis = Math.max(0, alongTime)
  const isOne = columns.length === 1
  const control = useMemo(() => (isOne ? controlLinesOf(data, index) : undefined), [data, index, isOne])
  const option = useCallback(
    (colors: ChartColors, height: number) => {
      const { categories } = seriesOf(data, index, axis)
      const series = isOne
        ? seriesOf(data, index, axis).series
        : columns.map((one) => ({
            name: titleOf(one.column, data.measures, formats, t),
            values: seriesOf(data, one.index, axis).series[0]?.values ?? [],
          }))
      const places = notePlaces(notes, data.splitBy[axis] ?? '', categories, formats.today)
      const goal = isOne ? targetOf(data, index) : null
      const target =
        goal === null ? null : { value: goal, words: t('target', { target: writeFigure(column, goal, formats) }) }
      const controlNames = { low: t('controlLow'), center: t('controlCenter'), high: t('controlHigh') }
      const write = (value: unknown): string => writeFigure(column, typeof value === 'number' ? value : null, formats)
      const label = (category: string): string => {
        const row = data.rows.find((one) => String(one.keys[axis]?.key) === category)
        const key = row?.keys[axis]
        return key === undefined ? category : writeKey(key, formats, t)
      }
      return {
        color: [...colors.series],
        grid: { left: 62, right: 16, top: series.length > 1 ? 38 : 16, bottom: 34 },
        legend: { show: series.length > 1, type: 'scroll', top: 0, textStyle: { color: colors.text }, itemHeight: 10 },
        tooltip: { trigger: 'axis', valueFormatter: write, ...tooltip(colors) },
        xAxis: {
          type: 'category',
          data: categories.map(label),
          ...axes(colors),
          // Clear of the 0 of the other axis, where the first day stands below it.
          axisLabel: { ...axes(colors).axisLabel, margin: 15 },
          splitLine: { show: false },
        },
        yAxis: {
          type: 'value',
          ...axes(colors),
          splitNumber: height < LOW ? 2 : 5,
          axisLabel: {
            color: colors.text,
            fontSize: 11,
            formatter: column.unit === 'fraction' ? (value: number) => formats.percent(value, digitsOf(value)) : write,
          },
          max:
            column.unit === 'fraction'
              ? (range: { max: number }) => topOfShares(Math.max(range.max, target?.value ?? 0))
              : undefined,
          ...(column.unit === 'seconds' ? durationScale([...series.flatMap(({ values }) => values), goal]) : {}),
        },
        series: series
          .map(({ name, values }, place): object => ({
            name: name === '' ? column.name[language] : name,
            type: alongTime < 0 ? 'bar' : 'line',
            // Points that are more than noise are marked, so every point has its symbol then.
            showSymbol: categories.length < 40 || control !== undefined,
            symbolSize: categories.length < 40 ? 5 : 2,
            data: values.map((value, at) => (control?.signals[at] === true ? signalPoint(value, colors) : value)),
            connectNulls: false,
            ...(place === 0
              ? { markArea: noteAreas(places, colors), markLine: marks(places, target, colors, height) }
              : {}),
          }))
          .concat(control === undefined ? [] : controlSeries(control, controlNames, colors)),
      }
    },
    [data, index, axis, alongTime, column, columns, isOne, control, formats, language, notes, t],
  )
  return (
    <Section title={column.name[language]}>
      <Chart
        label={column.name[language]}
        option={option}
        printColumns={data.measures.length > 1 ? 2 : 1}
        onPick={({ dataIndex, seriesIndex }) => {
          const { categories, names } = seriesOf(data, index, axis)
          const row = data.rows.find(
            (one) =>
              String(one.keys[axis]?.key) === categories[dataIndex] &&
              (!isOne || seriesName(one, axis) === (names[seriesIndex] ?? '')),
          )
          const picked = isOne ? column : (columns[seriesIndex]?.column ?? column)
          const address = drillAddress(centerId, drillOfMeasure(row?.drill ?? null, picked))
          if (address !== null) go(address)
        }}
      />
      {control !== undefined && (
        <Text size="sm" c="dimmed">
          {t('controlSignals', { count: control.signals.filter(Boolean).length })} {t('controlMeans')}
        </Text>
      )}
    </Section>
  )
}

/** The target of all rows of a measure, where they have one and the same. */
function targetOf({ rows }: MeasureReply, index: number): number | null {
  const targets = new Set(rows.flatMap(({ figures: { [index]: figure } }) => figure?.target?.value ?? []))
  const [only = null] = targets
  return targets.size === 1 ? only : null
}

/** Under so many pixels the figures of an axis would touch each other. */
const LOW = 150
/** What stands above and below the lines of a chart. */
const AROUND_PLOT = 50

/** Notes about one point of the axis: a line with its words; across them the target. */
function marks(
  places: readonly NotePlace[],
  target: { value: number; words: string } | null,
  colors: ChartColors,
  height: number,
): object {
  return {
    symbol: 'none',
    lineStyle: { color: colors.series[1], type: 'dotted', width: 1.5 },
    label: {
      color: colors.text,
      fontSize: 10,
      formatter: '{b}',
      position: 'insideEndTop',
    },
    data: [
      ...places
        .filter(({ first, last }) => first === last)
        .map(({ text, first }) => ({
          name: text.slice(0, 60),
          xAxis: first,
          // Along its line, and not beyond the axis of a low chart on paper.
          label: { width: Math.min(120, height - AROUND_PLOT), overflow: 'truncate' },
        })),
      ...(target === null
        ? []
        : [{ name: target.words, yAxis: target.value, lineStyle: { type: 'solid', color: colors.text } }]),
    ],
  }
}

/** Notes about several: an area. */
function noteAreas(places: readonly NotePlace[], colors: ChartColors): object {
  return {
    itemStyle: { color: colors.note },
    label: { color: colors.text, fontSize: 10, position: 'insideTop', width: 120, overflow: 'truncate' },
    data: places
      .filter(({ first, last }) => first < last)
      .map(({ text, first, last }) => [{ name: text.slice(0, 60), xAxis: first }, { xAxis: last }]),
  }
}

const seriesName = (row: MeasureRow, axis: number): string => {
  const other = row.keys.find((_key, place) => place !== axis)
  return other === undefined ? '' : other.label === '' ? String(other.key) : other.label
}

/** Values in the order of the axis; missing is a gap in the line, not zero. */
function seriesOf(data: MeasureReply, index: number, axis: number) {
  const categories = [...new Set(data.rows.map((row) => String(row.keys[axis]?.key)))]
  const bySeries = Map.groupBy(data.rows, (row) => seriesName(row, axis))
  const names = [...bySeries.keys()].slice(0, MOST_SERIES)
  const series = names.map((name) => {
    const rows = new Map((bySeries.get(name) ?? []).map((row) => [String(row.keys[axis]?.key), row]))
    return { name, values: categories.map((category) => rows.get(category)?.figures[index]?.value ?? null) }
  })
  return { categories, series, names }
}

const digitsOf = (fraction: number): number => (Math.abs(fraction * 100 - Math.round(fraction * 100)) < 1e-6 ? 0 : 1)

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2]

/** Where an axis of shares ends: on a round number above the highest, where the axis has a line anyway, and never above 100 %. */
function topOfShares(highest: number): number {
  const step = STEPS.find((one) => highest <= one * 5) ?? 0.2
  return Math.min(1, Math.ceil(highest / step) * step)
}
