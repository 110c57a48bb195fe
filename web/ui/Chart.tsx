import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

import { TOOLTIP_CLASS, withNumbers } from './chart-numbers.ts'
import type { EChartsCoreOption, EChartsType } from './echarts.ts'
import { useFormats } from './language.tsx'
import { LoadingState } from './LoadingState.tsx'
import { usePrinting } from './printing.ts'
import { letStylesIn } from './styled-html.ts'

interface ChartProps {
  /** What is drawn, in words: for screen readers, beside the table that holds the figures. */
  readonly label: string
  /** Given the colours of the theme and how high the chart is, which is lower on paper. */
  readonly option: (colors: ChartColors, height: number) => EChartsCoreOption
  readonly height?: number
  /** How many stand side by side when printed; one unless said. */
  readonly printColumns?: 1 | 2
  /** A click on a point: its series and place. */
  readonly onPick?: (point: {
    readonly seriesIndex: number
    readonly dataIndex: number
    readonly value: unknown
  }) => void
}

/** Colours of charts in the current theme; series differ in lightness too, so that they print. */
export interface ChartColors {
  readonly series: readonly string[]
  readonly text: string
  readonly line: string
  readonly surface: string
  readonly note: string
  readonly heat: readonly string[]
}

const light: ChartColors = {
  series: ['#155f56', '#bf8412', '#6c8ea4', '#ae3a2a', '#7a6aa8', '#5ba699', '#7a5006', '#3a6f96'],
  text: '#4a524f',
  line: '#e5e7e3',
  surface: '#ffffff',
  note: 'rgba(233, 187, 85, 0.28)',
  heat: ['#f0f4f2', '#b0d4cc', '#5ba699', '#1f766b', '#083733'],
}
const dark: ChartColors = {
  series: ['#84bcb1', '#e9bb55', '#8fb3cc', '#e69484', '#b3a5de', '#3a9083', '#bf8412', '#6f9fc4'],
  text: '#bcc7c8',
  line: '#2a363b',
  surface: '#1a2327',
  note: 'rgba(220, 164, 49, 0.22)',
  heat: ['#1d2a2e', '#17433e', '#1f766b', '#5ba699', '#d8eae6'],
}

/** A4 across without its margins and the frame around a chart: the printer's page is not laid out yet when charts are drawn for it. */
const PRINTED_WIDTH = { 1: 990, 2: 470 } as const
/** Three rows of charts and a few notes on one page. */
const PRINTED_HEIGHT = 108

/** A chart that follows its place and the theme; printed in light and as wide as the paper. */
export function Chart({ label, option, height = 280, printColumns = 1, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const pick = useRef(onPick)
  const [isReady, setReady] = useState(false)
  const scheme = useComputedColorScheme('light')
  const formats = useFormats()
  const isPrinting = usePrinting()
  const drawnHeight = isPrinting && printColumns === 2 ? PRINTED_HEIGHT : height
  useEffect(() => {
    pick.current = onPick
  }, [onPick])
  useEffect(() => {
    let gone = false
    let observer: ResizeObserver | undefined
    void import('./echarts.ts').then(({ init }) => {
      if (gone || place.current === null) return
      chart.current = init(place.current)
      chart.current.on('click', (event) => {
        const {
          seriesIndex = 0,
          dataIndex,
          value,
        } = event as { seriesIndex?: number; dataIndex: number; value: unknown }
        pick.current?.({ seriesIndex, dataIndex, value })
      })
      observer = new ResizeObserver(() => chart.current?.resize())
      observer.observe(place.current)
      setReady(true)
    })
    return () => {
      gone = true
      observer?.disconnect()
      chart.current?.dispose()
      chart.current = undefined
    }
  }, [])
  useEffect(() => {
    if (!isReady) return
    const still = isPrinting || window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const colors = scheme === 'dark' && !isPrinting ? dark : light
    chart.current?.resize(isPrinting ? { width: PRINTED_WIDTH[printColumns] } : {})
    const drawn = { animation: !still, animationDuration: 250, ...option(colors, drawnHeight) }
    chart.current?.setOption(withNumbers(drawn, formats), { notMerge: true })
    for (const box of place.current?.querySelectorAll<HTMLElement>(`.${TOOLTIP_CLASS}`) ?? []) letStylesIn(box)
    if (isPrinting) chart.current?.getZr().flush()
  }, [isReady, option, scheme, formats, isPrinting, printColumns, drawnHeight])
  return (
    <div role="img" aria-label={label} style={{ position: 'relative', height: drawnHeight, minWidth: 0 }}>
      {!isReady && <LoadingState height={height} />}
      <div ref={place} style={{ position: 'absolute', inset: 0 }} />
    </div>
  )
}

/** What every chart with axes shares. */
export function axes(colors: ChartColors): {
  axisLabel: object
  axisLine: object
  splitLine: object
  axisTick: object
} {
  return {
    axisLabel: { color: colors.text, fontSize: 11 },
    axisLine: { lineStyle: { color: colors.line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: colors.line } },
  }
}

/** A tooltip in the theme's colours. */
export function tooltip(colors: ChartColors): object {
  return {
    backgroundColor: colors.surface,
    borderColor: colors.line,
    textStyle: { color: colors.text, fontSize: 12 },
    confine: true,
  }
}
